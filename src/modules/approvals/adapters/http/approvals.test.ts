import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { ApprovalsFacade, type Act, type Authorised } from '../../index.js';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const CASHIER = ['orders:read', 'orders:write'] as const;
const MANAGER = [...CASHIER, 'orders:refund', 'approvals:grant', 'approvals:manage'] as const;
const RULE = '/approval-rules/order.refund';

let service: TestService;
let owner: Client;
let outletId: string;
let cashier: string;
let manager: string;
/** The cashier as events name them. */
let cashierName: string;

beforeAll(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  const outlet = { name: 'Main street', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
  outletId = (await service.call('POST', '/outlets', { body: outlet })).body.id;
  cashier = await service.createKey(service.tenant, { permissions: CASHIER });
  manager = await service.createKey(service.tenant, { permissions: MANAGER });
  cashierName = (await ask()).askedBy;
});
afterAll(async () => {
  await owner.end();
  await service.close();
});
beforeEach(() => setRule({ secondPerson: 'never' }));

const as = (token: string, method: string, path: string, body?: object, headers = {}): Promise<Answer> =>
  service.call(method, path, { token, body, headers });
const setRule = (rule: object): Promise<Answer> => as(manager, 'PUT', RULE, rule);

async function ask(wish: object = {}): Promise<Answer['body']> {
  const body = { action: 'order.refund', targetId: randomUUID(), outletId, amount: USD(500), reason: 'cold', ...wish };
  const answer = await as(cashier, 'POST', '/approvals', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

async function granted(wish: object = {}): Promise<Answer['body']> {
  const { id } = await ask(wish);
  return (await as(manager, 'POST', `/approvals/${id}/grant`, {})).body;
}

/** The cashier does an act, which may fail after it was authorised. */
function act(wish: Partial<Act>, rights: readonly string[] = CASHIER, then?: () => void): Promise<Authorised> {
  const { container } = service.api;
  const principal: RequestContext['principal'] = {
    ...{ kind: 'api-key', id: cashierName.slice('api-key:'.length), permissions: new Set(rights), test: false },
  };
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  const context = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  return container.get(TRANSACTOR).run(context, async (tx) => {
    const authorised = await container.get(ApprovalsFacade).authorise(tx, context, {
      ...{ action: 'order.refund', permission: 'orders:refund', targetId: randomUUID(), amount: USD(500) },
      ...{ outletId: outletId as OutletId, reason: 'cold', approvalId: undefined, ...wish },
    });
    then?.();
    return authorised;
  });
}

const outcome = (work: Promise<Authorised>): Promise<unknown> =>
  work.then(
    ({ approvedBy }) => approvedBy,
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      const { why } = error.facts;
      return typeof why === 'string' ? `${error.code}: ${why}` : error.code;
    },
  );

test('asked, granted, used once: the manager stands beside the cashier', async () => {
  const asked = await ask();
  expect(asked).toMatchObject({ status: 'asked', askedBy: cashierName, amount: USD(500), version: 1 });
  const waiting = await as(manager, 'GET', `/approvals?status=asked&outletId=${outletId}`);
  expect(waiting.body.data.map(({ id }: { id: string }) => id)).toContain(asked.id);
  const answer = await as(manager, 'POST', `/approvals/${asked.id}/grant`, { note: 'seen it' });
  expect(answer).toMatchObject({ status: 200, body: { status: 'granted', note: 'seen it', version: 2 } });
  expect(answer.headers.get('etag')).toBe('"2"');
  const { targetId, id: approvalId } = asked;
  expect(await outcome(act({ targetId, approvalId }))).toBe(answer.body.decidedBy);
  expect(await outcome(act({ targetId, approvalId }))).toBe('approval_invalid: used');
  expect((await as(cashier, 'GET', `/approvals/${approvalId}`)).body).toMatchObject({ status: 'used', version: 3 });
  const { rows } = await owner.query('select type, actor from events where aggregate_id = $1 order by sequence', [
    approvalId,
  ]);
  expect(rows).toEqual([
    { type: 'pos.approval.asked', actor: cashierName },
    { type: 'pos.approval.granted', actor: answer.body.decidedBy },
    { type: 'pos.approval.used', actor: cashierName },
  ]);
});

test('who has the right and no rule against it acts alone; a rule asks for more', async () => {
  expect(await outcome(act({}))).toBe('permission_missing');
  expect(await outcome(act({}, MANAGER))).toBeNull();
  await setRule({ secondPerson: 'over', limits: [USD(499)] });
  expect(await outcome(act({}, MANAGER))).toBe('approval_required');
  expect(await outcome(act({ amount: USD(499) }, MANAGER))).toBeNull();
  const { id: approvalId, targetId, decidedBy } = await granted();
  expect(await outcome(act({ approvalId, targetId }, MANAGER))).toBe(decidedBy);
  await setRule({ secondPerson: 'never', reasonRequired: true, reasons: ['cold', 'wrong item'] });
  expect(await outcome(act({ reason: null }, MANAGER))).toBe('reason_required');
  expect(await outcome(act({ reason: 'because' }, MANAGER))).toBe('reason_not_listed');
  expect(await outcome(act({}, MANAGER))).toBeNull();
});

test('an approval is bound to its act', async () => {
  const { id: approvalId, targetId } = await granted();
  expect(await outcome(act({ approvalId }))).toBe('approval_invalid: other_target');
  expect(await outcome(act({ approvalId, targetId, action: 'order.void' }))).toBe('approval_invalid: other_action');
  expect(await outcome(act({ approvalId, targetId, amount: USD(501) }))).toBe('approval_invalid: amount_too_high');
  const amount = { amount: 1, currency: 'KES' };
  expect(await outcome(act({ approvalId, targetId, amount }))).toBe('approval_invalid: amount_too_high');
  expect(await outcome(act({ approvalId: randomUUID(), targetId }))).toBe('approval_invalid: unknown');
  expect(await outcome(act({ approvalId: 'nonsense', targetId }))).toBe('approval_invalid: unknown');
  const { id: waiting, targetId: other } = await ask();
  expect(await outcome(act({ approvalId: waiting, targetId: other }))).toBe('approval_invalid: asked');
  expect(await outcome(act({ approvalId, targetId, amount: USD(1) }))).toMatch(/^api-key:/);
});

test('an act that is refused afterwards uses nothing up', async () => {
  const { id: approvalId, targetId, decidedBy } = await granted();
  const refused = act({ approvalId, targetId }, CASHIER, () => {
    throw new Refusal('order_not_open');
  });
  expect(await outcome(refused)).toBe('order_not_open');
  expect((await as(cashier, 'GET', `/approvals/${approvalId}`)).body).toMatchObject({ status: 'granted', version: 2 });
  expect(await outcome(act({ approvalId, targetId }))).toBe(decidedBy);
});

test('of acts that race for one approval, one gets it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id: approvalId, targetId, decidedBy } = await granted();
    const raced = await Promise.all([1, 2, 3, 4].map(() => outcome(act({ approvalId, targetId }))));
    expect(raced.sort()).toEqual([decidedBy, ...Array.from({ length: 3 }, () => 'approval_invalid: used')].sort());
  }
});

