import {
  coversType,
  type EventSink,
  type EventSubscriber,
  type LoggedEvent,
  type PublishedEvent,
} from '../../kernel/outbox.js';

/**
 * Modules of this process that react to events. A handler that fails makes the aggregate's events wait and come again; after
 * bounded tries the event becomes a dead letter.
 */
export class Subscribers implements EventSink {
  readonly name = 'subscribers';

  constructor(private readonly subscribers: readonly EventSubscriber[]) {}

  async deliver(events: readonly LoggedEvent[]): Promise<void> {
    for (const event of events) {
      const concerned = this.subscribers.filter((subscriber) => {
        return coversType(subscriber.pattern, event.type) && (subscriber.concerns?.(event) ?? true);
      });
      if (concerned.length === 0) continue;
      const published = parsed(event);
      for (const subscriber of concerned) await subscriber.handle(published);
    }
  }
}

function parsed({ json, position: _position, ...event }: LoggedEvent): PublishedEvent {
  return { ...event, data: JSON.parse(json) as object };
}

/** Writes one line for each event: the trail an operator reads at level debug. Data stays out, it is personal. */
export class LogSink implements EventSink {
  readonly name = 'log';

  constructor(private readonly write: (facts: Readonly<Record<string, unknown>>) => void) {}

  deliver(events: readonly LoggedEvent[]): Promise<void> {
    for (const { id, type, tenantSlug, aggregateId, sequence, requestId } of events) {
      this.write({ eventId: id, type, tenant: tenantSlug, subject: aggregateId, sequence, requestId });
    }
    return Promise.resolve();
  }
}
