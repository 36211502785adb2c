import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { posctl } from '../../../src/posctl/posctl.examples.js';
import { openShop } from '../../faults/shop.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';

// Who did what, what they were refused, and that nobody can take it back: over HTTP, with the work behind the requests running.

const USD = (amount: number) => ({ amount, currency: 'USD' });
const LOOKS_MAX = 600;

let service: TestService;
let owner: Client;
let stopBackground: () => Promise<void>;
let environment: Record<string, string>;
let outletId: string;

beforeAll(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl });
  stopBackground = startBackground(config, service.api.container, service.api.metrics, createLogger('silent'));
  const { slug, apiKey } = service.tenant;
  environment = { POS_URL: service.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
  outletId = (await openShop(service.database.ownerUrl, { owner: service.tenant })).outlets[0].id;
});
afterAll(async () => {
  await stopBackground();
  await owner.end();
  await service.close();
});

async function made(method: string, path: string, body?: object): Promise<Answer['body']> {
  const { status, body: made, text } = await service.call(method, path, { body });
  if (status >= 300) throw new Error(`the service answered ${status}: ${text}`);
  return made;
}

/** Entries of a filter, newest first, once there are so many. */
async function entries(filter: string, count: number, tenant: TestTenant = service.tenant): Promise<Answer['body'][]> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const { data } = (await service.call('GET', `/audit?${filter}`, { tenant })).body;
    if (data.length >= count) return data;
    await sleep(50);
  }
  throw new Error(`waited in vain for ${count} entries of ${filter}`);
}

/** All that was done so far is in the audit once something done now is: events of one aggregate come in order, others may overtake. */
async function allTold(): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const { rows } = await owner.query(
      `select from events e where type in ('pos.access.refused', 'pos.gift_card.blocked') and tenant_id = $1
          and not exists (select from audit_entries a where a.tenant_id = e.tenant_id and a.event_id = e.id)`,
      [service.tenant.id],
    );
    if (rows.length === 0) return;
    await sleep(50);
  }
  throw new Error('some events are not in the audit');
}

async function blockedCard(reason = 'lost'): Promise<string> {
  const { cards } = await made('POST', '/gift-cards', { kind: 'gift_card', currency: 'USD' });
  await made('POST', `/gift-cards/${cards[0].id}/block`, { reason });
  return cards[0].id as string;
}

test('an act is an entry: who, what, to what, why', async () => {
  const order = await made('POST', '/orders', { outletId, lines: [{ sku: 'juice' }] });
  await made('POST', `/orders/${order.id}/void`, { reason: 'left' });
  const [entry, ...more] = await entries(`target=orders/${order.id}&action=pos.order.voided`, 1);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    ...{ action: 'pos.order.voided', outcome: 'allowed', reason: 'left', outletId, approvedBy: null },
    ...{ actor: expect.stringMatching(/^api-key:/), after: { order: { id: order.id, status: 'voided' } } },
  });
  expect(entry.after.order.lines).toBeUndefined();
  expect(await made('GET', `/audit/${entry.number}`)).toEqual(entry);
});

test('a change of settings says what was before', async () => {
  await made('PUT', '/approval-rules/order.void', { secondPerson: 'always' });
  await made('PUT', '/approval-rules/order.void', { secondPerson: 'never' });
  const [last] = await entries('action=pos.approval_rule.*', 2);
  expect(last).toMatchObject({
    before: { secondPerson: 'always', version: 1 },
    after: { rule: { secondPerson: 'never', version: 2 } },
  });
});

