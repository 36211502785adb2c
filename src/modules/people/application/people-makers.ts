import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Assignment } from '../domain/assignment.js';
import type { PersonId } from '../domain/person.js';
import { assertWithin, maySee } from '../domain/reach.js';
import type { StaffMember, StaffRefusal } from '../domain/staff.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { Recall } from '../ports/recall.js';
import type { RoleRights } from '../ports/role-rights.js';
import type { StaffPlan } from '../ports/staff-plan.js';
import type { StaffRepository } from '../ports/staff-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

/** What changing people takes. */
export interface PeopleMakers {
  readonly transactor: Transactor;
  readonly staff: StaffRepository;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly roles: RoleRights;
  readonly outlets: KnownOutlets;
  readonly plan: StaffPlan;
  readonly recall: Recall;
  readonly screen: TextScreen;
  /** True of the vendor's own tenant. */
  readonly isPlatform: (tenantId: TenantId) => boolean;
}

/** Decides whether the version that the caller saw is the present one; throws where not. */
export type VersionCheck = (currentVersion: number) => void;

/** A person that is to be changed, as the caller saw them. */
export interface PersonCommand {
  readonly personId: PersonId;
  readonly checkVersion: VersionCheck;
}

type Reading = Pick<PeopleMakers, 'staff' | 'roles'>;

/** Locks somebody whom the caller may see. @throws Refusal `person_not_found`, or of the version check. */
export async function seenPerson(
  tx: Tx,
  { staff }: Pick<PeopleMakers, 'staff'>,
  { principal }: RequestContext,
  { personId, checkVersion }: PersonCommand,
): Promise<StaffMember> {
  const person = await staff.get(tx, personId);
  if (!maySee(principal, person.assignments)) throw new Refusal<StaffRefusal>('person_not_found', { personId });
  checkVersion(person.version);
  return person;
}

/** Locks somebody about whom the caller may decide. @throws Refusal `rights_exceed_caller`, and as `seenPerson`. */
export async function managedPerson(
  tx: Tx,
  use: Reading,
  context: RequestContext,
  command: PersonCommand,
): Promise<StaffMember> {
  const person = await seenPerson(tx, use, context, command);
  await assertMayGive(tx, use, context, person.assignments);
  return person;
}

/** @throws Refusal `rights_exceed_caller`. */
export async function assertMayGive(
  tx: Tx,
  { roles }: Pick<PeopleMakers, 'roles'>,
  { principal }: RequestContext,
  assignments: readonly Assignment[],
): Promise<void> {
  const codes = [...new Set(assignments.map(({ role }) => role))];
  const permissions = codes.length === 0 ? new Set<string>() : await roles.permissionsOf(tx, codes);
  assertWithin(principal, assignments, permissions);
}

/**
 * Makes sure that there is what these assignments speak of: roles, outlets, and regions at the vendor alone.
 * @throws Refusal `staff_role_unknown`, `staff_outlet_unknown`, `staff_regions_reserved`.
 */
export async function assertExist(
  tx: Tx,
  { roles, outlets, isPlatform }: Pick<PeopleMakers, 'roles' | 'outlets' | 'isPlatform'>,
  { tenantId }: RequestContext,
  assignments: readonly Assignment[],
): Promise<void> {
  if (assignments.length === 0) return;
  const ofPlatform = isPlatform(tenantId);
  const codes = [...new Set(assignments.map(({ role }) => role))].sort();
  const [reserved] = ofPlatform ? [] : codes.filter((code) => code.startsWith('platform_'));
  const [role] = reserved === undefined ? await roles.unknown(tx, codes) : [reserved];
  if (role !== undefined) throw new Refusal<StaffRefusal>('staff_role_unknown', { role });
  if (assignments.some(({ outlets: at, regions }) => regions !== null && (!ofPlatform || at !== null)))
    throw new Refusal<StaffRefusal>('staff_regions_reserved');
  const ids = [...new Set(assignments.flatMap((assignment) => assignment.outlets ?? []))];
  const [outletId] = await outlets.unknown(tx, ids);
  if (outletId !== undefined) throw new Refusal<StaffRefusal>('staff_outlet_unknown', { outletId });
}

/** @throws Refusal `card_data_not_allowed`. */
export function assertTexts(screen: TextScreen, texts: object, pointer = ''): void {
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === 'string' && name !== 'id') screen.assertHarmless(text, `${pointer}/${name}`);
  }
}
