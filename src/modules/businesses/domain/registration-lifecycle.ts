import type { Decision } from '../../../kernel/decision.js';
import type { TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { masked } from './contact.js';
import { assertWish } from './registration-checks.js';
import { placeOf, registrationSnapshot, type RegistrationEvent } from './registration-events.js';
import {
  CODE_MINUTES,
  CODE_TRIES,
  CODES_MAX,
  REGISTRATION_DAYS,
  RESEND_PAUSE_SECONDS,
  type KeptCode,
  type Registration,
  type RegistrationRefusal,
  type RegistrationWish,
} from './registration.js';

type Decided = Decision<Registration, RegistrationEvent>;

/** A fresh code, hashed. */
export type MadeCode = Pick<KeptCode, 'hash' | 'key'>;

/** What comes with a wish that its sender does not choose. */
export interface RequestFacts {
  readonly businessId: TenantId;
  readonly ownerId: string;
  readonly apiKeyId: string;
  readonly by: string;
  readonly at: Date;
  readonly source: Registration['source'];
  /** `null`: no codes are sent here. */
  readonly code: MadeCode | null;
}

/** Who acts, why, and when. */
export interface Deed {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HANDS_MS = 30_000;

/** A business wants in. @throws Refusal `registration_invalid`. */
export function requestRegistration(wish: RegistrationWish, facts: RequestFacts): Decided {
  assertWish(wish);
  const { by, at, code, businessId, ownerId, apiKeyId, source } = facts;
  const state: Registration = {
    ...{ ...wish, businessId, ownerId, apiKeyId, source, status: 'requested' },
    contact: wish.owner === null ? null : masked(wish.owner),
    ...(code === null ? NO_CODE : freshCode(code, 0, at)),
    ...{ stepsDone: [], apiKeyMadeAt: null, requestedBy: by, requestedAt: at },
    expiresAt: new Date(at.getTime() + REGISTRATION_DAYS * DAY_MS),
    ...{ verifiedBy: null, verifiedAt: null, endedAt: null, reason: null, failure: null, tries: 0 },
    ...{ nextTryAt: null, version: 1, eventSequence: 1 },
  };
  const data = { registration: registrationSnapshot(state) };
  return { state, events: [{ type: 'pos.business.registration_requested', ...placeOf(state), data }] };
}

const NO_CODE = { code: null, codesSent: 0, codeSentAt: null, delivery: 'by_hand' } as const;

function freshCode(made: MadeCode, sentBefore: number, at: Date) {
  const expiresAt = new Date(at.getTime() + CODE_MINUTES * MINUTE_MS);
  const code = { hash: made.hash, key: made.key, expiresAt, triesLeft: CODE_TRIES };
  return { code, codesSent: sentBefore + 1, codeSentAt: at, delivery: 'sending' } as const;
}

/** The registry of businesses knows it: nobody needs to enter a code. */
export function verifiedByRegistry(requested: Registration, at: Date): Decided {
  return verified(requested, { by: 'registry', who: requested.requestedBy, at, reason: null });
}

/** The code that can be entered now. @throws Refusal `registration_not_open`, `code_not_usable`. */
export function usableCode(registration: Registration, at: Date): KeptCode {
  assertRequested(registration, at);
  const { code } = registration;
  if (code === null || code.triesLeft === 0 || at >= code.expiresAt)
    throw new Refusal<RegistrationRefusal>('code_not_usable');
  return code;
}

/** Somebody entered a code. A wrong one counts: after the last try no code can be entered until another is sent. */
export function enterCode(registration: Registration, isRight: boolean, by: string, at: Date): Decided {
  const code = usableCode(registration, at);
  if (isRight) return verified(registration, { by: 'code', who: by, at, reason: null });
  const triesLeft = code.triesLeft - 1;
  const state = next({ ...registration, code: triesLeft === 0 ? null : { ...code, triesLeft } });
  const data = { registration: registrationSnapshot(state), triesLeft };
  return { state, events: [{ type: 'pos.business.verification_failed', ...placeOf(state), data }] };
}

/** An administrator stands for the owner. @throws Refusal `registration_not_open`. */
export function confirmByHand(registration: Registration, { by, at, reason }: Deed): Decided {
  assertRequested(registration, at);
  return verified(registration, { by: 'hand', who: by, at, reason });
}

/** Another code; the one before counts no more. @throws Refusal `codes_not_sent_here`, `codes_used_up`, `code_sent_recently`. */
export function resendCode(registration: Registration, made: MadeCode | null, at: Date): Decided {
  assertRequested(registration, at);
  const { codesSent, codeSentAt, delivery } = registration;
  if (made === null || registration.owner === null) throw new Refusal<RegistrationRefusal>('codes_not_sent_here');
  if (codesSent >= CODES_MAX) throw new Refusal<RegistrationRefusal>('codes_used_up', { limit: CODES_MAX });
  const waitSeconds = RESEND_PAUSE_SECONDS - (at.getTime() - (codeSentAt?.getTime() ?? 0)) / 1000;
  if (waitSeconds > 0 && delivery !== 'failed')
    throw new Refusal<RegistrationRefusal>('code_sent_recently', { retryAfterSeconds: Math.ceil(waitSeconds) });
  const state = next({ ...registration, ...freshCode(made, codesSent, at) });
  const data = { registration: registrationSnapshot(state), codesSent: state.codesSent };
  return { state, events: [{ type: 'pos.business.code_sent', ...placeOf(state), data }] };
}

/** What became of sending the code of that number; one that was sent since is another's matter. */
export function codeDelivered(registration: Registration, codesSent: number, isSent: boolean): Registration {
  if (registration.codesSent !== codesSent || registration.delivery !== 'sending') return registration;
  return { ...registration, delivery: isSent ? 'sent' : 'failed', version: registration.version + 1 };
}

/** It does not get in. @throws Refusal `registration_not_open` once the business is there: close that instead. */
export function rejectRegistration(registration: Registration, { at, reason }: Deed): Decided {
  const { status } = registration;
  const isMade = status === 'active' || registration.stepsDone.includes('tenant');
  if (isMade || status === 'expired' || status === 'rejected') throw notOpen(registration);
  const state = next({ ...ended(registration, at), status: 'rejected', reason });
  const data = { registration: registrationSnapshot(state), before: status, reason };
  return { state, events: [{ type: 'pos.business.registration_rejected', ...placeOf(state), data }] };
}

/** Nobody verified it in time. One that is no longer open stays as it is. */
export function expireRegistration(registration: Registration, at: Date): Decided {
  if (registration.status !== 'requested' || at < registration.expiresAt) return { state: registration, events: [] };
  const state = next({ ...ended(registration, at), status: 'expired' });
  const data = { registration: registrationSnapshot(state) };
  return { state, events: [{ type: 'pos.business.registration_expired', ...placeOf(state), data }] };
}

/** The owner's contact goes with the end of the registration, and so does the code. */
export function ended(registration: Registration, at: Date): Registration {
  return { ...registration, owner: null, code: null, endedAt: at, nextTryAt: null, failure: null };
}

/** The registration after one more change that is told. */
export function next(registration: Registration): Registration {
  return {
    ...registration,
    version: registration.version + 1,
    eventSequence: registration.eventSequence + 1,
  };
}

interface Verification {
  readonly by: 'code' | 'hand' | 'registry';
  readonly who: string;
  readonly at: Date;
  readonly reason: string | null;
}

function verified(registration: Registration, { by, who, at, reason }: Verification): Decided {
  // Whoever verified it goes on to make it; the worker takes it up when that did not happen.
  const nextTryAt = by === 'registry' ? at : new Date(at.getTime() + HANDS_MS);
  const done = { status: 'verified', code: null, verifiedBy: who, verifiedAt: at, reason, nextTryAt } as const;
  const state = next({ ...registration, ...done });
  const data = { registration: registrationSnapshot(state), by, reason };
  return { state, events: [{ type: 'pos.business.verified', ...placeOf(state), data }] };
}

function assertRequested(registration: Registration, at: Date): void {
  if (registration.status !== 'requested' || at >= registration.expiresAt) throw notOpen(registration);
}

/** What does not fit a registration that has come further or has ended. */
export function notOpen({ id, status }: Registration): Refusal<RegistrationRefusal> {
  return new Refusal('registration_not_open', { registrationId: id, status });
}
