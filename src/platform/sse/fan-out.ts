import type { TenantId } from '../../kernel/ids.js';
import type { LoggedEvent } from '../../kernel/outbox.js';
import { structured, withoutData } from '../cloudevents/envelope.js';
import { eventBlock } from './wire.js';

/** Which events of a tenant a stream shows. Streams with equal keys must accept the same events: they share their work. */
export interface Audience {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly key: string;
  accepts(event: Pick<LoggedEvent, 'type' | 'outletId'>): boolean;
  /** True of an event that is shown without its data; absent: none is. */
  hidesData?(event: Pick<LoggedEvent, 'type'>): boolean;
}

/** A stream that is shown live events. */
export interface Member {
  /** @returns false, having taken nothing, when the reader is too slow for now. */
  send(chunk: Uint8Array): boolean;
  /** Has all events up to a position, is no longer a member, and may join again when it has caught up. */
  fellBehind(position: number): void;
}

interface Group {
  readonly audience: Audience;
  readonly members: Set<Member>;
  pending: Uint8Array[];
  bytes: number;
  /** Up to here members have everything, whatever is pending. */
  position: number;
}

const TICK_MS = 50;
const FLUSH_BYTES = 262_144;

/**
 * Hands live events to the streams they are for. Each event is rendered once, streams of one audience share the bytes, and
 * what comes within a tick is one write.
 */
export class FanOut {
  private readonly tenants = new Map<string, Map<string, Group>>();
  private waiting = new Set<Group>();
  private timer: NodeJS.Timeout | undefined;
  private flushedMs = 0;

  constructor(private readonly sent: (events: number) => void) {}

  /** Adds a stream that has all events so far. */
  join(audience: Audience, member: Member): void {
    const groups = this.tenants.get(audience.tenantId) ?? new Map<string, Group>();
    this.tenants.set(audience.tenantId, groups);
    const group = groups.get(audience.key) ?? { audience, members: new Set(), pending: [], bytes: 0, position: 0 };
    groups.set(audience.key, group);
    this.flush(group); // what waits is for those who were here before
    group.members.add(member);
  }

  leave(audience: Audience, member: Member): void {
    const groups = this.tenants.get(audience.tenantId);
    const group = groups?.get(audience.key);
    if (groups === undefined || group === undefined || !group.members.delete(member) || group.members.size > 0) return;
    this.waiting.delete(group);
    groups.delete(audience.key);
    if (groups.size === 0) this.tenants.delete(audience.tenantId);
  }

  /** Takes the next events of all tenants. */
  page(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      const groups = this.tenants.get(event.tenantId);
      if (groups === undefined) continue;
      for (const group of groups.values()) {
        if (group.audience.accepts(event)) this.add(group, event.position, blockFor(group.audience, event));
      }
    }
    if (this.waiting.size > 0) this.schedule();
  }

  /** Writes what waits for a stream's audience, so that what is written next comes after it. */
  flushFor({ tenantId, key }: Audience): void {
    const group = this.tenants.get(tenantId)?.get(key);
    if (group !== undefined) this.flush(group);
  }

  private add(group: Group, position: number, block: Uint8Array): void {
    if (group.pending.length === 0) group.position = position - 1;
    group.pending.push(block);
    group.bytes += block.length;
    this.waiting.add(group);
    if (group.bytes >= FLUSH_BYTES) this.flush(group);
  }

  private schedule(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        const due = this.waiting;
        this.waiting = new Set();
        for (const group of due) this.flush(group);
        this.flushedMs = performance.now(); // from the end of one to the next: under load writes grow, not their number
      },
      Math.max(0, this.flushedMs + TICK_MS - performance.now()),
    );
  }

  private flush(group: Group): void {
    this.waiting.delete(group);
    const { pending, members } = group;
    if (pending.length === 0) return;
    group.pending = [];
    group.bytes = 0;
    const chunk = pending.length === 1 ? (pending[0] as Uint8Array) : Buffer.concat(pending);
    const before = members.size;
    for (const member of [...members]) {
      if (member.send(chunk)) continue;
      members.delete(member);
      member.fellBehind(group.position);
    }
    this.sent(pending.length * Math.min(before, members.size));
  }
}

const blocks = new WeakMap<LoggedEvent, Uint8Array>();
const hints = new WeakMap<LoggedEvent, Uint8Array>();

/** The bytes of an event on a stream; made once for as long as the event is remembered. */
export function blockFor(audience: Audience, event: LoggedEvent): Uint8Array {
  return audience.hidesData?.(event) === true ? made(hints, event, withoutData) : made(blocks, event, structured);
}

function made(known: WeakMap<LoggedEvent, Uint8Array>, event: LoggedEvent, text: (event: LoggedEvent) => string) {
  const block = known.get(event) ?? Buffer.from(eventBlock(event.position, event.type, text(event)));
  known.set(event, block);
  return block;
}
