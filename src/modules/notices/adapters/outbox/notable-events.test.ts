import { AGGREGATE_OF } from '../../../../app/event-aggregates.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { DayEvents } from '../../../business-days/index.js';
import type { DrawerEvents } from '../../../drawers/index.js';
import type { SettlementEvents } from '../../../settlements/index.js';
import type { TenderingEvents } from '../../../tendering/index.js';
import { NOTABLE, paramsOf } from '../../domain/notable.js';
import type { NoticeParams } from '../../domain/notice.js';

// The events are heard by their types, as text: here they are held against what the modules really tell.

type Told = TenderingEvents & DayEvents & DrawerEvents & SettlementEvents;

const [ID, ORDER, PAYMENT] = [1, 2, 3].map((one) => `0197a3c2-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
];
const USD = (amount: number) => ({ amount, currency: 'USD' });

const unallocated: Told['pos.payment.unallocated']['unallocated'] = {
  ...{
    id: ID,
    provider: 'treasury',
    tender: 'card',
    paymentId: PAYMENT,
    orderId: ORDER,
    outletId: null,
    amount: USD(5),
  },
  ...{ reason: 'order_settled', reference: 'pay-1', status: 'open', arrivedAt: '2026-11-21T10:00:00Z', test: false },
  version: 1,
};
const payment: Told['pos.payment.unknown']['payment'] = {
  ...{
    id: PAYMENT,
    orderId: ORDER,
    orderNumber: 'A-1',
    outletId: ID as OutletId,
    tender: 'card',
    provider: 'treasury',
  },
  ...{ amount: USD(6), status: 'unknown', captured: null, reference: null, reason: 'no_answer', owner: 'user:ann' },
  ...{ test: false, version: 3 },
};
const refund: Told['pos.payment.refund_failed']['refund'] = {
  ...{ id: ID, paymentId: PAYMENT, orderId: ORDER, refundId: ID, outletId: null, provider: 'treasury', amount: USD(7) },
  ...{ status: 'failed', reason: 'smith', failure: 'account_closed', reference: null, attempt: 1, test: false },
};
const exception: Pick<Told['pos.cash_exception'], 'variance' | 'limit'> = { variance: USD(-8), limit: USD(5) };
const closure: Told['pos.report.closure_due'] = { outletId: ID as OutletId, businessDate: '2026-11-20' };
const found: Pick<Told['pos.settlement.differences_found'], 'count' | 'differences'> = { count: 4, differences: [] };
const forced: Pick<Told['pos.cashdrawer.count_forced'], 'because'> = { because: 'cash_limit' };

const OF_PAYMENT = { paymentId: PAYMENT, orderId: ORDER, provider: 'treasury' };
const CASES: readonly (readonly [
  type: keyof Told,
  data: object,
  aggregateId: string,
  params: Partial<NoticeParams>,
])[] = [
  [
    'pos.payment.unallocated',
    { unallocated },
    ID,
    { ...OF_PAYMENT, tender: 'card', amount: USD(5), reason: 'order_settled' },
  ],
  ['pos.payment.unknown', { payment }, PAYMENT, { ...OF_PAYMENT, tender: 'card', amount: USD(6), reason: 'no_answer' }],
  [
    'pos.payment.charged_back',
    { payment },
    PAYMENT,
    { ...OF_PAYMENT, tender: 'card', amount: USD(6), reason: 'no_answer' },
  ],
  ['pos.payment.refund_failed', { refund }, PAYMENT, { ...OF_PAYMENT, amount: USD(7), reason: 'account_closed' }],
  ['pos.cash_exception', exception, ID, { amount: USD(-8), drawerSessionId: ID }],
  ['pos.cashdrawer.count_forced', forced, ID, { reason: 'cash_limit', drawerSessionId: ID }],
  ['pos.settlement.differences_found', found, ID, { count: 4 }],
  ['pos.report.closure_due', closure, ID, { businessDate: '2026-11-20' }],
];

test.each(CASES)('%s', (type, data, aggregateId, params) => {
  const notable = NOTABLE[type];
  if (notable === undefined) throw new Error('nobody listens');
  const about = { aggregate: AGGREGATE_OF[type], aggregateId };
  const known = Object.entries(paramsOf(notable, data, about)).filter(([, value]) => value !== null);
  expect(Object.fromEntries(known)).toEqual(params);
});

test('these are all', () => {
  expect(CASES.map(([type]) => type).sort()).toEqual(Object.keys(NOTABLE).sort());
});
