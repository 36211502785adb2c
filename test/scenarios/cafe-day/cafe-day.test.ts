import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { posctl } from '../../../src/posctl/posctl.examples.js';
import { expectedActs, missingActs } from './audit-trail.js';
import { readBooks, type Books } from './books.js';
import { KES, openCafe, setRules, until, type Cafe, type Json, type Person } from './cafe.js';
import { dayOne, type Yesterday } from './day-one.js';
import { open, trade, type Told } from './day-two.js';
import { bank, closeDrawer, moveCash, SHORTAGE, shareTips, SURPLUS } from './evening.js';
import { differences, oddReceipts } from './recompute.js';
import { sell } from './rush.js';

// Two days of a café in Nairobi, over HTTP alone: from float to Z, with all that happens on the way.

jest.setTimeout(300_000);

/** How often somebody opens a drawer without a sale. */
const NO_SALES = 3;

let cafe: Cafe;
let stopBackground: () => Promise<void> = () => Promise.resolve();
let yesterday: Yesterday;
let ofYesterday: Books;
let told: Told;
let shared: Json;
let sessions: readonly Json[];
let waiting: Json;
let zReport: Json;
let books: Books;

beforeAll(async () => {
  cafe = await openCafe();
  yesterday = await dayOne(cafe);
  ofYesterday = await readBooks(cafe);
  await setRules(cafe);
  const { front, back, shifts } = await open(cafe);
  told = await trade(cafe, yesterday, front, back);
  await moveCash(cafe, front, back);
  for (const [index, { id }] of shifts.entries())
    await cafe.done(cafe.cashiers[index] as Person, 'POST', `/shifts/${id}/clock-out`, {});
  workBegins();
  await tipsAreKnown();
  shared = await shareTips(cafe, front);
  await closeUp();
});
afterAll(async () => {
  await stopBackground();
  await cafe.service.close();
});

/** The work behind the requests: nobody waits for providers any more, so that it cannot be faster than the people. */
function workBegins(): void {
  const { api, database } = cafe.service;
  const config = readConfig({ DATABASE_URL: database.ownerUrl });
  stopBackground = startBackground(config, api.container, api.metrics, createLogger('silent'));
}

/** Tips are heard of behind the requests: all are once as much was earned as guests gave. */
async function tipsAreKnown(): Promise<void> {
  const { all, outletId } = cafe;
  const orders = await all(`/orders?outletId=${outletId}&status=completed`);
  const given = sum(orders.map(({ totals }) => totals.tip));
  await until(
    async () => {
      const earned = await all(`/tips/entries?outletId=${outletId}&kind=earned`);
      return sum(earned.map(({ amount }) => amount)) === given ? true : undefined;
    },
    () => 'the tips',
  );
}

/** Both drawers, the bank, what is missing, and the day. */
async function closeUp(): Promise<void> {
  const { all, cashiers, done, manager, outletId, today } = cafe;
  const { front, back } = told;
  sessions = [
    await closeDrawer(cafe, { ...front, by: cashiers[2] }, SURPLUS),
    await closeDrawer(cafe, back, SHORTAGE),
  ].map(({ session, ...closed }) => session ?? closed);
  await bank(cafe);
  waiting = await done(manager, 'GET', `/outlets/${outletId}/x-report`);
  const verdict = { reason: 'looked everywhere' };
  await done(manager, 'POST', `/drawer-sessions/${back.session}/variance/approve`, verdict);
  const { report } = await done(manager, 'POST', `/outlets/${outletId}/days/${today}/close`, { reason: 'good night' });
  zReport = await done(manager, 'GET', `/z-reports/${report.id}`);
  await until(
    async () => {
      return (await all('/audit?action=pos.cashdrawer.no_sale')).length === NO_SALES ? true : undefined;
    },
    () => 'the audit',
  );
  books = await readBooks(cafe);
}

function sum(amounts: readonly { amount: number }[]): number {
  return amounts.reduce((total, { amount }) => total + amount, 0);
}

