import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { RaiseNotice } from '../../application/raise-notice.js';
import { NOTABLE } from '../../domain/notable.js';

/** Hears of what calls for a person, whichever module tells it. Told twice, there is one notice. */
export class NotableEventsListener implements EventSubscriber {
  readonly pattern = 'pos.*';

  constructor(
    private readonly raise: RaiseNotice,
    private readonly now: () => Date,
  ) {}

  concerns({ type }: LoggedEvent): boolean {
    return Object.hasOwn(NOTABLE, type);
  }

  async handle(event: PublishedEvent): Promise<void> {
    const { tenantId, tenantSlug, requestId, traceParent } = event;
    const principal = { kind: 'system', id: 'notices', permissions: new Set<string>(), test: false } as const;
    const trace = traceParent === null ? {} : { traceParent };
    await this.raise.execute({ tenantId, tenantSlug, requestId, principal, at: this.now(), ...trace }, event);
  }
}
