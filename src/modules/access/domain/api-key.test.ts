import type { Principal } from '../../../kernel/context.js';
import type { OutletId, TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  issueApiKey,
  retireApiKey,
  revokeApiKey,
  type ApiKey,
  type ApiKeyId,
  type ApiKeyRefusal,
  type ApiKeyWish,
} from './api-key.js';
import { hintOf, readKey, SECRET_BYTES, writeKey } from './key-text.js';
import { PERMISSIONS } from './permissions.js';
import { permissionsOf, ROLE_PERMISSIONS, type Role } from './roles.js';

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
const keys: Record<ApiKey['status'], ApiKey> = { active, revoked: revokeApiKey(active, at).state };

const commands = {
  revoke: (key: ApiKey) => revokeApiKey(key, later).state,
  retire: (key: ApiKey) => retireApiKey(key, later),
};
const outcomes: Record<keyof typeof commands, Record<ApiKey['status'], ApiKey['status'] | ApiKeyRefusal>> = {
  revoke: { active: 'revoked', revoked: 'api_key_revoked' },
  retire: { active: 'active', revoked: 'api_key_revoked' },
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
  { title: 'the real world', by: { ...owner, test: true }, more: {} },
])('nobody hands out $title', ({ by, more }) => {
  expect(() => issueApiKey({ ...wish, ...more }, { by, at, hint: 'abcd' })).toThrow(
    new Refusal('api_key_exceeds_caller'),
  );
});

test('a key that ends sooner keeps its end', () => {
  expect(retireApiKey({ ...active, expiresAt: at }, later).expiresAt).toEqual(at);
});

test('a key says its tenant and mode, and shows four characters', () => {
  const text = writeKey('test', tenant, new Uint8Array(SECRET_BYTES).fill(0xa5));
  expect(text).toMatch(/^pos_test_[0-9a-z]{26}_[0-9a-z]{40}$/);
  expect(readKey(text)).toEqual({ mode: 'test', tenantId: tenant });
  expect(text.endsWith(hintOf(text))).toBe(true);
});

test.each([
  '',
  'pos_live_x',
  `pos_live_${'z'.repeat(26)}_${'0'.repeat(40)}`,
  `pos_prod_${'0'.repeat(26)}_${'0'.repeat(40)}`,
])('%p is no key', (text) => expect(readKey(text)).toBeUndefined());

// The matrix cell by cell, written out so that nobody widens a role by accident.
const matrix: Record<Role, string> = {
  cashier:
    'orders:read orders:write catalog:read outlets:read tenant:read streams:read kitchen:read availability:write ' +
    'gift_cards:read loyalty:read loyalty:enrol ' +
    'drawers:open tenders:read shifts:clock',
  supervisor:
    'orders:read orders:write orders:void orders:refund orders:discount orders:tax_exempt catalog:read outlets:read ' +
    'tenant:read ' +
    'streams:read kitchen:read availability:write gift_cards:read gift_cards:issue loyalty:read loyalty:enrol drawers:read ' +
    'drawers:open tenders:read shifts:clock drawers:move drawers:no_sale payments:read shifts:read tips:read ' +
    'days:read approvals:grant house_accounts:read notices:read notices:write',
  manager:
    'orders:read orders:write orders:void orders:refund orders:refund_other_tender orders:discount ' +
    'orders:tax_exempt orders:comp ' +
    'orders:override_price pricebooks:read pricebooks:write promotions:read promotions:write gift_cards:read gift_cards:issue ' +
    'gift_cards:manage loyalty:read loyalty:enrol loyalty:manage catalog:read catalog:write availability:write outlets:read ' +
    'outlets:write reports:read api_keys:read tenant:read streams:read kitchen:read drawers:read webhooks:read ' +
    'dead_letters:read ' +
    'drawers:open tenders:read shifts:clock drawers:move drawers:no_sale payments:read shifts:read tips:read ' +
    'days:read approvals:grant house_accounts:read notices:read notices:write drawers:approve drawers:manage ' +
    'drawers:deposit tenders:write payments:resolve settlements:write providers:read shifts:manage tips:manage ' +
    'days:close audit:read approvals:manage house_accounts:manage invariants:read',
  inventory_clerk: 'catalog:read catalog:write availability:write pricebooks:read outlets:read tenant:read',
  accountant:
    'orders:read catalog:read outlets:read reports:read tenant:read pricebooks:read promotions:read gift_cards:read ' +
    'loyalty:read ' +
    'drawers:read tenders:read payments:read settlements:write shifts:read tips:read days:read audit:read ' +
    'house_accounts:read invariants:read notices:read',
  owner: PERMISSIONS.join(' '),
};
test.each(Object.entries(matrix))('%s may %s', (role, permissions) => {
  expect([...permissionsOf([role])].sort()).toEqual(permissions.split(' ').sort());
});

test('unknown roles give nothing, and roles add up', () => {
  expect(permissionsOf(['astronaut', 'constructor', '__proto__']).size).toBe(0);
  expect(permissionsOf(Object.keys(ROLE_PERMISSIONS)).size).toBe(PERMISSIONS.length);
});
