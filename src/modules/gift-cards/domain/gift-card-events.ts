import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { GiftCard, GiftCardId } from './gift-card.js';
import type { Movement } from './movement.js';

/** A card as events show it; never its code. */
export interface GiftCardSnapshot {
  readonly id: GiftCardId;
  readonly kind: string;
  /** The last four characters of its code. */
  readonly last4: string;
  readonly status: string;
  readonly balance: Money;
  readonly singleUse: boolean;
  /** @format date-time */
  readonly expiresAt: string | null;
  /** The outlet that owes what is on it. */
  readonly outletId: OutletId | null;
  readonly customerId: string | null;
  /** @asType integer */
  readonly version: number;
}

/** An entry of the card's ledger. */
export interface GiftCardMovement {
  readonly kind: string;
  /** Less than zero when value went off the card. */
  readonly amount: Money;
  /** The balance before this entry. */
  readonly before: Money;
  readonly reason: string | null;
  readonly outletId: OutletId | null;
  readonly orderId: string | null;
  readonly lineId: string | null;
  readonly paymentId: string | null;
  readonly refundId: string | null;
  /** With a transfer: the other card. */
  readonly otherCardId: string | null;
}

/** A card and what went on or off it. */
export interface GiftCardMoved {
  readonly giftCard: GiftCardSnapshot;
  readonly movements: readonly GiftCardMovement[];
}

/** A card whose standing was changed, and why. */
export interface GiftCardStanding {
  readonly giftCard: GiftCardSnapshot;
  readonly reason: string | null;
}

/** The data of a gift card's events by their types. */
export interface GiftCardEvents {
  /** A card or voucher was issued; it is worth nothing until it is activated. */
  'pos.gift_card.issued': GiftCardMoved;
  /** A card was sold or given away and holds value from now on. */
  'pos.gift_card.activated': GiftCardMoved;
  /** More value was put on a card. */
  'pos.gift_card.reloaded': GiftCardMoved;
  /** A card paid for something. What a single-use voucher was not spent on is forfeited with it. */
  'pos.gift_card.redeemed': GiftCardMoved;
  /** What a card had paid was given back to it. */
  'pos.gift_card.refunded': GiftCardMoved;
  /** The sale of a card was refunded and its value taken off again. */
  'pos.gift_card.reversed': GiftCardMoved;
  /** A card cannot pay until it is unblocked. */
  'pos.gift_card.blocked': GiftCardStanding;
  /** A blocked card may be used again. */
  'pos.gift_card.unblocked': GiftCardStanding;
  /** Value went from one card to another; each of them tells of its side. */
  'pos.gift_card.transferred': GiftCardMoved;
  /** A card's date has come, or somebody ended it before; what was on it is gone. */
  'pos.gift_card.expired': GiftCardMoved;
  /** A card is good for longer than before. */
  'pos.gift_card.extended': GiftCardStanding & {
    /** @format date-time */
    readonly expiredBefore: string | null;
  };
  /** Somebody corrected a balance by hand. */
  'pos.gift_card.adjusted': GiftCardMoved;
}

export type GiftCardEvent = {
  [Type in keyof GiftCardEvents]: DomainEvent<Type, GiftCardEvents[Type]>;
}[keyof GiftCardEvents];

export type MovedType = Exclude<
  GiftCardEvent['type'],
  'pos.gift_card.blocked' | 'pos.gift_card.unblocked' | 'pos.gift_card.extended'
>;

/** The event of value that moved. @param card as it is afterwards; its version is the event's place. */
export function movedEvent(type: MovedType, card: GiftCard, movements: readonly Movement[]): GiftCardEvent {
  const outletId = movements.find((movement) => movement.outletId !== null)?.outletId ?? card.outletId;
  const data = { giftCard: snapshotOf(card), movements: movements.map(toMovement) };
  return { type, ...placeOf(card), outletId, data };
}

/** The event of a card that was blocked or unblocked. */
export function standingEvent(
  type: 'pos.gift_card.blocked' | 'pos.gift_card.unblocked',
  card: GiftCard,
  reason: string,
): GiftCardEvent {
  return { type, ...placeOf(card), data: { giftCard: snapshotOf(card), reason } };
}

/** The event of a date that was moved on. */
export function extendedEvent(card: GiftCard, expiredBefore: Date | null, reason: string): GiftCardEvent {
  const data = { giftCard: snapshotOf(card), reason, expiredBefore: expiredBefore?.toISOString() ?? null };
  return { type: 'pos.gift_card.extended', ...placeOf(card), data };
}

function placeOf(card: GiftCard): Pick<GiftCardEvent, 'aggregate' | 'aggregateId' | 'sequence' | 'outletId'> {
  return { aggregate: 'gift_cards', aggregateId: card.id, sequence: card.version, outletId: card.outletId };
}

function snapshotOf(card: GiftCard): GiftCardSnapshot {
  const { id, kind, last4, status, balance, singleUse, expiresAt, outletId, customerId, version } = card;
  const until = expiresAt?.toISOString() ?? null;
  return { id, kind, last4, status, balance, singleUse, expiresAt: until, outletId, customerId, version };
}

function toMovement({ kind, amount, balance, ...rest }: Movement): GiftCardMovement {
  const { reason, outletId, orderId, lineId, paymentId, refundId, otherCardId } = rest;
  const before = { amount: balance.amount - amount.amount, currency: amount.currency };
  return { kind, amount, before, reason, outletId, orderId, lineId, paymentId, refundId, otherCardId };
}
