import { isOfTest, NOTABLE, paramsOf, recipientsOf, type NotableKind } from './notable.js';

const ORDER = '0197a3c2-0000-7000-8000-00000000000a';
const PAYMENT = '0197a3c2-0000-7000-8000-00000000000b';
const ABOUT = { aggregate: 'payments', aggregateId: PAYMENT };
const UNALLOCATED = NOTABLE['pos.payment.unallocated'] as NotableKind;
const NOTHING = {
  ...{ amount: null, orderId: null, paymentId: null, drawerSessionId: null, provider: null, tender: null },
  ...{ reason: null, businessDate: null, count: null },
};

test('facts are found at the top and one level below', () => {
  const money = { amount: 1_250, currency: 'USD' };
  const payment = { orderId: ORDER, paymentId: PAYMENT, amount: { ...money, text: 'USD 12.50' }, provider: 'treasury' };
  const params = { ...NOTHING, amount: money, orderId: ORDER, paymentId: PAYMENT, provider: 'treasury' };
  expect(paramsOf(UNALLOCATED, { payment, reason: 'order_settled' }, ABOUT)).toEqual({
    ...params,
    reason: 'order_settled',
  });
  expect(paramsOf(UNALLOCATED, payment, ABOUT)).toEqual(params);
  expect(paramsOf(UNALLOCATED, { payment: { id: PAYMENT } }, ABOUT)).toEqual({ ...NOTHING, paymentId: PAYMENT });
});

test('the reason of a refund is what somebody typed, be it a single word; its failure is not', () => {
  const refund = { paymentId: PAYMENT, reason: 'smith', failure: 'account_closed' };
  const about = { aggregate: 'payments', aggregateId: PAYMENT };
  const params = paramsOf(NOTABLE['pos.payment.refund_failed'] as NotableKind, { refund }, about);
  expect(params).toEqual({ ...NOTHING, paymentId: PAYMENT, reason: 'account_closed' });
});

test('a forced count does not tell what is expected', () => {
  const session = { expected: { amount: 50_000, currency: 'KES' }, float: { amount: 1, currency: 'KES' } };
  const about = { aggregate: 'cashdrawers', aggregateId: ORDER };
  const params = paramsOf(
    NOTABLE['pos.cashdrawer.count_forced'] as NotableKind,
    { session, because: 'cash_limit' },
    about,
  );
  expect(params).toEqual({ ...NOTHING, drawerSessionId: ORDER, reason: 'cash_limit' });
});

test('what test keys did is known', () => {
  expect(isOfTest({ payment: { test: true } })).toBe(true);
  expect(isOfTest({ test: true })).toBe(true);
  expect(isOfTest({ payment: { test: false } })).toBe(false);
});

test('what people typed stays out, and what is not of its form', () => {
  const data = {
    ...{ reason: 'Mr. Smith, 0700 000 001', provider: 'The Bank', tender: 7, orderId: 'A-1', amount: 12.5 },
    ...{
      businessDate: 'yesterday',
      count: 'many',
      payerHint: '…001',
      customer: { name: 'Ann' },
      list: [{ tender: 'cash' }],
    },
  };
  expect(paramsOf(UNALLOCATED, data, ABOUT)).toEqual(NOTHING);
});

test('a drawer session is named by what the event is of; its variance is the amount', () => {
  const data = { variance: { amount: -500, currency: 'KES' }, businessDate: '2026-11-20' };
  const about = { aggregate: 'cashdrawers', aggregateId: ORDER };
  expect(paramsOf(NOTABLE['pos.cash_exception'] as NotableKind, data, about)).toMatchObject({
    ...{ amount: { amount: -500, currency: 'KES' }, drawerSessionId: ORDER, businessDate: '2026-11-20' },
  });
});

test('kinds are distinct words, and each has somebody who should hear', () => {
  const kinds = Object.values(NOTABLE).map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(recipientsOf(kind).length).toBeGreaterThan(0);
  expect(recipientsOf('of_old')).toEqual(['manager']);
});
