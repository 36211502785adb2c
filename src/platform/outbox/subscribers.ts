import type { EventSink, PublishedEvent } from '../../kernel/outbox.js';

/** Told of an event after its change has committed. May be told twice: remember `event.id` where that matters. */
export type EventHandler = (event: PublishedEvent) => Promise<void>;

/**
 * Modules of this process that react to events. `pattern` is a type or a prefix ending in `*`. A handler that fails stops
 * the cursor, so the event is offered again; later events of other types wait behind it, in order.
 */
export class Subscribers implements EventSink {
  readonly name = 'subscribers';
  private readonly handlers: { readonly pattern: string; readonly handle: EventHandler }[] = [];

  subscribe(pattern: string, handle: EventHandler): void {
    this.handlers.push({ pattern, handle });
  }

  async deliver(events: readonly PublishedEvent[]): Promise<void> {
    for (const event of events) {
      for (const { pattern, handle } of this.handlers) if (matches(pattern, event.type)) await handle(event);
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
