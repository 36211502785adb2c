import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import { ownerRolesOf, type Assignment } from '../domain/assignment.js';
import { foldedEmail, type StaffMember } from '../domain/staff.js';
import { changeStaff, disableStaff, enableStaff, withoutSame, type StaffChanges } from '../domain/staff-lifecycle.js';
import type { HireStaff } from './hire-staff.js';
import type { PeopleMakers } from './people-makers.js';

/** A user as the auth service tells of them. What is left out stays. */
export interface AnnouncedUser {
  /** Their subject. */
  readonly userId: string;
  /** Absent: as it is. */
  readonly active?: boolean;
  readonly displayName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  /** Somebody has proved that the address is theirs; else it links them to nobody who is here already. */
  readonly emailVerified?: boolean;
  readonly phone?: string;
  readonly locale?: string;
  /** What a new person may do, everywhere; later changes of it are made here. */
  readonly roles?: readonly string[];
}

const NOBODY = { firstName: null, lastName: null, email: null, phone: null, locale: null, note: null };
const REASON = 'told by the auth service';

/** Follows the auth service: its users are staff here. Joins its caller's transaction. */
export class FollowUser {
  constructor(
    private readonly use: PeopleMakers,
    private readonly hiring: Pick<HireStaff, 'hire'>,
  ) {}

  /** @throws Refusal `entitlement_exceeded`, `staff_email_taken`. */
  async execute(tx: Tx, context: RequestContext, announced: AnnouncedUser): Promise<void> {
    await this.use.staff.lockTeam(tx);
    const present = await this.presentFor(tx, announced);
    if (present !== undefined) await this.follow(tx, context, present, announced);
    // Whoever never worked here need not be written down.
    else if (announced.active !== false) await this.takeOn(tx, context, announced);
  }

  /** Who is linked already, or who has the address, which is proved to be theirs, and is linked to nobody. */
  private async presentFor(tx: Tx, { userId, email, emailVerified }: AnnouncedUser): Promise<StaffMember | undefined> {
    const { staff } = this.use;
    const linked = await staff.findByUserId(tx, userId);
    const found =
      linked ??
      (email === undefined || emailVerified !== true ? undefined : await staff.findByEmail(tx, foldedEmail(email)));
    return found !== undefined && (found.userId ?? userId) === userId ? staff.get(tx, found.id) : undefined;
  }

  private async takeOn(tx: Tx, context: RequestContext, announced: AnnouncedUser): Promise<void> {
    const { userId, active: _active, emailVerified: _verified, roles = [], ...told } = announced;
    const unknown = new Set(roles.length === 0 ? [] : await this.use.roles.unknown(tx, roles));
    const ofPlatform = this.use.isPlatform(context.tenantId);
    const known = roles.filter((role) => !unknown.has(role) && (ofPlatform || !role.startsWith('platform_')));
    const assignments: Assignment[] = known.map((role) => ({ role, outlets: null, deviceKinds: null, regions: null }));
    const displayName = told.displayName ?? told.email ?? userId.slice(0, 100);
    const wish = { id: undefined, staffNumber: undefined, ...NOBODY, ...told, displayName, userId, assignments };
    await this.hiring.hire(tx, context, wish);
  }

  private async follow(tx: Tx, context: RequestContext, person: StaffMember, told: AnnouncedUser): Promise<void> {
    const { staff, outbox } = this.use;
    const { active, roles: _roles, emailVerified: _verified, ...changes } = told;
    const changed = changeStaff(person, withoutSame(person, changes satisfies StaffChanges), context.at);
    const turned = await this.turned(tx, context, changed.state, active);
    const events = [...changed.events, ...turned.events];
    if (events.length > 0) await staff.save(tx, turned.state);
    outbox.append(tx, events);
  }

  private async turned(
    tx: Tx,
    { tenantId, principal: by, at }: RequestContext,
    person: StaffMember,
    active: boolean | undefined,
  ): Promise<ReturnType<typeof disableStaff>> {
    const { staff, plan, isPlatform } = this.use;
    const isActive = person.status === 'active';
    if (active === undefined || active === isActive) return { state: person, events: [] };
    if (active) {
      const decision = enableStaff(person, { at, reason: REASON });
      await plan.reserve(tx, () => staff.countActive(tx));
      return decision;
    }
    const ofPlatform = isPlatform(tenantId);
    const otherOwners = await staff.countOthersWith(tx, ownerRolesOf(ofPlatform), person.id);
    return disableStaff(person, { by, at, reason: REASON, otherOwners, ofPlatform });
  }
}
