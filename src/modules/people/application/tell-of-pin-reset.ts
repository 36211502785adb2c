import type { TenantId } from '../../../kernel/ids.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';
import type { StaffMember } from '../domain/staff.js';
import type { PersonMessages } from '../ports/person-messages.js';
import type { StaffRepository } from '../ports/staff-repository.js';

/** Which reset somebody is to be told of. */
export interface PinResetTold {
  readonly eventId: string;
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly personId: PersonId;
}

/** Tells somebody that an administrator has set their PIN: who did not ask for that finds out. */
export class TellOfPinReset {
  constructor(
    private readonly transactor: Transactor,
    private readonly staff: Pick<StaffRepository, 'find'>,
    private readonly messages: PersonMessages,
  ) {}

  async execute({ eventId: reference, tenantId, tenantSlug, personId }: PinResetTold): Promise<void> {
    if (!this.messages.canSend) return;
    const person = await this.transactor.read({ tenantId }, (tx) => this.staff.find(tx, personId));
    const way = person && wayTo(person);
    if (way !== undefined)
      await this.messages.send({ reference, tenantSlug, ...way, language: person?.locale ?? null });
  }
}

function wayTo({ email, phone }: StaffMember): { channel: 'email' | 'sms'; to: string } | undefined {
  if (email !== null) return { channel: 'email', to: email };
  return phone === null ? undefined : { channel: 'sms', to: phone };
}
