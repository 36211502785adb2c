import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { GiftCard, GiftCardId, InactiveCard } from './gift-card.js';

export const AT = new Date('2026-11-21T10:00:00Z');
export const LATER = new Date('2026-12-31T23:59:59Z');
/** After the cards' date. */
export const TOO_LATE = new Date('2028-01-01T00:00:00Z');
export const OUTLET = '0197a3c2-7b1e-7000-8000-0000000000aa' as OutletId;

export const USD = (amount: number): Money => ({ amount, currency: 'USD' });

/** The n-th id. */
export function cardId(n: number): GiftCardId {
  return `0197a3c2-7b1e-7000-8000-${n.toString(16).padStart(12, '0')}` as GiftCardId;
}

const base: Omit<InactiveCard, 'status' | 'activatedAt' | 'balance'> = {
  ...{ id: cardId(1), kind: 'gift_card', last4: 'V4CE', singleUse: false, initial: USD(1000) },
  ...{ expiresAt: new Date('2027-11-21T10:00:00Z'), issuedAt: AT, outletId: OUTLET, orderId: null, customerId: null },
  ...{ movements: 2, movedAt: AT, version: 2 },
};

/** A card of 10.00 in each state, until November 2027. */
export const cards: { readonly [Status in GiftCard['status']]: Extract<GiftCard, { status: Status }> } = {
  inactive: { ...base, status: 'inactive', activatedAt: null, balance: USD(0), movements: 1, version: 1 },
  active: { ...base, status: 'active', activatedAt: AT, balance: USD(1000) },
  blocked: { ...base, status: 'blocked', activatedAt: AT, balance: USD(1000) },
  expired: { ...base, status: 'expired', activatedAt: AT, balance: USD(0) },
  closed: { ...base, status: 'closed', activatedAt: AT, balance: USD(0), closedBecause: 'spent' },
};

/** Another card, with another id. */
export function other<Card extends GiftCard>(card: Card, n = 2): Card {
  return { ...card, id: cardId(n), last4: 'OTHR' };
}

/** Ids of an order's parts. */
export const line = { orderId: 'order', lineId: 'line', outletId: OUTLET };
export const payment = { orderId: 'order', paymentId: 'payment', outletId: OUTLET };
export const refund = { ...payment, refundId: 'refund' };