test('a withdrawal that races the act: one of both', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id: approvalId, targetId, decidedBy } = await granted();
    const [done, withdrawn] = await Promise.all([
      outcome(act({ approvalId, targetId })),
      as(cashier, 'POST', `/approvals/${approvalId}/withdraw`),
    ]);
    const { status } = (await as(cashier, 'GET', `/approvals/${approvalId}`)).body;
    if (status === 'used') expect([done, withdrawn.status]).toEqual([decidedBy, 409]);
    else expect([status, done, withdrawn.status]).toEqual(['withdrawn', 'approval_invalid: withdrawn', 200]);
  }
});

test('nobody grants their own act, nor without the right that it takes', async () => {
  const own = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'r' };
  const { id } = (await as(manager, 'POST', '/approvals', own)).body;
  const refused = await as(manager, 'POST', `/approvals/${id}/grant`, {});
  expect(refused).toMatchObject({ status: 409, body: { code: 'approval_of_own_act' } });
  const { id: voiding } = await ask({ action: 'order.void' });
  const lacking = await as(manager, 'POST', `/approvals/${voiding}/grant`, {});
  expect(lacking).toMatchObject({ status: 403, body: { code: 'permission_missing', permission: 'orders:void' } });
  expect(await as(cashier, 'POST', `/approvals/${id}/grant`, {})).toMatchObject({ status: 403 });
});

