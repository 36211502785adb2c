import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Pricebook } from '../domain/pricebook.js';
import { rollBack } from '../domain/version-release.js';
import { assertReach, authorOf, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface RollBackCommand extends OnBook {
  /** Number of the version whose content is to be in force again. */
  readonly to: number;
}

/** Brings an old version's content back into force at once, as a new version: what was in force when stays on record. */
export class RollBackPricebook {
  constructor(
    private readonly means: CommandMeans,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: RollBackCommand): Promise<Pricebook> {
    const { transactor, books, entries } = this.means;
    return transactor.run(context, async (tx) => {
      await books.lockPrices(tx);
      const { book, at } = await held(this.means, tx, context, command);
      const target = await books.version(tx, book.id, command.to, at);
      assertReach(context, [target, book.inForce]);
      const changes = await entries.changes(tx, book.inForce?.id ?? null, target.id, book.currency);
      const making = { id: this.ids.next<'pricebook-version'>(), by: authorOf(context), at };
      const outcome = rollBack(book, target, making, changes);
      await books.addVersion(tx, book.id, outcome.version, target.id);
      await books.pricesChanged(tx);
      return settle(this.means, tx, outcome);
    });
  }
}
