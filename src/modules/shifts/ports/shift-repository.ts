import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { ShiftPolicy } from '../domain/shift-policy.js';
import type { Shift, ShiftId } from '../domain/shift.js';

/** The shifts of the transaction's tenant. */
export interface ShiftRepository {
  /** Locks the shift until the transaction ends. @throws Refusal `shift_not_found`. */
  get(tx: Tx, id: ShiftId): Promise<Shift>;
  /** Adds a shift with the commit. @throws Refusal `shift_already_open`, `shift_id_taken`, at the commit. */
  add(tx: Tx, shift: Shift): void;
  save(tx: Tx, shift: Shift): Promise<void>;
  /** True when another shift of the person has time in common with this one. */
  overlaps(tx: Tx, shift: Shift): Promise<boolean>;
  /** What holds at the outlet, set or not. */
  policy(tx: Tx, outletId: OutletId): Promise<ShiftPolicy>;
  /** As `policy`, and nobody else changes it until the transaction ends. */
  lockPolicy(tx: Tx, outletId: OutletId): Promise<ShiftPolicy>;
  /** Saves it, and with it when the shifts that are going on will have lasted too long. */
  savePolicy(tx: Tx, policy: ShiftPolicy): Promise<void>;
}
