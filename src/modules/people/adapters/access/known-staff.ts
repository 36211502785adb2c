import type { TenantId } from '../../../../kernel/ids.js';
import type { PublishedEvent } from '../../../../kernel/outbox.js';
import type { EventSubscriber } from '../../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { KnownUsers, RoleUses, type KnownUser } from '../../../access/index.js';
import { subjectsOf } from '../../application/stored-people.js';
import type { PersonId } from '../../domain/person.js';
import type { Recall } from '../../ports/recall.js';
import type { StaffRepository } from '../../ports/staff-repository.js';

/** Tokens of the auth service are refused to who does not work here any more, whatever the auth service thinks. */
export class StaffAsUsers extends KnownUsers {
  constructor(
    private readonly transactor: Transactor,
    private readonly staff: Pick<StaffRepository, 'findByUserId'>,
  ) {
    super();
  }

  async find(tenantId: TenantId, subject: string): Promise<KnownUser | undefined> {
    const person = await this.transactor.read({ tenantId }, (tx) => this.staff.findByUserId(tx, subject));
    return person && { disabled: person.status === 'disabled', subjects: subjectsOf(person) };
  }
}

/** A role that somebody has stays. */
export class RolesOfStaff extends RoleUses {
  constructor(private readonly staff: Pick<StaffRepository, 'countWith'>) {
    super();
  }

  inUse(tx: Tx, code: string): Promise<number> {
    return this.staff.countWith(tx, code);
  }
}

/** What the auth service tells of its users changes people, too, and no request waits for that: then the door is told by the event. */
export class TellsTheDoor implements EventSubscriber {
  readonly pattern = 'pos.staff.*';

  constructor(private readonly door: Recall) {}

  handle({ aggregateId, data }: PublishedEvent): Promise<void> {
    const { staff } = data as { staff?: { userId?: string | null } };
    this.door.recall(...subjectsOf({ id: aggregateId as PersonId, userId: staff?.userId ?? null }));
    return Promise.resolve();
  }
}
