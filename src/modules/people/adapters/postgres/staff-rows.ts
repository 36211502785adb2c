import type { OutletId } from '../../../../kernel/ids.js';
import type { Assignment, WorkDeviceKind } from '../../domain/assignment.js';
import type { PersonId } from '../../domain/person.js';
import { foldedEmail, type StaffMember } from '../../domain/staff.js';

export interface StaffRow {
  id: string;
  staff_number: string;
  display_name: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  email_folded: string | null;
  phone: string | null;
  locale: string | null;
  note: string | null;
  user_id: string | null;
  status: StaffMember['status'];
  disabled_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  version: number;
}

export interface AssignmentRow {
  role: string;
  outlets: OutletId[] | null;
  device_kinds: WorkDeviceKind[] | null;
  regions: string[] | null;
}

/** A person together with what they may do where. */
export type StaffWithAssignments = StaffRow & { assignments: AssignmentRow[] };

// prettier-ignore
const NAMES = [
  'id', 'staff_number', 'display_name', 'first_name', 'last_name', 'email', 'email_folded', 'phone', 'locale', 'note', 'user_id',
  'status', 'disabled_at', 'created_by', 'created_at', 'updated_at', 'version',
] as const;

export const STAFF_COLUMNS = NAMES.join(', ');

/** The assignments of a person, as JSON. @param person the column that has the person's id. */
const assignmentsOf = (tenant: string, person: string): string =>
  `(select coalesce(json_agg(json_build_object('role', a.role, 'outlets', a.outlets, 'device_kinds', a.device_kinds,
      'regions', a.regions) order by a.position), '[]'::json)
    from staff_assignments a where a.tenant_id = ${tenant} and a.person_id = ${person})`;

/** The columns of the table staff, which goes by `s`, and the person's assignments. */
export const STAFF_WITH_ASSIGNMENTS = `${NAMES.map((name) => `s.${name}`).join(', ')},
  ${assignmentsOf('s.tenant_id', 's.id')} as assignments`;

/** A row as the domain knows it. */
export function toStaffMember(row: StaffWithAssignments): StaffMember {
  return {
    ...{ id: row.id as PersonId, staffNumber: row.staff_number, displayName: row.display_name },
    ...{ firstName: row.first_name, lastName: row.last_name, email: row.email, phone: row.phone, locale: row.locale },
    ...{ note: row.note, userId: row.user_id, status: row.status, disabledAt: row.disabled_at },
    assignments: row.assignments.map(toAssignment),
    ...{ createdBy: row.created_by, createdAt: row.created_at, updatedAt: row.updated_at, version: row.version },
  };
}

/** The person as a row. */
export function fromStaffMember(person: StaffMember): StaffRow {
  return {
    ...{ id: person.id, staff_number: person.staffNumber, display_name: person.displayName },
    ...{ first_name: person.firstName, last_name: person.lastName, phone: person.phone, locale: person.locale },
    ...{ email: person.email, email_folded: person.email === null ? null : foldedEmail(person.email) },
    ...{ note: person.note, user_id: person.userId, status: person.status, disabled_at: person.disabledAt },
    ...{ created_by: person.createdBy, created_at: person.createdAt, updated_at: person.updatedAt },
    version: person.version,
  };
}

/** The person's assignments as rows. */
export function fromAssignments({ assignments }: StaffMember): (AssignmentRow & { position: number })[] {
  return assignments.map(({ role, outlets, deviceKinds, regions }, index) => ({
    ...{ position: index + 1, role, outlets: outlets && [...outlets], device_kinds: deviceKinds && [...deviceKinds] },
    regions: regions && [...regions],
  }));
}

function toAssignment({ role, outlets, device_kinds: deviceKinds, regions }: AssignmentRow): Assignment {
  return { role, outlets, deviceKinds, regions };
}
