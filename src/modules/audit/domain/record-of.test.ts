import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { PublishedEvent } from '../../../kernel/outbox.js';
import { accessRefused, targetOf } from './access-events.js';
import { mayBeAudited } from './audited-acts.js';
import { canonicalJson } from './canonical-json.js';
import { payloadOf } from './entry.js';
import { recordOf } from './record-of.js';

const NOW = new Date('2026-11-20T12:00:01Z');
const KES = (amount: number) => ({ amount, currency: 'KES' });
const order = {
  ...{ id: 'o1', number: 'A-000001', status: 'completed', version: 3, totals: { total: KES(500) } },
  ...{ lines: [{ id: 'l1' }], payments: [], taxExemption: null, serviceChargeWaived: false },
};

function eventOf(type: string, data: object): PublishedEvent {
  return {
    ...{ id: 'e1', type, aggregate: 'orders', aggregateId: 'o1', sequence: 1, outletId: 'x1' as OutletId, data },
    ...{ tenantId: 't1' as TenantId, tenantSlug: 't', occurredAt: new Date('2026-11-20T12:00:00Z') },
    ...{ actor: 'user:u1', requestId: 'r1', traceParent: null },
  };
}

test('an entry says who, what, to what, why, by whose leave and what it was', () => {
  const refund = { id: 'f1', amount: KES(200), reason: 'cold', approvedBy: 'user:u2' };
  expect(recordOf(eventOf('pos.order.refunded', { order, refund }), NOW)).toEqual({
    ...{ eventId: 'e1', at: new Date('2026-11-20T12:00:00Z'), recordedAt: NOW, actor: 'user:u1', outletId: 'x1' },
    ...{ deviceId: null, action: 'pos.order.refunded', target: 'orders/o1', outcome: 'allowed', reason: 'cold' },
    ...{ approvedBy: 'user:u2', before: null, requestId: 'r1' },
    after: {
      order: {
        ...{ id: 'o1', number: 'A-000001', status: 'completed', version: 3, totals: { total: KES(500) } },
        ...{ taxExemption: null, serviceChargeWaived: false },
      },
      refund,
    },
  });
});

test.each<[string, string, object, object]>([
  [
    'before',
    'pos.order.tip_changed',
    { order, before: KES(0), tip: KES(50) },
    { before: KES(0), after: { tip: KES(50) } },
  ],
  [
    '…Before',
    'pos.pricebook.published',
    { version: { number: 2 }, versionBefore: { number: 1 } },
    { before: { version: { number: 1 } } },
  ],
  ['a first movement’s reason', 'pos.gift_card.adjusted', { movements: [{ reason: 'typo' }] }, { reason: 'typo' }],
  [
    'who granted on the spot, where another is signed in',
    'pos.approval.granted',
    { approval: { reason: 'cold', decidedBy: 'user:m' } },
    { actor: 'user:u1', approvedBy: 'user:m', reason: 'cold' },
  ],
  [
    'nobody else, who granted themselves',
    'pos.approval.granted',
    { approval: { reason: 'cold', decidedBy: 'user:u1' } },
    { actor: 'user:u1', approvedBy: null },
  ],
  [
    'who decided',
    'pos.approval.used',
    { approval: { reason: 'cold', decidedBy: 'user:m' } },
    { approvedBy: 'user:m', reason: 'cold' },
  ],
  [
    'long lists',
    'pos.catalog.imported',
    { errors: Array.from({ length: 51 }, () => 'x') },
    { after: { errors: '51 entries' } },
  ],
])('%s', (_, type, data, expected) => {
  expect(recordOf(eventOf(type, data), NOW)).toMatchObject(expected);
});

const exempt = { ...order, taxExemption: { reference: 'UN' } };
test.each<[string, string, object, boolean]>([
  ['a sale', 'pos.order.completed', { order }, false],
  ['a sale free of tax, rung up at once', 'pos.order.completed', { order: { ...exempt, version: 1 } }, true],
  ['a sale free of tax that was opened before', 'pos.order.completed', { order: exempt }, false],
  ['an order free of tax', 'pos.order.created', { order: { ...exempt, status: 'open' } }, true],
  ['one free of tax that is completed at once', 'pos.order.created', { order: exempt }, false],
  ['a tip on an open order', 'pos.order.tip_changed', { order: { ...order, status: 'open' } }, false],
  ['a tip on a settled order', 'pos.order.tip_changed', { order }, true],
  ['points earned', 'pos.loyalty.points_moved', { entry: { kind: 'earn' } }, false],
  ['points given by hand', 'pos.loyalty.points_moved', { entry: { kind: 'adjust' } }, true],
  ['anything of a drawer', 'pos.cashdrawer.no_sale', {}, true],
  ['a line', 'pos.order.line_added', { order }, false],
])('%s', (_, type, data, isKept) => {
  expect(recordOf(eventOf(type, data), NOW) !== undefined).toBe(isKept);
  if (isKept) expect(mayBeAudited({ type, json: JSON.stringify(data) })).toBe(true);
});

test('most sales are passed over unread', () => {
  const json = JSON.stringify({ order: { ...order, note: '"taxExemption":{' } });
  expect(mayBeAudited({ type: 'pos.order.completed', json })).toBe(false);
  expect(mayBeAudited({ type: 'pos.order.line_added', json })).toBe(false);
});

test('a refused attempt is an entry about what it was tried on', () => {
  const path = '/v1/acme/pos/orders/0197a3c2-7b1e-7c44-8d3e-6f0a1b2c3d4e/refunds';
  const attempt = {
    method: 'POST',
    path,
    target: targetOf(path),
    code: 'permission_missing',
    permission: 'orders:refund',
  };
  const { data } = accessRefused('a1', { ...attempt, act: null, why: null });
  expect(recordOf(eventOf('pos.access.refused', data), NOW)).toMatchObject({
    ...{ outcome: 'refused', reason: 'permission_missing', after: { permission: 'orders:refund', method: 'POST' } },
    target: 'orders/0197a3c2-7b1e-7c44-8d3e-6f0a1b2c3d4e',
  });
});

test.each([
  [
    '/v1/acme/pos/gift-cards/0197a3c2-7b1e-7c44-8d3e-6f0a1b2c3d4e/block',
    'gift_cards/0197a3c2-7b1e-7c44-8d3e-6f0a1b2c3d4e',
  ],
  ['/v1/acme/pos/approval-rules/order.refund', 'approval-rules/order.refund'],
  ['/v1/acme/pos/orders', 'orders'],
  ['/v1', ''],
])('%s is about %s', (path, target) => {
  expect(targetOf(path)).toBe(target);
});

test('canonical JSON has one spelling', () => {
  expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":null}]}');
  expect(canonicalJson('a\0b\ud800')).toBe('"a\uFFFDb\uFFFD"');
  const record = recordOf(eventOf('pos.order.voided', { order, reason: 'left' }), NOW);
  const turned = recordOf(eventOf('pos.order.voided', { reason: 'left', order }), NOW);
  expect(record && payloadOf(record)).toBe(turned && payloadOf(turned));
});
