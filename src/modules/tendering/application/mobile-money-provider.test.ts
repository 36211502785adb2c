import type { CompanyAnswer, EarlierRequest, MobileMoneyCompany, RequestPlace } from '../ports/mobile-money.js';
import { ProviderAccounts } from '../ports/mobile-money.js';
import type { ProviderCharge, ProviderRefund } from '../ports/payment-provider.js';
import { MobileMoneyProvider } from './mobile-money-provider.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const place = {
  tenantId: 't',
  tenantSlug: 'acme',
  outletId: 'o',
  orderId: 'x',
  createdAt: new Date(0),
  reference: null,
};
const charge: ProviderCharge = {
  ...place,
  ...{ key: 'charge-1', orderNumber: 'A-1', tender: 'mpesa', amount: KES(1000), payer: { phone: '254700000001' } },
};
const refund: ProviderRefund = {
  ...place,
  ...{ key: 'refund-1', chargeKey: 'charge-1', chargeReference: null, amount: KES(1000), reason: 'cold' },
};

/** What was asked, in memory. */
class Notebook extends ProviderAccounts {
  readonly requests = new Map<string, EarlierRequest>();
  active = true;
  connected = true;
  account() {
    const account = {
      connectionId: 'c',
      settings: {},
      secrets: {},
      active: this.active,
      requestId: 'r',
      callbackUrl: '',
    };
    return Promise.resolve(this.connected ? account : undefined);
  }
  intend({ key }: RequestPlace, _connectionId: string, amount: EarlierRequest['amount']) {
    const earlier = this.requests.get(key);
    if (earlier !== undefined && earlier.state !== 'absent') return Promise.resolve(earlier);
    this.requests.set(key, { state: 'asked', amount, reference: null, receipt: null, doubtful: false });
    return Promise.resolve(undefined);
  }
  answered({ key }: RequestPlace, outcome: Partial<EarlierRequest>) {
    this.requests.set(key, { ...(this.requests.get(key) as EarlierRequest), ...outcome });
    return Promise.resolve();
  }
  known({ key }: RequestPlace) {
    return Promise.resolve(this.requests.get(key));
  }
}

function setUp(answers: { charge?: CompanyAnswer; status?: CompanyAnswer; refund?: CompanyAnswer } = {}) {
  const notebook = new Notebook();
  const asked: string[] = [];
  const pending: CompanyAnswer = { answer: { kind: 'pending', reference: 'ws_1' } };
  const company: MobileMoneyCompany = {
    name: 'mpesa',
    awayFor: () => null,
    refusalOf: ({ amount }) => (amount.amount % 100 === 0 ? null : 'amount_not_whole_units'),
    charge: () => {
      asked.push('charge');
      return Promise.resolve(answers.charge ?? pending);
    },
    statusOf: (_account, { reference }) => {
      asked.push(`status ${String(reference)}`);
      return Promise.resolve(answers.status ?? pending);
    },
    ...(answers.refund !== undefined && {
      refund: (_account: unknown, receipt: string) => {
        asked.push(`refund ${receipt}`);
        return Promise.resolve(answers.refund as CompanyAnswer);
      },
    }),
  };
  return { provider: new MobileMoneyProvider(company, notebook), notebook, asked };
}
const captured: CompanyAnswer = { answer: { kind: 'captured', amount: null, reference: 'ws_1' } };

test('what the company would not take is refused before anything is asked', async () => {
  const { provider, asked, notebook } = setUp();
  expect(await provider.charge({ ...charge, amount: KES(1001) })).toMatchObject({
    kind: 'failed',
    reason: 'amount_not_whole_units',
  });
  expect([asked, notebook.requests.size]).toEqual([[], 0]);
});

test('without a connection, or with one that is off, nothing is asked', async () => {
  const { provider, asked, notebook } = setUp();
  notebook.active = false;
  expect(await provider.charge(charge)).toMatchObject({ kind: 'failed', reason: 'provider_not_connected' });
  notebook.connected = false;
  expect(await provider.charge(charge)).toMatchObject({ kind: 'failed', reason: 'provider_not_connected' });
  expect(asked).toEqual([]);
});

test('what may have arrived is never asked twice', async () => {
  const { provider, asked } = setUp({ charge: { answer: { kind: 'unknown', error: 'timeout' } } });
  expect(await provider.charge(charge)).toMatchObject({ kind: 'unknown' });
  await provider.charge(charge);
  expect(asked).toEqual(['charge', 'status null']);
});

test('what surely did not arrive is asked again', async () => {
  const { provider, asked } = setUp({ charge: { answer: { kind: 'absent', error: 'refused' } } });
  await provider.charge(charge);
  expect(await provider.statusOf(charge)).toEqual({ kind: 'absent', error: 'never_asked' });
  await provider.charge(charge);
  expect(asked).toEqual(['charge', 'charge']);
});

test('never asked: absent; refused: failed; a doubtful one is left to people', async () => {
  const { provider, notebook, asked } = setUp({ status: captured });
  expect(await provider.statusOf(charge)).toEqual({ kind: 'absent', error: 'never_asked' });
  await provider.charge(charge);
  const request = notebook.requests.get('charge-1') as EarlierRequest;
  notebook.requests.set('charge-1', { ...request, doubtful: true });
  expect(await provider.statusOf(charge)).toEqual({ kind: 'unknown', error: 'amount_differs' });
  notebook.requests.set('charge-1', { ...request, state: 'refused' });
  expect(await provider.statusOf(charge)).toMatchObject({ kind: 'failed' });
  expect(asked).toEqual(['charge']);
});

test('captured under the receipt, where one is known', async () => {
  const { provider, notebook } = setUp({ status: captured });
  await provider.charge(charge);
  expect(await provider.statusOf(charge)).toMatchObject({ kind: 'captured', reference: 'ws_1' });
  await notebook.answered({ ...place, provider: 'mpesa', key: 'charge-1' }, { receipt: 'TKL1' });
  expect(await provider.statusOf(charge)).toMatchObject({ kind: 'captured', reference: 'TKL1' });
  expect(await provider.cancel(charge)).toMatchObject({ kind: 'captured' });
});

test('all of a payment goes back once; a part does not; some companies give nothing back', async () => {
  const { provider, asked, notebook } = setUp({
    refund: { answer: { kind: 'captured', amount: null, reference: 'RB1' } },
  });
  await provider.charge(charge);
  await notebook.answered({ ...place, provider: 'mpesa', key: 'charge-1' }, { receipt: 'TKL1' });
  expect(await provider.refund({ ...refund, amount: KES(900) })).toMatchObject({
    reason: 'partial_refund_not_supported',
  });
  expect(await provider.refund(refund)).toEqual({ kind: 'done', reference: 'RB1' });
  expect(await provider.refund(refund)).toEqual({ kind: 'done', reference: 'RB1' });
  expect(asked).toEqual(['charge', 'refund TKL1']);
  expect(await setUp().provider.refund(refund)).toMatchObject({ kind: 'failed', reason: 'not_supported' });
});
