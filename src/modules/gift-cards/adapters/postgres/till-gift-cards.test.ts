import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { CardRedemption } from '../../application/gift-cards-facade.js';
import type { IssuedCard } from '../../application/issue-cards.js';
import { contextFor, openGiftCards, OUTLET, USD, type GiftCardDatabase } from './gift-card-database.examples.js';

let books: GiftCardDatabase;
beforeAll(async () => {
  books = await openGiftCards();
});
afterEach(async () => {
  expect(await books.unsound()).toEqual([]);
});
afterAll(() => books.close());

const ids = () => ({ orderId: randomUUID(), outletId: OUTLET });
const paying = ({ code, card }: IssuedCard, amount: number): CardRedemption => ({
  ...{ ...ids(), paymentId: randomUUID(), code, kind: card.kind, amount: USD(amount) },
});
const redeem = (context: RequestContext, redemption: CardRedemption) =>
  books.inOrder(context, (tx) => books.facade.redeem(tx, redemption));
const cardOf = (context: RequestContext, { card }: IssuedCard) => books.views.card(context, card.id);
const ledgerOf = async (context: RequestContext, { card }: IssuedCard) =>
  (await books.views.movements(context, card.id, { limit: 100 })).map(({ kind, amount }) => [kind, amount.amount]);

/** What came of it: `won`, or the code of the refusal. */
async function outcomes(attempts: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts.map((attempt) => attempt()));
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'won';
    if (one.reason instanceof Refusal) return one.reason.code;
    throw one.reason as Error;
  });
}

test('two redemptions of 8.00 on a card of 10.00, a hundred times: one wins, 2.00 stay', async () => {
  const context = contextFor();
  for (let round = 0; round < 100; round += 1) {
    const issued = await books.issue(context, 1000);
    const race = [0, 1].map(() => () => redeem(context, paying(issued, 800)));
    expect((await outcomes(race)).sort()).toEqual(['gift_card_balance_too_low', 'won']);
    expect((await cardOf(context, issued)).balance).toEqual(USD(200));
  }
  expect(await books.unsound()).toEqual([]);
});

test('everything at once on one card: no cent is lost and none is made', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  const replacement = await books.issue(context, null);
  const { id } = issued.card;
  const reason = 'r';
  const attempts = Array.from({ length: 10 }, () => [
    () => redeem(context, paying(issued, 130)),
    () => books.change.execute({ ...context, at: new Date() }, id, { verb: 'reload', amount: USD(10), reason }),
    () => books.change.execute({ ...context, at: new Date() }, id, { verb: 'adjust', amount: USD(-5), reason }),
    () => books.transfer.execute(context, { from: id, to: replacement.card.id, amount: USD(20), reason }),
    () => books.transfer.execute(context, { from: replacement.card.id, to: id, amount: USD(7), reason }),
  ]).flat();
  const results = await outcomes(attempts);
  const won = (n: number): number => results.filter((result, index) => index % 5 === n && result === 'won').length;
  const [card, other] = [await cardOf(context, issued), await cardOf(context, replacement)];
  const booked = 1000 - 130 * won(0) + 10 * won(1) - 5 * won(2);
  expect(card.balance.amount + other.balance.amount).toBe(booked);
  expect(other.balance.amount).toBe(20 * won(3) - 7 * won(4));
});

test('a payment takes from a card once, also when it comes twice at a time', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  const payment = paying(issued, 100);
  const race = Array.from({ length: 5 }, () => () => redeem(context, payment));
  const results = await outcomes(race);
  expect(results.filter((result) => result === 'won')).toHaveLength(1);
  expect(new Set(results)).toEqual(new Set(['won', 'payment_id_taken']));
  expect((await cardOf(context, issued)).balance).toEqual(USD(900));
});

test('20.00 and 13.33 on two cards pay 33.33; in opposite order at a time, nobody waits for ever', async () => {
  const context = contextFor();
  const [first, second] = [await books.issue(context, 2000), await books.issue(context, 2000)];
  const pay = (cards: readonly (readonly [IssuedCard, number])[]) => () =>
    books.inOrder(context, async (tx) => {
      const { orderId } = ids();
      for (const [card, amount] of cards) await books.facade.redeem(tx, { ...paying(card, amount), orderId });
    });
  const race = [
    pay([
      [first, 2000],
      [second, 1333],
    ]),
    pay([
      [second, 2000],
      [first, 1333],
    ]),
  ];
  // prettier-ignore
  expect((await outcomes(race)).sort()).toEqual(['gift_card_balance_too_low', 'won']);
  const balances = [(await cardOf(context, first)).balance.amount, (await cardOf(context, second)).balance.amount];
  expect(balances.sort((a, b) => a - b)).toEqual([0, 667]);
});

