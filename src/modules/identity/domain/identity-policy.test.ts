import type { Refusal } from '../../../kernel/refusal.js';
import { DEFAULT_POLICY, demandsTotp, setPolicy, type IdentityRules } from './identity-policy.js';

const AT = new Date('2026-11-21T08:00:00Z');
const RULES: IdentityRules = { passwords: true, totpRequiredFor: ['owner', 'owner', 'manager'], passwordMinLength: 16 };
const set = (rules: Partial<IdentityRules>, hasOther = true) =>
  setPolicy(DEFAULT_POLICY, { ...RULES, ...rules }, { tenantId: 't', at: AT, hasOther });

test('the first follows what the program takes for granted, and says what was before', () => {
  const { state, events } = set({});
  expect(state).toEqual({ ...RULES, totpRequiredFor: ['owner', 'manager'], updatedAt: AT, version: 1 });
  expect(events).toMatchObject([
    { sequence: 1, aggregateId: 't', data: { policy: { passwordMinLength: 16 }, before: { passwordMinLength: 12 } } },
  ]);
});

test.each<[Partial<IdentityRules>, boolean, string]>([
  [{ passwordMinLength: 11 }, true, 'identity_policy_invalid'],
  [{ passwordMinLength: 129 }, true, 'identity_policy_invalid'],
  [{ passwordMinLength: 12.5 }, true, 'identity_policy_invalid'],
  [{ totpRequiredFor: Array.from({ length: 51 }, (_, index) => `r${index}`) }, true, 'identity_policy_invalid'],
  [{ passwords: false }, false, 'passwords_needed'],
])('%j is refused when there is another way: %s', (rules, hasOther, code) => {
  let refusal: Refusal | undefined;
  try {
    set(rules, hasOther);
  } catch (error) {
    refusal = error as Refusal;
  }
  expect(refusal?.code).toBe(code);
});

test('passwords can go where there is another way', () => {
  expect(set({ passwords: false }).state.passwords).toBe(false);
});

test('a second factor is demanded of who has one of the roles', () => {
  expect(demandsTotp(RULES, ['cashier', 'manager'])).toBe(true);
  expect(demandsTotp(RULES, ['cashier'])).toBe(false);
  expect(demandsTotp(DEFAULT_POLICY, ['platform_super_admin'])).toBe(true);
  expect(demandsTotp(DEFAULT_POLICY, ['owner'])).toBe(false);
});
