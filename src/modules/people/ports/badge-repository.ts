import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';
import type { Badge } from '../domain/staff.js';

/** Stores badges by their hashes. */
export interface BadgeRepository {
  /** Who has one of these; takes down that it was used. */
  used(tx: Tx, hashes: readonly string[], at: Date): Promise<PersonId | undefined>;
  isKnown(tx: Tx, hashes: readonly string[]): Promise<boolean>;
  list(tx: Tx, personId: PersonId): Promise<readonly Badge[]>;
  /** @throws Refusal `badge_taken`. */
  add(tx: Tx, badge: Badge, hash: string): Promise<void>;
  /** @returns what was removed. @throws Refusal `badge_not_found`. */
  remove(tx: Tx, personId: PersonId, id: string): Promise<Badge>;
}
