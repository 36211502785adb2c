import type { EventSink, EventSubscriber, PublishedEvent } from '../../kernel/outbox.js';

/**
 * Modules of this process that react to events. A handler that fails stops the cursor, so the event is offered again; later
 * events wait behind it, in order.
 */
export class Subscribers implements EventSink {
  readonly name = 'subscribers';

  constructor(private readonly subscribers: readonly EventSubscriber[]) {}

  async deliver(events: readonly PublishedEvent[]): Promise<void> {
    for (const event of events) {
      for (const subscriber of this.subscribers) {
        if (matches(subscriber.pattern, event.type)) await subscriber.handle(event);
      }
    }
  }
}

/** Writes one line for each event: the trail an operator reads when no broker is configured. Data stays out, it is personal. */
export class LogSink implements EventSink {
  readonly name = 'log';

  constructor(private readonly write: (facts: Readonly<Record<string, unknown>>) => void) {}

  deliver(events: readonly PublishedEvent[]): Promise<void> {
    for (const { id, type, tenantSlug, aggregateId, sequence, requestId } of events) {
      this.write({ eventId: id, type, tenant: tenantSlug, subject: aggregateId, sequence, requestId });
    }
    return Promise.resolve();
  }
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
