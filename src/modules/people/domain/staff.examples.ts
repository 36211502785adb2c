import type { Principal } from '../../../kernel/context.js';
import type { Assignment } from './assignment.js';
import type { PersonId } from './person.js';
import type { StaffMember } from './staff.js';

export const AT = new Date('2026-01-05T10:00:00Z');
export const LATER = new Date('2026-01-06T10:00:00Z');

/** A role that holds everywhere. */
export function role(code: string, limits: Partial<Assignment> = {}): Assignment {
  return { role: code, outlets: null, deviceKinds: null, regions: null, ...limits };
}

/** Somebody who works here. */
export function member(changes: Partial<StaffMember> = {}): StaffMember {
  return {
    ...{ id: 'p1' as PersonId, staffNumber: '1001', displayName: 'Ann', firstName: null, lastName: null, email: null },
    ...{ phone: null, locale: null, note: null, userId: null, status: 'active', disabledAt: null, assignments: [] },
    ...{ createdBy: 'test', createdAt: AT, updatedAt: AT, version: 1 },
    ...changes,
  };
}

/** Who calls. */
export function caller(changes: Partial<Principal> = {}): Principal {
  return { kind: 'user', id: 'boss', permissions: new Set(), test: false, ...changes };
}
