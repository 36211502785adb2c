import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Id, OutletId } from '../../../kernel/ids.js';

export type DiscoveryId = Id<'outlet-discovery'>;

/**
 * `found`: the registry had it and it is here now. `known`: somebody else had told of it meanwhile. `unknown`: the registry has
 * none of that id, or it is closed. `distrusted`: what came was not the registry's answer. `unusable`: it was, and no outlet can be
 * like that. `unanswered`: nobody answered in time.
 */
export type DiscoveryOutcome = 'found' | 'known' | 'unknown' | 'distrusted' | 'unusable' | 'unanswered';

/** How a question ended: the outcome, and why in a word where there is something to say. */
export interface DiscoveryEnd {
  readonly outcome: DiscoveryOutcome;
  readonly reason: string | null;
}

/** A question to the registry about an outlet that is not known here. */
export interface Discovery {
  readonly id: DiscoveryId;
  readonly outletId: OutletId;
  /** Whose request it came with: `user:…`. */
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly tries: number;
  /** Null when it has ended. */
  readonly nextTryAt: Date | null;
  /** Null while it is open. */
  readonly outcome: DiscoveryOutcome | null;
  readonly reason: string | null;
  readonly answeredAt: Date | null;
}

/** Codes with which an outlet that is not known yet is refused. */
export type DiscoveryRefusal = 'outlet_discovery_pending' | 'registry_unavailable' | 'registry_distrusted';

/** So long the registry is asked again; then the question has ended without an answer. */
export const GIVE_UP_MS = 60_000;
const BACKOFF_MS = { first: 1_000, max: 16_000 };

/** A discovery as events tell it. */
export interface DiscoverySnapshot {
  readonly id: string;
  /** The outlet that was asked about; it is not known here. */
  readonly outletId: string;
  readonly askedBy: string;
  /** ISO 8601. */
  readonly askedAt: string;
  /** @asType integer */
  readonly tries: number;
  readonly outcome: 'distrusted' | 'unusable' | 'unanswered';
  /** A word, such as `signature_wrong`. */
  readonly reason: string | null;
  /** ISO 8601. */
  readonly answeredAt: string;
}

/** The data of the events about discoveries by their types. */
export interface DiscoveryEvents {
  /** The registry of outlets was asked about an outlet and gave no answer that could be believed and used. */
  'pos.outlet.discovery_failed': { readonly discovery: DiscoverySnapshot; readonly reason: string | null };
}
export type DiscoveryEvent = DomainEvent<'pos.outlet.discovery_failed', DiscoveryEvents['pos.outlet.discovery_failed']>;

/** Begins a question. @param leaseMs for how long whoever asks has it in hand. */
export function ask(asked: Pick<Discovery, 'id' | 'outletId' | 'askedBy' | 'askedAt'>, leaseMs: number): Discovery {
  const nextTryAt = new Date(asked.askedAt.getTime() + leaseMs);
  return { ...asked, tries: 0, nextTryAt, outcome: null, reason: null, answeredAt: null };
}

/** Takes an open question in hand. */
export function takeInHand(discovery: Discovery, at: Date, leaseMs: number): Discovery {
  return { ...discovery, nextTryAt: new Date(at.getTime() + leaseMs) };
}

/**
 * The registry was silent: it is asked again after growing waits, until a minute is over.
 * @param random 0 to 1, spreads the waits.
 */
export function remainUnanswered(discovery: Discovery, why: string, at: Date, random: number): Discovery {
  const tries = discovery.tries + 1;
  if (at.getTime() - discovery.askedAt.getTime() >= GIVE_UP_MS)
    return end(discovery, { outcome: 'unanswered', reason: why }, at);
  const ceiling = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** Math.min(discovery.tries, 16));
  const nextTryAt = new Date(at.getTime() + ceiling * (0.5 + random / 2));
  return { ...discovery, tries, nextTryAt, reason: why };
}

/** Ends an open question; one that has ended stays as it is. */
export function end(discovery: Discovery, { outcome, reason }: DiscoveryEnd, at: Date): Discovery {
  if (discovery.outcome !== null) return discovery;
  return { ...discovery, tries: discovery.tries + 1, nextTryAt: null, outcome, reason, answeredAt: at };
}

/** What is told of a question that has ended: of those that went wrong. */
export function eventsOf(discovery: Discovery): readonly DiscoveryEvent[] {
  const { id, outletId, askedBy, askedAt, tries, outcome, reason, answeredAt } = discovery;
  if (answeredAt === null || outcome === null || !isFailure(outcome)) return [];
  const times = { askedAt: askedAt.toISOString(), answeredAt: answeredAt.toISOString() };
  const told = { id, outletId, askedBy, tries, outcome, reason, ...times };
  const place = { aggregate: 'outlet_discoveries', aggregateId: id, sequence: 1, outletId: null } as const;
  return [{ type: 'pos.outlet.discovery_failed', ...place, data: { discovery: told, reason } }];
}

function isFailure(outcome: DiscoveryOutcome): outcome is DiscoverySnapshot['outcome'] {
  return outcome === 'distrusted' || outcome === 'unusable' || outcome === 'unanswered';
}
