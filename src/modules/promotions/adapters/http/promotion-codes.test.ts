import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { SwitchPromotion } from '../../application/switch-promotion.js';
import { PostgresPromotionRepository } from '../postgres/promotion-repository.js';
import { PromotionShop, useOf } from '../postgres/promotion-shop.examples.js';
import { OUTBOX } from '../../../../platform/tokens.js';

let service: TestService;
let shop: PromotionShop;
beforeAll(async () => {
  service = await startService();
});
beforeEach(async () => {
  shop = await PromotionShop.open(service);
});
afterAll(() => service.close());

const call = (method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer> => {
  const options = { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
  return service.call(method, `/promotions${path}`, { tenant: shop.tenant, ...options });
};
const outcome = ({ status, body }: Answer): unknown[] => [status, body.code ?? body.status];
const byCode = async (): Promise<string> => {
  const body = { name: 'By code', activation: 'code', effect: { kind: 'percent_off', rate: '10' } };
  return (await call('POST', '', body)).body.id as string;
};

test('one code of our own: normal, once in the tenant, the same answer under the same key', async () => {
  const id = await byCode();
  const key = { 'Idempotency-Key': randomUUID() };
  const made = await call('POST', `/${id}/codes`, { code: ' Welcome10 ', usesPerCustomerMax: 1 }, key);
  expect(made).toMatchObject({ status: 201, body: { promotionId: id, count: 1, codes: ['WELCOME10'] } });
  const again = await call('POST', `/${id}/codes`, { code: ' Welcome10 ', usesPerCustomerMax: 1 }, key);
  expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([made.text, 'true']);
  const taken = await call('POST', `/${await byCode()}/codes`, { code: 'ＷＥＬＣＯＭＥ10' });
  expect([...outcome(taken), taken.body.errors[0].pointer]).toEqual([409, 'promo_code_taken', '/code']);
  const [code] = (await call('GET', `/${id}/codes`)).body.data;
  expect(code).toMatchObject({ code: 'WELCOME10', usesMax: null, usesPerCustomerMax: 1, active: true, uses: 0 });
});

test('ten thousand codes in one call are all different, listed by batch, and in no event', async () => {
  const id = await byCode();
  const wish = { count: 10_000, prefix: 'may-', length: 8, validTo: '2027-01-01T00:00:00Z' };
  const { status, body } = await call('POST', `/${id}/codes`, wish);
  expect([status, body.count, new Set(body.codes).size]).toEqual([201, 10_000, 10_000]);
  expect(body.codes.every((code: string) => /^MAY-[34679CDFGHJKMNPQRTVWXY]{8}$/.test(code))).toBe(true);
  await call('POST', `/${id}/codes`, { count: 2 });
  const page = await call('GET', `/${id}/codes?batchId=${body.batchId}&limit=200`);
  const next = await call('GET', `/${id}/codes?batchId=${body.batchId}&limit=200&cursor=${page.body.nextCursor}`);
  const seen = [...page.body.data, ...next.body.data].map(({ code }: { code: string }) => code);
  expect(new Set(seen).size).toBe(400);
  expect(page.body.data[0]).toMatchObject({ usesMax: 1, validTo: '2027-01-01T00:00:00.000Z' });
  expect((await call('GET', `/${id}/figures`)).body.codes).toBe(10_002);
  expect((await call('GET', `/${id}/codes?q=${String(seen[7]).toLowerCase()}`)).body.data).toHaveLength(1);
});

test('a code is switched off and on, on the version that was seen', async () => {
  const id = await shop.active({}, { code: 'tea' });
  const [{ id: codeId }] = (await call('GET', `/${id}/codes`)).body.data;
  const place = `/${id}/codes/${codeId}`;
  expect((await call('GET', place)).headers.get('etag')).toBe('"1"');
  const off = await call('PATCH', place, { active: false }, { 'If-Match': '"1"' });
  expect([off.body.active, off.body.version, off.headers.get('etag')]).toEqual([false, 2, '"2"']);
  expect((await shop.ask({ codes: ['tea'] })).rejected).toMatchObject([{ reason: 'promo_code_expired' }]);
  expect(outcome(await call('PATCH', place, { active: true }, { 'If-Match': '"1"' }))).toEqual([
    412,
    'version_mismatch',
  ]);
  expect((await call('PATCH', place, { active: false })).body.version).toBe(2);
  await call('PATCH', place, { active: true });
  expect((await shop.ask({ codes: ['tea'] })).candidates).toHaveLength(1);
  expect(outcome(await call('GET', `/${id}/codes/${randomUUID()}`))).toEqual([404, 'promo_code_not_found']);
  expect(outcome(await call('PATCH', `/${await byCode()}/codes/${codeId}`, { active: false }))).toEqual([
    404,
    'promo_code_not_found',
  ]);
});

test('codes are refused where they do nothing', async () => {
  const automatic = await shop.active();
  expect(outcome(await call('POST', `/${automatic}/codes`, { code: 'abc' }))).toEqual([
    409,
    'promotion_takes_no_codes',
  ]);
  const ended = await byCode();
  await call('POST', `/${ended}/end`);
  expect(outcome(await call('POST', `/${ended}/codes`, { code: 'abc' }))).toEqual([409, 'promotion_has_ended']);
  const guessable = await call('POST', `/${await byCode()}/codes`, { count: 5, length: 4 });
  expect([...outcome(guessable), guessable.body.errors[0].pointer]).toEqual([422, 'promo_codes_invalid', '/length']);
});

test('who used a promotion is listed, filtered and summed', async () => {
  const id = await shop.active({}, { code: 'tea' });
  const orders = [randomUUID(), randomUUID(), randomUUID()] as const;
  await shop.use([useOf(id, 'TEA', 300)], { orderId: orders[0] });
  await shop.use([useOf(id, 'TEA', 200)], { orderId: orders[1] });
  await shop.use([useOf(id, 'TEA', 100)], { orderId: orders[2], customerId: null });
  const { body } = await call('GET', `/${id}/uses?limit=2`);
  const rest = await call('GET', `/${id}/uses?limit=2&cursor=${body.nextCursor}`);
  const all = [...body.data, ...rest.body.data];
  expect(all.map(({ orderId }: { orderId: string }) => orderId).sort()).toEqual([...orders].sort());
  expect(all).toContainEqual({
    ...{ orderId: orders[2], customerId: null, code: 'TEA', amount: { amount: 100, currency: 'USD' } },
    usedAt: expect.any(String),
  });
  const found = async (query: string): Promise<number> => (await call('GET', `/${id}/uses?${query}`)).body.data.length;
  expect([
    await found('customerId=ann'),
    await found('code=tea'),
    await found('code=x'),
    await found(`orderId=${orders[0]}`),
  ]).toEqual([2, 3, 0, 1]);
  expect((await call('GET', `/${id}/figures`)).body).toEqual({
    ...{
      uses: 3,
      customers: 1,
      givenAway: [{ amount: 600, currency: 'USD' }],
      usesLeft: null,
      budgetLeft: null,
      codes: 1,
    },
  });
  expect((await call('GET', `/${id}/codes?used=true`)).body.data).toMatchObject([{ code: 'TEA', uses: 3 }]);
  expect((await call('GET', `/${id}/codes?used=false`)).body.data).toEqual([]);
});

test('the number of active promotions has an end', async () => {
  const { container } = service.api;
  const few = new SwitchPromotion(shop.transactor, new PostgresPromotionRepository(), container.get(OUTBOX), 2);
  const first = await shop.active();
  await shop.active();
  const third = (await byCode()) as typeof first;
  const activate = (): Promise<unknown> => few.activate(shop.context(), { promotionId: third });
  await expect(activate()).rejects.toMatchObject({ code: 'too_many_active_promotions' });
  await call('POST', `/${first}/end`);
  await expect(activate()).resolves.toMatchObject({ status: 'active' });
});
