import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { JsonObject } from '../domain/entry.js';
import type { EntryOrder } from '../domain/entry-record.js';
import type { RefusalMeanings } from '../domain/entry-standing.js';
import type { FoundConflict } from '../domain/needed-right.js';

/** What somebody did at a device, for the part of the program that it concerns. */
export interface EntryAct {
  readonly kind: string;
  readonly body: JsonObject;
  /** When it happened, as believed. */
  readonly at: Date;
  /** What was added to the device's clock to come to `at`. */
  readonly correctionMs: number;
  readonly deviceId: string;
  readonly outletId: OutletId;
  /** Who stood for it at the device, as events name actors; `null`: nobody, or nobody who may. */
  readonly approvedBy: string | null;
  /** What who stood for it may do there themselves; nothing where nobody did. */
  readonly approverRights: ReadonlySet<string>;
  /** True while something may still come that the device did before: what this refers to may come with it. */
  readonly mayWait: boolean;
}

/** What came of it. */
export interface Handled {
  readonly conflicts: readonly FoundConflict[];
  readonly order: EntryOrder | null;
}

/** A part of the program in which entries take effect. */
export interface EntryHandler extends RefusalMeanings {
  readonly kinds: ReadonlySet<string>;
  /** Codes of refusals after which the same is tried once more at once: somebody was quicker. */
  readonly races: ReadonlySet<string>;
  /**
   * Lets an act take effect within the entry's transaction. @param context of the person who did it.
   * @throws Refusal when it cannot.
   */
  handle(tx: Tx, context: RequestContext, act: EntryAct): Promise<Handled>;
}
