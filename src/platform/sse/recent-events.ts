import type { LoggedEvent } from '../../kernel/outbox.js';
import type { Audience } from './fan-out.js';

/** Some events in order, and the position up to which there are no others. */
export interface EventPage {
  readonly events: readonly LoggedEvent[];
  readonly position: number;
}

export interface RecentLimits {
  /** Events that are kept, of all tenants. */
  readonly events: number;
  /** Characters of their data. */
  readonly length: number;
  /** Characters of data in a page, and events. */
  readonly pageLength: number;
  readonly pageEvents: number;
}

export const RECENT_DEFAULTS: RecentLimits = { events: 5_000, length: 8_388_608, pageLength: 262_144, pageEvents: 100 };

/** The last events that the tail has handed out: who was away for a moment, as a thousand are at once, need not ask the database. */
export class RecentEvents {
  private events: LoggedEvent[] = [];
  private length = 0;
  private floor = Infinity;

  constructor(private readonly limits: RecentLimits = RECENT_DEFAULTS) {}

  /** Forgets all; what comes is what follows this position. */
  begin(position: number): void {
    this.events = [];
    this.length = 0;
    this.floor = position;
  }

  add(events: readonly LoggedEvent[]): void {
    this.events.push(...events);
    for (const { json } of events) this.length += json.length;
    if (this.events.length > this.limits.events || this.length > this.limits.length) this.forget();
  }

  /** True when all that was handed out after the position is here. */
  reachesBackTo(position: number): boolean {
    return position >= this.floor;
  }

  /** The next events after a position that the audience accepts; `undefined` when that is too long ago for this memory. */
  page(audience: Audience, after: number): EventPage | undefined {
    if (!this.reachesBackTo(after)) return undefined;
    const chosen: LoggedEvent[] = [];
    let length = 0;
    let position = after;
    for (let index = this.indexAfter(after); index < this.events.length; index++) {
      const event = this.events[index] as LoggedEvent;
      const isChosen = event.tenantId === audience.tenantId && audience.accepts(event);
      if (isChosen && chosen.length > 0 && length + event.json.length > this.limits.pageLength) break;
      position = event.position;
      if (!isChosen) continue;
      length += event.json.length;
      if (chosen.push(event) >= this.limits.pageEvents) break;
    }
    return { events: chosen, position };
  }

  /** When the tenant's first event after the position happened. */
  firstAfter({ tenantId }: Audience, after: number): Date | undefined {
    for (let index = this.indexAfter(after); index < this.events.length; index++) {
      const event = this.events[index] as LoggedEvent;
      if (event.tenantId === tenantId) return event.occurredAt;
    }
    return undefined;
  }

  private indexAfter(position: number): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.events[middle] as LoggedEvent).position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Forgets a quarter more than it must, so that it does not move the rest each time. */
  private forget(): void {
    const { events, length } = this.limits;
    let count = 0;
    while (this.events.length - count > events * 0.75 || this.length > length * 0.75) {
      this.length -= (this.events[count] as LoggedEvent).json.length;
      count += 1;
    }
    const [last] = this.events.splice(0, count).slice(-1);
    if (last !== undefined) this.floor = last.position;
  }
}