test('a manager grants beforehand', async () => {
  const body = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'r', grantTo: cashierName };
  const { body: approval } = await as(manager, 'POST', '/approvals', body);
  expect(approval).toMatchObject({ status: 'granted', askedBy: cashierName, amount: null });
  const { id: approvalId, targetId, decidedBy } = approval;
  expect(await outcome(act({ approvalId, targetId, amount: null }))).toBe(decidedBy);
  const byCashier = await as(cashier, 'POST', '/approvals', { ...body, grantTo: 'user:x' });
  expect(byCashier).toMatchObject({ status: 403, body: { permission: 'approvals:grant' } });
});

test('denied and withdrawn, each once, and seen by those concerned only', async () => {
  const { id } = await ask();
  expect(await as(manager, 'POST', `/approvals/${id}/deny`, { note: 'no' })).toMatchObject({
    body: { status: 'denied' },
  });
  const again = await as(manager, 'POST', `/approvals/${id}/grant`, {});
  expect(again).toMatchObject({ status: 409, body: { code: 'approval_not_open', detail: 'It is denied.' } });
  const other = await service.createKey(service.tenant, { permissions: CASHIER });
  expect(await as(other, 'GET', `/approvals/${id}`)).toMatchObject({ status: 404 });
  expect((await as(other, 'GET', '/approvals')).body.data).toEqual([]);
  const foreign = await as(other, 'POST', `/approvals/${id}/withdraw`);
  expect(foreign).toMatchObject({ status: 403, body: { code: 'approval_of_another' } });
  const elsewhere = await service.createTenant();
  expect(await service.call('GET', `/approvals/${id}`, { tenant: elsewhere })).toMatchObject({ status: 404 });
});

test('lists are paged and filtered', async () => {
  const targetId = randomUUID();
  const asked = [await ask({ targetId }), await ask({ targetId }), await ask({ targetId })].reverse();
  const idsOf = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id);
  const first = await as(manager, 'GET', `/approvals?targetId=${targetId}&limit=2`);
  const second = await as(manager, 'GET', `/approvals?targetId=${targetId}&cursor=${first.body.nextCursor}`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(asked.map(({ id }) => id));
  expect(idsOf(await as(manager, 'GET', `/approvals?targetId=${targetId}&status=granted`))).toEqual([]);
  expect(idsOf(await as(manager, 'GET', `/approvals?targetId=${targetId}&action=order.void`))).toEqual([]);
  expect(idsOf(await as(cashier, 'GET', `/approvals?targetId=${targetId}`))).toHaveLength(3);
});

test('what nobody used or decided in time has expired, at once for those who look and soon in the books', async () => {
  const [asked, ready] = [await ask(), await granted()];
  await owner.query(`update approvals set expires_at = now() - interval '1 second' where id = any($1)`, [
    [asked.id, ready.id],
  ]);
  expect((await as(manager, 'GET', `/approvals/${asked.id}`)).body).toMatchObject({ status: 'expired', version: 1 });
  expect(await outcome(act({ approvalId: ready.id, targetId: ready.targetId }))).toBe('approval_invalid: expired');
  const { container } = service.api;
  const chore = container.getAll(CHORE).find(({ name }) => name.startsWith('approvals'));
  expect(await chore?.run(container.get(WORKER_POOL))).toBeGreaterThanOrEqual(2);
  expect(await chore?.run(container.get(WORKER_POOL))).toBe(0);
  expect((await as(manager, 'GET', `/approvals/${ready.id}`)).body).toMatchObject({ status: 'expired', version: 3 });
  const { rows } = await owner.query(`select count(*)::int as told from events where type = 'pos.approval.expired'`);
  expect(rows[0].told).toBeGreaterThanOrEqual(2);
});

