import { setTimeout as sleep } from 'node:timers/promises';
import { isUuid } from '../../kernel/ids.js';
import type { ApiAnswer, ApiRequest } from '../api-client.js';
import { EXIT } from '../exit-codes.js';
import { emptyTally, exitCodeOf, importSales, type SalesImport } from './import-sales.js';
import type { OrderRequest } from './order-request.js';
import type { PastSale } from './past-sale.js';

const outlet = { id: '0197a3c2-7b1e-7000-8000-000000000001', name: 'Café', currency: 'USD', timeZone: 'UTC' };

function sale(orderId: string, more: Partial<PastSale> = {}): PastSale {
  return {
    orderId,
    row: 2,
    placedAt: undefined,
    date: '2015-01-01',
    time: '10:00:00',
    outlet: undefined,
    channel: undefined,
    note: undefined,
    lines: [{ row: 3, sku: 'tea', quantity: '1', unitPrice: undefined, position: undefined }],
    payments: [{ row: 2, tender: 'cash', paid: '4.50' }],
    ...more,
  };
}

/** A service that keeps orders by their key, as ours does. */
class Service {
  readonly orders = new Map<string, OrderRequest>();
  inFlight = 0;
  most = 0;

  async request({ path, body = '', idempotencyKey = '' }: ApiRequest): Promise<ApiAnswer> {
    this.most = Math.max(this.most, (this.inFlight += 1));
    await sleep(1);
    this.inFlight -= 1;
    if (path === '/quotes') return answered(200, '{"totals":{"total":{"amount":450,"currency":"USD"}}}');
    const order = JSON.parse(body) as OrderRequest;
    if (order.lines[0]?.sku === 'unknown')
      return problem(422, { pointer: '/lines/0/sku', message: 'is not in the catalogue' });
    if (order.lines[0]?.sku === 'forbidden') return problem(403);
    const replayed = this.orders.has(idempotencyKey);
    this.orders.set(idempotencyKey, order);
    return answered(201, '{}', replayed ? { 'idempotency-replayed': 'true' } : {});
  }

  json<Body>(): Promise<Body> {
    return Promise.reject(new Error('not asked in these tests'));
  }
}

function answered(status: number, body: string, headers: ApiAnswer['headers'] = {}): ApiAnswer {
  return { status, headers, body, bytes: Buffer.from(body) };
}

function problem(status: number, ...errors: { pointer: string; message: string }[]): ApiAnswer {
  return answered(status, JSON.stringify({ title: 'No', code: 'no', errors }));
}

function setup(client: Service, signal = new AbortController().signal): SalesImport {
  const settings = {
    tenant: 'acme',
    source: undefined,
    outlets: [outlet],
    defaultOutlet: outlet,
    timeZone: undefined,
    channel: 'counter',
  };
  return { client, settings, concurrency: 4, signal };
}

const twenty = Array.from({ length: 20 }, (_, index) => sale(String(index)));

test('each sale is one order, several at a time', async () => {
  const service = new Service();
  const tally = emptyTally([]);
  await importSales(twenty, tally, setup(service));
  expect(tally).toMatchObject({ done: 20, created: 20, replayed: 0, rejected: [] });
  expect(service.orders.size).toBe(20);
  expect(service.most).toBe(4);
  expect([...service.orders.values()].every(({ id }) => isUuid(id))).toBe(true);
});

test('a second import in another order changes nothing', async () => {
  const service = new Service();
  await importSales(twenty, emptyTally([]), setup(service));
  const before = JSON.stringify([...service.orders]);
  const tally = emptyTally([]);
  await importSales([...twenty].reverse(), tally, setup(service));
  expect(tally).toMatchObject({ done: 20, created: 0, replayed: 20 });
  expect(JSON.stringify([...service.orders])).toBe(before);
});

test('the same number of another source or outlet is another order', async () => {
  const service = new Service();
  const base = setup(service);
  for (const source of [undefined, 'till-1', 'till-2']) {
    await importSales([sale('1')], emptyTally([]), { ...base, settings: { ...base.settings, source } });
  }
  expect(service.orders.size).toBe(3);
});

test('what the file does not say is asked: the amount due', async () => {
  const service = new Service();
  await importSales([sale('1', { payments: [] })], emptyTally([]), setup(service));
  expect([...service.orders.values()][0]?.payments).toEqual([
    { tender: 'cash', amount: { amount: 450, currency: 'USD' } },
  ]);
});

test.each([
  {
    title: 'an unknown SKU',
    of: { lines: [{ row: 7, sku: 'unknown', quantity: '1', unitPrice: undefined, position: undefined }] },
    row: 7,
    column: 'sku',
  },
  { title: 'no day', of: { date: '2015-02-30' }, row: 2, column: 'date' },
  { title: 'too many digits', of: { payments: [{ row: 4, tender: 'cash', paid: '4.505' }] }, row: 4, column: 'paid' },
  { title: 'an unknown outlet', of: { outlet: 'Elsewhere' }, row: 2, column: 'outlet' },
  { title: 'nothing sold', of: { lines: [] }, row: 2, column: 'sku' },
])('$title rejects one sale and lets the others in', async ({ of, row, column }) => {
  const service = new Service();
  const tally = emptyTally([]);
  await importSales([sale('bad', of), ...twenty], tally, setup(service));
  expect(tally).toMatchObject({ done: 21, created: 20, rejected: [{ row, column, orderId: 'bad' }] });
  expect(exitCodeOf(tally)).toBe(EXIT.rejectedRows);
});

test('a key that may not sell ends the import', async () => {
  const forbidden = sale('x', {
    lines: [{ row: 2, sku: 'forbidden', quantity: '1', unitPrice: undefined, position: undefined }],
  });
  const tally = emptyTally([]);
  await expect(importSales([forbidden, ...twenty], tally, setup(new Service()))).rejects.toMatchObject({
    exitCode: EXIT.notAllowed,
  });
  expect(tally.done).toBeLessThan(20);
});

test('Ctrl-C lets what is in flight end and starts no more', async () => {
  const interruption = new AbortController();
  const tally = emptyTally([]);
  const running = importSales(twenty, tally, setup(new Service(), interruption.signal));
  interruption.abort();
  await expect(running).rejects.toMatchObject({ exitCode: EXIT.interrupted });
  expect(tally.done).toBe(4);
});
