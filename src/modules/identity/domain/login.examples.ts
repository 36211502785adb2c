import type { Login, LoginId, PersonId, SecondFactor } from './login.js';

export const AT = new Date('2026-11-21T08:00:00Z');

export const PENDING: SecondFactor = { state: 'pending', sealed: 's' };
export const ON: SecondFactor = {
  state: 'on',
  sealed: 's',
  lastStep: 100,
  enrolledAt: AT,
  recoveryCodes: ['r1', 'r2'],
};

/** A login of which some things are otherwise. */
export function loginLike(changes: Partial<Login> = {}): Login {
  return {
    ...{ id: 'l' as LoginId, personId: 'p' as PersonId, email: 'ann@example.com', passwordHash: 'h' },
    ...{ passwordNumber: 1, passwordAt: AT, totp: { state: 'off' }, totpNumber: 0, lastSignInAt: null },
    ...{ createdBy: 'user:owner', createdAt: AT, updatedAt: AT, version: 3, eventSequence: 2, ...changes },
  };
}
