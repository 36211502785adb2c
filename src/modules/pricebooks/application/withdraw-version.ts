import type { RequestContext } from '../../../kernel/context.js';
import type { Pricebook } from '../domain/pricebook.js';
import { withdrawVersion } from '../domain/version-release.js';
import { assertReach, authorOf, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface WithdrawVersionCommand extends OnBook {
  readonly number: number;
}

/** Gives a draft up, or a scheduled version before its time. Its content stays readable. */
export class WithdrawVersion {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: WithdrawVersionCommand): Promise<Pricebook> {
    const { transactor, books } = this.means;
    return transactor.run(context, async (tx) => {
      await books.lockPrices(tx);
      const { book, at } = await held(this.means, tx, context, command);
      const version = await books.version(tx, book.id, command.number, at);
      assertReach(context, [version]);
      const outcome = withdrawVersion(book, version, { by: authorOf(context), at });
      await books.saveVersion(tx, outcome.withdrawn);
      await books.pricesChanged(tx);
      return settle(this.means, tx, outcome);
    });
  }
}
