import { TreasuryDouble } from '../../../src/clients/treasury/treasury-double.examples.js';
import type { Fate } from '../../../src/clients/treasury/treasury-ledger.examples.js';
import { verify } from './verification.js';

// Our double of the treasury keeps to openapi/pacts/pos-service-treasury.json, which treasury.test.ts makes.

const CHARGE = 'charge-0197a3c2-0000-7000-8000-000000000001';
const REFUND = 'refund-0197a3c2-0000-7000-8000-000000000002';
const USD = (amount: number) => ({ amount, currency: 'USD' });

let treasury: TreasuryDouble;
beforeAll(async () => void (treasury = await TreasuryDouble.start()));
afterAll(() => treasury.stop());

/** A treasury that knows nothing, and what is to become of the next wish. */
function empty(fate?: Fate, refusal?: string): void {
  const { payments, refunds, payouts, invoices, fates, refusals } = treasury.ledger;
  for (const entries of [payments, refunds, payouts, invoices]) entries.clear();
  fates.splice(0, Infinity, ...(fate === undefined ? [] : [fate]));
  refusals.splice(0, Infinity, ...(refusal === undefined ? [] : [{ status: 422, body: { code: refusal } }]));
}

/** A payment that is there, under the id that the pact asks for. */
function has(status: 'captured' | 'pending', id = 'pay-1'): void {
  empty();
  const captured = status === 'captured' ? USD(1_250) : null;
  const done = { id, reference: CHARGE, status, amount: USD(1_250), captured, reason: null };
  treasury.ledger.payments.set(`acme ${CHARGE}`, { tenant: 'acme', asked: {}, done, moved: captured ? 1 : 0 });
}

function gaveBack(amount: number): void {
  has('captured');
  const done = { id: 'ref-1', reference: REFUND, status: 'processed' as const, amount: USD(amount), reason: null };
  const entry = { tenant: 'acme', asked: {}, done, moved: 1, paymentReference: CHARGE };
  // Another refund's key where the whole payment was given back: the one that is asked for then is a new one.
  treasury.ledger.refunds.set(amount === 250 ? `acme ${REFUND}` : 'acme refund-before', entry);
}

test('the double keeps to the pact', () =>
  verify('treasury', treasury.url, {
    'cards are charged at once': () => empty(),
    'the customer has to confirm': () => empty({ status: 'pending' }),
    'the card is declined': () => empty({ status: 'failed', reason: 'insufficient_funds' }),
    'cards are not accepted': () => empty(undefined, 'method_not_accepted'),
    'the payment is captured': () => has('captured'),
    'the payment is pending': () => has('pending'),
    'there is no such payment': () => empty(),
    'the payment is refunded in full': () => gaveBack(1_250),
    'the refund is processed': () => gaveBack(250),
    'there is money to pay out': () => empty(),
    'there is no such payout': () => empty(),
    'the business acme can be invoiced': () => empty(),
    'the business acme has no account': () => empty(undefined, 'account_missing'),
  }));
