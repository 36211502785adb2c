import type { Tx } from '../../../kernel/transaction.js';
import type { Difference, DifferenceId } from '../domain/difference.js';
import type { Settlement, SettlementId, SettlementLine } from '../domain/settlement.js';

/** Keeps batches, their lines and what was found about them. */
export interface SettlementRepository {
  /** Adds the batch. @returns the one that has its provider's name already, locked; `undefined` when there was none. */
  add(tx: Tx, settlement: Settlement, lines: readonly SettlementLine[]): Promise<Settlement | undefined>;
  /** Locks the batch until the transaction ends. */
  find(tx: Tx, id: SettlementId): Promise<Settlement | undefined>;
  save(tx: Tx, settlement: Settlement): Promise<void>;
  lines(tx: Tx, id: SettlementId): Promise<SettlementLine[]>;
  differences(tx: Tx, id: SettlementId): Promise<Difference[]>;
  addDifferences(tx: Tx, differences: readonly Difference[]): Promise<void>;
  saveDifferences(tx: Tx, differences: readonly Difference[]): Promise<void>;
  difference(tx: Tx, id: DifferenceId): Promise<Difference | undefined>;
}
