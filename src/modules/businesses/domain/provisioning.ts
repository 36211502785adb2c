import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { placeOf, registrationSnapshot, type RegistrationEvent } from './registration-events.js';
import { ended, next, notOpen } from './registration-lifecycle.js';
import { STEPS, type Registration, type RegistrationRefusal, type Step } from './registration.js';

type Decided = Decision<Registration, RegistrationEvent>;

/** How long whoever makes a business has it in hand: within this time and a look around, another takes over (60 s). */
const LEASE_MS = 30_000;
const RETRY_MS = { first: 5_000, max: 30_000 };

/** Takes the making of a business in hand. @throws Refusal `registration_not_open` where there is nothing to make. */
export function beginProvisioning(registration: Registration, at: Date): Registration {
  if (registration.status !== 'verified' && registration.status !== 'provisioning') throw notOpen(registration);
  return later({ ...registration, status: 'provisioning' }, at, LEASE_MS);
}

/** The first step that is not done; `undefined` when all are. */
export function nextStep({ stepsDone }: Registration): Step | undefined {
  return STEPS.find((step) => !stepsDone.includes(step));
}

/** A step is done; with the last one the business is there and the owner's contact goes. Told twice, it counts once. */
export function finishStep(registration: Registration, step: Step, at: Date): Decided {
  if (registration.status !== 'provisioning' || registration.stepsDone.includes(step))
    return { state: registration, events: [] };
  const stepsDone = STEPS.filter((one) => one === step || registration.stepsDone.includes(one));
  const done = later({ ...registration, stepsDone, failure: null, tries: 0 }, at, LEASE_MS);
  if (nextStep(done) !== undefined) return { state: done, events: [] };
  const state = next({ ...ended(registration, at), stepsDone, status: 'active', tries: 0 });
  const data = { registration: registrationSnapshot(state) };
  return { state, events: [{ type: 'pos.business.provisioned', ...placeOf(state), data }] };
}

/** A step did not work: it is tried again, after growing waits. @param failure one word. */
export function postpone(registration: Registration, failure: string, at: Date): Registration {
  if (registration.status !== 'provisioning') return registration;
  const wait = Math.min(RETRY_MS.max, RETRY_MS.first * 2 ** Math.min(registration.tries, 8));
  return later({ ...registration, failure, tries: registration.tries + 1 }, at, wait);
}

/**
 * The first API key is made, once: its text is shown and kept nowhere.
 * @throws Refusal `first_key_not_due` before the business is there, `first_key_made`.
 */
export function makeFirstKey(registration: Registration, at: Date): Registration {
  const { id, apiKeyMadeAt, stepsDone } = registration;
  if (!stepsDone.includes('tenant'))
    throw new Refusal<RegistrationRefusal>('first_key_not_due', { registrationId: id, status: registration.status });
  if (apiKeyMadeAt !== null) throw new Refusal<RegistrationRefusal>('first_key_made', { registrationId: id });
  return { ...registration, apiKeyMadeAt: at, version: registration.version + 1 };
}

function later(registration: Registration, at: Date, waitMs: number): Registration {
  return { ...registration, nextTryAt: new Date(at.getTime() + waitMs), version: registration.version + 1 };
}
