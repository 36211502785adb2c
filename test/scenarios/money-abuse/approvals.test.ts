import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { openShop } from '../../faults/shop.js';
import type { Answer } from '../../harness/service.js';
import { openDrawerShop, USD, type DrawerShop, type Person } from '../drawers/drawer-shop.js';

// A cashier is refused, asks, and a manager grants: the same act then works once, and no other act does (GUARANTEES G11, I10).

const reason = 'because of the test';
const CASHIER = ['orders:read', 'orders:write', 'drawers:open'];

let shop: DrawerShop;
let cashier: Person;
let colleague: Person;
let manager: Person;
let outletId: string;
let elsewhere: string;
let owner: Client;
let stopBackground: () => Promise<void>;

beforeAll(async () => {
  shop = await openDrawerShop();
  const { database, tenant, api } = shop.service;
  const { outlets } = await openShop(database.ownerUrl, { owner: tenant });
  [outletId, elsewhere] = [outlets[0].id, shop.outletId];
  [cashier, colleague] = [await shop.person(CASHIER), await shop.person([...CASHIER, 'approvals:grant'])];
  const rights = ['orders:refund', 'orders:void', 'orders:discount', 'orders:comp', 'orders:override_price'];
  const ofDrawers = ['drawers:move', 'drawers:no_sale', 'drawers:approve', 'drawers:read'];
  manager = await shop.person([...CASHIER, ...rights, ...ofDrawers, 'approvals:grant']);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const config = readConfig({ DATABASE_URL: database.ownerUrl });
  stopBackground = startBackground(config, api.container, api.metrics, createLogger('silent'));
});
afterAll(async () => {
  await stopBackground();
  await owner.end();
  await shop.service.close();
});

interface Subject {
  readonly targetId: string;
  readonly act: (approvalId?: string) => Promise<Answer>;
}
interface Act {
  readonly action: string;
  /** Of what it is about; `null` for no money. */
  readonly amount: number | null;
  /** Something that it can be done to. */
  readonly fresh: () => Promise<Subject>;
}

const placed = (more: object): Promise<Answer['body']> =>
  shop.done('POST', '/orders', { outletId, lines: [{ sku: 'coffee', quantity: '4' }], ...more });
const paid = { payments: [{ tender: 'card', amount: USD(1200) }] };

/** An act on an order or a session. */
function on(targetId: string, path: string, body: object): Subject {
  const act: Subject['act'] = (approvalId) =>
    shop.call('POST', path, { ...body, ...(approvalId !== undefined && { approvalId }) }, cashier);
  return { targetId, act };
}

const onOrder =
  (path: string, body: object, more: object = {}) =>
  async (): Promise<Subject> => {
    const { id, payments } = await placed(more);
    return on(id, `/orders/${id}/${path.replace('{payment}', payments[0]?.id)}`, body);
  };
const onSession = (path: string, body: object) => async (): Promise<Subject> => {
  const drawer = await shop.done('POST', '/drawers', { outletId, name: randomUUID() });
  const body0 = { float: USD(50_000), cashierId: cashier.id };
  const { id } = await shop.done('POST', `/drawers/${drawer.id}/sessions`, body0);
  if (path.startsWith('variance')) {
    await shop.done('POST', `/drawer-sessions/${id}/count`);
    await shop.done('POST', `/drawer-sessions/${id}/close`, { counted: USD(50_000 - 1000) });
  }
  return on(id, `/drawer-sessions/${id}/${path}`, body);
};
const overridden = async (): Promise<Subject> => {
  const { id } = await placed({});
  return {
    targetId: id,
    act: (approvalId) => {
      const priceOverride = { unitPrice: USD(100), reason, ...(approvalId !== undefined && { approvalId }) };
      return shop.call('POST', `/orders/${id}/lines`, { sku: 'coffee', priceOverride }, cashier);
    },
  };
};

