import type { Principal } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ActiveApiKey, ApiKey, ApiKeyId, ApiKeySnapshot, EventTime } from './api-key.js';
import { activeOnly, apiKeySnapshot, changeApiKey, placeOf } from './api-key-lifecycle.js';

export type RenewalId = Id<'api-key-renewal'>;

/** Somebody's wish that a key last longer, and what became of it. */
export type Renewal = AskedRenewal | DecidedRenewal;

interface RenewalBase {
  readonly id: RenewalId;
  readonly apiKeyId: ApiKeyId;
  /** Until when the key should last; null: forever. */
  readonly wantedUntil: Date | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}
export interface AskedRenewal extends RenewalBase {
  readonly status: 'asked';
}
export interface DecidedRenewal extends RenewalBase {
  readonly status: 'granted' | 'denied';
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly note: string | null;
  /** Null: forever, or denied. */
  readonly grantedUntil: Date | null;
}

export type RenewalRefusal =
  | 'api_key_renewal_not_found'
  | 'api_key_renewal_open'
  | 'api_key_renewal_decided'
  | 'api_key_renewal_own'
  | 'api_key_without_end';

/** A wish for renewal as events show it. */
export interface RenewalSnapshot {
  readonly id: RenewalId;
  /** Null: forever. */
  readonly wantedUntil: EventTime | null;
  readonly reason: string;
  readonly askedBy: string;
}

/** The data of the events of renewals by their types. They stand in the history of the key. */
export interface RenewalEvents {
  /** Somebody asked that a key last longer. */
  'pos.api_key.renewal_asked': { readonly apiKey: ApiKeySnapshot; readonly renewal: RenewalSnapshot };
  /** A key lasts longer, because somebody asked and somebody else agreed. */
  'pos.api_key.renewal_granted': {
    readonly apiKey: ApiKeySnapshot;
    readonly renewal: RenewalSnapshot;
    readonly before: {
      /** Null: it had no end. */
      readonly expiresAt: EventTime | null;
    };
    readonly note: string | null;
  };
  /** A key ends as it would have ended. */
  'pos.api_key.renewal_denied': {
    readonly apiKey: ApiKeySnapshot;
    readonly renewal: RenewalSnapshot;
    readonly reason: string;
  };
}

export type RenewalEvent = {
  [Type in keyof RenewalEvents]: DomainEvent<Type, RenewalEvents[Type]>;
}[keyof RenewalEvents];

/** What is asked for. */
export interface RenewalWish {
  readonly id: RenewalId;
  readonly wantedUntil: Date | null;
  readonly reason: string;
}

/** A wish and the key that it is about, both after a decision. */
export interface RenewedKey<State extends Renewal> {
  readonly key: ActiveApiKey;
  readonly renewal: State;
}

interface Act {
  readonly by: Principal;
  readonly at: Date;
}

/**
 * Asks that a key last longer; an end that is over already may be asked for by nobody.
 * @throws Refusal `api_key_revoked`, `api_key_without_end`, `api_key_end_in_past`.
 */
export function askForRenewal(
  key: ApiKey,
  wish: RenewalWish,
  { by, at }: Act,
): Decision<RenewedKey<AskedRenewal>, RenewalEvent> {
  const present = activeOnly(key);
  if (key.expiresAt === null) throw new Refusal<RenewalRefusal>('api_key_without_end');
  if (wish.wantedUntil !== null && wish.wantedUntil <= at) throw new Refusal('api_key_end_in_past');
  const renewal: AskedRenewal = { ...wish, apiKeyId: key.id, status: 'asked', askedBy: by.id, askedAt: at };
  const state = { ...present, version: key.version + 1 };
  const data = { apiKey: apiKeySnapshot(state), renewal: snapshotOf(renewal) };
  return {
    state: { key: state, renewal },
    events: [{ type: 'pos.api_key.renewal_asked', ...placeOf(state), data }],
  };
}

/**
 * Lets a key last longer. @param until the new end; null: none.
 * @throws Refusal `api_key_renewal_decided`, `api_key_renewal_own`, and what changing the end of a key is refused with.
 */
export function grantRenewal(
  { key, renewal }: { readonly key: ApiKey; readonly renewal: Renewal },
  { until, note, ...act }: Act & { readonly until: Date | null; readonly note: string | null },
): Decision<RenewedKey<DecidedRenewal>, RenewalEvent> {
  const asked = openOnly(renewal, act.by);
  const { state: renewed } = changeApiKey(key, { expiresAt: until }, { ...act, reason: null });
  const state = { ...renewed, version: key.version + 1 };
  const decided = decidedOf(asked, act, { status: 'granted', note, grantedUntil: until });
  const before = { expiresAt: key.expiresAt?.toISOString() ?? null };
  const data = { apiKey: apiKeySnapshot(state), renewal: snapshotOf(asked), before, note };
  return {
    state: { key: state, renewal: decided },
    events: [{ type: 'pos.api_key.renewal_granted', ...placeOf(state), data }],
  };
}

/** Leaves the end of a key as it is. @throws Refusal `api_key_renewal_decided`, `api_key_renewal_own`. */
export function denyRenewal<Key extends ApiKey>(
  { key, renewal }: { readonly key: Key; readonly renewal: Renewal },
  { reason, ...act }: Act & { readonly reason: string },
): Decision<{ readonly key: Key; readonly renewal: DecidedRenewal }, RenewalEvent> {
  const asked = openOnly(renewal, act.by);
  const state = { ...key, version: key.version + 1 };
  const decided = decidedOf(asked, act, { status: 'denied', note: reason, grantedUntil: null });
  const data = { apiKey: apiKeySnapshot(state), renewal: snapshotOf(asked), reason };
  return {
    state: { key: state, renewal: decided },
    events: [{ type: 'pos.api_key.renewal_denied', ...placeOf(state), data }],
  };
}

function openOnly(renewal: Renewal, by: Principal): AskedRenewal {
  const { id, status } = renewal;
  if (renewal.status !== 'asked') throw new Refusal<RenewalRefusal>('api_key_renewal_decided', { id, status });
  if (renewal.askedBy === by.id) throw new Refusal<RenewalRefusal>('api_key_renewal_own');
  return renewal;
}

function decidedOf(
  asked: AskedRenewal,
  { by, at }: Act,
  decision: Pick<DecidedRenewal, 'status' | 'note' | 'grantedUntil'>,
): DecidedRenewal {
  return { ...asked, ...decision, decidedBy: by.id, decidedAt: at };
}

function snapshotOf({ id, wantedUntil, reason, askedBy }: Renewal): RenewalSnapshot {
  return { id, wantedUntil: wantedUntil?.toISOString() ?? null, reason, askedBy };
}
