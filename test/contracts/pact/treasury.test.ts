import { MatchersV3 } from '@pact-foundation/pact';
import { TreasuryClient } from '../../../src/clients/treasury/treasury-client.js';
import { TreasuryInvoices, type InvoiceRequest } from '../../../src/clients/treasury/treasury-invoices.js';
import type { PaymentRequest, TreasuryPaymentStatus } from '../../../src/clients/treasury/treasury-messages.js';
import { noticeOf } from '../../../src/modules/tendering/adapters/treasury/treasury-announcements.js';
import { eventFrom } from '../../../src/platform/inbox/inbound-event.js';
import { Agreement, ASKING, money, word } from './agreement.js';

// What we expect of the treasury: openapi/pacts/pos-service-treasury.json is made here.

const { datetime, nullValue, string } = MatchersV3;
const agreement = new Agreement('treasury');
afterAll(() => agreement.close());

const CHARGE = 'charge-0197a3c2-0000-7000-8000-000000000001';
const REFUND = 'refund-0197a3c2-0000-7000-8000-000000000002';
const PAYOUT = 'payout-0197a3c2-0000-7000-8000-000000000003';
const USD = (amount: number) => ({ amount, currency: 'USD' });

const WISH: PaymentRequest = {
  ...{ reference: CHARGE, amount: USD(1_250), method: 'card', payer: { token: 'tok_visa' }, description: 'A-000001' },
  metadata: { orderId: '0197a3c2-0000-7000-8000-000000000004', outletId: '0197a3c2-0000-7000-8000-000000000005' },
};
const GIVE_BACK = { reference: REFUND, paymentReference: CHARGE, amount: USD(250), reason: 'cold' };
const PAY_OUT = {
  ...{ reference: PAYOUT, amount: USD(700), payee: '254700000001', reason: 'tips' },
  metadata: { outletId: '0197a3c2-0000-7000-8000-000000000005' },
};

const posting = (key: string) => ({ ...ASKING, 'idempotency-key': key });
const payment = (status: TreasuryPaymentStatus, reason?: string) => ({
  ...{ id: string('pay-1'), reference: CHARGE, status, amount: money(1_250) },
  captured: status === 'captured' ? money(1_250) : nullValue(),
  reason: reason === undefined ? nullValue() : word(reason),
});
const transfer = (id: string, reference: string, amount: number) => ({
  ...{ id: string(id), reference, status: 'processed', amount: money(amount), reason: nullValue() },
});

interface Agreed {
  readonly state: string;
  readonly asking: string;
  readonly request: readonly [method: string, path: string, body?: { reference: string }, reference?: string];
  readonly answer: readonly [status: number, body: object];
  readonly call: (client: TreasuryClient) => Promise<unknown>;
  readonly heard: object;
}

const CAPTURED = {
  id: 'pay-1',
  reference: CHARGE,
  status: 'captured',
  amount: USD(1_250),
  captured: USD(1_250),
  reason: null,
};
const PROCESSED = { status: 'processed', reason: null };
const notFound = (code: string) => ({ said: 'no', status: 404, code });

