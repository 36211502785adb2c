import type { TenantId } from '../../../kernel/ids.js';
import { beginProvisioning, finishStep } from './provisioning.js';
import {
  confirmByHand,
  expireRegistration,
  rejectRegistration,
  requestRegistration,
  type RequestFacts,
} from './registration-lifecycle.js';
import {
  STEPS,
  type Registration,
  type RegistrationId,
  type RegistrationStatus,
  type RegistrationWish,
} from './registration.js';

/** Examples of registrations for tests: one in each state, on a day that begins at 09:00 UTC. */

const [ID, BUSINESS, OWNER, KEY] = [1, 2, 3, 4].map((one) => `0197a3c2-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
  string,
];
export const AT = new Date('2026-11-21T09:00:00Z');
export const CODE = { hash: 'a'.repeat(64), key: 'k1' };

/** So many minutes after the day began. */
export function after(minutes: number): Date {
  return new Date(AT.getTime() + minutes * 60_000);
}

export const WISH: RegistrationWish = {
  ...{ id: ID as RegistrationId, slug: 'acme', name: 'Acme Street Food', currency: 'KES', country: 'KE' },
  ...{ region: 'east-africa', timeZone: 'Africa/Nairobi', industry: 'cafe', plan: 'standard', channel: 'email' },
  ...{ language: 'en', owner: { name: 'Amina Yusuf', email: 'amina@example.com', phone: '+254712345678' } },
};
export const FACTS: RequestFacts = {
  ...{ businessId: BUSINESS as TenantId, ownerId: OWNER, apiKeyId: KEY, by: 'api-key:portal', at: AT },
  ...{ source: 'portal', code: CODE },
};

const DEED = { by: 'user:root', at: after(1), reason: 'known in person' };
const requested = (): Registration => requestRegistration(WISH, FACTS).state;
const verified = (): Registration => confirmByHand(requested(), DEED).state;
const provisioning = (): Registration => beginProvisioning(verified(), after(1));
const active = (): Registration =>
  STEPS.reduce((registration, step) => finishStep(registration, step, after(2)).state, provisioning());
const rejected = (): Registration => rejectRegistration(requested(), { ...DEED, reason: 'a prank' }).state;
const expired = (): Registration => expireRegistration(requested(), after(8 * 24 * 60)).state;

export const EACH: Readonly<Record<RegistrationStatus, () => Registration>> = {
  ...{ requested, verified, provisioning, active, expired, rejected },
};
