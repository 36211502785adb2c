import type { RequestContext } from '../../../kernel/context.js';
import { changePricebook } from '../domain/pricebook-lifecycle.js';
import type { Pricebook } from '../domain/pricebook.js';
import { assertReach, held, settle, surroundings, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface ChangePricebookCommand extends OnBook {
  readonly changes: Partial<Pick<Pricebook, 'code' | 'name' | 'parentId'>>;
}

/** Changes what a book is called, and what it inherits before it was ever released. */
export class ChangePricebook {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: ChangePricebookCommand): Promise<Pricebook> {
    const { transactor, books } = this.means;
    return transactor.run(context, async (tx) => {
      await books.lockPrices(tx);
      const { book, at } = await held(this.means, tx, context, command);
      assertReach(context, [book.draft, book.inForce]);
      const outcome = changePricebook(book, command.changes, at, await surroundings(this.means, tx));
      if (outcome.events.length > 0) await books.pricesChanged(tx); // steps tell the name
      return settle(this.means, tx, outcome);
    });
  }
}
