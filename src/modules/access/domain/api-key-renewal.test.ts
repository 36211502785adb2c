import type { Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ApiKey, ApiKeyId } from './api-key.js';
import { issueApiKey, revokeApiKey } from './api-key-lifecycle.js';
import { askForRenewal, denyRenewal, grantRenewal, type Renewal, type RenewalId } from './api-key-renewal.js';
import { PERMISSIONS } from './permissions.js';

const at = new Date('2030-01-01T00:00:00Z');
const later = new Date('2030-02-01T00:00:00Z');
const anna: Principal = { kind: 'user', id: 'anna', permissions: new Set(PERMISSIONS), test: false };
const ben: Principal = { ...anna, id: 'ben' };
const key = issueApiKey(
  {
    ...{ id: 'k' as ApiKeyId, name: 'shop', mode: 'live', permissions: ['orders:read'], outlets: null },
    expiresAt: new Date('2030-01-02T00:00:00Z'),
  },
  { by: anna, at, hint: 'abcd' },
).state;
const wish = { id: 'r' as RenewalId, wantedUntil: later, reason: 'the shop goes on' };
const asked = askForRenewal(key, wish, { by: ben, at }).state;
const granting = { by: anna, at, until: later, note: null };
const renewals: Record<Renewal['status'], Renewal> = {
  asked: asked.renewal,
  granted: grantRenewal(asked, granting).state.renewal,
  denied: denyRenewal(asked, { by: anna, at, reason: 'no' }).state.renewal,
};

const commands = {
  grant: (renewal: Renewal) => grantRenewal({ key: asked.key, renewal }, granting).state.renewal,
  deny: (renewal: Renewal) => denyRenewal({ key: asked.key, renewal }, { by: anna, at, reason: 'no' }).state.renewal,
  'grant, by who asked,': (renewal: Renewal) =>
    grantRenewal({ key: asked.key, renewal }, { ...granting, by: ben }).state.renewal,
  'deny, by who asked,': (renewal: Renewal) =>
    denyRenewal({ key: asked.key, renewal }, { by: ben, at, reason: 'no' }).state.renewal,
};
const decided = { granted: 'api_key_renewal_decided', denied: 'api_key_renewal_decided' };
const outcomes: Record<keyof typeof commands, Record<Renewal['status'], string>> = {
  grant: { asked: 'granted', ...decided },
  deny: { asked: 'denied', ...decided },
  'grant, by who asked,': { asked: 'api_key_renewal_own', ...decided },
  'deny, by who asked,': { asked: 'api_key_renewal_own', ...decided },
};
const cells = Object.entries(outcomes).flatMap(([command, row]) =>
  Object.entries(row).map(([status, outcome]) => ({
    command: command as keyof typeof commands,
    status: status as Renewal['status'],
    outcome,
  })),
);

test.each(cells)('$command of a request that is $status: $outcome', ({ command, status, outcome }) => {
  expect(outcomeOf(() => commands[command](renewals[status]).status)).toBe(outcome);
});

test.each<{ title: string; of: ApiKey; until: Date | null; outcome: string }>([
  {
    title: 'that is revoked',
    of: revokeApiKey(key, { by: anna, at, reason: null }).state,
    until: later,
    outcome: 'api_key_revoked',
  },
  { title: 'that has no end', of: { ...key, expiresAt: null }, until: later, outcome: 'api_key_without_end' },
  { title: 'until a time that is over', of: key, until: at, outcome: 'api_key_end_in_past' },
  { title: 'forever', of: key, until: null, outcome: 'asked' },
])('asking for a key $title: $outcome', ({ of, until, outcome }) => {
  expect(
    outcomeOf(() => askForRenewal(of, { ...wish, wantedUntil: until }, { by: ben, at }).state.renewal.status),
  ).toBe(outcome);
});

test('a granted key lasts longer, a denied one does not, and both stand in the history of the key', () => {
  const granted = grantRenewal(asked, granting);
  expect(granted.state.key).toMatchObject({ expiresAt: later, version: 3 });
  expect(granted.events).toMatchObject([
    { type: 'pos.api_key.renewal_granted', sequence: 3, data: { before: { expiresAt: '2030-01-02T00:00:00.000Z' } } },
  ]);
  const refused = denyRenewal(asked, { by: anna, at, reason: 'no' });
  expect(refused.state.key).toMatchObject({ expiresAt: key.expiresAt, version: 3 });
  expect(refused.events).toMatchObject([{ type: 'pos.api_key.renewal_denied', sequence: 3, data: { reason: 'no' } }]);
});

test('who grants must hold what the key may', () => {
  const poor = { ...anna, permissions: new Set(['api_keys:write']) };
  expect(outcomeOf(() => grantRenewal(asked, { ...granting, by: poor }).state.renewal.status)).toBe(
    'api_key_exceeds_caller',
  );
});

function outcomeOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
