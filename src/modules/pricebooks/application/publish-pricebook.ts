import type { RequestContext } from '../../../kernel/context.js';
import { draftOf } from '../domain/pricebook-lifecycle.js';
import type { Pricebook } from '../domain/pricebook.js';
import { publishDraft } from '../domain/version-release.js';
import { assertReach, authorOf, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface PublishPricebookCommand extends OnBook {
  /** `null`: now. */
  readonly publishAt: Date | null;
}

/** Releases the draft, now or for a time to come. Of two at once, one finds no draft any more. */
export class PublishPricebook {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: PublishPricebookCommand): Promise<Pricebook> {
    const { transactor, books, entries } = this.means;
    return transactor.run(context, async (tx) => {
      await books.lockPrices(tx);
      const { book, at } = await held(this.means, tx, context, command);
      const draft = draftOf(book);
      assertReach(context, [draft, book.inForce]);
      const changes = await entries.changes(tx, book.inForce?.id ?? null, draft.id, book.currency);
      const outcome = publishDraft(book, command.publishAt, { by: authorOf(context), at }, changes);
      const { inForce, scheduled } = outcome.state;
      const released = [inForce, ...scheduled].find((version) => version?.id === draft.id);
      if (released == null) throw new Error('a draft was published and is neither in force nor scheduled');
      await books.saveVersion(tx, released);
      await books.pricesChanged(tx);
      return settle(this.means, tx, outcome);
    });
  }
}
