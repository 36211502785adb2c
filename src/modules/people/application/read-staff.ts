import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { maySee } from '../domain/reach.js';
import type { PersonId } from '../domain/person.js';
import type { Badge, KeptPin, StaffMember, StaffRefusal } from '../domain/staff.js';
import type { BadgeRepository } from '../ports/badge-repository.js';
import type { PinRepository } from '../ports/pin-repository.js';
import type { StaffRepository } from '../ports/staff-repository.js';
import type { StaffQuery, StaffViews } from '../ports/staff-views.js';

/** How somebody can show who they are; nothing of the PIN itself. */
export type PinStanding = Pick<KeptPin, 'mustChange' | 'setAt'> | null;

/** Shows people to who may see them. */
export class ReadStaff {
  constructor(
    private readonly transactor: Transactor,
    private readonly staff: Pick<StaffRepository, 'find'>,
    private readonly views: StaffViews,
    private readonly pins: Pick<PinRepository, 'find'>,
    private readonly badges: Pick<BadgeRepository, 'list'>,
  ) {}

  /** By name, then id; one more than the limit may come back. */
  list(context: RequestContext, query: Omit<StaffQuery, 'within'>): Promise<readonly StaffMember[]> {
    const { outlets } = context.principal;
    const within = outlets === undefined ? {} : { within: [...outlets] };
    return this.transactor.read(context, (tx) => this.views.list(tx, { ...query, ...within }));
  }

  /** @throws Refusal `person_not_found`. */
  one(context: RequestContext, id: PersonId): Promise<StaffMember> {
    return this.transactor.read(context, (tx) => this.seen(tx, context, id));
  }

  /** @returns `null` where no PIN is set. @throws Refusal `person_not_found`. */
  pin(context: RequestContext, id: PersonId): Promise<PinStanding> {
    return this.transactor.read(context, async (tx) => {
      await this.seen(tx, context, id);
      const pin = await this.pins.find(tx, id);
      return pin === undefined ? null : { mustChange: pin.mustChange, setAt: pin.setAt };
    });
  }

  /** @throws Refusal `person_not_found`. */
  badgesOf(context: RequestContext, id: PersonId): Promise<readonly Badge[]> {
    return this.transactor.read(context, async (tx) => {
      await this.seen(tx, context, id);
      return this.badges.list(tx, id);
    });
  }

  private async seen(tx: Tx, { principal }: RequestContext, personId: PersonId): Promise<StaffMember> {
    const person = await this.staff.find(tx, personId);
    if (person === undefined || !maySee(principal, person.assignments))
      throw new Refusal<StaffRefusal>('person_not_found', { personId });
    return person;
  }
}