const AGREED: readonly Agreed[] = [
  {
    ...{ state: 'cards are charged at once', asking: 'a charge' },
    request: ['POST', '/v1/acme/payments', WISH],
    answer: [201, payment('captured')],
    call: (client) => client.charge('acme', WISH),
    heard: { said: 'yes', done: CAPTURED },
  },
  {
    ...{ state: 'the customer has to confirm', asking: 'a charge' },
    request: ['POST', '/v1/acme/payments', WISH],
    answer: [201, payment('pending')],
    call: (client) => client.charge('acme', WISH),
    heard: { said: 'yes', done: { ...CAPTURED, status: 'pending', captured: null } },
  },
  {
    ...{ state: 'the card is declined', asking: 'a charge' },
    request: ['POST', '/v1/acme/payments', WISH],
    answer: [201, payment('failed', 'insufficient_funds')],
    call: (client) => client.charge('acme', WISH),
    heard: { said: 'yes', done: { ...CAPTURED, status: 'failed', captured: null, reason: 'insufficient_funds' } },
  },
  {
    ...{ state: 'cards are not accepted', asking: 'a charge' },
    request: ['POST', '/v1/acme/payments', WISH],
    answer: [422, { code: word('method_not_accepted') }],
    call: (client) => client.charge('acme', WISH),
    heard: { said: 'no', status: 422, code: 'method_not_accepted' },
  },
  {
    ...{ state: 'the payment is captured', asking: 'a question about a payment by its reference' },
    request: ['GET', '/v1/acme/payments', undefined, CHARGE],
    answer: [200, { data: [payment('captured')] }],
    call: (client) => client.paymentBy('acme', CHARGE),
    heard: { said: 'yes', done: CAPTURED },
  },
  {
    ...{ state: 'there is no such payment', asking: 'a question about a payment by its reference' },
    request: ['GET', '/v1/acme/payments', undefined, CHARGE],
    answer: [200, { data: [] }],
    call: (client) => client.paymentBy('acme', CHARGE),
    heard: notFound('payment_not_found'),
  },
  {
    ...{ state: 'the payment is captured', asking: 'a question about a payment by its id' },
    request: ['GET', '/v1/acme/payments/pay-1'],
    answer: [200, payment('captured')],
    call: (client) => client.payment('acme', 'pay-1'),
    heard: { said: 'yes', done: CAPTURED },
  },
  {
    ...{ state: 'there is no such payment', asking: 'a question about a payment by its id' },
    request: ['GET', '/v1/acme/payments/pay-1'],
    answer: [404, { code: 'payment_not_found' }],
    call: (client) => client.payment('acme', 'pay-1'),
    heard: notFound('payment_not_found'),
  },
  {
    ...{ state: 'the payment is pending', asking: 'a wish to stop a payment' },
    request: ['POST', '/v1/acme/payments/pay-1/cancel'],
    answer: [200, payment('cancelled', 'cancelled')],
    call: (client) => client.cancel('acme', 'pay-1'),
    heard: { said: 'yes', done: { ...CAPTURED, status: 'cancelled', captured: null, reason: 'cancelled' } },
  },
  {
    ...{ state: 'the payment is captured', asking: 'a wish to stop a payment' },
    request: ['POST', '/v1/acme/payments/pay-1/cancel'],
    answer: [200, payment('captured')],
    call: (client) => client.cancel('acme', 'pay-1'),
    heard: { said: 'yes', done: CAPTURED },
  },
  {
    ...{ state: 'the payment is captured', asking: 'a refund' },
    request: ['POST', '/v1/acme/refunds', GIVE_BACK],
    answer: [201, transfer('ref-1', REFUND, 250)],
    call: (client) => client.refund('acme', GIVE_BACK),
    heard: { said: 'yes', done: { id: 'ref-1', reference: REFUND, amount: USD(250), ...PROCESSED } },
  },
  {
    ...{ state: 'the payment is refunded in full', asking: 'a refund' },
    request: ['POST', '/v1/acme/refunds', GIVE_BACK],
    answer: [422, { code: word('refund_exceeds_payment') }],
    call: (client) => client.refund('acme', GIVE_BACK),
    heard: { said: 'no', status: 422, code: 'refund_exceeds_payment' },
  },
  {
    ...{ state: 'the refund is processed', asking: 'a question about a refund' },
    request: ['GET', '/v1/acme/refunds', undefined, REFUND],
    answer: [200, { data: [transfer('ref-1', REFUND, 250)] }],
    call: (client) => client.refundBy('acme', REFUND),
    heard: { said: 'yes', done: { id: 'ref-1', reference: REFUND, amount: USD(250), ...PROCESSED } },
  },
  {
    ...{ state: 'there is money to pay out', asking: 'a payout' },
    request: ['POST', '/v1/acme/payouts', PAY_OUT],
    answer: [201, transfer('out-1', PAYOUT, 700)],
    call: (client) => client.payOut('acme', PAY_OUT),
    heard: { said: 'yes', done: { id: 'out-1', reference: PAYOUT, amount: USD(700), ...PROCESSED } },
  },
  {
    ...{ state: 'there is no such payout', asking: 'a question about a payout' },
    request: ['GET', '/v1/acme/payouts', undefined, PAYOUT],
    answer: [200, { data: [] }],
    call: (client) => client.payoutBy('acme', PAYOUT),
    heard: notFound('payout_not_found'),
  },
];

