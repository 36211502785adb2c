import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DayPolicy } from '../domain/day-policy.js';

/** Keeps how days of outlets are closed when nobody does it. */
export interface DayPolicies {
  find(tx: Tx, outletId: OutletId): Promise<DayPolicy | undefined>;
  /** The same, locked until the transaction ends; `undefined` also when another transaction has it and `skipLocked` is set. */
  lock(tx: Tx, outletId: OutletId, options?: { readonly skipLocked: boolean }): Promise<DayPolicy | undefined>;
  save(tx: Tx, policy: DayPolicy, nextLookAt: Date): Promise<void>;
}
