import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { INBOX } from '../../../src/platform/inbox/tokens.js';
import { HearOfPayment } from '../../../src/modules/tendering/index.js';
import { CHORE } from '../../../src/platform/postgres/tokens.js';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import { createPool } from '../../../src/platform/postgres/pool.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { KES, MoneyShop, PRICE } from './money-shop.js';

jest.setTimeout(120_000);

let shop: MoneyShop;
const HOUR = 3_600_000;

beforeAll(async () => {
  shop = await MoneyShop.open();
});
afterAll(() => shop.close());

/** A payment that was captured. @returns its id and the receipt. */
async function paid(): Promise<{ id: string; order: string; receipt: string }> {
  const order = (await shop.order()).id;
  const { id } = await shop.pay(order, 'mpesa');
  const push = shop.lastPush();
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(id);
  expect((await shop.paymentOf(order)).status).toBe('captured');
  return { id, order, receipt: push.receipt ?? '' };
}

const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
const line = (paymentReference: string | null, amount = PRICE.amount, kind = 'payment', fee = 0) => ({
  ...{ kind, paymentReference, amount, fee },
});
function batch(lines: readonly object[], net: number, more: object = {}): object {
  const period = { periodFrom: at(-HOUR), periodTo: at(HOUR) };
  return {
    provider: 'mpesa',
    reference: `S-${randomUUID()}`,
    currency: 'KES',
    ...period,
    lines,
    net: KES(net),
    ...more,
  };
}

