import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { openDraft } from '../domain/pricebook-lifecycle.js';
import type { Pricebook } from '../domain/pricebook.js';
import { assertReach, authorOf, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface OpenDraftCommand extends OnBook {
  /** Number of the version to begin with; absent, the one in force, or else the last one. */
  readonly from?: number;
}

/** Begins the next version, with the content of one that is there. */
export class OpenDraft {
  constructor(
    private readonly means: CommandMeans,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: OpenDraftCommand): Promise<Pricebook> {
    const { transactor, books } = this.means;
    return transactor.run(context, async (tx) => {
      const { book, at } = await held(this.means, tx, context, command);
      const number = command.from ?? book.inForce?.number ?? book.lastNumber;
      const from = await books.version(tx, book.id, number, at);
      assertReach(context, [from]);
      const making = { id: this.ids.next<'pricebook-version'>(), by: authorOf(context), at };
      const outcome = openDraft(book, from, making);
      const saved = await settle(this.means, tx, outcome);
      if (saved.draft !== null) await books.addVersion(tx, book.id, saved.draft, from.id);
      return saved;
    });
  }
}
