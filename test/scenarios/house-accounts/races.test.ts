import { randomUUID } from 'node:crypto';
import { HouseAccountShop, USD } from './house-account-shop.js';

let shop: HouseAccountShop;
beforeAll(async () => void (shop = await HouseAccountShop.open()));
afterEach(async () => expect(await shop.unsound()).toEqual([]));
afterAll(() => shop.close());

test('40 purchases of 7.00 at once on a limit of 100.00: 98.00 is owed', async () => {
  const { id, number } = await shop.account();
  const charges = Array.from({ length: 40 }, () => shop.outcome(shop.charge(shop.purchase(number, 700))));
  const outcomes = await Promise.all(charges);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(14);
  expect(new Set(outcomes)).toEqual(new Set(['done', 'house_account_limit_exceeded']));
  const { body } = await shop.call('GET', `/${id}`);
  expect(body).toMatchObject({ balance: USD(9800), available: USD(200) });
});

test('one payment charges once, also when it comes five times at a time', async () => {
  const { id, number } = await shop.account();
  const purchase = shop.purchase(number, 700);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => shop.outcome(shop.charge(purchase))));
  expect(outcomes.sort()).toEqual(['done', ...Array<string>(4).fill('payment_id_taken')]);
  expect((await shop.call('GET', `/${id}`)).body).toMatchObject({ balance: USD(700) });
});

test('two refunds of 30.00 of a purchase for 50.00 at a time: one is booked; the same one twice is booked once', async () => {
  const { id, number } = await shop.account();
  const purchase = shop.purchase(number, 5000);
  await shop.charge(purchase);
  const refunds = [0, 1].map(() => shop.outcome(shop.giveBack(purchase, 3000)));
  expect((await Promise.all(refunds)).sort()).toEqual(['done', 'house_account_refund_too_high']);
  const refundId = randomUUID();
  const same = [0, 1].map(() => shop.outcome(shop.giveBack(purchase, 2000, refundId)));
  expect(await Promise.all(same)).toEqual(['done', 'done']);
  expect((await shop.call('GET', `/${id}`)).body).toMatchObject({ balance: USD(0) });
});

test('purchases, repayments and corrections at once: not a cent is lost or made', async () => {
  const { id, number } = await shop.account({ limit: USD(1_000_000) });
  await shop.charge(shop.purchase(number, 100_000));
  const pay = { amount: USD(130), tender: 'card' };
  const rounds = Array.from({ length: 8 }, async () => {
    const [charged, paid, adjusted] = await Promise.all([
      shop.outcome(shop.charge(shop.purchase(number, 700))),
      shop.call('POST', `/${id}/payments`, pay),
      shop.call('POST', `/${id}/adjust`, { amount: USD(-5), reason: 'goodwill' }),
    ]);
    expect([charged, paid.status, adjusted.status]).toEqual(['done', 201, 200]);
  });
  await Promise.all(rounds);
  expect((await shop.call('GET', `/${id}`)).body).toMatchObject({ balance: USD(100_000 + 8 * (700 - 130 - 5)) });
});

test('of two who open an account with one number, or for one customer, one does', async () => {
  const open = (more: object) =>
    shop.call('POST', '', { number: randomUUID().slice(0, 8), name: 'n', limit: USD(1), ...more });
  for (const more of [{ number: 'SAME' }, { customerId: 'c-race' }]) {
    const answers = await Promise.all([open(more), open(more)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  }
});
