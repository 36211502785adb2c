import { randomUUID } from 'node:crypto';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { TreasuryDouble } from '../../../src/clients/treasury/treasury-double.examples.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { PATIENCE, startService, type Answer, type TestService } from '../../harness/service.js';

// The treasury does not answer, or answers too late: cash goes on, cards say so, and what was begun comes to its end.

const USD = (amount: number) => ({ amount, currency: 'USD' });
const TRIES = 600;

let treasury: TreasuryDouble;
let service: TestService;
let outletId: string;
let stopWork: (() => Promise<void>) | undefined;

/** Opens the shop. @param answerMs how long its requests wait for the treasury: where it is to answer, long enough for any machine. */
async function open(answerMs = 8_000): Promise<void> {
  treasury = await TreasuryDouble.start();
  treasury.lateMs = 600_000; // longer than anybody waits
  const waits = { PAYMENT_ANSWER_MS: String(answerMs), PAYMENT_UNKNOWN_MS: '3600000' };
  service = await startService({ TREASURY_URL: treasury.url, TREASURY_TOKEN: 'secret', ...waits });
  const untaxed = { code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] };
  const shop = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C', tenders: ['cash', 'card'], taxGroups: [untaxed] };
  outletId = (await call('POST', '/outlets', shop)).body.id;
  const item = { sku: 'tea', name: 'Tea', unit: 'each', active: true, taxCategory: 'none', category: 'Drinks' };
  expect((await call('POST', '/catalog/items', { ...item, price: USD(350) })).status).toBe(201);
  const card = { name: 'Card', kind: 'card', provider: 'treasury' };
  expect((await call('PUT', '/tenders/card', card)).status).toBe(200);
}
afterEach(async () => {
  await stopWork?.();
  stopWork = undefined;
  await service.close();
  await treasury.stop();
});

const call = (method: string, path: string, body?: object): Promise<Answer> =>
  service.call(method, path, body === undefined ? {} : { body });
const sale = (tender: 'cash' | 'card', more: object = {}): Promise<Answer> => {
  const payment = { tender, amount: USD(350), ...(tender === 'card' && { payer: { token: 'tok_1' } }) };
  return call('POST', '/orders', { outletId, lines: [{ sku: 'tea' }], payments: [payment], complete: true, ...more });
};

function startWork(): void {
  const { container, metrics } = service.api;
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, ...PATIENCE });
  stopWork = startBackground(config, container, metrics, createLogger('silent'));
}

/** Asks until it is so. */
async function until(what: string, ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came true: ${what}`);
}

const order = (id: string) => () => call('GET', `/orders/${id}`);

/** The two ledgers: what is there, and what the orders have. */
async function expectAgreement(orderId: string): Promise<void> {
  const { body } = await order(orderId)();
  expect(body).toMatchObject({ status: 'completed', totals: { paid: USD(350), due: USD(0) } });
  expect(body.payments).toMatchObject([{ tender: 'card', provider: 'treasury', status: 'captured', amount: USD(350) }]);
  expect(treasury.ledger.balances(service.tenant.slug)).toEqual({ [`charge-${body.payments[0].id}`]: 350 });
  expect([...treasury.ledger.payments.values()].map(({ moved }) => moved)).toEqual([1]);
  expect((await call('GET', '/unallocated-payments')).body.data).toEqual([]);
  expect((await call('GET', `/charges?orderId=${orderId}`)).body.data).toHaveLength(1);
}

test('while nobody is there cash goes on, cards fail, then are refused at once, and are taken again afterwards', async () => {
  await open();
  await treasury.goAway();
  const failed = await sale('card');
  expect([failed.status, failed.body.status]).toEqual([201, 'open']);
  expect(failed.body.payments).toMatchObject([{ status: 'failed', failure: 'provider_unavailable' }]);

  const refused = await until(
    'cards are refused',
    () => sale('card'),
    ({ status }) => status !== 201,
  );
  expect([refused.status, refused.body.code]).toEqual([503, 'payment_provider_unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await sale('cash')).body.status).toBe('completed');
  const paidInCash = await call('POST', `/orders/${failed.body.id}/payments`, { tender: 'cash', amount: USD(350) });
  expect(paidInCash.body.totals.due).toEqual(USD(0));

  // It is back, and who is refused is refused without asking it: that is what makes it quick.
  await treasury.comeBack();
  let refusals = 0;
  const id = randomUUID();
  const taken = await until(
    'cards are taken again',
    async () => {
      const heard = treasury.heard.length;
      const answer = await sale('card', { id });
      if (answer.status !== 503) return answer;
      refusals += 1;
      expect(treasury.heard).toHaveLength(heard);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      if (refusals === 1) {
        expect((await order(id)()).status).toBe(404);
        expect((await sale('cash')).body.status).toBe('completed');
      }
      return answer;
    },
    ({ status }) => status === 201,
  );
  expect(refusals).toBeGreaterThan(0);
  expect(taken.body.status).toBe('completed');
  await expectAgreement(id);
}, 60_000);

test('a card that takes its time is pending, blocks what it may pay, and is captured behind the request', async () => {
  await open(300);
  treasury.troubles.push('late');
  const begun = await sale('card');
  expect([begun.status, begun.body.status, begun.body.payments[0].status]).toEqual([201, 'open', 'pending']);
  const again = await call('POST', `/orders/${begun.body.id}/payments`, { tender: 'card', amount: USD(350) });
  expect([again.status, again.body.code]).toEqual([409, 'payment_in_doubt']);
  startWork();
  await until('the order is completed', order(begun.body.id), ({ body }) => body.status === 'completed');
  await expectAgreement(begun.body.id);
}, 60_000);

test('a treasury that dies with the payment in its ledger has it once when it is back, and so has the order', async () => {
  await open();
  treasury.troubles.push('after');
  const begun = await sale('card');
  expect([begun.status, begun.body.payments[0].status]).toEqual([201, 'pending']);
  const charge = () => call('GET', `/charges/${begun.body.payments[0].id}`);
  const { version } = (await charge()).body;
  await treasury.goAway();
  startWork();
  await until('it was looked for in vain', charge, ({ body }) => body.version > version);
  expect((await order(begun.body.id)()).body.payments[0].status).toBe('pending');
  expect((await sale('cash')).body.status).toBe('completed');
  await treasury.comeBack();
  await until('the order is completed', order(begun.body.id), ({ body }) => body.status === 'completed');
  await expectAgreement(begun.body.id);
}, 60_000);