describe('what is refused', () => {
  test('an attempt without the right is one entry, whichever way it was made', async () => {
    const token = await service.createKey(service.tenant, { permissions: ['orders:read'] });
    const card = randomUUID();
    const refused = await service.call('POST', `/gift-cards/${card}/block?x=1`, { token, body: { reason: 'r' } });
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
    expect(await service.call('DELETE', `/api-keys/${card}`, { token })).toMatchObject({ status: 403 });
    expect(await service.call('POST', '/catalog/imports', { token, body: 'x' })).toMatchObject({ status: 403 });
    expect(await service.call('GET', '/gift-cards', { token })).toMatchObject({ status: 403 });
    const [entry, ...more] = await entries(`target=gift_cards/${card}&outcome=refused`, 1);
    expect(more).toEqual([]);
    const path = `/v1/${service.tenant.slug}/pos/gift-cards/${card}/block`;
    expect(entry).toMatchObject({
      ...{ action: 'pos.access.refused', outcome: 'refused', reason: 'permission_missing' },
      after: { method: 'POST', path, code: 'permission_missing', permission: 'gift_cards:manage' },
    });
    const all = await entries(`actor=${entry.actor}`, 3);
    await allTold();
    expect(await entries(`actor=${entry.actor}`, 3)).toHaveLength(all.length);
    expect(all.map(({ after }) => after.method).sort()).toEqual(['DELETE', 'POST', 'POST']);
  });

  test('nobody approves their own act, and the attempt is kept; repeated under its key it is still one', async () => {
    const body = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'r' };
    const { id } = await made('POST', '/approvals', body);
    const headers = { 'Idempotency-Key': randomUUID() };
    for (let time = 0; time < 3; time += 1) {
      const refused = await service.call('POST', `/approvals/${id}/grant`, { body: {}, headers });
      expect(refused).toMatchObject({ status: 409, body: { code: 'approval_of_own_act' } });
    }
    await entries(`target=approvals/${id}&outcome=refused`, 1);
    await allTold();
    expect(await entries(`target=approvals/${id}&outcome=refused`, 1)).toHaveLength(1);
  });

  test('a mistake is no attempt', async () => {
    const card = randomUUID();
    expect(await service.call('POST', `/gift-cards/${card}/block`, { body: {} })).toMatchObject({ status: 400 });
    expect(await service.call('POST', `/gift-cards/${card}/block`, { body: { reason: 'r' } })).toMatchObject({
      status: 404,
    });
    expect(await service.call('POST', `/gift-cards/${card}/block`, { token: null })).toMatchObject({ status: 401 });
    await blockedCard();
    await allTold();
    expect(await entries(`target=gift_cards/${card}`, 0)).toEqual([]);
  });
});

test('the list is filtered and paged, newest first', async () => {
  const cards = [await blockedCard('one'), await blockedCard('two'), await blockedCard('three')];
  await allTold();
  const numbersOf = ({ body }: Answer): number[] => body.data.map(({ number }: { number: number }) => number);
  const all = await entries('action=pos.gift_card.blocked&limit=200', 3);
  const first = await service.call('GET', '/audit?action=pos.gift_card.blocked&limit=2');
  const second = await service.call(
    'GET',
    `/audit?action=pos.gift_card.blocked&limit=200&cursor=${first.body.nextCursor}`,
  );
  expect([...numbersOf(first), ...numbersOf(second)]).toEqual(all.map(({ number }) => number));
  expect((await entries(`target=gift_cards/${cards[1]}&action=pos.gift_card.blocked`, 1))[0]).toMatchObject({
    reason: 'two',
  });
  const [newest] = all;
  expect(await entries(`action=pos.gift_card.blocked&from=${newest.at}`, 1)).toContainEqual(newest);
  expect(await entries(`action=pos.gift_card.blocked&to=${all.at(-1).at}`, 0)).toEqual([]);
  expect(await entries(`actor=user:nobody`, 0)).toEqual([]);
  expect(await service.call('GET', '/audit?cursor=x')).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
  expect(await service.call('GET', '/audit/999999')).toMatchObject({
    status: 404,
    body: { code: 'audit_entry_not_found' },
  });
});

test('as CSV it is one file, and no spreadsheet runs what somebody typed', async () => {
  const card = await blockedCard('=cmd|x, "y"');
  await entries(`target=gift_cards/${card}&action=pos.gift_card.blocked`, 1);
  const csv = await service.call('GET', `/audit?target=gift_cards/${card}&format=csv`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  const lines = csv.text.trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^number,at,actor,action,target,/);
  expect(lines.find((line) => line.includes('pos.gift_card.blocked'))).toContain(`"'=cmd|x, ""y"""`);
});

