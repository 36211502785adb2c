import type { Tx } from '../../../kernel/transaction.js';
import type { Entry, Member } from '../domain/membership.js';
import type { Programme } from '../domain/programme.js';

/** Keeps the programme, its members and their ledger. */
export interface LoyaltyRepository {
  programme(tx: Tx): Promise<Programme | undefined>;
  /** The same, and nobody else changes it before the transaction ends. */
  lockProgramme(tx: Tx): Promise<Programme | undefined>;
  saveProgramme(tx: Tx, programme: Programme): Promise<void>;
  /** The member as it is now, not locked. */
  find(tx: Tx, customerId: string): Promise<Member | undefined>;
  /** The member, locked until the transaction ends. @throws Refusal `loyalty_not_enrolled`. */
  get(tx: Tx, customerId: string): Promise<Member>;
  /** Adds a member; `false` when the customer is one already. */
  add(tx: Tx, member: Member): Promise<boolean>;
  /** Saves a member that `get` gave in this transaction, with the movement that changed its balance if there was one. */
  save(tx: Tx, member: Member, entry?: Entry): Promise<void>;
  /** The entry that a source made, if it did; look under the member's lock. */
  entryOf(tx: Tx, source: string): Promise<Entry | undefined>;
  /** What refunds have given back so far of a payment with points. */
  givenBack(tx: Tx, paymentId: string): Promise<{ readonly points: number; readonly worth: number }>;
  /** The points that refunds of an order have taken back so far. */
  takenBack(tx: Tx, orderId: string): Promise<number>;
}
