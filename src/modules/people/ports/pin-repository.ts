import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';
import type { KeptPin } from '../domain/staff.js';

/** Stores PINs, hashed. */
export interface PinRepository {
  find(tx: Tx, id: PersonId): Promise<KeptPin | undefined>;
  /** Writes the PIN, or another in its place. */
  save(tx: Tx, id: PersonId, pin: KeptPin): Promise<void>;
}