describe('the figures', () => {
  test('every receipt adds up by itself', () => {
    expect(oddReceipts(books)).toEqual([]);
    expect(books.orders.length).toBeGreaterThan(70);
  });

  test('every figure of the Z of day 2 is what receipts, drawers and gift cards come to', () => {
    expect(zReport).toMatchObject({ number: 2, businessDate: cafe.today, reason: 'good night' });
    expect(differences(zReport, books)).toEqual([]);
  });

  test('so is every figure of the Z of day 1', async () => {
    const report = await cafe.done(cafe.manager, 'GET', `/z-reports/${yesterday.zReport.id}`);
    expect(report.figures).toMatchObject({ orders: { count: 2 }, openOrders: { count: 1 } });
    expect(differences(report, ofYesterday)).toEqual([]);
  });

  test("and of each drawer session's Z", async () => {
    for (const { id } of sessions) {
      const made = await cafe.done(cafe.manager, 'POST', `/drawer-sessions/${id}/z-report`);
      const report = await cafe.done(cafe.manager, 'GET', `/z-reports/${made.id}`);
      expect([report.sessionId, report.number]).toEqual([id, 1]);
      expect(differences(report, books)).toEqual([]);
    }
  });

  test('one cent more or less anywhere is found, and named', () => {
    let changed = 0;
    const visit = (value: Json, change: (wrong: Json) => Json): void => {
      if (typeof value === 'number') {
        const found = differences(change(value + 1), books);
        expect(found.length).toBeGreaterThan(0);
        changed += 1;
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          const at = (wrong: Json): Json =>
            Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [name]: wrong });
          visit(inner, (wrong) => change(at(wrong)));
        }
      }
    };
    visit(zReport.figures, (figures) => ({ ...zReport, figures }));
    expect(changed).toBeGreaterThan(150);
  });

  test('the day had all of it', () => {
    const { figures } = zReport;
    const tenders = figures.tenders.map(({ tender }: Json) => tender);
    expect(tenders).toEqual(['card', 'cash', 'dinau', 'eftpos', 'exchange', 'gift_card', 'mpesa']);
    expect(figures).toMatchObject({
      ...{ voids: { count: 2 }, linesRemoved: 1, priceOverrides: 1, noSales: NO_SALES, openOrders: { count: 1 } },
      refunds: { count: 2, ofEarlierDays: { count: 1, amount: KES(64_995) } },
      giftCards: { sold: { count: 1 }, redeemed: { count: 1 }, outstanding: { amount: KES(250_000 - 72_100) } },
      late: [{ businessDate: cafe.yesterday, orders: 1, total: told.late.totals.total }],
      bridge: {
        unexplained: KES(0),
        partPaymentsUsed: KES(50_000),
        partPaymentsTaken: KES(80_000),
        returned: KES(40_000),
      },
      paymentsInDoubt: { count: 0 },
    });
    const discounts = figures.discounts.map(({ category }: Json) => category);
    expect(discounts).toEqual(['comp', 'discount']);
    for (const part of ['serviceCharge', 'taxOnTop', 'tips', 'surcharges', 'rounding'])
      expect(figures.sales[part].amount).toBeGreaterThan(0);
    expect(figures.taxes.map(({ code, rate, mode }: Json) => `${code} ${rate} ${mode}`)).toEqual([
      ...['LEVY 2.5 exclusive', 'VAT 16.0 inclusive', 'VAT 8.0 inclusive'],
    ]);
    expect(told.declined.payments).toMatchObject([{ status: 'failed', failure: 'declined' }]);
    expect(told.openTab).toMatchObject({ status: 'open', totals: { paid: KES(40_000) } });
    expect(told.exchanged).toMatchObject({ order: { status: 'completed' }, returned: { status: 'refunded' } });
  });
});

describe('drawers and tips', () => {
  test('what is missing above the limit is an exception until somebody else decides', async () => {
    expect(sessions).toMatchObject([
      { variance: KES(SURPLUS), varianceState: 'none' },
      { variance: KES(SHORTAGE), varianceState: 'pending' },
    ]);
    expect(waiting.exceptions).toMatchObject([{ code: 'drawer_variance_pending', subject: told.back.session }]);
    expect(zReport.exceptions).toMatchObject([{ code: 'closed_before_the_cut' }]);
    const decided = await cafe.done(cafe.manager, 'GET', `/drawer-sessions/${told.back.session}`);
    expect(decided).toMatchObject({ varianceState: 'approved', varianceDecidedBy: cafe.manager.id });
  });

  test('tips are owed to nobody any more, and all that guests gave was paid', async () => {
    const { all, outletId } = cafe;
    const balances = await all(`/tips/balances?outletId=${outletId}`);
    expect(balances.filter(({ owed }) => owed.amount !== 0)).toEqual([]);
    expect(sum(shared.shares.map(({ amount }: Json) => amount))).toBe(shared.amount.amount);
    const out = zReport.figures.cash.movements.find(({ kind }: Json) => kind === 'tip_out');
    expect(out.out).toEqual(zReport.figures.sales.tips);
  });
});