test('it is for those who may read it, of their own business and outlets', async () => {
  const other = await service.createTenant();
  expect((await service.call('GET', '/audit', { tenant: other })).body.data).not.toContainEqual(
    expect.objectContaining({ outletId }),
  );
  const cashier = await service.createKey(service.tenant, { permissions: ['orders:write'] });
  expect(await service.call('GET', '/audit', { token: cashier })).toMatchObject({ status: 403 });
  const order = await made('POST', '/orders', { outletId, lines: [{ sku: 'juice' }] });
  await made('POST', `/orders/${order.id}/void`, { reason: 'left' });
  await entries(`target=orders/${order.id}&action=pos.order.voided`, 1);
  const elsewhere = await made('POST', '/outlets', { name: 'Far', timeZone: 'Africa/Nairobi', receiptPrefix: 'F' });
  const outlets = [elsewhere.id];
  const token = await service.createKey(service.tenant, { permissions: ['audit:read'], outlets });
  expect((await service.call('GET', `/audit?target=orders/${order.id}`, { token })).body.data).toEqual([]);
});

test("a day's report keeps where the audit ended, and the audit is verified against it", async () => {
  const cardId = await blockedCard();
  await entries(`target=gift_cards/${cardId}&action=pos.gift_card.blocked`, 1);
  const { businessDate } = await made('GET', `/outlets/${outletId}/x-report`);
  const { report } = await made('POST', `/outlets/${outletId}/days/${businessDate}/close`, {});
  const { auditHead } = await made('GET', `/z-reports/${report.id}`);
  expect(auditHead.number).toBeGreaterThan(0);
  expect((await made('GET', `/audit/${auditHead.number}`)).hash).toBe(auditHead.hash);
  const paper = await service.call('GET', `/z-reports/${report.id}`, { headers: { Accept: 'text/plain' } });
  expect(paper.text).toContain(`Audit ${auditHead.number} ${auditHead.hash.slice(0, 16)}`);
  expect((await made('GET', `/z-reports/verify?outletId=${outletId}`)).intact).toBe(true);
  const anchored = await posctl(['audit', 'verify', '--head', `${auditHead.number}:${auditHead.hash}`], environment);
  expect(anchored.code).toBe(0);
});

test('posctl lists and verifies it, and finds what somebody with the database in hand has done', async () => {
  await blockedCard();
  await allTold();
  const listed = await posctl(['audit', 'list', '--action', 'pos.gift_card.*', '--limit', '3'], environment);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain('pos.gift_card.blocked');

  const whole = await posctl(['audit', 'verify'], environment);
  expect(whole).toMatchObject({ code: 0, err: '' });
  const head = /^head (\d+:[0-9a-f]{64})$/m.exec(whole.out)?.[1] ?? '';
  await blockedCard();
  await allTold();
  const grown = await posctl(['audit', 'verify', '--head', head, '--json'], environment);
  expect({ code: grown.code, ...JSON.parse(grown.out) }).toMatchObject({ code: 0, ok: true, faultCount: 0 });
  expect((await posctl(['audit', 'verify', '--head', 'x'], environment)).code).toBe(2);

  const { id } = service.tenant;
  await owner.query(`update audit_entries set actor = 'user:nobody' where tenant_id = $1 and number = 2`, [id]);
  await owner.query('delete from audit_entries where tenant_id = $1 and number = 4', [id]);
  const tampered = await posctl(['audit', 'verify'], environment);
  expect(tampered.code).toBe(1);
  expect(tampered.out).toContain('entry 2  columns');
  expect(tampered.out).toContain('entry 4  missing');
});

test('a gift card that was paid with is no privileged act', async () => {
  const wish = { kind: 'gift_card', currency: 'USD', amount: USD(1000), activateBecause: 'x' };
  const { cards } = await made('POST', '/gift-cards', wish);
  const types = (await entries(`target=gift_cards/${cards[0].id}`, 2)).map(({ action }) => action);
  expect(types.sort()).toEqual(['pos.gift_card.activated', 'pos.gift_card.issued']);
});
