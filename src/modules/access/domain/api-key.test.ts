import type { Principal } from '../../../kernel/context.js';
import type { OutletId, TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ActiveApiKey, ApiKey, ApiKeyId, ApiKeyRefusal, ApiKeyWish } from './api-key.js';
import { changeApiKey, issueApiKey, remindOfEnd, retireApiKey, revokeApiKey } from './api-key-lifecycle.js';
import { hintOf, readToken, SECRET_BYTES, writeToken } from './token-text.js';
import { PERMISSIONS } from './permissions.js';

const at = new Date('2030-01-01T00:00:00Z');
const later = new Date('2030-01-02T00:00:00Z');
const outlet = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' as OutletId;
const tenant = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4f' as TenantId;
const owner: Principal = { kind: 'user', id: 'anna', permissions: new Set(PERMISSIONS), test: false };
const wish: ApiKeyWish = {
  id: 'k' as ApiKeyId,
  name: 'shop',
  mode: 'live',
  permissions: ['orders:read'],
  outlets: null,
  expiresAt: null,
};
const active = issueApiKey(wish, { by: owner, at, hint: 'abcd' }).state;
const act = { by: owner, at, reason: 'lost' };
const keys: Record<ApiKey['status'], ApiKey> = { active, revoked: revokeApiKey(active, act).state };

const commands = {
  revoke: (key: ApiKey) => revokeApiKey(key, act).state,
  retire: (key: ApiKey) => retireApiKey(key, later).state,
  change: (key: ApiKey) => changeApiKey(key, { name: 'other' }, act).state,
};
const outcomes: Record<keyof typeof commands, Record<ApiKey['status'], ApiKey['status'] | ApiKeyRefusal>> = {
  revoke: { active: 'revoked', revoked: 'api_key_revoked' },
  retire: { active: 'active', revoked: 'api_key_revoked' },
  change: { active: 'active', revoked: 'api_key_revoked' },
};
const cells = Object.entries(outcomes).flatMap(([command, row]) =>
  Object.entries(row).map(([status, outcome]) => ({
    command: command as keyof typeof commands,
    status: status as ApiKey['status'],
    outcome,
  })),
);

test.each(cells)('$command of a key that is $status: $outcome', ({ command, status, outcome }) => {
  expect(outcomeOf(() => commands[command](keys[status]))).toBe(outcome);
});

