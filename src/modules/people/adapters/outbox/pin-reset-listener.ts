import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import type { TellOfPinReset } from '../../application/tell-of-pin-reset.js';
import type { PersonId } from '../../domain/person.js';

/** Tells people of PINs that were set for them, once the change has committed. */
export class PinResetListener implements EventSubscriber {
  readonly pattern = 'pos.staff.pin_reset';

  constructor(private readonly tell: TellOfPinReset) {}

  handle({ id: eventId, tenantId, tenantSlug, aggregateId }: PublishedEvent): Promise<void> {
    return this.tell.execute({ eventId, tenantId, tenantSlug, personId: aggregateId as PersonId });
  }
}
