import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Person, PersonId } from '../domain/person.js';
import type { StaffMember } from '../domain/staff.js';

/** Stores the people who work for the transaction's tenant. */
export interface StaffRepository {
  /** Locks the person. @throws Refusal `person_not_found`. */
  get(tx: Tx, id: PersonId): Promise<StaffMember>;
  find(tx: Tx, id: PersonId): Promise<StaffMember | undefined>;
  findByUserId(tx: Tx, userId: string): Promise<StaffMember | undefined>;
  /** @param email folded. */
  findByEmail(tx: Tx, email: string): Promise<StaffMember | undefined>;
  /** Active, with a role at the place and a PIN; by name. */
  atPlace(tx: Tx, place: { outletId: OutletId; deviceKind: string }, limit: number): Promise<readonly Person[]>;
  /** Active, with a role at the place; by name, at most 2,000. */
  rosterAt(
    tx: Tx,
    place: { outletId: OutletId; deviceKind: string },
  ): Promise<readonly { readonly member: StaffMember; readonly pinSetAt: Date | null }[]>;
  /** @throws Refusal `person_already_exists`, `staff_number_taken`, `staff_email_taken`, `staff_user_taken`. */
  add(tx: Tx, person: StaffMember): Promise<void>;
  /** @throws Refusal `staff_number_taken`, `staff_email_taken`, `staff_user_taken`. */
  save(tx: Tx, person: StaffMember): Promise<void>;
  /** Writes what the person may do where, anew. */
  saveAssignments(tx: Tx, person: StaffMember): Promise<void>;
  /** From now until the transaction ends nobody else changes who may do everything, or takes a number. */
  lockTeam(tx: Tx): Promise<void>;
  /** How many active people beside this one have one of these roles without limits. */
  countOthersWith(tx: Tx, roles: readonly string[], besides: PersonId): Promise<number>;
  countActive(tx: Tx): Promise<number>;
  /** How many have a role, disabled people included. */
  countWith(tx: Tx, role: string): Promise<number>;
  /** A number that nobody has. The team is locked. */
  nextNumber(tx: Tx): Promise<string>;
}