test('rules are shown for every act, changed under their version, and hold from then on', async () => {
  const path = '/approval-rules/drawer.no_sale';
  const fresh = await as(cashier, 'GET', path);
  expect(fresh).toMatchObject({ status: 200, body: { secondPerson: 'never', version: 0, changedBy: null } });
  const rule = { secondPerson: 'always', reasonRequired: true, reasons: ['change'] };
  const put = await as(manager, 'PUT', path, rule, { 'If-Match': fresh.headers.get('etag') ?? '' });
  expect(put).toMatchObject({ status: 200, body: { ...rule, version: 1 } });
  const stale = await as(manager, 'PUT', path, { secondPerson: 'never' }, { 'If-Match': '"0"' });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', currentVersion: 1 } });
  const { data } = (await as(cashier, 'GET', '/approval-rules')).body;
  expect(data).toHaveLength(17);
  expect(data.find(({ action }: { action: string }) => action === 'drawer.no_sale')).toMatchObject(rule);
  expect(await as(cashier, 'PUT', path, rule)).toMatchObject({ status: 403 });
  const { rows } = await owner.query(`select data from events where type = 'pos.approval_rule.changed'
    and data #>> '{rule,action}' = 'drawer.no_sale'`);
  expect(rows).toMatchObject([{ data: { before: null, rule } }]);
});

test.each<[string, object, number, string]>([
  ['an outlet of nobody', { outletId: randomUUID() }, 404, 'outlet_not_found'],
  ['a payment card in the reason', { reason: 'visa 4111 1111 1111 1111' }, 422, 'card_data_not_allowed'],
  ['an act that there is not', { action: 'order.eat' }, 400, 'validation_failed'],
  ['less than nothing', { amount: USD(-1) }, 400, 'validation_failed'],
  ['no currency there is', { amount: { amount: 1, currency: 'XXX' } }, 422, 'unknown_currency'],
])('%s is refused', async (_, wish, status, code) => {
  const body = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'cold', ...wish };
  expect(await as(cashier, 'POST', '/approvals', body)).toMatchObject({ status, body: { code } });
});

test('an id is one approval', async () => {
  const body = { id: randomUUID(), action: 'order.refund', targetId: randomUUID(), outletId, reason: 'cold' };
  const keyed = { 'Idempotency-Key': randomUUID() };
  const first = await service.call('POST', '/approvals', { token: cashier, body, withoutKey: true });
  expect(first).toMatchObject({ status: 201, body: { id: body.id } });
  expect(first.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/approvals/${body.id}`);
  const again = await service.call('POST', '/approvals', { token: cashier, body, withoutKey: true });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const other = await as(cashier, 'POST', '/approvals', { ...body, reason: 'warm' }, keyed);
  expect(other).toMatchObject({ status: 409, body: { code: 'approval_id_taken' } });
});

test('who works at some outlets sees and asks there only', async () => {
  const outlet = { name: 'Far', timeZone: 'Africa/Nairobi', receiptPrefix: 'F' };
  const far = (await service.call('POST', '/outlets', { body: outlet })).body.id;
  const { id } = await ask();
  const wish = { permissions: MANAGER, outlets: [far] };
  const distant = await service.createKey(service.tenant, wish);
  expect(await as(distant, 'GET', `/approvals/${id}`)).toMatchObject({ status: 404 });
  expect((await as(distant, 'GET', '/approvals')).body.data).toEqual([]);
  expect(await as(distant, 'POST', `/approvals/${id}/grant`, {})).toMatchObject({ status: 404 });
  const body = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'cold' };
  const there = await as(distant, 'POST', '/approvals', body);
  expect(there).toMatchObject({ status: 404, body: { code: 'outlet_not_found' } });
});

test('a rule that makes no sense is refused, with its place', async () => {
  const refused = await setRule({ secondPerson: 'over' });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'approval_rule_invalid', errors: [{ pointer: '/limits' }] },
  });
});