test('what is as known matches; what is not is listed, explained and reopened', async () => {
  const [first, second] = [await paid(), await paid()];
  const lines = [
    line(first.receipt, PRICE.amount, 'payment', 2_500),
    line(second.receipt, 120_000),
    line('TKLNOBODY', 700),
    line(first.receipt),
  ];
  const sum = 2 * PRICE.amount + 120_000 + 700 - 2_500;
  const received = await shop.called('POST', '/settlements', batch([...lines, line(null, 1_000, 'fee')], sum - 1_000));
  expect(received).toMatchObject({ lines: 5, matched: 2, differing: 3, fees: KES(3_500) });
  const detail = await shop.called('GET', `/settlements/${received.id}`);
  const found = detail.differences.map((one: { kind: string; paymentReference: string }) => [
    one.kind,
    one.paymentReference,
  ]);
  expect(found.sort()).toEqual([
    ['amount_differs', second.receipt],
    ['doubled', first.receipt],
    ['unknown_payment', 'TKLNOBODY'],
  ]);
  expect(detail.summary).toContainEqual({
    kind: 'amount_differs',
    count: 1,
    open: 1,
    expected: PRICE,
    found: KES(120_000),
  });
  const { data } = await shop.called(
    'GET',
    `/settlement-differences?status=open&settlementId=${received.id}&kind=doubled`,
  );
  const path = `/settlement-differences/${data[0].id}`;
  expect(await shop.called('POST', `${path}/explain`, { reason: 'their error, they will take it back' })).toMatchObject(
    {
      status: 'explained',
      version: 2,
    },
  );
  expect(await shop.call('POST', `${path}/explain`, { reason: 'x' })).toMatchObject({ status: 409 });
  const card = await shop.call('POST', `${path}/explain`, { reason: 'card 4111 1111 1111 1111' });
  expect(card).toMatchObject({ status: 422, body: { code: 'card_data_not_allowed' } });
  const again = await shop.called('POST', `/settlements/${received.id}/reconcile`);
  expect(again).toMatchObject({ matched: 2, differing: 3 });
  expect((await shop.called('GET', path)).status).toBe('explained');
  expect((await shop.called('POST', `${path}/reopen`)).status).toBe('open');
  const { data: all } = await shop.called('GET', `/settlements/${received.id}/lines?limit=2`);
  expect(all.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
});

test('the same again is the same; other content under the name is refused', async () => {
  const body = batch([], 0);
  const first = await shop.called('POST', '/settlements', body);
  expect((await shop.called('POST', '/settlements', body)).id).toBe(first.id);
  const other = await shop.call('POST', '/settlements', { ...body, net: KES(5) });
  expect(other).toMatchObject({ status: 409, body: { code: 'settlement_differs' } });
  const backwards = await shop.call('POST', '/settlements', batch([], 0, { periodTo: at(-2 * HOUR) }));
  expect(backwards).toMatchObject({
    status: 422,
    body: { code: 'settlement_invalid', errors: [{ pointer: '/periodTo' }] },
  });
});

test('settled twice in two batches; and a net that is not the sum', async () => {
  const { receipt } = await paid();
  const lines = [line(receipt)];
  expect(await shop.called('POST', '/settlements', batch(lines, PRICE.amount))).toMatchObject({
    matched: 1,
    differing: 0,
  });
  const second = await shop.called('POST', '/settlements', batch(lines, PRICE.amount - 1));
  const { differences } = await shop.called('GET', `/settlements/${second.id}`);
  expect(differences.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['doubled', 'net_differs']);
});

test('a provider’s file: the same rows in CSV', async () => {
  const { receipt } = await paid();
  const query = new URLSearchParams({
    provider: 'mpesa',
    reference: 'F-1',
    currency: 'KES',
    periodFrom: at(-HOUR),
    periodTo: at(HOUR),
  });
  const upload = (body: string) =>
    shop.service.call('POST', `/settlements/imports?${query.toString()}`, {
      tenant: shop.tenant,
      body,
      headers: { 'Content-Type': 'text/csv' },
    });
  const file = `kind,paymentReference,amount,fee\npayment,${receipt},1250.00,12.50\nfee,,100.00,\n`;
  const taken = await upload(file);
  expect([taken.status, taken.body]).toMatchObject([
    201,
    { matched: 2, differing: 0, net: KES(113_750), fees: KES(11_250) },
  ]);
  expect((await upload(file)).body.id).toBe(taken.body.id);
  const bad = await upload('kind,paymentReference,amount,fee\npayment,X,12.505,\n');
  expect(bad).toMatchObject({ status: 422, body: { code: 'settlement_file_unreadable' } });
});

test('what was captured and is in no batch days later is missing, until it turns up', async () => {
  const { id, receipt } = await paid();
  const { id: settlement } = await shop.called('POST', '/settlements', batch([], 0));
  await asOwner(
    `update settlement_batches set missing_due_at = now() - interval '1 minute' where id = '${settlement}'`,
  );
  await lookForMissing();
  const missing = async () =>
    (await shop.called('GET', `/settlement-differences?kind=missing&settlementId=${settlement}`)).data;
  expect(await missing()).toContainEqual(
    expect.objectContaining({
      paymentId: id,
      paymentReference: receipt,
      expected: PRICE,
      found: KES(0),
      status: 'open',
    }),
  );
  await shop.called('POST', '/settlements', batch([line(receipt)], PRICE.amount));
  await shop.called('POST', `/settlements/${settlement}/reconcile`);
  expect(await missing()).toContainEqual(
    expect.objectContaining({ paymentId: id, status: 'explained', reason: 'matched later' }),
  );
});

test('a chargeback by hand: evidence, and how it ended', async () => {
  const { id, order } = await paid();
  const opened = await shop.called('POST', '/chargebacks', { paymentId: id, reason: 'not mine', dueBy: at(HOUR) });
  expect(opened).toMatchObject({ paymentId: id, orderId: order, amount: PRICE, status: 'opened', provider: 'mpesa' });
  expect(await shop.call('POST', '/chargebacks', { paymentId: id, reason: 'x' })).toMatchObject({ status: 409 });
  expect(await shop.call('POST', '/chargebacks', { paymentId: randomUUID(), reason: 'x' })).toMatchObject({
    status: 404,
  });
  const path = `/chargebacks/${opened.id}`;
  expect((await shop.called('POST', `${path}/evidence`, { note: 'the signed slip' })).evidence).toHaveLength(1);
  expect(await shop.called('POST', `${path}/close`, { outcome: 'won', note: 'they agree' })).toMatchObject({
    status: 'won',
  });
  expect(await shop.call('POST', `${path}/close`, { outcome: 'lost' })).toMatchObject({
    status: 409,
    body: { code: 'chargeback_closed' },
  });
  const { data } = await shop.called('GET', `/chargebacks?status=won&paymentId=${id}`);
  expect(data).toHaveLength(1);
});

test('the treasury tells what was paid out: once, however often it says so', async () => {
  const lines = [{ kind: 'payment', paymentReference: 'nobody', amount: KES(700), fee: KES(7) }];
  const data = { reference: 'T-1', currency: 'KES', periodFrom: at(-HOUR), periodTo: at(HOUR), lines, net: KES(693) };
  const tell = (told: object) =>
    shop.service.api.container.get(INBOX).receive(
      {
        source: 'treasury',
        id: randomUUID(),
        type: 'treasury.settlement_created',
        tenantSlug: shop.tenant.slug,
        data: told,
      },
      { via: 'callback', name: 'm' },
    );
  await tell(data);
  await tell(data);
  const { data: found } = await shop.called('GET', '/settlements?provider=treasury');
  expect(found).toMatchObject([{ reference: 'T-1', lines: 1, differing: 1, net: KES(693), fees: KES(7) }]);
  await expect(tell({ ...data, lines: 'none' })).rejects.toMatchObject({ code: 'settlement_invalid' });
});

test('a chargeback that the provider tells of is opened by itself', async () => {
  const { id } = await paid();
  const principal = { kind: 'system', id: 'mpesa', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = shop.tenant;
  const context = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  const { container } = shop.service.api;
  const about = {
    provider: 'mpesa',
    noticeId: null,
    key: `charge-${id}`,
    reference: null,
    about: 'chargeback',
  } as const;
  const said = { outcome: 'charged_back', amount: null, reason: 'fraud', trusted: true, payerHint: null } as const;
  await container
    .get(TRANSACTOR)
    .run(context, (tx) => container.get(HearOfPayment).execute(tx, context, { ...about, ...said, at: context.at }));
  const config = readConfig({ DATABASE_URL: shop.service.database.ownerUrl });
  const stop = startBackground(config, container, shop.service.api.metrics, createLogger('silent'));
  let found: object[] = [];
  while (found.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = (await shop.called('GET', `/chargebacks?paymentId=${id}`)).data;
  }
  await stop();
  expect(found).toMatchObject([{ status: 'opened', reason: 'fraud', amount: PRICE, openedBy: 'settlements' }]);
});

async function asOwner(text: string): Promise<void> {
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.tenant.id]);
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Housekeeping has its turn. */
async function lookForMissing(): Promise<void> {
  const url = shop.service.database.workerUrl;
  const settings = {
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 10_000,
    applicationName: 'test',
    onIdleError: () => undefined,
  };
  const pool = createPool({ url, max: 1, ...settings });
  try {
    const chore = shop.service.api.container.getAll(CHORE).find(({ name }) => name.startsWith('settlements'));
    await chore?.run(pool);
  } finally {
    await pool.end();
  }
}
