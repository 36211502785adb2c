import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { LabelRules } from '../domain/label-rules.js';

/** How outlets read the labels of their scales. */
export interface LabelRulesRepository {
  /** Keeps everybody else who would change rules out until the transaction ends. */
  lock(tx: Tx): Promise<void>;
  /** As they are now. */
  find(tx: Tx, outletId: OutletId): Promise<LabelRules | undefined>;
  /** Known ones cost no round trip; they are never older than the transaction. */
  known(tx: Tx, outletId: OutletId): Promise<LabelRules | undefined>;
  save(tx: Tx, rules: LabelRules): Promise<void>;
}
