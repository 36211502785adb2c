import type { Tx } from '../../../kernel/transaction.js';
import type { Unallocated, UnallocatedId } from '../domain/unallocated.js';

/** Keeps money that no order took. */
export interface UnallocatedRepository {
  /** Adds money; `false` when it is there already. */
  add(tx: Tx, money: Unallocated): Promise<boolean>;
  /** As it is now, not locked. */
  find(tx: Tx, id: UnallocatedId): Promise<Unallocated | undefined>;
  /** Locked until the transaction ends; after a charge, where one is locked. */
  lock(tx: Tx, id: UnallocatedId): Promise<Unallocated | undefined>;
  save(tx: Tx, money: Unallocated): Promise<void>;
}
