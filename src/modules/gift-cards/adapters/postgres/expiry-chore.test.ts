import type { IssuedCard } from '../../application/issue-cards.js';
import { contextFor, openGiftCards, USD, type GiftCardDatabase } from './gift-card-database.examples.js';
import { expiryChore } from './expiry-chore.js';

const TOMORROW = new Date(Date.now() + 86_400_000);
const reason = 'r';

let books: GiftCardDatabase;
beforeAll(async () => {
  books = await openGiftCards();
});
afterAll(() => books.close());

const expire = () => expiryChore(books.expire, () => new Date()).run(books.workerPool);

/** Puts the cards' dates into the past, as the owner of the tables. */
async function pastDate(cards: readonly IssuedCard[]): Promise<void> {
  await books.owner.query(`update gift_cards set expires_at = now() - interval '1 minute' where id = any($1)`, [
    cards.map(({ card }) => card.id),
  ]);
}

test('cards of all businesses past their date are expired, with entries and events, and nothing else is', async () => {
  const [ours, theirs] = [contextFor(), contextFor()];
  const dated = { expiresAt: TOMORROW };
  const due = await Promise.all([books.issue(ours, 1000, dated), books.issue(theirs, 700, dated)]);
  const blocked = await books.issue(ours, 300, dated);
  const waiting = await books.issue(ours, null, dated);
  await books.change.execute(ours, blocked.card.id, { verb: 'block', reason });
  await pastDate([...due, blocked, waiting]);
  const other = [await books.issue(ours, 200), await books.issue(ours, 100, dated)];

  expect(await expire()).toBe(2);
  expect(await expire()).toBe(0);

  const [mine, yours] = due;
  expect(await books.views.card(ours, mine.card.id)).toMatchObject({ status: 'expired', balance: USD(0) });
  expect(await books.views.card(theirs, yours.card.id)).toMatchObject({ status: 'expired', balance: USD(0) });
  const [entry] = await books.views.movements(theirs, yours.card.id, { limit: 1 });
  expect(entry).toMatchObject({ kind: 'expire', amount: USD(-700), actor: 'system:gift-card-expiry' });
  for (const { card } of [blocked, waiting, ...other]) {
    expect((await books.views.card(ours, card.id)).status).not.toBe('expired');
  }
  const { rows } = await books.owner.query(
    "select aggregate_id, tenant_id, data::text from events where type = 'pos.gift_card.expired' order by 1",
  );
  expect(rows.map(({ aggregate_id: id, tenant_id: tenant }) => `${id} ${tenant}`).sort()).toEqual(
    [`${mine.card.id} ${ours.tenantId}`, `${yours.card.id} ${theirs.tenantId}`].sort(),
  );
  expect(await books.unsound()).toEqual([]);
});

test('more than a batch goes in one round', async () => {
  const context = contextFor();
  const issued = await books.issueCards.execute(context, {
    ...{ kind: 'voucher', currency: 'USD', amount: USD(100), cards: 450, singleUse: true, expiresAt: TOMORROW },
    ...{ outletId: null, customerId: null, activateBecause: 'a campaign' },
  });
  await pastDate(issued);
  expect(await expire()).toBe(450);
  expect(await books.unsound()).toEqual([]);
});

test('a card that is used while it is looked for is left alone or expires: never both', async () => {
  const context = contextFor();
  const issued = await books.issue(context, 1000, { expiresAt: TOMORROW });
  await pastDate([issued]);
  const extend = books.change.execute(context, issued.card.id, { verb: 'extend', expiresAt: null, reason });
  const [done] = await Promise.all([expire(), extend]);
  const { status, balance } = await books.views.card(context, issued.card.id);
  expect({ status, balance }).toEqual({ status: 'active', balance: USD(done === 0 ? 1000 : 0) });
  expect(await books.unsound()).toEqual([]);
});

test("one business's failure keeps no other's cards from expiring, and is told", async () => {
  const [ours, theirs] = [contextFor(), contextFor()];
  const cards = [
    await books.issue(ours, 1, { expiresAt: TOMORROW }),
    await books.issue(theirs, 1, { expiresAt: TOMORROW }),
  ];
  await pastDate(cards);
  const failing = {
    execute: (...[tenantId, ...rest]: Parameters<typeof books.expire.execute>) =>
      tenantId === ours.tenantId ? Promise.reject(new Error('no')) : books.expire.execute(tenantId, ...rest),
  };
  const run = expiryChore(failing, () => new Date()).run(books.workerPool);
  await expect(run).rejects.toThrow('could not be expired');
  expect((await books.views.card(theirs, (cards[1] as IssuedCard).card.id)).status).toBe('expired');
  expect(await expire()).toBe(1);
});

test('the worker sees cards past their date only, and nothing of what is on them', async () => {
  await books.issue(contextFor(), 1000, { expiresAt: TOMORROW });
  expect((await books.workerPool.query('select id from gift_cards')).rows).toEqual([]);
  for (const statement of [
    'select balance from gift_cards',
    'select code_hash from gift_cards',
    "update gift_cards set status = 'expired'",
    'select from gift_card_transactions',
  ])
    await expect(books.workerPool.query(statement)).rejects.toThrow('permission denied');
});
