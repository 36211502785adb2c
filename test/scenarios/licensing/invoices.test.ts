import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LicenceWorker } from '../../../src/modules/licensing/application/licence-worker.js';
import { DAY_MS, USD, type LicensedShop } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { BACKGROUND_WORK } from '../../../src/platform/tokens.js';
import type { TestService } from '../../harness/service.js';
import { done } from './trade.js';
import { openTwoDoors, type TwoDoors } from './two-doors.js';

// What a month costs: counted over its boundary, charged once, sent once though the treasury goes away and comes back.

jest.setTimeout(240_000);

interface Heard {
  readonly key: string | undefined;
  readonly body: { readonly total: unknown; readonly reference: string };
}

/** A treasury that can be away, or die after it has heard. It knows a key again. */
class Treasury {
  /** Each invoice that it has, once. */
  readonly taken = new Map<string, Heard>();
  calls = 0;
  mood: 'well' | 'away' | 'cuts' | 'broken' = 'well';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        this.calls += 1;
        if (this.mood === 'away') return void request.socket.destroy();
        if (this.mood === 'broken') return void response.writeHead(503).end('{}');
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Heard['body'];
        const key = String(request.headers['idempotency-key']);
        if (!this.taken.has(key)) this.taken.set(key, { key, body });
        if (this.mood === 'cuts') return void request.socket.destroy();
        const id = `T-${[...this.taken.keys()].indexOf(key) + 1}`;
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id, reference: body.reference }));
      });
    });
  }

  static async start(): Promise<Treasury> {
    const treasury = new Treasury();
    await new Promise<void>((resolve) => treasury.server.listen(0, '127.0.0.1', resolve));
    return treasury;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let treasury: Treasury;
let doors: TwoDoors;
let shop: LicensedShop;
beforeEach(async () => {
  treasury = await Treasury.start();
  doors = await openTwoDoors({ TREASURY_URL: treasury.url, SIBLING_TIMEOUT_MS: '20000' });
  ({ shop } = doors);
});
afterEach(async () => {
  await doors.close();
  await treasury.stop();
});

async function lookedAfter({ api }: TestService): Promise<void> {
  const worker = api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof LicenceWorker);
  for (let round = 0; round < 40; round += 1) if ((await worker?.round()) === 0) return;
  throw new Error('there is no end of what is due');
}
const bothLook = () => Promise.all([lookedAfter(shop.service), lookedAfter(doors.other)]);
const invoices = async () => (await done(shop, 'GET', '/licence/invoices')).data;

/** Moves the clock to some hours after the begin of a day of the month that is so many months on. */
function moveTo(months: number, day: number, hours = 12): void {
  const now = shop.now();
  const then = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, day, hours);
  shop.wait((then - now.getTime()) / DAY_MS);
}

/** A plan that includes two orders a month. */
async function metered(): Promise<void> {
  const limits = { outlets: null, devices: null, staff: null, integrations: null };
  const prices = { basePrice: 1_000, outletPrice: 500, ordersIncluded: 2, overagePrice: 70 };
  const plan = { code: 'metered', name: 'Metered', currency: 'USD', limits, ...prices };
  const made = await shop.service.call('POST', '/v1/platform/plans', { body: plan });
  expect({ status: made.status, text: made.text }).toMatchObject({ status: 201 });
  const assigned = await shop.licence('PUT', '', { plan: 'metered', paidUntil: null });
  expect(assigned).toMatchObject({ status: 200, body: { status: 'active' } });
}
async function sellSome(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) expect((await shop.sell()).status).toBe(201);
}
const linesOf = (invoice: { lines: { kind: string; quantity: number; total: { amount: number } }[] }) =>
  invoice.lines.map(({ kind, quantity, total }) => [kind, quantity, total.amount]);

test('orders count in the month in which they were placed, and each month is charged once', async () => {
  moveTo(1, 10);
  await metered();
  await bothLook();
  moveTo(2, 28);
  await sellSome(2);
  await bothLook();
  // The last hour of the month, and the first of the next.
  const now = shop.now();
  const boundary = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  shop.wait((boundary - 1_800_000 - now.getTime()) / DAY_MS);
  await sellSome(1);
  shop.wait(1 / 24);
  await sellSome(2);
  await bothLook();
  shop.wait(1);
  await bothLook();
  shop.wait(1);
  await bothLook();
  const [latest] = await invoices();
  expect(latest).toMatchObject({
    status: 'sent',
    period: new Date(boundary - DAY_MS).toISOString().slice(0, 8) + '01',
  });
  // Three orders, one beyond the two that are included: a begun hundred.
  expect(linesOf(latest)).toEqual([
    ['base', 1, 1_000],
    ['outlets', 1, 500],
    ['overage', 1, 70],
  ]);
  expect(latest.total).toEqual(USD(1_570));
  // The month after: two orders, which are included. An outlet more counts on its fullest day.
  const outlet = { name: 'Second', timeZone: 'UTC', receiptPrefix: 'S', tenders: ['cash'], taxGroups: [] };
  await done(shop, 'POST', '/outlets', outlet);
  await bothLook();
  shop.wait(1);
  await bothLook();
  moveTo(1, 2);
  await bothLook();
  shop.wait(1);
  await bothLook();
  const all = await invoices();
  expect(linesOf(all[0])).toEqual([
    ['base', 1, 1_000],
    ['outlets', 2, 1_000],
  ]);
  expect(new Set(all.map(({ period }: { period: string }) => period)).size).toBe(all.length);
  expect([...treasury.taken.keys()].sort()).toEqual(all.map(({ id }: { id: string }) => id).sort());
});

test('the treasury away for days and back, cutting lines and broken: one invoice, and selling goes on', async () => {
  moveTo(1, 27);
  await metered();
  await sellSome(1);
  await bothLook();
  for (const mood of ['away', 'broken', 'cuts'] as const) {
    treasury.mood = mood;
    if (mood === 'away') moveTo(1, 2);
    else shop.wait(0.5);
    await bothLook();
    expect(await invoices()).toMatchObject([{ status: 'draft', total: USD(1_500) }]);
    await sellSome(1);
  }
  treasury.mood = 'well';
  shop.wait(0.5);
  await bothLook();
  const [invoice, ...others] = await invoices();
  expect(others).toEqual([]);
  expect(invoice).toMatchObject({ status: 'sent', reference: 'T-1' });
  expect([...treasury.taken.keys()]).toEqual([invoice.id]);
  const calls = treasury.calls;
  shop.wait(1);
  await bothLook();
  expect(treasury.calls).toBe(calls);
});
