import type { OutletId } from './ids.js';
import type { Tx } from './transaction.js';

/** Something that has happened, as the domain says it. The outbox adds id, time, tenant, actor and trace. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  /** The aggregate's kind, the plural that names its topic: `orders` goes to `pos.orders`. */
  readonly aggregate: string;
  readonly aggregateId: string;
  /** Position in the aggregate's own history, from 1 without gaps; consumers drop what is not above the last seen. */
  readonly sequence: number;
  readonly outletId: OutletId | null;
  /** The state after the change, as JSON will show it. */
  readonly data: Data;
}

/** Takes events into the transaction of the change they tell of; nothing is sent before it commits (GUARANTEES G5). */
export interface Outbox {
  append(tx: Tx, events: readonly DomainEvent[]): void;
}

/** An event on its way out: what subscribers, the broker and webhooks are handed. CloudEvents 1.0 attributes by other names. */
export interface PublishedEvent extends DomainEvent {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly requestId: string;
  readonly traceParent: string | null;
}

/** Where the relay hands events. A rejected promise means: not taken, offer the same batch again. */
export interface EventSink {
  readonly name: string;
  deliver(events: readonly PublishedEvent[]): Promise<void>;
}

/** A module of this program that reacts to events. */
export interface EventSubscriber {
  /** A type, or a prefix of types that ends in `*`. */
  readonly pattern: string;
  /** Told after the change has committed, in the order of the aggregate; maybe twice: remember `event.id` where that matters. */
  handle(event: PublishedEvent): Promise<void>;
}