test('what fails takes nothing: the entry commits with the order or not at all', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  const failing = books.inOrder(context, async (tx) => {
    await books.facade.redeem(tx, paying(issued, 800));
    throw new Refusal('payment_due');
  });
  await expect(failing).rejects.toThrow('payment_due');
  expect((await cardOf(context, issued)).balance).toEqual(USD(1000));
  expect(await ledgerOf(context, issued)).toEqual([
    ['activate', 1000],
    ['issue', 0],
  ]);
});

test('a refund comes back once, never more than was taken, whatever has become of the card', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  const { orderId, outletId, paymentId } = paying(issued, 0);
  const { balance } = await redeem(context, { ...paying(issued, 800), orderId, paymentId });
  expect(balance).toEqual(USD(200));
  await books.change.execute(context, issued.card.id, { verb: 'block', reason: 'lost' });
  const refund = { refundId: randomUUID(), paymentId, orderId, outletId, amount: USD(500) };
  const giveBack = (more: object = {}) =>
    books.inOrder(context, (tx) => books.facade.giveBack(tx, { ...refund, ...more }));
  expect(await outcomes(Array.from({ length: 4 }, () => () => giveBack()))).toEqual(['won', 'won', 'won', 'won']);
  expect(await cardOf(context, issued)).toMatchObject({ status: 'blocked', balance: USD(700) });
  await expect(giveBack({ refundId: randomUUID(), amount: USD(301) })).rejects.toThrow('gift_card_refund_too_high');
  const rest = Array.from({ length: 3 }, () => () => giveBack({ refundId: randomUUID(), amount: USD(300) }));
  expect((await outcomes(rest)).filter((result) => result === 'won')).toHaveLength(1);
  expect((await cardOf(context, issued)).balance).toEqual(USD(1000));
  await expect(giveBack({ paymentId: randomUUID() })).rejects.toThrow('took from no gift card');
});

test('a card is found for sale, sold with the order, reloaded by another, and taken back with the refund', async () => {
  const context = contextFor();
  const issued = await books.issue(context, null);
  const { cardId, last4 } = await books.inOrder(context, (tx) => books.facade.forSale(tx, issued.code, 'USD'));
  expect({ cardId, last4 }).toEqual({ cardId: issued.card.id, last4: issued.code.slice(-4) });
  const sale = { ...ids(), lineId: randomUUID(), cardId, amount: USD(2500) };
  const reload = { ...sale, lineId: randomUUID(), amount: USD(500) };
  await books.inOrder(context, (tx) => books.facade.sold(tx, [sale, reload]));
  expect(await cardOf(context, issued)).toMatchObject({
    ...{ status: 'active', balance: USD(3000), initial: USD(2500), orderId: sale.orderId, outletId: OUTLET },
  });
  const unsold = (...sales: readonly (typeof sale)[]) => {
    const refundId = randomUUID();
    const once = () =>
      books.inOrder(context, (tx) =>
        books.facade.unsold(
          tx,
          sales.map((one) => ({ ...one, refundId })),
        ),
      );
    return once().then(once); // a refund that comes again does nothing
  };
  await unsold({ ...reload, amount: USD(200) });
  await expect(unsold({ ...reload, amount: USD(301) })).rejects.toThrow('gift_card_refund_too_high');
  await unsold({ ...reload, amount: USD(300) });
  expect((await cardOf(context, issued)).balance).toEqual(USD(2500));
  await redeem(context, paying(issued, 1));
  await expect(unsold(sale)).rejects.toThrow('gift_card_balance_too_low');
  await unsold({ ...sale, amount: USD(2499) });
  expect(await cardOf(context, issued)).toMatchObject({
    status: 'closed',
    closedBecause: 'taken_back',
    balance: USD(0),
  });
});

test('two orders sell one waiting card at a time: both amounts are on it', async () => {
  const context = contextFor();
  const issued = await books.issue(context, null);
  const sell = () => {
    const sale = { ...ids(), lineId: randomUUID(), cardId: issued.card.id, amount: USD(1000) };
    return books.inOrder(context, (tx) => books.facade.sold(tx, [sale]));
  };
  expect(await outcomes([sell, sell])).toEqual(['won', 'won']);
  expect((await ledgerOf(context, issued)).sort()).toEqual([
    ['activate', 1000],
    ['issue', 0],
    ['reload', 1000],
  ]);
});

