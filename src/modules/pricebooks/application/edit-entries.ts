import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import { planEntries, type EntryEdits, type EntryPlan } from '../domain/entry-changes.js';
import { changeEntries, draftOf } from '../domain/pricebook-lifecycle.js';
import type { DraftVersion, Pricebook } from '../domain/pricebook.js';
import type { HeldPricebook } from '../ports/pricebook-repository.js';
import { assertReach, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface EditEntriesCommand extends OnBook {
  /** Makes the edits from the book, whose currency they must be in. @throws Refusal `pricebook_entries_invalid`. */
  readonly editsFor: (book: Pricebook) => EntryEdits;
  /** Takes out all entries that the edits do not name. */
  readonly replace: boolean;
}

/** Changes entries of the draft, many at once and all or none. Prices stay until it is published. */
export class EditEntries {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: EditEntriesCommand): Promise<Pricebook> {
    return this.means.transactor.run(context, async (tx) => {
      const holding = await held(this.means, tx, context, command);
      assertReach(context, [holding.book.draft]);
      const draft = draftOf(holding.book);
      const edits = command.editsFor(holding.book);
      const plan = command.replace ? await this.replacing(tx, draft, edits) : await this.merging(tx, draft, edits);
      return carryOut(this.means, tx, holding, plan);
    });
  }

  private async merging(tx: Tx, { id }: DraftVersion, edits: EntryEdits): Promise<EntryPlan> {
    return planEntries(await this.means.entries.among(tx, id, [...edits.keys()]), edits);
  }

  private async replacing(tx: Tx, { id }: DraftVersion, edits: EntryEdits): Promise<EntryPlan> {
    const present = await this.means.entries.all(tx, id);
    const gone = present.filter(({ sku }) => !edits.has(sku)).map(({ sku }) => [sku, null] as const);
    return planEntries(present, new Map([...edits, ...gone]));
  }
}

/** Writes what was planned into the draft. */
export async function carryOut(
  means: CommandMeans,
  tx: Tx,
  { book, at }: HeldPricebook,
  plan: EntryPlan,
): Promise<Pricebook> {
  const outcome = changeEntries(book, plan, at);
  const { draft } = outcome.state;
  if (outcome.events.length > 0 && draft !== null) {
    await means.entries.write(tx, draft.id, plan.set, plan.remove);
    await means.books.saveVersion(tx, draft);
  }
  return settle(means, tx, outcome);
}