const cash = { amount: USD(500), reason };
const slip = { category: 'petty_cash', receiptReference: 'slip' };
const ACTS: readonly Act[] = [
  {
    action: 'order.refund',
    amount: 300,
    fresh: onOrder('refunds', { amount: USD(300), reason }, { ...paid, complete: true }),
  },
  { action: 'order.void', amount: 1200, fresh: onOrder('void', { reason }) },
  { action: 'order.discount', amount: 200, fresh: onOrder('discounts', { amount: USD(200), reason }) },
  { action: 'order.comp', amount: 1200, fresh: onOrder('discounts', { comp: true, reason }) },
  { action: 'order.price_override', amount: 200, fresh: overridden },
  { action: 'order.payment_return', amount: 1200, fresh: onOrder('payments/{payment}/return', { reason }, paid) },
  { action: 'drawer.no_sale', amount: null, fresh: onSession('no-sale', { reason }) },
  { action: 'drawer.paid_in', amount: 500, fresh: onSession('paid-in', cash) },
  { action: 'drawer.paid_out', amount: 500, fresh: onSession('paid-out', { ...cash, ...slip }) },
  { action: 'drawer.skim', amount: 500, fresh: onSession('skims', cash) },
  { action: 'drawer.tip_out', amount: 500, fresh: onSession('tip-outs', { ...cash, person: 'ben' }) },
  { action: 'drawer.variance', amount: 1000, fresh: onSession('variance/approve', { reason }) },
];

async function granted(wish: object, by = cashier): Promise<string> {
  const { id } = await shop.done('POST', '/approvals', { outletId, reason, ...wish }, by);
  await shop.done('POST', `/approvals/${id}/grant`, {}, manager);
  return id;
}

/** The entries that the log has of a request, beside those of approvals; waits until there is one. */
async function entriesOf(answer: Answer): Promise<string[]> {
  const requestId = answer.headers.get('x-request-id');
  for (let look = 0; look < 400; look += 1) {
    const { rows } = await owner.query<{ action: string; outcome: string }>(
      `select e.type as action, coalesce(a.outcome, 'missing') as outcome from events e
         left join audit_entries a on a.tenant_id = e.tenant_id and a.event_id = e.id
        where e.tenant_id = $1 and e.request_id = $2 and e.type not like 'pos.approval.%'`,
      [shop.service.tenant.id, requestId],
    );
    const told = rows.filter(({ outcome }) => outcome !== 'missing');
    if (told.length > 0) return told.map(({ action, outcome }) => `${action} ${outcome}`);
    await sleep(50);
  }
  return [];
}

test.each(ACTS)("$action works once by another one's word", async ({ action, amount, fresh }) => {
  const { targetId, act } = await fresh();
  const of = { action, targetId, ...(amount !== null && { amount: USD(amount) }) };
  const attempts: Answer[] = [];
  const refused = async (approvalId: string, why: string): Promise<void> => {
    const answer = await act(approvalId);
    expect([why, answer.body.code, answer.body.approval?.why]).toEqual([why, 'approval_invalid', why]);
    attempts.push(answer);
  };

  const alone = await act();
  // Without the right the price is the server's (DOMAIN P9): that is no attempt of the log's.
  const isPrice = action === 'order.price_override';
  expect(alone.body.code).toBe(isPrice ? 'price_mismatch' : 'permission_missing');
  if (!isPrice) attempts.push(alone);
  const asked = await shop.done('POST', '/approvals', { outletId, reason, ...of }, cashier);
  await refused(asked.id, 'asked');
  await refused(randomUUID(), 'unknown');
  await refused(await granted({ ...of, targetId: randomUUID() }), 'other_target');
  await refused(await granted({ ...of, outletId: elsewhere }), 'other_outlet');
  await refused(await granted(of, colleague), 'other_person');
  const other = action === 'order.void' ? 'order.refund' : 'order.void';
  await refused(await granted({ ...of, action: other }), 'other_action');
  if (amount !== null) {
    await refused(await granted({ ...of, amount: USD(amount - 1) }), 'amount_too_high');
  }
  const late = await granted(of);
  await owner.query(`update approvals set expires_at = now() - interval '1 second' where id = $1`, [late]);
  await refused(late, 'expired');
  const own = await shop.done('POST', '/approvals', { outletId, reason, ...of }, colleague);
  const self = await shop.call('POST', `/approvals/${own.id}/grant`, {}, colleague);
  expect(self.body.code).toBe('approval_of_own_act');

  const good = await granted(of);
  const done = await act(good);
  expect([done.text, done.status < 300]).toEqual([done.text, true]);
  const again = await act(good);
  expect(again.status).toBeGreaterThanOrEqual(400);
  if (again.body.code === 'approval_invalid') expect(again.body.approval.why).toBe('used');

  for (const attempt of attempts) {
    expect(await entriesOf(attempt)).toEqual(['pos.access.refused refused']);
  }
  expect(await entriesOf(done)).toHaveLength(1);
});