function outcomeOf(run: () => ApiKey): string {
  try {
    return run().status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test.each([
  { title: 'a permission they lack', by: { ...owner, permissions: new Set<string>() }, more: {} },
  { title: 'all outlets', by: { ...owner, outlets: new Set([outlet]) }, more: {} },
  { title: 'an outlet of others', by: { ...owner, outlets: new Set<OutletId>() }, more: { outlets: [outlet] } },
  { title: 'all regions', by: { ...owner, regions: new Set(['east']) }, more: {} },
  { title: 'the real world', by: { ...owner, test: true }, more: {} },
])('nobody hands out $title', ({ by, more }) => {
  expect(() => issueApiKey({ ...wish, ...more }, { by, at, hint: 'abcd' })).toThrow(
    new Refusal('api_key_exceeds_caller'),
  );
});

test('a key that ends sooner keeps its end', () => {
  const { state, events } = retireApiKey({ ...active, expiresAt: at }, later);
  expect(state).toMatchObject({ expiresAt: at, version: 1, remindedDays: 0 });
  expect(events).toEqual([]);
});

test('a key says its tenant and mode, and shows four characters', () => {
  const text = writeToken('test', tenant, new Uint8Array(SECRET_BYTES).fill(0xa5));
  expect(text).toMatch(/^pos_test_[0-9a-z]{26}_[0-9a-z]{40}$/);
  expect(readToken(text)).toEqual({ kind: 'test', tenantId: tenant });
  expect(text.endsWith(hintOf(text))).toBe(true);
});

test.each([
  '',
  'pos_live_x',
  `pos_live_${'z'.repeat(26)}_${'0'.repeat(40)}`,
  `pos_prod_${'0'.repeat(26)}_${'0'.repeat(40)}`,
])('%p is no key', (text) => expect(readToken(text)).toBeUndefined());

test('what is done to a key has its place in its history', () => {
  const made = issueApiKey({ ...wish, permissions: ['orders:read', 'orders:void'] }, { by: owner, at, hint: 'abcd' });
  const narrowed = changeApiKey(made.state, { permissions: ['orders:read'], expiresAt: later }, act);
  const ended = revokeApiKey(narrowed.state, act);
  const events = [made, narrowed, ended].flatMap((decision) => decision.events);
  expect(events.map(({ sequence, type }) => `${sequence} ${type}`)).toEqual([
    '1 pos.api_key.created',
    '2 pos.api_key.changed',
    '3 pos.api_key.revoked',
  ]);
  expect(narrowed.events[0]?.data).toMatchObject({
    before: { permissions: ['orders:read', 'orders:void'], expiresAt: null },
    reason: 'lost',
  });
  expect(ended.state).toMatchObject({ revokedBy: 'anna', revokeReason: 'lost', version: 3 });
});

test('a change that changes nothing is told to nobody', () => {
  expect(changeApiKey(active, { name: 'shop', permissions: ['orders:read'] }, act)).toEqual({
    state: active,
    events: [],
  });
});

const ending: ActiveApiKey = { ...active, expiresAt: later };
const poor: Principal = { ...owner, permissions: new Set(['api_keys:write']) };
test.each([
  {
    title: 'more permissions',
    key: active,
    changes: { permissions: ['orders:void'] as const },
    by: owner,
    code: 'api_key_not_narrower',
  },
  { title: 'an end that is over', key: ending, changes: { expiresAt: at }, by: owner, code: 'api_key_end_in_past' },
  {
    title: 'a longer life by who may less',
    key: ending,
    changes: { expiresAt: null },
    by: poor,
    code: 'api_key_exceeds_caller',
  },
  {
    title: 'a longer life of a live key by a test key',
    key: ending,
    changes: { expiresAt: null },
    by: { ...owner, test: true },
    code: 'api_key_exceeds_caller',
  },
])('a key is not given $title', ({ key, changes, by, code }) => {
  expect(() => changeApiKey(key, changes, { by, at, reason: null })).toThrow(expect.objectContaining({ code }));
});

test('who may less may still let a key do less, and end sooner', () => {
  const changes = { name: 'other', expiresAt: new Date(later.getTime() - 1) };
  expect(changeApiKey(ending, changes, { by: poor, at, reason: null }).state).toMatchObject(changes);
});

const DAY_MS = 86_400_000;
const daysBefore = (days: number): Date => new Date(later.getTime() - days * DAY_MS);
test('an end is told of 30, 7 and 1 days before, once each', () => {
  let key: ApiKey = { ...ending, remindedDays: null };
  const told: string[] = [];
  for (const days of [40, 31, 30, 29, 8, 7, 6.5, 2, 1, 0.5, 0, -1]) {
    const decision = remindOfEnd(key, daysBefore(days));
    if (decision === undefined) continue;
    told.push(`${days}: ${(decision.events[0]?.data as { withinDays: number }).withinDays}`);
    key = decision.state;
  }
  expect(told).toEqual(['30: 30', '7: 7', '1: 1']);
});

test.each([
  {
    title: 'was made to end within a day',
    key: issueApiKey({ ...wish, expiresAt: later }, { by: owner, at, hint: 'a' }).state,
  },
  { title: 'is replaced', key: retireApiKey({ ...active, expiresAt: null }, later).state },
  { title: 'is revoked', key: revokeApiKey(ending, act).state },
  { title: 'has no end', key: active },
])('nobody is told of the end of a key that $title', ({ key }) => {
  expect(remindOfEnd(key, at)).toBeUndefined();
});

test('who lasts longer is told of again', () => {
  const told = remindOfEnd({ ...ending, remindedDays: 30 }, at)?.state as ApiKey;
  const longer = changeApiKey(told, { expiresAt: new Date(later.getTime() + 90 * DAY_MS) }, act).state;
  expect(longer.remindedDays).toBeNull();
});
