import type { Id, OutletId } from '../../../kernel/ids.js';
import type { EntryKind, EntryPerson, JsonObject } from './entry.js';

/** Of what is kept: the entry's own id, except where another entry has that. */
export type EntryRecordId = Id<'sync-entry'>;

/** `held`: waits, and is tried again by itself. `rejected` and `quarantined` wait for a person. `discarded`: a person decided so. */
export const ENTRY_STATUSES = ['applied', 'held', 'rejected', 'quarantined', 'discarded'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** Why a batch was sent. */
export const TRIGGERS = ['sale', 'button', 'reconnect', 'schedule', 'end_of_day', 'hub', 'file'] as const;
export type SyncTrigger = (typeof TRIGGERS)[number];

/** An order as an entry left it. */
export interface EntryOrder {
  readonly id: string;
  readonly number: string;
  /** @asType integer */
  readonly version: number;
  readonly status: string;
  readonly receiptNumber: string | null;
}

/** Where an entry stands. */
export interface EntryStanding {
  readonly status: EntryStatus;
  /** Why it did not simply take effect: a code of this module, or that of the refusal. */
  readonly code: string | null;
  /** The same in a sentence. */
  readonly detail: string | null;
  readonly facts: JsonObject;
  /** Held: entries that have to take effect first. */
  readonly waitsFor: readonly string[];
  readonly order: EntryOrder | null;
}

/** An entry as it came, and what became of it. */
export interface EntryRecord extends EntryStanding {
  readonly id: EntryRecordId;
  /** As the device named it. */
  readonly entryId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly sequence: number;
  /** False for what is not believed to be of the device's chain: a broken seal, a second entry of one number or id. */
  readonly inChain: boolean;
  /** One of `EntryKind`, or one that this program is too old to know. */
  readonly kind: string;
  /** What it is about: an order, a drawer session, a shift. */
  readonly subjectId: string | null;
  /** The drawer session that its money goes into. */
  readonly sessionId: string | null;
  readonly body: JsonObject;
  readonly actor: EntryPerson;
  readonly approver: EntryPerson | null;
  readonly dependsOn: readonly string[];
  readonly previousHash: string;
  readonly hash: string;
  readonly signature: string;
  /** The same text twice has the same; no two records do. */
  readonly fingerprint: string;
  /** The device's clock. */
  readonly deviceAt: Date;
  readonly receivedAt: Date;
  /** The device's clock less the server's when it was sent, in ms; `null`: not measured. */
  readonly skewMs: number | null;
  /** When it happened, as believed. */
  readonly happenedAt: Date;
  /** The trading day of that at the outlet, `YYYY-MM-DD`. */
  readonly businessDate: string;
  /** Who handed it in, where that was not the device itself, as events name actors. */
  readonly relayedBy: string | null;
  readonly trigger: SyncTrigger;
  /** How often it was tried. */
  readonly tries: number;
  /** When the worker tries again; `null`: not by itself. */
  readonly nextTryAt: Date | null;
  /** From 1, one up with each change. */
  readonly version: number;
}

/** What an entry is about. Text that is no id names nothing. */
export function linksOf(kind: string, body: JsonObject): { subjectId: string | null; sessionId: string | null } {
  const order = objectIn(body, 'order');
  const [about] = kind.split('.');
  if (about === 'drawer') return { subjectId: idIn(body, 'sessionId'), sessionId: idIn(body, 'sessionId') };
  if (about === 'shift') return { subjectId: idIn(body, 'shiftId'), sessionId: null };
  const subjectId = idIn(body, 'orderId') ?? idIn(order, 'id');
  return { subjectId, sessionId: idIn(body, 'drawerSessionId') ?? idIn(order, 'drawerSessionId') };
}

const OF_WHAT_WAS_BEFORE: ReadonlySet<string> = new Set<EntryKind>([
  'order.change_line',
  'order.remove_line',
  'order.add_payment',
  'order.complete',
  'order.fire',
  'order.hold',
  'order.recall',
  'order.void',
  'order.refund',
  'drawer.count',
  'drawer.close',
]);

/**
 * True for kinds that mean something else when something is missing that was done to the same order or drawer before. Adding a line
 * or cash does not: these may come in any order (DOMAIN.md P10). A payment does: before all lines are there, it pays too much of too
 * little, and what it gives back as change is wrong.
 */
export function needsAllBefore(kind: string): boolean {
  return OF_WHAT_WAS_BEFORE.has(kind);
}

/**
 * True for kinds of which there is one at a time, at a drawer or for a person: what ended the one before may be missing. Sales wait for
 * the opening of their drawer, so that is waited for only while a gap is new.
 */
export function opensAgain(kind: string): boolean {
  return kind === ('drawer.open' satisfies EntryKind) || kind === ('shift.clock_in' satisfies EntryKind);
}

/** What a kind is about: `order`, `drawer`, `shift`. */
export function aboutOf(kind: string): string {
  return kind.split('.', 1)[0] ?? kind;
}

/** Kinds that something begins with. */
export const BEGINNINGS: ReadonlySet<string> = new Set<EntryKind>(['order.place', 'drawer.open', 'shift.clock_in']);

/** True for kinds that count or close a drawer: they wait for sales that go into it, too. */
export function countsDrawer(kind: string): boolean {
  return kind === ('drawer.count' satisfies EntryKind) || kind === ('drawer.close' satisfies EntryKind);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idIn(body: JsonObject, name: string): string | null {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' && ID.test(value) ? value : null;
}

function objectIn(body: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
