import { isUuid } from '../../../../kernel/ids.js';
import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import type { EndSessions } from '../../application/end-sessions.js';
import type { EndedWhy } from '../../domain/session.js';

interface Ending {
  readonly why: EndedWhy;
  readonly of: 'personId' | 'deviceId';
}

/** Events of other modules that end sessions, and of whom. The event's aggregate is the person or the device. */
export const ENDINGS: Readonly<Record<string, Ending>> = {
  'pos.staff.disabled': { why: 'staff_disabled', of: 'personId' },
  // Whoever knew the PIN of before may have begun them.
  'pos.staff.pin_reset': { why: 'pin_reset', of: 'personId' },
  'pos.device.unlinked': { why: 'device_unlinked', of: 'deviceId' },
  'pos.device.locked': { why: 'device_locked', of: 'deviceId' },
};

/** Ends the sessions of whoever or whatever an event took out of service. Twice is as once. */
export class EndingEventsListener implements EventSubscriber {
  constructor(
    readonly pattern: string,
    private readonly sessions: Pick<EndSessions, 'because'>,
  ) {}

  async handle(event: PublishedEvent): Promise<void> {
    const ending = ENDINGS[event.type];
    if (ending === undefined || !isUuid(event.aggregateId)) return;
    const { why, of } = ending;
    // Sessions that began after the event are not meant: the person was enabled, or the device unlocked, since.
    const told = { why, by: event.actor, at: event.occurredAt };
    await this.sessions.because(event.tenantId, { [of]: event.aggregateId }, told);
  }
}
