import type { ServiceIdentifier } from 'inversify';
import type { IdSource } from '../kernel/ids.js';
import type { EventSink, EventSubscriber, Outbox } from '../kernel/outbox.js';
import type { Transactor } from '../kernel/transaction.js';

/** Names under which the composition root hands technology to modules. Typed, so that swapped arguments do not compile. */
function token<Service>(name: string): ServiceIdentifier<Service> {
  return Symbol.for(`pos:${name}`);
}

export const TRANSACTOR = token<Transactor>('transactor');
/** Over a few connections of its own: for short transactions that one which is running waits for. */
export const SIDE_TRANSACTOR = token<Transactor>('side-transactor');
export const OUTBOX = token<Outbox>('outbox');
export const IDS = token<IdSource>('ids');
/** The server's time, in ms since the epoch. Tests move it; nothing else does. */
export const CLOCK = token<() => number>('clock');
/** Bound once by each consumer of events; the dispatcher serves all of them. */
export const EVENT_SINK = token<EventSink>('event-sink');
/** Bound once by each reaction of a module to events of this program. */
export const EVENT_SUBSCRIBER = token<EventSubscriber>('event-subscriber');

/** Says how one part that the service depends on is, for /readyz; none but PostgreSQL makes the service unready (GUARANTEES G12). */
export interface HealthPart {
  readonly name: string;
  /** `up`, `down`, or how it is done without: `in-process`, `not configured`. Never rejects, never waits longer than a second. */
  state(): Promise<string>;
}
export const HEALTH_PART = token<HealthPart>('health-part');

/** Work that goes on behind the requests, in the processes that dispatch events (OUTBOX_DISPATCH). */
export interface BackgroundWork {
  readonly name: string;
  start(): void;
  /** Ends after what is in hand. */
  stop(): Promise<void>;
}
export const BACKGROUND_WORK = token<BackgroundWork>('background-work');