test.each(AGREED)('$state: $asking', ({ state, asking, request, answer, call, heard }) => {
  const [method, path, body, reference] = request;
  const [status, told] = answer;
  return agreement.pact
    .addInteraction()
    .given(state)
    .uponReceiving(asking)
    .withRequest(method, path, (builder) => {
      if (body === undefined) builder.headers(ASKING);
      else builder.headers(posting(body.reference)).jsonBody(body);
      if (reference !== undefined) builder.query({ reference });
    })
    .willRespondWith(status, (builder) => builder.jsonBody(told))
    .executeTest(async ({ url }) => {
      expect(await call(new TreasuryClient(agreement.http(url)))).toEqual(heard);
    });
});

const INVOICE: InvoiceRequest = {
  ...{ reference: '0197a3c2-0000-7000-8000-000000000006', period: '2026-10-01', total: USD(5_800) },
  lines: [{ description: 'Standard, for each outlet', quantity: 2, unitPrice: USD(2_900), total: USD(5_800) }],
};

test.each([
  {
    ...{
      state: 'the business acme can be invoiced',
      status: 201,
      told: { id: string('inv-1'), reference: INVOICE.reference },
    },
    heard: { said: 'yes', done: { id: 'inv-1', reference: INVOICE.reference } },
  },
  {
    ...{ state: 'the business acme has no account', status: 422, told: { code: word('account_missing') } },
    heard: { said: 'no', status: 422, code: 'account_missing' },
  },
])('an invoice where $state', ({ state, status, told, heard }) =>
  agreement.pact
    .addInteraction()
    .given(state)
    .uponReceiving('an invoice to be written')
    .withRequest('POST', '/v1/acme/invoices', (request) =>
      request.headers(posting(INVOICE.reference)).jsonBody(INVOICE),
    )
    .willRespondWith(status, (answer) => answer.jsonBody(told))
    .executeTest(async ({ url }) => {
      expect(await new TreasuryInvoices(agreement.http(url)).write('acme', INVOICE)).toEqual(heard);
    }),
);

const CHARGEBACK = {
  ...{ id: string('cb-1'), paymentId: string('pay-1'), paymentReference: CHARGE },
  ...{ amount: money(1_250), reason: word('fraudulent') },
};
const OF_CHARGE = { provider: 'treasury', about: 'charge', key: CHARGE, reference: 'pay-1', trusted: true };
const TOLD: readonly (readonly [type: string, data: object, notice: object])[] = [
  ['payment_initiated', payment('pending'), { ...OF_CHARGE, outcome: 'pending', amount: USD(1_250) }],
  ['payment_captured', payment('captured'), { ...OF_CHARGE, outcome: 'captured', amount: USD(1_250) }],
  ['payment_failed', payment('failed', 'declined'), { ...OF_CHARGE, outcome: 'failed', reason: 'declined' }],
  [
    'refund_processed',
    transfer('ref-1', REFUND, 250),
    { about: 'refund', outcome: 'done', key: REFUND, amount: USD(250) },
  ],
  [
    'payout_processed',
    transfer('out-1', PAYOUT, 700),
    { about: 'payout', outcome: 'done', key: PAYOUT, amount: USD(700) },
  ],
  ['chargeback_opened', CHARGEBACK, { about: 'chargeback', outcome: 'charged_back', key: CHARGE, reference: 'pay-1' }],
  ['chargeback_won', CHARGEBACK, { about: 'chargeback', outcome: 'chargeback_won', key: CHARGE, reference: 'pay-1' }],
  ['chargeback_lost', CHARGEBACK, { about: 'chargeback', outcome: 'charged_back', key: CHARGE, reference: 'pay-1' }],
];

test.each(TOLD)('it tells treasury.%s', (name, data, notice) =>
  agreement.pact
    .addAsynchronousInteraction()
    .expectsToReceive(`an event treasury.${name}`, (builder) =>
      builder.withJSONContent({
        ...{
          specversion: '1.0',
          id: string('e-1'),
          source: string('/treasury'),
          type: `treasury.${name}`,
          tenant: 'acme',
        },
        ...{ time: datetime("yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-11-21T10:00:00.000Z'), data },
      }),
    )
    .executeTest((message) => {
      const event = eventFrom(message.contents.content, { source: 'treasury' });
      expect(noticeOf(event, new Date())).toMatchObject({
        ...notice,
        noticeId: 'e-1',
        at: new Date('2026-11-21T10:00:00Z'),
      });
      return Promise.resolve();
    }),
);

test('the pact is the committed one', () => {
  const { made, committed } = agreement.compared();
  expect(made).toBe(committed);
});
