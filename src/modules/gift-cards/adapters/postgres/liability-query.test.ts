import { randomUUID } from 'node:crypto';
import type { OutletId } from '../../../../kernel/ids.js';
import { liabilityRows } from '../../domain/liability.js';
import { contextFor, openGiftCards, OUTLET, USD, type GiftCardDatabase } from './gift-card-database.examples.js';

let books: GiftCardDatabase;
beforeAll(async () => {
  books = await openGiftCards();
});
afterAll(() => books.close());

const OTHER = randomUUID() as OutletId;
const on = (day: number): Date => new Date(Date.UTC(2026, 0, day, 12));
const reason = 'r';

test('what is owed at any moment of the past, and what moved in between, to the cent', async () => {
  const context = contextFor();
  const at = (day: number) => ({ ...context, at: on(day) });
  const voucher = { kind: 'voucher', singleUse: true, outletId: OTHER } as const;
  const card = await books.issue(at(1), 5000, { outletId: OUTLET, expiresAt: on(20) });
  const gift = await books.issue(at(2), 1000, voucher);
  const spare = await books.issue(at(2), null, { outletId: OTHER });
  const sums = (amount: number) => ({
    orderId: randomUUID(),
    paymentId: randomUUID(),
    outletId: OTHER,
    amount: USD(amount),
  });
  const pay = (day: number, { code, card: { kind } }: typeof card, amount: number) =>
    books.transactor.run(at(day), (tx) => books.facade.redeem(tx, { ...sums(amount), code, kind }));
  await pay(5, card, 1200);
  await pay(6, gift, 900);
  await books.transfer.execute(at(7), { from: card.card.id, to: spare.card.id, amount: USD(300), reason });
  await books.change.execute(at(8), card.card.id, { verb: 'adjust', amount: USD(-50), reason });
  await books.expire.execute(context.tenantId, [card.card.id], on(21));

  const report = async (from: number | null, until: number, outletIds: OutletId[] | null = null) =>
    liabilityRows(
      await books.views.liability(context, { at: on(until), from: from === null ? null : on(from), outletIds }),
    );
  const nothing = ['reloaded', 'refunded', 'reversed', 'forfeited', 'transferred'];
  const none = (...names: string[]) => Object.fromEntries(names.map((name) => [name, USD(0)]));

  expect(await report(null, 1)).toEqual([]);
  expect(await report(null, 3)).toMatchObject([
    { kind: 'gift_card', openCards: 1, balance: USD(5000), issuedCards: 2, activated: USD(5000), ...none(...nothing) },
    { kind: 'voucher', openCards: 1, balance: USD(1000), issuedCards: 1, activated: USD(1000), ...none(...nothing) },
  ]);
  expect(await report(3, 9)).toMatchObject([
    { openCards: 2, opening: USD(5000), balance: USD(3750), redeemed: USD(-1200), adjusted: USD(-50), issuedCards: 0 },
    {
      openCards: 0,
      opening: USD(1000),
      balance: USD(0),
      redeemed: USD(-900),
      breakage: USD(-100),
      forfeited: USD(-100),
    },
  ]);
  expect(await report(9, 22)).toMatchObject([
    { openCards: 1, balance: USD(300), expired: USD(-3450), breakage: USD(-3450), redeemed: USD(0) },
    { balance: USD(0) },
  ]);
  // By the outlet that owes, wherever it was spent: a transfer takes what is owed along.
  expect(await report(3, 9, [OUTLET])).toMatchObject([{ balance: USD(3450), transferred: USD(-300) }]);
  expect(await report(3, 9, [OTHER])).toMatchObject([
    { balance: USD(300), transferred: USD(300) },
    { kind: 'voucher' },
  ]);
  // A moment does not count itself: two periods that meet share nothing and leave nothing out.
  expect(await report(1, 2)).toMatchObject([{ activated: USD(5000), issuedCards: 1 }]);
  expect(await report(2, 3)).toMatchObject([{ activated: USD(0), issuedCards: 1 }, { activated: USD(1000) }]);

  for (const row of await report(6, 8)) {
    const moved = [row.opening, row.activated, row.reloaded, row.redeemed, row.refunded, row.reversed, row.transferred];
    const all = [...moved, row.adjusted, row.expired, row.forfeited];
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(row.balance.amount);
  }
  expect(await report(null, 400)).toMatchObject([{ balance: USD(300) }, { balance: USD(0) }]);
  expect(
    liabilityRows(await books.views.liability(contextFor(), { at: on(400), from: null, outletIds: null })),
  ).toEqual([]);
});
