import type { OutletId } from '../../../kernel/ids.js';

/** Kinds of devices that a role can be limited to. */
export const WORK_DEVICE_KINDS = ['till', 'tablet', 'kiosk', 'kitchen_display', 'customer_screen', 'hub'] as const;
export type WorkDeviceKind = (typeof WORK_DEVICE_KINDS)[number];

/** A role that somebody has, and where it holds. */
export interface Assignment {
  /** Code of a role that is built in, or the business's own. */
  readonly role: string;
  /** `null`: all outlets. */
  readonly outlets: readonly OutletId[] | null;
  /** `null`: on all devices, and in the back office. */
  readonly deviceKinds: readonly WorkDeviceKind[] | null;
  /** Of administrators of the platform; `null`: all. */
  readonly regions: readonly string[] | null;
}

/** How many roles a person can have. */
export const ASSIGNMENTS_MAX = 20;

/** The same assignments are always written the same way: no repeats, lists in order. */
export function normalAssignments(assignments: readonly Assignment[]): Assignment[] {
  const normal = assignments.map(({ role, outlets, deviceKinds, regions }) => ({
    ...{ role, outlets: ordered(outlets), deviceKinds: ordered(deviceKinds), regions: ordered(regions) },
  }));
  const byText = new Map(normal.map((assignment) => [JSON.stringify(assignment), assignment]));
  return [...byText.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, assignment]) => assignment);
}

function ordered<Value extends string>(values: readonly Value[] | null): Value[] | null {
  return values === null ? null : [...new Set(values)].sort();
}

/** Roles that may do everything in a business: one active person must have one of them, without limits. */
const OWNER_ROLES: readonly string[] = ['owner', 'business_admin'];
/** At the vendor nothing less will do. */
const PLATFORM_OWNER_ROLES: readonly string[] = ['platform_super_admin'];

/** The roles of which the last holder stays. */
export function ownerRolesOf(ofPlatform: boolean): readonly string[] {
  return ofPlatform ? PLATFORM_OWNER_ROLES : OWNER_ROLES;
}

/** True for who may do everything, everywhere. */
export function isOwner(assignments: readonly Assignment[], ofPlatform: boolean): boolean {
  const roles = ownerRolesOf(ofPlatform);
  return assignments.some(
    ({ role, outlets, deviceKinds, regions }) =>
      roles.includes(role) && outlets === null && deviceKinds === null && regions === null,
  );
}