describe('what is kept', () => {
  test('no rule about money is broken', async () => {
    const { violations, invariants } = await cafe.done(cafe.manager, 'GET', '/invariants');
    expect(invariants.filter((rule: Json) => rule.violations > 0)).toEqual([]);
    expect(violations).toBe(0);
  });

  test('who looks after the café hears of the shortage, and of money that no order took', async () => {
    const found = await until(
      async () => {
        const notices = await cafe.all('/notices');
        return notices.length >= 2 ? notices : undefined;
      },
      () => 'the notices',
    );
    expect(found.map(({ kind }) => kind).sort()).toEqual(['cash_exception', 'payment_unallocated']);
    expect(found.find(({ kind }) => kind === 'cash_exception').params).toMatchObject({ amount: KES(SHORTAGE) });
    const [stray, ...more] = await cafe.all('/unallocated-payments?status=open');
    expect([stray, more]).toMatchObject([{ amount: KES(77_700), orderId: told.strayed.id }, []]);
  });

  test('the reports are whole, and shown as JSON, text, page and PDF', async () => {
    const { intact, series } = await cafe.done(cafe.manager, 'GET', `/z-reports/verify?outletId=${cafe.outletId}`);
    expect([intact, series.length]).toEqual([true, 3]);
    for (const [accept, part] of [
      ['application/json', '"number":2'],
      ['text/plain', 'Z report 2'],
      ['text/html', 'Z report 2'],
      ['application/pdf', '%PDF-1.4'],
    ] as const) {
      const headers = { accept };
      const { tenant, manager } = cafe;
      const shown = await cafe.service.call('GET', `/z-reports/${zReport.id}`, { tenant, token: manager.key, headers });
      expect([shown.status, shown.text.includes(part)]).toEqual([200, true]);
      expect(shown.headers.get('content-type')).toContain(accept);
    }
  });
});

test('a sale after the close is late, in a drawer opened again, and counts in the next day', async () => {
  const { cashiers, done, drawers, manager, outletId, today } = cafe;
  const { id: session } = await done(cashiers[0], 'POST', `/drawers/${drawers[0]}/sessions`, {});
  const sale = await sell(
    { cafe, by: cashiers[0], session },
    [{ sku: 'chai' }],
    [{ tender: 'cash', amount: KES(20_000) }],
  );
  expect(sale).toMatchObject({ status: 'completed', businessDate: today, late: true });
  expect(await done(manager, 'GET', `/z-reports/${zReport.id}`)).toEqual(zReport);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const next = await done(manager, 'GET', `/outlets/${outletId}/x-report?date=${tomorrow}`);
  expect(next.figures).toMatchObject({
    ...{ orders: { count: 1 }, late: [{ businessDate: today, total: sale.totals.total }] },
    cash: { sessions: [{ number: 2, float: KES(200_000), expected: KES(218_000) }] },
  });
  expect(differences(next, await readBooks(cafe))).toEqual([]);
  expect((await done(manager, 'GET', '/invariants')).violations).toBe(0);
});

test('the audit knows of each privileged act who did it, what to, why, and who allowed it', async () => {
  const acts = expectedActs(cafe, yesterday, told);
  let missing = acts;
  await until(
    async () => {
      missing = missingActs(acts, await cafe.all('/audit'));
      return missing.length === 0 ? true : undefined;
    },
    () => JSON.stringify(missing),
  );
  expect(missing).toEqual([]);
});

test('the chain of the audit is whole, and still has the head that the Z wrote down', async () => {
  const { service, tenant, manager } = cafe;
  const environment = { POS_URL: service.baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: manager.key };
  const { number, hash } = zReport.auditHead;
  const { code, out, err } = await posctl(['audit', 'verify', '--head', `${number}:${hash}`], environment);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^head \d+:[0-9a-f]{64}$/m);
});