test.each<[string, Partial<CardRedemption>, string]>([
  ['a code that no card has', { code: 'ABCD EFGH' }, 'gift_card_unknown'],
  ['a code with a character wrong', { code: 'mistyped' }, 'gift_card_code_mistyped'],
  ['a voucher as what it is not', { kind: 'voucher' }, 'gift_card_unknown'],
  ['another currency', { amount: { amount: 1, currency: 'KES' } }, 'gift_card_currency'],
])('%s pays nothing', async (_, more, code) => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  const swapped = `${issued.code.startsWith('A') ? 'B' : 'A'}${issued.code.slice(1)}`;
  const wish = { ...paying(issued, 1), ...more, ...(more.code === 'mistyped' ? { code: swapped } : {}) };
  await expect(redeem(context, wish)).rejects.toThrow(code);
});

test('the card of another business is unknown, even by its code', async () => {
  const issued = await books.issue(contextFor(), 1000);
  await expect(redeem(contextFor(), paying(issued, 1))).rejects.toThrow('gift_card_unknown');
});

test('who has tried too many codes is not even told of a right one; others are', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000);
  for (let n = 0; n < 20; n += 1) {
    await expect(redeem(context, { ...paying(issued, 1), code: `WRONG${1000 + n}` })).rejects.toThrow(
      'gift_card_unknown',
    );
  }
  const refused = redeem(context, paying(issued, 1));
  await expect(refused).rejects.toMatchObject({ code: 'gift_card_too_many_attempts' });
  const colleague = { ...context, principal: { ...context.principal, id: 'other till' } };
  expect(await redeem(colleague, paying(issued, 1))).toMatchObject({ balance: USD(999) });
});

test('cards are found after the key has changed, and by the new key from then on', async () => {
  const [old, fresh] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
  const context = contextFor();
  const unkeyed = await books.issue(context, 1000);
  const keyed = await books.under(old).issue(context, 1000);
  const both = books.under(`${fresh},${old}`);
  for (const issued of [unkeyed, keyed]) {
    await both.inOrder(context, (tx) => both.facade.redeem(tx, paying(issued, 1)));
    const alone = books.under(fresh);
    await alone.inOrder(context, (tx) => alone.facade.redeem(tx, paying(issued, 1)));
    expect((await cardOf(context, issued)).balance).toEqual(USD(998));
    await expect(both.issue(context, 1, { cards: [issued.code] })).rejects.toThrow('gift_card_code_taken');
  }
});

describe('the tables themselves', () => {
  const change = async (context: RequestContext, statement: string): Promise<void> => {
    const client = await books.pool.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.tenant_id', $1, true)", [context.tenantId]);
      await client.query(statement);
      await client.query('commit');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test.each([
    ['a balance without an entry', 'update gift_cards set balance = balance + 1', 'gift_cards_balance_is_of_ledger'],
    ['a balance below nothing', 'update gift_cards set balance = -1', 'gift_cards_balance_check'],
    ['a changed entry', 'update gift_card_transactions set amount = 0', 'permission denied'],
    ['an entry that is gone', 'delete from gift_card_transactions', 'permission denied'],
    ['an entry out of nowhere', insertEntry(3, 5, 10), 'gift_card_transactions_tenant_id_card_id_previous_number'],
    ['an entry that does not add up', insertEntry(3, 1000, 1005, 4), 'check constraint'],
    [
      'an entry that leaves a gap',
      insertEntry(4, 1000, 1005),
      'gift_card_transactions_tenant_id_card_id_previous_number',
    ],
    ['an entry twice', insertEntry(2, 0, 5), 'gift_card_transactions_pkey'],
  ])('refuse %s', async (_, statement, message) => {
    const context = contextFor();
    await books.issue(context, 1000);
    await expect(change(context, statement)).rejects.toThrow(message);
  });

  function insertEntry(number: number, before: number, after: number, amount = after - before): string {
    return `insert into gift_card_transactions (tenant_id, card_id, number, kind, amount, balance_before, balance_after, occurred_at,
      reason, actor) select tenant_id, id, ${number}, 'adjust', ${amount}, ${before}, ${after}, now(), 'r', 'a' from gift_cards`;
  }
});
