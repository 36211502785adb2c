import type { Decision } from '../../../kernel/decision.js';
import type { TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { licenceEvent, licenceSnapshot, type LicenceChange, type LicenceEvent } from './licence-events.js';
import type { LicensingRefusal } from './licensing-refusal.js';
import type { PlanTerms } from './plan.js';
import { DAY_MS, statusAt, type Override, type Subscription, type SubscriptionStatus } from './subscription.js';

export type LicenceDecision = Decision<Subscription, LicenceEvent>;

/** What the subscription service says of a business. */
export interface SubscriptionWord {
  readonly terms: PlanTerms;
  readonly status: SubscriptionStatus;
  readonly paidUntil: Date | null;
  /** Null where the service leaves it to us: counted from the first word after the paid time. */
  readonly graceUntil: Date | null;
}

/** What a business has that was never given a plan: the terms, without any end. It is not kept until something is done to it. */
export function implicit(businessId: TenantId, terms: PlanTerms, at: Date): Subscription {
  return {
    ...{ businessId, terms, status: 'active', trial: false, since: at, paidUntil: null, graceUntil: null },
    ...{ revoked: null, cancelled: null, overrides: [], flags: {}, source: 'local', lastHeardAt: null },
    ...{ version: 0, eventSequence: 0 },
  };
}

/**
 * Gives a business a plan. Left out, the paid time of a new business is the plan's trial, else without end.
 * @throws Refusal `licence_state_conflict` while it is revoked, `licence_invalid`.
 */
export function assign(
  licence: Subscription,
  { terms, paidUntil, reason }: { terms: PlanTerms; paidUntil?: Date | null; reason?: string | null },
  at: Date,
): LicenceDecision {
  assertNot(licence, at, ['revoked'], 'assigned');
  const trial = paidUntil === undefined && terms.trialDays > 0 && licence.version === 0;
  const until = paidUntil === undefined ? (trial ? after(at, terms.trialDays) : null) : paidUntil;
  if (until !== null && until <= at) throw inThePast();
  const state = { ...licence, terms, trial, since: at, cancelled: null, ...OURS, ...paid(terms, until) };
  return changed(licence, state, 'assigned', at, reason ?? null);
}

/** Prolongs the paid time; a trial is paid from then on. @throws Refusal `licence_state_conflict`, `licence_invalid`. */
export function extend(licence: Subscription, paidUntil: Date, at: Date, reason: string | null): LicenceDecision {
  assertNot(licence, at, ['revoked'], 'extended');
  if (licence.paidUntil === null) throw conflict('extended', statusAt(licence, at));
  if (paidUntil <= licence.paidUntil || paidUntil <= at) throw inThePast();
  const state = { ...licence, ...OURS, trial: false, cancelled: null, ...paid(licence.terms, paidUntil) };
  return changed(licence, state, 'extended', at, reason);
}

/** Lets it end with its paid time, without a grace period; one without an end ends now. @throws Refusal `licence_state_conflict`. */
export function cancel(licence: Subscription, reason: string, at: Date): LicenceDecision {
  assertNot(licence, at, ['revoked', 'cancelled', 'expired'], 'cancelled');
  return changed(licence, { ...licence, ...OURS, cancelled: { at, reason } }, 'cancelled', at, reason);
}

/** Withdraws it at once. @throws Refusal `licence_state_conflict` when it is revoked. */
export function revoke(licence: Subscription, reason: string, at: Date): LicenceDecision {
  assertNot(licence, at, ['revoked'], 'revoked');
  const state = moved(licence, { ...licence, ...OURS, revoked: { at, reason } }, at);
  const data = { licence: licenceSnapshot(state), before: before(licence), reason };
  return { state, events: [licenceEvent('pos.licence.revoked', state, data)] };
}

/** Puts it in force again, as far as it is paid. @throws Refusal `licence_state_conflict` when it is not revoked. */
export function restore(licence: Subscription, reason: string, at: Date): LicenceDecision {
  if (licence.revoked === null) throw conflict('restored', statusAt(licence, at));
  const state = moved(licence, { ...licence, ...OURS, revoked: null }, at);
  const data = { licence: licenceSnapshot(state), before: before(licence), reason };
  return withExpiry(licence, state, [licenceEvent('pos.licence.restored', state, data)]);
}

/** Gives or takes something beside the plan, in the place of what was given under the name before. Also while it is revoked. */
export function setOverride(licence: Subscription, override: Override, at: Date): LicenceDecision {
  const others = licence.overrides.filter(({ name }) => name !== override.name);
  return changed(licence, { ...licence, overrides: [...others, override] }, 'override_set', at, override.reason);
}

/** Takes an override back. @throws Refusal `licence_override_not_found`. */
export function removeOverride(licence: Subscription, name: string, at: Date, reason: string | null): LicenceDecision {
  const overrides = licence.overrides.filter((one) => one.name !== name);
  if (overrides.length === licence.overrides.length)
    throw new Refusal<LicensingRefusal>('licence_override_not_found', { name });
  return changed(licence, { ...licence, overrides }, 'override_removed', at, reason);
}

/** Sets switches; those left out stay. In any state: they limit nothing. */
export function setFlags(licence: Subscription, flags: Readonly<Record<string, boolean>>, at: Date): LicenceDecision {
  return changed(licence, { ...licence, flags: { ...licence.flags, ...flags } }, 'flags_set', at, null);
}

/** Takes the word of the subscription service. Said again, it is only known to hold still. */
export function hear(licence: Subscription, word: SubscriptionWord, at: Date): LicenceDecision {
  const revoked = word.status === 'revoked' ? (licence.revoked ?? { at, reason: SAID }) : null;
  const cancelled = word.status === 'cancelled' ? (licence.cancelled ?? { at, reason: SAID }) : null;
  const told: Subscription = {
    ...{
      ...licence,
      terms: word.terms,
      status: word.status,
      trial: word.status === 'trial',
      paidUntil: word.paidUntil,
    },
    ...{ graceUntil: graceHeard(licence, word, at), revoked, cancelled, source: 'remote', lastHeardAt: at },
  };
  if (isSame(licence, told)) return { state: { ...licence, lastHeardAt: at }, events: [] };
  if (revoked !== null && licence.revoked === null) {
    const state = numbered(licence, told);
    const data = { licence: licenceSnapshot(state), before: before(licence), reason: SAID };
    return { state, events: [licenceEvent('pos.licence.revoked', state, data)] };
  }
  if (revoked === null && licence.revoked !== null) {
    const state = numbered(licence, told);
    const data = { licence: licenceSnapshot(state), before: before(licence), reason: SAID };
    return withExpiry(licence, state, [licenceEvent('pos.licence.restored', state, data)]);
  }
  return changed(licence, told, 'heard', at, null);
}

/** Takes the service's answer to a question. What it told by itself since then is newer, and holds. */
export function hearAnswer(licence: Subscription, word: SubscriptionWord, askedAt: Date): LicenceDecision {
  const { source, lastHeardAt } = licence;
  const isOld = source === 'remote' && lastHeardAt !== null && lastHeardAt > askedAt;
  return isOld ? { state: licence, events: [] } : hear(licence, word, askedAt);
}

/** Moves it on with time. Of a remote one nothing. */
export function passTime(licence: Subscription, at: Date): LicenceDecision {
  const ended = licence.overrides.some(({ endsAt }) => endsAt !== null && endsAt <= at);
  if (statusAt(licence, at) === licence.status && !ended) return { state: licence, events: [] };
  const overrides = licence.overrides.filter(({ endsAt }) => endsAt === null || endsAt > at);
  return changed(licence, { ...licence, overrides }, 'time_passed', at, null);
}

/** Whoever acts on it here decides from then on. */
const OURS = { source: 'local' } as const;
const SAID = 'said by the subscription service';

function changed(
  licence: Subscription,
  wanted: Subscription,
  change: LicenceChange,
  at: Date,
  reason: string | null,
): LicenceDecision {
  const state = moved(licence, wanted, at);
  const data = { licence: licenceSnapshot(state), before: before(licence), change, reason };
  return withExpiry(licence, state, [licenceEvent('pos.licence.changed', state, data)]);
}

/** Tells that it has run out, when this is how it came to that. */
function withExpiry(licence: Subscription, state: Subscription, events: readonly LicenceEvent[]): LicenceDecision {
  if (state.status !== 'expired' || licence.status === 'expired') return { state, events };
  const expired = { ...state, eventSequence: state.eventSequence + 1 };
  const data = { licence: licenceSnapshot(expired), before: before(licence) };
  return { state: expired, events: [...events, licenceEvent('pos.licence.expired', expired, data)] };
}

function moved(licence: Subscription, wanted: Subscription, at: Date): Subscription {
  return { ...numbered(licence, wanted), status: statusAt(wanted, at) };
}

function numbered({ version, eventSequence }: Subscription, wanted: Subscription): Subscription {
  return { ...wanted, version: version + 1, eventSequence: eventSequence + 1 };
}

function before(licence: Subscription): ReturnType<typeof licenceSnapshot> | null {
  return licence.version === 0 ? null : licenceSnapshot(licence);
}

function paid(terms: PlanTerms, until: Date | null): Pick<Subscription, 'paidUntil' | 'graceUntil'> {
  return { paidUntil: until, graceUntil: until && after(until, terms.graceDays) };
}

/** Counted from a word that was heard, never from silence. */
function graceHeard(licence: Subscription, { graceUntil, paidUntil, terms }: SubscriptionWord, at: Date): Date | null {
  if (graceUntil !== null || paidUntil === null) return graceUntil;
  if (at < paidUntil) return after(paidUntil, terms.graceDays);
  const counted = licence.source === 'remote' && licence.paidUntil?.getTime() === paidUntil.getTime();
  const heardBefore = counted && licence.lastHeardAt !== null && licence.lastHeardAt >= paidUntil;
  return heardBefore ? licence.graceUntil : after(at, terms.graceDays);
}

function isSame(licence: Subscription, told: Subscription): boolean {
  if (licence.version === 0 || licence.source !== 'remote') return false;
  const plain = (one: Subscription): string => JSON.stringify({ ...licenceSnapshot(one), flags: null });
  return plain(licence) === plain(told);
}

function after(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

function assertNot(licence: Subscription, at: Date, statuses: readonly SubscriptionStatus[], what: string): void {
  const status = statusAt(licence, at);
  if (statuses.includes(status)) throw conflict(what, status);
}

function conflict(what: string, status: SubscriptionStatus): Refusal<LicensingRefusal> {
  return new Refusal('licence_state_conflict', { what, status });
}

function inThePast(): Refusal<LicensingRefusal> {
  const message = 'must be later than now, and later than what is paid already';
  return new Refusal('licence_invalid', {}, [{ pointer: '/paidUntil', message }]);
}
