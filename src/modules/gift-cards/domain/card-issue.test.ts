import { issueCard, type CardWish } from './card-issue.js';
import { AT, cardId, LATER, USD } from './gift-card.examples.js';

const wish: CardWish = {
  ...{ kind: 'gift_card', currency: 'USD', amount: USD(1000), singleUse: false, expiresAt: LATER },
  ...{ outletId: null, customerId: 'c' },
};
const making = { id: cardId(1), last4: 'V4CE', at: AT };

test('makes a card worth nothing, with the first entry of its ledger', () => {
  const { state, movements, events } = issueCard(wish, making);
  expect(state).toMatchObject({ status: 'inactive', balance: USD(0), initial: USD(1000), movements: 1, version: 1 });
  expect(movements).toMatchObject([{ number: 1, kind: 'issue', amount: USD(0), balance: USD(0) }]);
  expect(events).toMatchObject([{ type: 'pos.gift_card.issued', sequence: 1 }]);
});
test.each<[string, Partial<CardWish>]>([
  ['/expiresAt', { expiresAt: AT }],
  ['/amount/amount', { amount: USD(0) }],
  ['/amount/currency', { amount: { amount: 1, currency: 'KES' } }],
])('refuses what is wrong at %s', (pointer, more) => {
  expect(() => issueCard({ ...wish, ...more }, making)).toThrow(
    expect.objectContaining({ code: 'gift_card_issue_invalid', fields: [expect.objectContaining({ pointer })] }),
  );
});
