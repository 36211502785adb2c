import { openShop } from '../../../../../test/faults/shop.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { BACKGROUND_WORK } from '../../../../platform/tokens.js';
import { Collector } from '../../application/collector.js';

let service: TestService;
let outletId: string;
let otherOutlet: string;

beforeAll(async () => {
  service = await startService();
  const shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  [outletId, otherOutlet] = shop.outlets.map(({ id }) => id) as [string, string];
});
afterAll(() => service.close());

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const CARD = { name: 'Card', kind: 'card', provider: 'simulator' };
const effective = async (at = outletId): Promise<Record<string, unknown>> => {
  const { body } = await service.call('GET', `/tenders?outletId=${at}`);
  return body.tenders.find(({ code }: { code: string }) => code === 'card');
};

describe('settings of a tender', () => {
  test('an outlet’s own hold before the tenant’s, those before the built-in ones', async () => {
    expect(await effective()).toMatchObject({ kind: 'card', provider: null, on: true, from: 'built_in' });
    const put = await service.call('PUT', '/tenders/card', { body: { ...CARD, surcharge: { percent: '2.5' } } });
    expect([put.status, put.headers.get('etag')]).toEqual([200, '"1"']);
    const here = `/outlets/${outletId}/tenders/card`;
    await service.call('PUT', here, { body: { ...CARD, active: false, minimum: USD(500) } });
    expect(await effective()).toMatchObject({ on: false, from: 'outlet', minimum: USD(500), surcharge: null });
    expect(await effective(otherOutlet)).toMatchObject({ on: true, from: 'tenant', surcharge: { percent: '2.5' } });
    expect((await service.call('DELETE', here)).status).toBe(200);
    expect(await effective()).toMatchObject({ on: true, from: 'tenant' });
    expect((await service.call('GET', here)).body.code).toBe('tender_not_found');
  });

  test('are changed in turn: the version that was seen must be the present one', async () => {
    const headers = { 'If-Match': '"7"' };
    const late = await service.call('PUT', '/tenders/card', { body: CARD, headers });
    expect([late.status, late.body.code]).toEqual([412, 'version_mismatch']);
    const { headers: shown } = await service.call('GET', '/tenders/card');
    const seen = { 'If-Match': shown.get('etag') ?? '' };
    expect((await service.call('PUT', '/tenders/card', { body: CARD, headers: seen })).status).toBe(200);
  });

  test.each([
    ['a provider that there is not', { provider: 'nobody' }, '/provider'],
    ['a surcharge beyond reason', { surcharge: { percent: '31' } }, '/surcharge/rate'],
    ['another currency', { minimum: { amount: 1, currency: 'KES' } }, '/minimum'],
  ])('are refused with %s', async (_case, change, pointer) => {
    const { status, body } = await service.call('PUT', '/tenders/card', { body: { ...CARD, ...change } });
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'tender_invalid', pointer]);
  });

  test('of an outlet that the caller may not act for look absent, and those of all are not theirs', async () => {
    const permissions = ['tenders:read', 'tenders:write'] as const;
    const token = await service.createKey(service.tenant, {
      permissions: [...permissions],
      outlets: [otherOutlet as never],
    });
    const there = await service.call('PUT', `/outlets/${outletId}/tenders/card`, { body: CARD, token });
    expect([there.status, there.body.code]).toEqual([404, 'outlet_not_found']);
    const all = await service.call('PUT', '/tenders/card', { body: CARD, token });
    expect(all.body.code).toBe('outlets_restricted');
  });
});

