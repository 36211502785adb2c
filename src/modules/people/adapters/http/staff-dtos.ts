import type { OutletId } from '../../../../kernel/ids.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { HireCommand } from '../../application/hire-staff.js';
import type { Assignment, WorkDeviceKind } from '../../domain/assignment.js';
import type { PersonId } from '../../domain/person.js';
import type { StaffMember } from '../../domain/staff.js';
import type { StaffChanges } from '../../domain/staff-lifecycle.js';

/**
 * The business's own number of a person.
 * @pattern ^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$ must be 1 to 20 letters, digits, dots, _ or -, and begin with a letter or digit
 * @example "1007"
 */
export type StaffNumber = string;

/**
 * A name of a person.
 * @minLength 1
 * @maxLength 100
 * @example "Amara O."
 */
export type StaffName = string;

/**
 * @pattern ^[^\s@]{1,64}@[^\s@]{1,189}$ must be an e-mail address
 * @example "amara@example.com"
 */
export type StaffEmail = string;

/**
 * A telephone number with its country, as E.164 has it.
 * @pattern ^\+[1-9][0-9]{5,14}$ must be + and 6 to 15 digits
 * @example "+254700111222"
 */
export type StaffPhone = string;

/**
 * A language tag.
 * @pattern ^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$ must be a language tag
 * @example "en-KE"
 */
export type StaffLanguage = string;

/**
 * The code of a role, built in or your own.
 * @pattern ^[a-z][a-z0-9_]{1,39}$ must be a small letter, then 1 to 39 small letters, digits or _
 * @example "cashier"
 */
export type StaffRole = string;

/**
 * A region of the vendor's business.
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$ must be 1 to 60 letters, digits, _ or -
 * @example "east-africa"
 */
export type StaffRegion = string;

/**
 * Why, for the audit.
 * @minLength 1
 * @maxLength 500
 * @example "left the company"
 */
export type StaffReason = string;

/**
 * The subject of a user of the auth service.
 * @minLength 1
 * @maxLength 255
 * @example "auth0|5f7c8ec7c33c6c004bbafe82"
 */
export type StaffUserId = string;

/** A role that somebody has, and where it holds. */
export interface StaffAssignmentRequest {
  role: StaffRole;
  /**
   * Null or absent: all outlets.
   * @minItems 1
   * @maxItems 500
   */
  outlets?: Uuid[] | null;
  /**
   * Null or absent: on all devices and in the back office. A role that is limited to devices does not hold in the back office.
   * @minItems 1
   * @maxItems 20
   */
  deviceKinds?: WorkDeviceKind[] | null;
  /**
   * Of administrators of the platform. Null or absent: all.
   * @minItems 1
   * @maxItems 100
   */
  regions?: StaffRegion[] | null;
}

/** Somebody who is to work here. */
export interface HireRequest {
  /** Yours; absent, the service makes one. */
  id?: Uuid;
  /** Absent: the next free number. */
  staffNumber?: StaffNumber;
  displayName: StaffName;
  firstName?: StaffName | null;
  lastName?: StaffName | null;
  email?: StaffEmail | null;
  phone?: StaffPhone | null;
  locale?: StaffLanguage | null;
  /** @maxLength 1000 */
  note?: string | null;
  /** Where the person is a user of the auth service. */
  userId?: StaffUserId | null;
  /**
   * What they may do where; nothing you lack yourself.
   * @maxItems 20
   */
  assignments?: StaffAssignmentRequest[];
}

/** People who are to work here: all of them or nobody. */
export interface ImportStaffRequest {
  /**
   * @minItems 1
   * @maxItems 500
   */
  staff: HireRequest[];
}

/** What is to change; members that are left out stay, null empties. */
export interface ChangeStaffRequest {
  staffNumber?: StaffNumber;
  displayName?: StaffName;
  firstName?: StaffName | null;
  lastName?: StaffName | null;
  email?: StaffEmail | null;
  phone?: StaffPhone | null;
  locale?: StaffLanguage | null;
  /** @maxLength 1000 */
  note?: string | null;
  userId?: StaffUserId | null;
}

/** Why somebody is disabled or enabled. */
export interface StaffReasonRequest {
  reason: StaffReason;
}

/** What somebody may do where, instead of what they may now. */
export interface AssignRolesRequest {
  /** @maxItems 20 */
  assignments: StaffAssignmentRequest[];
  reason: StaffReason;
}

/** A role that somebody has. */
export interface StaffAssignmentResponse {
  role: StaffRole;
  /** Null: all outlets. */
  outlets: Uuid[] | null;
  /** Null: on all devices and in the back office. */
  deviceKinds: WorkDeviceKind[] | null;
  /** Null: all. */
  regions: StaffRegion[] | null;
}

/** Somebody who works here, or did. */
export interface StaffResponse {
  id: Uuid;
  staffNumber: StaffNumber;
  displayName: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
  note: string | null;
  userId: string | null;
  status: 'active' | 'disabled';
  disabledAt: Timestamp | null;
  assignments: StaffAssignmentResponse[];
  createdBy: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  /** @isInt */
  version: number;
}

/** Who was taken on. */
export interface ImportedStaffResponse {
  data: StaffResponse[];
}

/** Reads somebody who is to work here. */
export function hireFrom(body: HireRequest): HireCommand {
  const { id, staffNumber, displayName, userId = null, assignments = [] } = body;
  const { firstName = null, lastName = null, email = null, phone = null, locale = null, note = null } = body;
  const texts = { displayName, firstName, lastName, email, phone, locale, note: note === '' ? null : note };
  return {
    id: id as PersonId | undefined,
    staffNumber,
    ...texts,
    userId,
    assignments: assignments.map(assignmentFrom),
  };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangeStaffRequest): StaffChanges {
  const sent = Object.entries(body).filter(([, value]) => (value as unknown) !== undefined);
  return Object.fromEntries(sent.map(([name, value]) => [name, name === 'note' && value === '' ? null : value]));
}

/** Reads a role that somebody is to have. */
export function assignmentFrom(dto: StaffAssignmentRequest): Assignment {
  const { role, outlets = null, deviceKinds = null, regions = null } = dto;
  return { role, outlets: outlets as OutletId[] | null, deviceKinds, regions };
}

/** Shows somebody. */
export function toStaff(person: StaffMember): StaffResponse {
  const { id, staffNumber, displayName, firstName, lastName, email, phone, locale, note, userId, status } = person;
  const names = { id, staffNumber, displayName, firstName, lastName, email, phone, locale, note, userId, status };
  return {
    ...names,
    disabledAt: person.disabledAt?.toISOString() ?? null,
    assignments: person.assignments.map(({ role, outlets, deviceKinds, regions }) => ({
      ...{ role, outlets: outlets && [...outlets], deviceKinds: deviceKinds && [...deviceKinds] },
      regions: regions && [...regions],
    })),
    ...{ createdBy: person.createdBy, createdAt: person.createdAt.toISOString() },
    ...{ updatedAt: person.updatedAt.toISOString(), version: person.version },
  };
}
