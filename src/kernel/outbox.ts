import type { OutletId, TenantId } from './ids.js';
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

/** What the outbox adds to an event. CloudEvents 1.0 attributes by other names. */
interface Published {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly requestId: string;
  readonly traceParent: string | null;
  /** The linked device that the actor worked at. */
  readonly deviceId?: string | null;
}

/** An event on its way out, as modules that react to it are handed it. */
export interface PublishedEvent extends DomainEvent, Published {}

/** An event as it lies in the log. `json` is its data, unread: most ways out pass it on to the byte. */
export interface LoggedEvent extends Omit<DomainEvent, 'data'>, Published {
  readonly json: string;
  /** Its place among the events of all tenants; agrees with the order within each aggregate. */
  readonly position: number;
}

/** The sink as a whole takes nothing now: no event is to blame, and all are offered again, however long it lasts. */
export class SinkUnavailable extends Error {
  constructor(
    message: string,
    /** A word for metrics: `timeout`, `unreachable`, `stopping`. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SinkUnavailable';
  }
}

/** Why an event could not be delivered, for the dead-letter store. */
export interface DeadLetter {
  readonly event: LoggedEvent;
  readonly reason: string;
  readonly attempts: number;
}

/**
 * Where the dispatcher hands events: at least once, those of one aggregate in order, never two batches of one aggregate at a
 * time. A rejection with `SinkUnavailable` means that nothing can be taken now. Any other blames the events: the dispatcher
 * offers them again one aggregate at a time, then one by one, and after bounded tries buries the culprit.
 */
export interface EventSink {
  readonly name: string;
  deliver(events: readonly LoggedEvent[]): Promise<void>;
  /** Told of each event that is given up, once or more; the dead-letter table has it too. */
  bury?(letter: DeadLetter): Promise<void>;
}

/** A module of this program that reacts to events. */
export interface EventSubscriber {
  /** A type, or a prefix of types that ends in `*`. */
  readonly pattern: string;
  /** Looks at an event before its data is read: false spares reading what the subscriber would only pass over. */
  concerns?(event: LoggedEvent): boolean;
  /** Told after the change has committed, in the order of the aggregate; maybe twice: remember `event.id` where that matters. */
  handle(event: PublishedEvent): Promise<void>;
}

/** True when the pattern is the type, or the type begins with what stands before the pattern's final `*`. */
export function coversType(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