describe('a payment that the simulator collects', () => {
  const pay = async (amount: number, token?: string): Promise<Answer> => {
    const lines = [{ sku: 'poster', quantity: '20' }];
    const order = await service.call('POST', '/orders', { body: { outletId, lines } });
    const body = { tender: 'card', amount: USD(amount), payer: { token: 'tok_secret' } };
    return service.call('POST', `/orders/${order.body.id}/payments`, { body, ...(token && { token }) });
  };
  const chargeOf = async (answer: Answer): Promise<Record<string, unknown>> => {
    const { body } = await service.call('GET', `/charges?orderId=${answer.body.id}`);
    return body.data[0];
  };
  const work = async (): Promise<void> => {
    const works = service.api.container.getAll(BACKGROUND_WORK);
    const collector = works.find((one): one is Collector => one instanceof Collector);
    for (let found = 1; found > 0;) found = (await collector?.round()) ?? 0;
  };

  test('is captured at once, and its charge has a history', async () => {
    const paid = await pay(1000);
    expect(paid.body.payments).toMatchObject([{ status: 'captured', amount: USD(1000) }]);
    const { paymentId } = (await chargeOf(paid)) as { paymentId: string };
    const { body, text } = await service.call('GET', `/charges/${paymentId}`);
    expect(body).toMatchObject({ status: 'captured', captured: USD(1000), provider: 'simulator' });
    expect(body.history.map(({ what }: { what: string }) => what)).toEqual(['created', 'sent', 'captured']);
    expect(text).not.toContain('tok_secret');
  });

  test('is declined by its amount', async () => {
    const paid = await pay(1001);
    expect(paid.body.payments).toMatchObject([{ status: 'failed' }]);
    expect(await chargeOf(paid)).toMatchObject({ status: 'failed', reason: 'declined' });
  });

  test('is pending while the provider is silent; a check does not help, and only what is unknown is resolved', async () => {
    const paid = await pay(1003);
    expect(paid.body.payments).toMatchObject([{ status: 'pending' }]);
    const { paymentId } = (await chargeOf(paid)) as { paymentId: string };
    const checked = await service.call('POST', `/charges/${paymentId}/check`);
    expect(checked.body).toMatchObject({ status: 'pending' });
    const early = await service.call('POST', `/charges/${paymentId}/resolve`, {
      body: { as: 'failed', reason: 'no slip' },
    });
    expect([early.status, early.body.code]).toEqual([409, 'payment_not_in_doubt']);
    const { body } = await service.call('GET', '/charges?inDoubt=true');
    expect(body.data.map((charge: { paymentId: string }) => charge.paymentId)).toContain(paymentId);
  });

  test('of a test key goes to the simulator, whatever the tender says', async () => {
    await service.call('PUT', '/tenders/card', { body: { ...CARD, provider: 'mpesa' } });
    const token = await service.createKey(service.tenant, { mode: 'test' });
    expect((await pay(1200, token)).body.payments).toMatchObject([{ status: 'captured' }]);
    const live = await pay(1200);
    expect(live.body.payments).toMatchObject([{ status: 'failed' }]);
    expect(await chargeOf(live)).toMatchObject({ provider: 'mpesa', reason: 'currency_not_supported' });
    await service.call('PUT', '/tenders/card', { body: CARD });
  });

  test('by a provider that is not configured here cannot be set, and nothing is paid out by one', async () => {
    const refused = await service.call('PUT', '/tenders/card', { body: { ...CARD, provider: 'treasury' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'tender_invalid']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/provider' }]);
    expect((await service.call('GET', '/tenders/card')).body).toMatchObject({ provider: 'simulator' });
    const payout = { provider: 'treasury', payee: 'acc-1', amount: USD(500), outletId, reason: 'tips' };
    const { status, body } = await service.call('POST', '/payouts', { body: payout });
    expect([status, body.code]).toEqual([422, 'payout_invalid']);
  });

  test('pays out, and tells of the payee no more than the end', async () => {
    const payout = { provider: 'simulator', payee: '254700000001', amount: USD(500), outletId, reason: 'tips' };
    const made = await service.call('POST', '/payouts', { body: payout });
    expect([made.status, made.body.status, made.body.payeeHint]).toEqual([201, 'created', '…0001']);
    await work();
    const shown = await service.call('GET', `/payouts/${made.body.id}`);
    expect(shown.body).toMatchObject({ status: 'done' });
    expect(shown.text).not.toContain('254700000001');
    const nobody = await service.call('POST', '/payouts', { body: { ...payout, provider: 'nobody' } });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'payout_invalid']);
  });
});
