import { Refusal } from '../../../kernel/refusal.js';
import type { CardDecision } from './card-ledger.js';
import { blockCard, expireCard, extendCard, unblockCard } from './card-standing.js';
import { transferValue } from './card-transfer.js';
import {
  activateCard,
  adjustCard,
  assertSellable,
  giveBackToCard,
  redeemCard,
  reloadCard,
  sellCard,
  takeBackFromCard,
} from './card-value.js';
import type { GiftCard, GiftCardRefusal } from './gift-card.js';
import { AT, cardId, cards, LATER, line, other, payment, refund, TOO_LATE, USD } from './gift-card.examples.js';

const taken = { ...line, refundId: 'refund', wasFirst: true };
const half = { amount: USD(500), reason: 'r', at: AT };

const commands = {
  activate: (card: GiftCard) => activateCard(card, USD(500), 'r', AT),
  reload: (card: GiftCard) => reloadCard(card, USD(500), 'r', AT),
  sell: (card: GiftCard) => sellCard(card, USD(500), line, AT),
  redeem: (card: GiftCard) => redeemCard(card, USD(500), payment, AT),
  'redeem too much': (card: GiftCard) => redeemCard(card, USD(1001), payment, AT),
  'give back': (card: GiftCard) => giveBackToCard(card, USD(500), refund, AT),
  'take back all': (card: GiftCard) => takeBackFromCard(card, USD(1000), taken, AT),
  'take back a part': (card: GiftCard) => takeBackFromCard(card, USD(400), taken, AT),
  'adjust up': (card: GiftCard) => adjustCard(card, USD(5), 'r', AT),
  'adjust down': (card: GiftCard) => adjustCard(card, USD(-5), 'r', AT),
  block: (card: GiftCard) => blockCard(card, 'r'),
  unblock: (card: GiftCard) => unblockCard(card, 'r', AT),
  expire: (card: GiftCard) => expireCard(card, 'r', AT),
  extend: (card: GiftCard) => extendCard(card, TOO_LATE, 'r', AT),
  'transfer all from': (card: GiftCard) => transferValue(card, other(cards.active), { ...half, amount: null }).from,
  'transfer a part from': (card: GiftCard) => transferValue(card, other(cards.active), half).from,
  'transfer to': (card: GiftCard) => transferValue(other(cards.active), card, half).to,
};

type Outcome = `${GiftCard['status']} ${number}` | GiftCardRefusal;
const usableOnly = {
  inactive: 'gift_card_not_active',
  blocked: 'gift_card_blocked',
  expired: 'gift_card_expired',
  closed: 'gift_card_closed',
} as const;
const low = 'gift_card_balance_too_low';

const outcomes: Record<keyof typeof commands, Record<GiftCard['status'], Outcome>> = {
  activate: { ...usableOnly, inactive: 'active 500', active: 'gift_card_already_active' },
  reload: { ...usableOnly, active: 'active 1500' },
  sell: {
    ...{ inactive: 'active 500', active: 'active 1500', blocked: 'blocked 1500', expired: 'expired 500' },
    closed: 'gift_card_closed',
  },
  redeem: { ...usableOnly, active: 'active 500' },
  'redeem too much': { ...usableOnly, active: low },
  'give back': {
    ...{ inactive: 'gift_card_not_active', active: 'active 1500', blocked: 'blocked 1500', expired: 'expired 500' },
    closed: 'active 500',
  },
  'take back all': {
    ...{ inactive: 'gift_card_not_active', active: 'closed 0', blocked: 'closed 0', expired: low, closed: low },
  },
  'take back a part': {
    ...{ inactive: 'gift_card_not_active', active: 'active 600', blocked: 'blocked 600', expired: low, closed: low },
  },
  'adjust up': {
    ...{ inactive: 'gift_card_not_active', active: 'active 1005', blocked: 'blocked 1005', expired: 'expired 5' },
    closed: 'gift_card_closed',
  },
  'adjust down': {
    ...{ inactive: 'gift_card_not_active', active: 'active 995', blocked: 'blocked 995', expired: low },
    closed: 'gift_card_closed',
  },
  block: { ...usableOnly, inactive: 'blocked 0', active: 'blocked 1000' },
  unblock: {
    ...{ inactive: 'gift_card_not_blocked', active: 'gift_card_not_blocked', blocked: 'active 1000' },
    ...{ expired: 'gift_card_not_blocked', closed: 'gift_card_not_blocked' },
  },
  expire: { ...usableOnly, inactive: 'expired 0', active: 'expired 0' },
  extend: {
    ...{ inactive: 'inactive 0', active: 'active 1000', blocked: 'blocked 1000', expired: 'active 0' },
    closed: 'gift_card_closed',
  },
  'transfer all from': { ...usableOnly, active: 'closed 0', blocked: 'closed 0' },
  'transfer a part from': { ...usableOnly, active: 'active 500', blocked: 'blocked 500' },
  'transfer to': { ...usableOnly, inactive: 'active 500', active: 'active 1500' },
};

