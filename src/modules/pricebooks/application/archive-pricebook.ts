import type { RequestContext } from '../../../kernel/context.js';
import { archivePricebook } from '../domain/pricebook-lifecycle.js';
import type { Pricebook, RetiredVersion } from '../domain/pricebook.js';
import { assertReach, authorOf, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

/** Ends a book for good. A draft and what was scheduled are withdrawn with it. */
export class ArchivePricebook {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: OnBook): Promise<Pricebook> {
    const { transactor, books } = this.means;
    return transactor.run(context, async (tx) => {
      await books.lockPrices(tx);
      const { book, at } = await held(this.means, tx, context, command);
      assertReach(context, [book.draft, book.inForce, ...book.scheduled]);
      const { family } = await books.family(tx);
      const outcome = archivePricebook(book, at, family);
      if (outcome.events.length === 0) return book;
      const open = [...(book.draft === null ? [] : [book.draft]), ...book.scheduled];
      for (const version of open) {
        const release = version.status === 'draft' ? null : version.release;
        const end = { status: 'retired', release, retiredAt: at, withdrawnBy: authorOf(context) } as const;
        const withdrawn: RetiredVersion = { ...version, ...end };
        await books.saveVersion(tx, withdrawn);
      }
      await books.pricesChanged(tx);
      return settle(this.means, tx, outcome);
    });
  }
}
