import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { actorIdOf, type Person, type PersonId } from '../domain/person.js';
import { rolesAt, widest } from '../domain/rights.js';
import { foldedEmail, personOf, type StaffMember } from '../domain/staff.js';
import type { BadgeHashes } from '../ports/badge-hashes.js';
import type { BadgeRepository } from '../ports/badge-repository.js';
import type { PinRepository } from '../ports/pin-repository.js';
import type { RoleRights } from '../ports/role-rights.js';
import type { StaffRepository } from '../ports/staff-repository.js';
import { PeopleFacade, type PersonRights, type StoredPin, type Workplace } from './people-facade.js';

export interface PeopleStores {
  readonly staff: StaffRepository;
  readonly pins: PinRepository;
  readonly badges: BadgeRepository;
  readonly badgeHashes: BadgeHashes;
  readonly roles: RoleRights;
  /** The tenant that a transaction is confined to. */
  readonly tenantOf: (tx: Tx) => TenantId;
  /** In ms since the epoch. */
  readonly now: () => number;
}

/** How many people a sign-in screen offers. */
const OFFERED_MAX = 500;

/** People as they are stored, with nothing remembered between questions: what was changed holds at once. */
export class StoredPeople extends PeopleFacade {
  constructor(private readonly use: PeopleStores) {
    super();
  }

  async person(tx: Tx, id: PersonId): Promise<Person | undefined> {
    return shown(await this.use.staff.find(tx, id));
  }

  async byUserId(tx: Tx, userId: string): Promise<Person | undefined> {
    return shown(await this.use.staff.findByUserId(tx, userId));
  }

  async byEmail(tx: Tx, email: string): Promise<Person | undefined> {
    return shown(await this.use.staff.findByEmail(tx, foldedEmail(email)));
  }

  async byBadge(tx: Tx, badge: string): Promise<Person | undefined> {
    const { badges, badgeHashes, tenantOf, now } = this.use;
    const personId = await badges.used(tx, badgeHashes.of(tenantOf(tx), badge), new Date(now()));
    return personId && this.person(tx, personId);
  }

  async pinOf(tx: Tx, id: PersonId): Promise<StoredPin | undefined> {
    const pin = await this.use.pins.find(tx, id);
    return pin && { hash: pin.hash, mustChange: pin.mustChange };
  }

  async rightsAt(tx: Tx, id: PersonId, place: Workplace | null): Promise<PersonRights | undefined> {
    const { staff, roles } = this.use;
    const member = await staff.find(tx, id);
    if (member?.status !== 'active') return undefined;
    const choices = [];
    // One, but for who works in several outlets by different roles, and in the back office.
    for (const holding of rolesAt(member.assignments, place))
      choices.push({ ...holding, permissions: await roles.permissionsOf(tx, holding.roles) });
    const rights = widest(choices);
    if (rights === undefined) return undefined;
    const person = personOf(member);
    return { person, ...rights, subjects: [...subjectsOf(person), ...rights.roles.map((role) => `role:${role}`)] };
  }

  atPlace(tx: Tx, { outletId, deviceKind }: Workplace): Promise<readonly Person[]> {
    return this.use.staff.atPlace(tx, { outletId, deviceKind }, OFFERED_MAX);
  }
}

/** Names that the door can forget somebody by: their own, and that of whom the auth service vouches for. */
export function subjectsOf(person: Pick<Person, 'id' | 'userId'>): string[] {
  return person.userId === null ? [`staff:${person.id}`] : [`staff:${person.id}`, `user:${actorIdOf(person)}`];
}

function shown(member: StaffMember | undefined): Person | undefined {
  return member && personOf(member);
}