function outcomeOf(decide: () => CardDecision): string {
  try {
    const { state } = decide();
    return `${state.status} ${state.balance.amount}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const cells = Object.entries(outcomes).flatMap(([command, row]) =>
  Object.entries(row).map(([status, outcome]) => [command, status, outcome] as const),
);

test.each(cells)('%s on a card that is %s: %s', (command, status, outcome) => {
  const card = cards[status as GiftCard['status']];
  const decide = (): CardDecision => commands[command as keyof typeof commands](card);
  expect(outcomeOf(decide)).toBe(outcome);
  if (outcome.startsWith('gift_card')) return;
  const { state, events, movements } = decide();
  // One more event in the card's history each, and a balance that its new entries add up to.
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => card.version + index + 1));
  expect(state.version).toBe(card.version + events.length);
  expect(movements.map(({ number }) => number)).toEqual(movements.map((_, index) => card.movements + index + 1));
  expect(card.balance.amount + movements.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(
    state.balance.amount,
  );
  for (const event of events) {
    expect(event).toMatchObject({
      aggregate: 'gift_cards',
      aggregateId: state.id,
      data: { giftCard: { id: state.id } },
    });
  }
  expect(events.at(-1)?.data.giftCard).toMatchObject({ balance: state.balance, status: state.status });
});

// Past its date a card is as good as expired, whether or not housekeeping has told so.
test.each([
  ['reload', () => reloadCard(cards.active, USD(1), 'r', TOO_LATE), 'gift_card_expired'],
  ['redeem', () => redeemCard(cards.active, USD(1), payment, TOO_LATE), 'gift_card_expired'],
  ['activate', () => activateCard(cards.inactive, USD(1), 'r', TOO_LATE), 'gift_card_expired'],
  [
    'transfer',
    () => transferValue(cards.active, other(cards.active), { ...half, at: TOO_LATE }).from,
    'gift_card_expired',
  ],
  ['unblock', () => unblockCard(cards.blocked, 'r', TOO_LATE), 'expired 1000'],
  ['sell one that waits', () => sellCard(cards.inactive, USD(5), line, TOO_LATE), 'expired 5'],
  ['sell one in use', () => sellCard(cards.active, USD(5), line, TOO_LATE), 'expired 5'],
  ['give back', () => giveBackToCard(cards.active, USD(5), refund, TOO_LATE), 'expired 5'],
  ['give back to one that was used up', () => giveBackToCard(cards.closed, USD(5), refund, TOO_LATE), 'expired 5'],
] as const)('past its date, %s', (_, decide, outcome) => {
  expect(outcomeOf(decide)).toBe(outcome);
});

test('what comes onto a card past its date is not taken off with what was on it', () => {
  const { movements, events } = giveBackToCard(cards.active, USD(5), refund, TOO_LATE);
  expect(movements).toMatchObject([
    { kind: 'expire', amount: USD(-1000), balance: USD(0) },
    { kind: 'refund', amount: USD(5), balance: USD(5), paymentId: 'payment', refundId: 'refund' },
  ]);
  expect(events.map(({ type }) => type)).toEqual(['pos.gift_card.expired', 'pos.gift_card.refunded']);
  const kept = giveBackToCard(cards.expired, USD(5), refund, TOO_LATE).state;
  const extended = extendCard(kept, null, 'r', TOO_LATE).state;
  expect(outcomeOf(() => redeemCard(extended, USD(5), payment, TOO_LATE))).toBe('active 0');
});

describe('a voucher for a single use', () => {
  const voucher: GiftCard = { ...cards.active, kind: 'voucher', singleUse: true };

  test('is used up by the first payment, and what is left is forfeited', () => {
    const { state, movements, events } = redeemCard(voucher, USD(800), payment, AT);
    expect(state).toMatchObject({ status: 'closed', closedBecause: 'spent', balance: USD(0) });
    expect(movements).toMatchObject([
      { kind: 'redeem', amount: USD(-800), balance: USD(200) },
      { kind: 'forfeit', amount: USD(-200), balance: USD(0) },
    ]);
    expect(events).toMatchObject([{ type: 'pos.gift_card.redeemed', data: { movements: [{}, { kind: 'forfeit' }] } }]);
  });
  test('spent to the last cent forfeits nothing', () => {
    expect(redeemCard(voucher, USD(1000), payment, AT).movements).toHaveLength(1);
  });
  test('is good again for what is given back', () => {
    const { state } = redeemCard(voucher, USD(800), payment, AT);
    expect(outcomeOf(() => giveBackToCard(state, USD(300), refund, AT))).toBe('active 300');
  });
});

test('what comes back to a card that was emptied onto another, or taken back, waits for somebody who knows why', () => {
  for (const closedBecause of ['transferred', 'taken_back'] as const) {
    const { state } = giveBackToCard({ ...cards.closed, closedBecause }, USD(5), refund, AT);
    expect(state).toMatchObject({ status: 'blocked', balance: USD(5) });
  }
});

test('a card that was reloaded is not closed when the reload is taken back', () => {
  const { state } = takeBackFromCard(cards.active, USD(1000), { ...taken, wasFirst: false }, AT);
  expect(state).toMatchObject({ status: 'active', balance: USD(0) });
});

test('the first sale says what a card held, with which order and which outlet owes it', () => {
  const { state } = sellCard({ ...cards.inactive, outletId: null }, USD(500), line, AT);
  expect(state).toMatchObject({ initial: USD(500), orderId: 'order', outletId: line.outletId, activatedAt: AT });
  const blocked = blockCard({ ...cards.inactive }, 'r').state;
  expect(sellCard(blocked, USD(500), line, AT).state).toMatchObject({ status: 'blocked', activatedAt: AT });
  expect(sellCard(cards.active, USD(500), line, AT).state).toMatchObject({ initial: USD(1000), orderId: null });
});

test('a blocked or expired card that was never active goes back to waiting', () => {
  const blocked = blockCard(cards.inactive, 'stolen').state;
  expect(unblockCard(blocked, 'found', AT).state).toMatchObject({ status: 'inactive', activatedAt: null });
  const over = expireCard(cards.inactive, 'r', AT).state;
  expect(extendCard(over, null, 'r', LATER).state).toMatchObject({ status: 'inactive', expiresAt: null });
  for (const never of [blocked, over]) {
    expect(outcomeOf(() => adjustCard(never, USD(5), 'r', AT))).toBe('gift_card_not_active');
    expect(outcomeOf(() => giveBackToCard(never, USD(5), refund, AT))).toBe('gift_card_not_active');
  }
});

test.each<[string, Date | null, Date | null, string]>([
  ['a later date', LATER, TOO_LATE, 'active 1000'],
  ['for ever', LATER, null, 'active 1000'],
  ['an earlier date', TOO_LATE, LATER, 'gift_card_expiry_invalid'],
  ['the same date', LATER, LATER, 'gift_card_expiry_invalid'],
  [
    'a date that has passed',
    new Date('2020-01-01T00:00:00Z'),
    new Date('2021-01-01T00:00:00Z'),
    'gift_card_expiry_invalid',
  ],
  ['a date for what is for ever', null, LATER, 'gift_card_expiry_invalid'],
])('extending to %s', (_, expiresAt, until, outcome) => {
  expect(outcomeOf(() => extendCard({ ...cards.active, expiresAt }, until, 'r', AT))).toBe(outcome);
});

test.each<[string, Partial<GiftCard>, string]>([
  ['itself', { id: cardId(1) }, 'gift_card_transfer_invalid'],
  ['a voucher', { kind: 'voucher' }, 'gift_card_transfer_invalid'],
  ['a card for a single use', { singleUse: true }, 'gift_card_transfer_invalid'],
  ['a card of another currency', { balance: { amount: 0, currency: 'KES' } }, 'gift_card_currency'],
])('nothing moves to %s', (_, more, code) => {
  const to = { ...other(cards.active), ...more } as GiftCard;
  expect(outcomeOf(() => transferValue(cards.active, to, half).from)).toBe(code);
});

test('nothing moves from an empty card, nor more than there is', () => {
  const empty: GiftCard = { ...cards.active, balance: USD(0) };
  expect(outcomeOf(() => transferValue(empty, other(cards.active), { ...half, amount: null }).from)).toBe(low);
  expect(outcomeOf(() => transferValue(empty, other(cards.active), half).from)).toBe(low);
});

test.each([
  ['nothing', USD(0), 'gift_card_amount_invalid'],
  ['less than nothing', USD(-1), 'gift_card_amount_invalid'],
  ['another currency', { amount: 1, currency: 'KES' }, 'gift_card_currency'],
])('%s neither goes on nor off', (_, amount, code) => {
  for (const decide of [
    () => reloadCard(cards.active, amount, 'r', AT),
    () => redeemCard(cards.active, amount, payment, AT),
    () => sellCard(cards.active, amount, line, AT),
    () => giveBackToCard(cards.active, amount, refund, AT),
    () => takeBackFromCard(cards.active, amount, taken, AT),
    () => transferValue(cards.active, other(cards.active), { ...half, amount }).from,
  ])
    expect(outcomeOf(decide)).toBe(code);
});

test('the ledger goes on, never back, though who waited for the lock had begun before', () => {
  const movedAt = LATER;
  expect(redeemCard({ ...cards.active, movedAt }, USD(1), payment, AT).movements).toMatchObject([{ at: LATER }]);
});

test.each([
  ['inactive', undefined],
  ['active', undefined],
  ['blocked', 'gift_card_blocked'],
  ['expired', 'gift_card_expired'],
  ['closed', 'gift_card_closed'],
] as const)('a card that is %s can be sold: %s', (status, code) => {
  const ask = (): void => assertSellable(cards[status], 'USD', AT);
  if (code === undefined) expect(ask).not.toThrow();
  else expect(ask).toThrow(code);
  expect(() => assertSellable(cards[status], 'KES', AT)).toThrow('gift_card_currency');
});
