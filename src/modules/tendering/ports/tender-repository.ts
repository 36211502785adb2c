import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { TenderSetting } from '../domain/tender-setting.js';

/** Keeps how tenders are taken. */
export interface TenderRepository {
  /** All of the tenant, never older than the transaction. Those known already cost no round trip. */
  all(tx: Tx): Promise<readonly TenderSetting[]>;
  /** Keeps every other writer out until the transaction ends, and gives the settings. */
  lock(tx: Tx, code: string, outletId: OutletId | null): Promise<TenderSetting | undefined>;
  /** Adds settings or replaces them; what others hold in memory is stale from the commit on. */
  save(tx: Tx, setting: TenderSetting): Promise<void>;
  remove(tx: Tx, setting: TenderSetting): Promise<void>;
}
