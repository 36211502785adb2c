import type { RequestContext } from '../../../kernel/context.js';
import { assertRoom, planEntries, type EntryPlan } from '../domain/entry-changes.js';
import { readEntryRow, type EntryRow, type EntryRowError, type RowRules } from '../domain/entry-row.js';
import type { Entry, PriceEffect } from '../domain/price-effect.js';
import { draftOf } from '../domain/pricebook-lifecycle.js';
import type { Pricebook } from '../domain/pricebook.js';
import { carryOut } from './edit-entries.js';
import { assertReach, held, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface ImportEntriesCommand extends OnBook {
  readonly rows: readonly EntryRow[];
}

/** What came of a file. */
export interface ImportedEntries {
  readonly book: Pricebook;
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** In the order of the file, the first thousand. */
  readonly errors: readonly EntryRowError[];
}

const ERRORS_KEPT = 1_000;

/** Brings the rows of a file into the draft: bad ones are rejected by number, the others go in, what is equal stays. */
export class ImportEntries {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: ImportEntriesCommand): Promise<ImportedEntries> {
    const { transactor, entries, places } = this.means;
    const { rows } = command;
    return transactor.run(context, async (tx) => {
      const holding = await held(this.means, tx, context, command);
      assertReach(context, [holding.book.draft]);
      const draft = draftOf(holding.book);
      const rules = { currency: holding.book.currency, digits: await places.digits(tx) };
      const { edits, errors } = readRows(rows, rules);
      assertRoom(edits.size);
      const plan = planEntries(await entries.among(tx, draft.id, [...edits.keys()]), edits);
      const book = await carryOut(this.means, tx, holding, plan);
      return {
        book,
        ...countsOf(plan),
        total: rows.length,
        rejected: errors.length,
        errors: errors.slice(0, ERRORS_KEPT),
      };
    });
  }
}

function readRows(
  rows: readonly EntryRow[],
  rules: RowRules,
): { edits: Map<string, PriceEffect>; errors: EntryRowError[] } {
  const edits = new Map<string, PriceEffect>();
  const rowBySku = new Map<string, number>();
  const errors: EntryRowError[] = [];
  for (const fileRow of rows) {
    const read: Entry | EntryRowError = readEntryRow(fileRow, rules);
    if (!('sku' in read)) {
      errors.push(read);
      continue;
    }
    const earlier = rowBySku.get(read.sku);
    if (earlier !== undefined) {
      errors.push({ row: fileRow.row, column: 'sku', message: `is in row ${earlier} already` });
      continue;
    }
    rowBySku.set(read.sku, fileRow.row);
    edits.set(read.sku, read.effect);
  }
  return { edits, errors };
}

function countsOf({ changes, unchanged }: EntryPlan): Pick<ImportedEntries, 'created' | 'updated' | 'unchanged'> {
  return { created: changes.added, updated: changes.changed, unchanged };
}
