import type { OutletId } from '../../../kernel/ids.js';
import { money } from '../../../kernel/money.js';
import type { DayFacts } from './day-facts.js';
import { figuresOf } from './figures-of.js';
import { exceptionsOf } from './report-exceptions.js';
import type { ZReportId } from './report-scope.js';
import { numberedReport, type ReportSeries, type ZContent, type ZDraft } from './z-report.js';

const OUTLET = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' as OutletId;
const none = { count: 0, amount: 0 };

/** Nothing happened. */
export const noFacts: DayFacts = {
  sales: [],
  voids: none,
  discounts: [],
  taxes: [],
  giftCardsSold: none,
  linesRemoved: 0,
  priceOverrides: 0,
  payments: [],
  refunds: [],
  refundedTo: [],
  returned: [],
  standing: { openOrders: none, inDoubt: { ...none, paymentIds: [] }, giftCardsOutstanding: none },
  cash: { movements: [], sessions: [] },
  oddOrders: [],
};

const nothingSold = { gross: 0, discounts: 0, serviceCharge: 0, tax: 0, tips: 0, surcharges: 0, rounding: 0, total: 0 };

/** Sales of a day: what is left out is nothing. */
export function sale(some: Partial<DayFacts['sales'][number]>): DayFacts['sales'][number] {
  return {
    businessDate: '2026-03-29',
    late: false,
    orders: 1,
    first: 'A-000001',
    last: 'A-000001',
    ...nothingSold,
    ...some,
  };
}

/** Payments of a tender: what is left out is nothing. */
export function paid(tender: string, some: Partial<DayFacts['payments'][number]>): DayFacts['payments'][number] {
  return { tender, count: 1, received: 0, taken: 0, used: 0, giftCards: none, ...some };
}

/** A café's day with a bit of everything. */
export const busyDay: DayFacts = {
  ...noFacts,
  sales: [
    sale({
      ...{ orders: 41, first: 'A-000998', last: 'A-1000038', gross: 250_000, discounts: 4_000, serviceCharge: 2_500 },
      ...{ tax: 34_276, tips: 1_200, surcharges: 35, rounding: -3, total: 249_732 },
    }),
    sale({
      businessDate: '2026-03-28',
      late: true,
      first: 'A-000990',
      last: 'A-000990',
      gross: 1_000,
      tax: 138,
      total: 1_000,
    }),
  ],
  voids: { count: 2, amount: 1_850 },
  discounts: [
    { category: 'promotion', count: 7, amount: 2_500 },
    { category: 'comp', count: 1, amount: 1_500 },
  ],
  taxes: [{ code: 'VAT', name: 'VAT', rate: '16', mode: 'inclusive', base: 213_966, amount: 34_414 }],
  linesRemoved: 3,
  priceOverrides: 1,
  payments: [
    paid('cash', { count: 20, received: 120_732, taken: 2_000 }),
    paid('card', { count: 21, received: 129_000, used: 3_000 }),
    paid('gift_card', { received: 0, count: 0 }),
  ],
  refunds: [{ businessDate: '2026-03-29', late: false, earlier: true, count: 1, amount: 900, tax: 124, rounding: 0 }],
  refundedTo: [{ tender: 'card', amount: 900 }],
  returned: [{ tender: 'cash', amount: 500 }],
  standing: {
    openOrders: { count: 1, amount: 3_300 },
    inDoubt: { count: 1, amount: 700, paymentIds: ['0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d41'] },
    giftCardsOutstanding: { count: 12, amount: 60_000 },
  },
  cash: {
    movements: [
      { kind: 'float', category: null, late: false, count: 1, in: 10_000, out: 0, safeIn: 0, safeOut: 10_000 },
      { kind: 'petty_cash', category: 'milk', late: true, count: 1, in: 0, out: 250, safeIn: 0, safeOut: 0 },
    ],
    sessions: [
      {
        ...{ sessionId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d42', drawerId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d43' },
        ...{ number: 17, cashierId: 'ann', status: 'closed', businessDate: '2026-03-29', float: 10_000, noSales: 2 },
        ...{ expected: 130_482, counted: 130_400, variance: -82, varianceState: 'pending', balance: 0 },
      },
    ],
  },
};

/** The café's report, as it would be kept. */
export function exampleReport(facts: DayFacts = busyDay, changes: Partial<ZDraft> = {}): ZContent {
  const figures = figuresOf(facts, 'KES');
  const draft: ZDraft = {
    id: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d40' as ZReportId,
    scope: 'day',
    outletId: OUTLET,
    outletName: 'Café “Zoë” & Söhne <Uptown>',
    timeZone: 'Africa/Nairobi',
    currency: 'KES',
    minorDigits: 2,
    drawerId: null,
    sessionId: null,
    businessDate: '2026-03-29',
    madeAt: '2026-03-29T20:15:00.000Z',
    madeAtLocal: '2026-03-29 23:15',
    madeBy: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4f',
    reason: 'the end of the month',
    figures,
    exceptions: exceptionsOf(facts, figures.bridge.unexplained.amount, true),
    auditHead: { number: 1204, hash: '9f86d081884c7d65'.repeat(4) },
    ...changes,
  };
  return numberedReport(draft, exampleSeries);
}

export const exampleSeries: ReportSeries = {
  scope: 'day',
  seriesId: OUTLET,
  outletId: OUTLET,
  lastNumber: 6,
  lastHash: 'a'.repeat(64),
  grandTotal: money(1_000_000, 'KES'),
};
