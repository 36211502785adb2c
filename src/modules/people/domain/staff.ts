import type { Assignment } from './assignment.js';
import type { Person, PersonId } from './person.js';

/** What a business writes down about somebody who works there. */
export interface StaffContent {
  /** The business's own number of the person. */
  readonly staffNumber: string;
  /** As screens and receipts show it. */
  readonly displayName: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  /** In the form of E.164. */
  readonly phone: string | null;
  /** A language tag. */
  readonly locale: string | null;
  readonly note: string | null;
}

/** Somebody who works for the business, and what they may do where. */
export interface StaffMember extends StaffContent, Person {
  readonly disabledAt: Date | null;
  readonly assignments: readonly Assignment[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Also the sequence of the last event. */
  readonly version: number;
}

/** A badge that somebody has been given. What is on it is kept as a keyed hash alone. */
export interface Badge {
  readonly id: string;
  readonly personId: PersonId;
  readonly label: string;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** A PIN as it is kept. */
export interface KeptPin {
  readonly hash: string;
  /** Those before it, the newest first. */
  readonly former: readonly string[];
  readonly mustChange: boolean;
  readonly setAt: Date;
}

/** How many PINs before the present one are kept, so that they do not come again. */
export const FORMER_PINS = 2;
/** How many badges a person can have. */
export const BADGES_MAX = 10;

export type StaffRefusal =
  | 'person_not_found'
  | 'person_already_exists'
  | 'staff_number_taken'
  | 'staff_email_taken'
  | 'staff_user_taken'
  | 'person_disabled'
  | 'person_active'
  | 'rights_exceed_caller'
  | 'own_person'
  | 'last_owner'
  | 'staff_role_unknown'
  | 'staff_outlet_unknown'
  | 'staff_regions_reserved'
  | 'staff_import_refused'
  | 'pin_trivial'
  | 'pin_used_before'
  | 'pin_not_set'
  | 'not_a_person'
  | 'badge_taken'
  | 'badge_not_found'
  | 'too_many_badges';

/** E-mail addresses are compared so. */
export function foldedEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** The part that other modules see. */
export function personOf({ id, userId, displayName, email, status }: StaffMember): Person {
  return { id, userId, displayName, email, status };
}
