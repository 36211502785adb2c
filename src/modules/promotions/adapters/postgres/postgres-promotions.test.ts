import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import type { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { decimal } from '../../../../kernel/decimal.js';
import { FOR_ALL } from '../../domain/promotion-details.js';
import { USD } from '../../domain/promotion.examples.js';
import { SwitchPromotion } from '../../application/switch-promotion.js';
import type { PromotionQuestion } from '../../application/promotions-facade.js';
import { PromotionShop, useOf } from './promotion-shop.examples.js';

let service: TestService;
let shop: PromotionShop;
beforeAll(async () => {
  service = await startService();
});
beforeEach(async () => {
  shop = await PromotionShop.open(service);
});
afterAll(() => service.close());

const NAMES = async (asked: Partial<PromotionQuestion> = {}): Promise<string[]> =>
  (await shop.ask(asked)).candidates.map(({ rule }) => rule.name).sort();
const CODES = async (...codes: string[]): Promise<string[]> => {
  const { candidates, rejected } = await shop.ask({ codes });
  const brought = candidates.flatMap(({ code }) => (code === null ? [] : [`${code}: brought`]));
  return [...brought, ...rejected.map(({ code, reason }) => `${code}: ${reason}`)].sort();
};

/** How many questions the database was asked. */
async function questions(asked: Partial<PromotionQuestion> = {}): Promise<number> {
  return shop.transactor.read({ tenantId: shop.tenant.id }, async (tx) => {
    const query = jest.spyOn((tx as unknown as PostgresTx).client, 'query');
    try {
      await shop.askIn(tx, asked);
      return query.mock.calls.length;
    } finally {
      query.mockRestore();
    }
  });
}

test('without promotions, or with those in memory, nothing is asked; for all codes once', async () => {
  expect([await questions(), await questions()]).toEqual([1, 0]);
  await shop.active();
  expect([await questions(), await questions()]).toEqual([1, 0]);
  expect(await questions({ codes: ['ONE', 'TWO', 'three'] })).toBe(1);
  await shop.limited({ usesMax: 5 });
  await shop.limited({ budget: USD(500) });
  expect([await questions(), await questions()]).toEqual([2, 1]);
  expect(await questions({ codes: ['ONE'] })).toBe(2);
});

test('what applies by itself is given frozen, with its version, and counted where it has a limit', async () => {
  const id = await shop.active({ name: 'Free', priority: 7 });
  const limited = await shop.limited({ usesMax: 1 });
  const { candidates, rejected } = await shop.ask();
  expect(rejected).toEqual([]);
  expect(candidates).toMatchObject([
    {
      rule: { id, version: 1, name: 'Free', priority: 7, effect: { rate: decimal('10') } },
      code: null,
      counted: false,
    },
    { rule: { id: limited }, code: null, counted: true },
  ]);
  expect(Object.isFrozen(candidates[0]?.rule.effect)).toBe(true);
});

test('scope, time and currency are looked at, the schedule is not', async () => {
  const night = { windows: [{ weekdays: [1], from: '03:00', to: '03:01' }] };
  await shop.active({ name: 'at night', schedule: night });
  await shop.active({ name: 'at the kiosk', scope: { ...FOR_ALL, channels: ['kiosk'] } });
  await shop.active({ name: 'for members', scope: { ...FOR_ALL, entitlements: ['club'] } });
  await shop.active({ name: 'in euros', effect: { kind: 'amount_off', amount: { amount: 5, currency: 'EUR' } } });
  await shop.active({ name: 'in 2015', validTo: '2016-01-01T00:00:00.000Z' });
  expect(await NAMES()).toEqual(['at night']);
  expect(await NAMES({ channel: 'kiosk' })).toEqual(['at night', 'at the kiosk']);
  expect(await NAMES({ entitlements: ['club'] })).toEqual(['at night', 'for members']);
  expect(await NAMES({ currency: 'EUR' })).toEqual(['at night', 'in euros']);
  expect(await NAMES({ at: new Date('2015-06-01T00:00:00Z') })).toEqual(['at night', 'in 2015']);
});

test('a change holds from its commit on; drafts, paused and ended ones do not apply', async () => {
  const [changed, paused, ended] = [await shop.active(), await shop.active(), await shop.active()];
  const switching = service.api.container.get(SwitchPromotion);
  expect(await NAMES()).toHaveLength(3);
  await shop.change(changed, { name: 'Changed' });
  await switching.pause(shop.context(), { promotionId: paused });
  await switching.end(shop.context(), { promotionId: ended });
  expect((await shop.ask()).candidates).toMatchObject([{ rule: { id: changed, version: 2, name: 'Changed' } }]);
  await switching.activate(shop.context(), { promotionId: paused });
  expect(await NAMES()).toHaveLength(2);
});

test('each code brings its promotion or is told why not', async () => {
  await shop.active({}, { code: 'hello' });
  await shop.active({ validFrom: '2099-01-01T00:00:00.000Z' }, { code: 'early' });
  await shop.active({ scope: { ...FOR_ALL, channels: ['kiosk'] } }, { code: 'kiosk' });
  await shop.active({}, { code: 'over', validTo: new Date('2020-01-01T00:00:00Z') });
  const paused = await shop.active({}, { code: 'paused' });
  await service.api.container.get(SwitchPromotion).pause(shop.context(), { promotionId: paused });
  expect(await CODES(' Hello ', 'HELLO', 'early', 'kiosk', 'over', 'paused', 'nothing', 'a b', '\u0000')).toEqual([
    '\u0000: promo_code_unknown',
    'A B: promo_code_unknown',
    'EARLY: promo_code_expired',
    'HELLO: brought',
    'KIOSK: promo_code_not_here',
    'NOTHING: promo_code_unknown',
    'OVER: promo_code_expired',
    'PAUSED: promo_code_expired',
  ]);
});

test('a code that needs a customer says so', async () => {
  await shop.limited({ usesPerCustomerMax: 1 }, { code: 'once' });
  await shop.active({}, { code: 'each', usesPerCustomerMax: 1 });
  const { candidates, rejected } = await shop.ask({ codes: ['once', 'each'], customerId: null });
  expect([candidates.length, ...rejected.map(({ reason }) => reason)]).toEqual([
    0,
    'promo_code_needs_customer',
    'promo_code_needs_customer',
  ]);
});

test('what is used up is left out or refused, but not to the order that has it', async () => {
  const orderId = randomUUID();
  const automatic = await shop.limited({ usesMax: 1 });
  const money = await shop.limited({ budget: USD(700) });
  const byCode = await shop.active({}, { code: 'single', usesMax: 1 });
  const uses = [useOf(automatic), useOf(money), useOf(byCode, 'SINGLE')];
  expect(await shop.use(uses, { orderId })).toEqual([]);
  const stranger = await shop.ask({ codes: ['single'] });
  expect(stranger).toEqual({ candidates: [], rejected: [{ code: 'SINGLE', reason: 'promo_code_exhausted' }] });
  expect((await shop.ask({ codes: ['single'], orderId })).candidates).toHaveLength(3);
  expect(await shop.use(uses, { orderId })).toEqual([]);
});

test('what a customer has had is left out for them alone', async () => {
  const id = await shop.limited({ usesPerCustomerMax: 1 }, { code: 'once' });
  expect(await shop.use([useOf(id, 'ONCE')])).toEqual([]);
  expect(await CODES('once')).toEqual(['ONCE: promo_code_exhausted']);
  expect((await shop.ask({ codes: ['once'], customerId: 'bob' })).candidates).toHaveLength(1);
});

test('the newest version of any promotion can be simulated', async () => {
  const id = await shop.active();
  await shop.change(id, { name: 'Newer' });
  await service.api.container.get(SwitchPromotion).end(shop.context(), { promotionId: id });
  expect(await shop.newest(id)).toMatchObject({ id, version: 2, name: 'Newer' });
  expect([await shop.newest(randomUUID()), await shop.newest('nothing')]).toEqual([undefined, undefined]);
});

test('two tenants have one code each, and neither sees the other', async () => {
  const mine = await shop.active({ name: 'Mine' }, { code: 'hello' });
  shop = await PromotionShop.open(service);
  expect(await CODES('hello')).toEqual(['HELLO: promo_code_unknown']);
  await shop.active({ name: 'Theirs' }, { code: 'hello' });
  expect((await shop.ask({ codes: ['hello'] })).candidates).toMatchObject([{ rule: { name: 'Theirs' } }]);
  expect(await shop.newest(mine)).toBeUndefined();
});
