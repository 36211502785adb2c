import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { CardKind, ClosedBecause, GiftCard, GiftCardId } from '../../domain/gift-card.js';
import type { Movement, MovementKind } from '../../domain/movement.js';
import type { RecordedMovement } from '../../ports/gift-card-views.js';

/** The tables of this module, for kysely. */
export interface GiftCardTables {
  gift_cards: CardRow & { tenant_id: string; code_hash: Buffer; code_key: string; created_by: string };
  gift_card_transactions: MovementRow & { tenant_id: string };
}

export interface CardRow {
  id: string;
  kind: CardKind;
  last4: string;
  currency: string;
  status: GiftCard['status'];
  closed_because: ClosedBecause | null;
  balance: number;
  initial: number;
  single_use: boolean;
  expires_at: Date | null;
  issued_at: Date;
  activated_at: Date | null;
  outlet_id: string | null;
  order_id: string | null;
  customer_id: string | null;
  movements: number | null;
  moved_at: Date;
  version: number;
}

export interface MovementRow {
  card_id: string;
  number: number;
  kind: MovementKind;
  amount: number;
  balance_before: number;
  balance_after: number;
  occurred_at: Date;
  reason: string | null;
  outlet_id: string | null;
  order_id: string | null;
  line_id: string | null;
  payment_id: string | null;
  refund_id: string | null;
  other_card_id: string | null;
  actor: string;
}

/** What is shown of a card; the hash of its code is not. */
// prettier-ignore
export const SHOWN = [
  'id', 'kind', 'last4', 'currency', 'status', 'closed_because', 'balance', 'initial', 'single_use', 'expires_at', 'issued_at',
  'activated_at', 'outlet_id', 'order_id', 'customer_id', 'movements', 'moved_at', 'version',
] as const;

// prettier-ignore
export const MOVEMENT_SHOWN = [
  'card_id', 'number', 'kind', 'amount', 'balance_before', 'balance_after', 'occurred_at', 'reason', 'outlet_id', 'order_id',
  'line_id', 'payment_id', 'refund_id', 'other_card_id', 'actor',
] as const;

/** The card that a row tells of. A row that contradicts its status is a defect. */
export function toCard(row: CardRow): GiftCard {
  const base = {
    ...{ id: row.id as GiftCardId, kind: row.kind, last4: row.last4, singleUse: row.single_use },
    ...{ balance: money(row.balance, row.currency), initial: money(row.initial, row.currency) },
    ...{ expiresAt: row.expires_at, issuedAt: row.issued_at, outletId: row.outlet_id as OutletId | null },
    ...{ orderId: row.order_id, customerId: row.customer_id },
    ...{ movements: row.movements ?? 0, movedAt: row.moved_at, version: row.version },
  };
  const { status, activated_at: activatedAt, closed_because: closedBecause } = row;
  if (status === 'blocked' || status === 'expired') return { ...base, status, activatedAt };
  if (status === 'inactive' && activatedAt === null) return { ...base, status, activatedAt };
  if (status === 'active' && activatedAt !== null) return { ...base, status, activatedAt };
  if (status === 'closed' && activatedAt !== null && closedBecause !== null)
    return { ...base, status, activatedAt, closedBecause };
  throw new Error(`the row of the gift card ${row.id} contradicts itself`);
}

/** The columns that a change of a card writes. */
export function changesOf(card: GiftCard) {
  return {
    status: card.status,
    closed_because: card.status === 'closed' ? card.closedBecause : null,
    balance: card.balance.amount,
    initial: card.initial.amount,
    expires_at: card.expiresAt,
    activated_at: card.activatedAt,
    outlet_id: card.outletId,
    order_id: card.orderId,
    movements: card.movements,
    moved_at: card.movedAt,
    version: card.version,
  };
}

/** The row of an entry. */
export function fromMovement(cardId: GiftCardId, movement: Movement, actor: string): MovementRow {
  const { number, kind, amount, balance, at, reason } = movement;
  return {
    ...{ card_id: cardId, number, kind, amount: amount.amount, occurred_at: at, reason, actor },
    ...{ balance_before: balance.amount - amount.amount, balance_after: balance.amount },
    ...{ outlet_id: movement.outletId, order_id: movement.orderId, line_id: movement.lineId },
    ...{ payment_id: movement.paymentId, refund_id: movement.refundId, other_card_id: movement.otherCardId },
  };
}

/** The entry that a row tells of. */
export function toMovement(row: MovementRow, currency: string): RecordedMovement {
  return {
    ...{ number: row.number, kind: row.kind, at: row.occurred_at, reason: row.reason, actor: row.actor },
    ...{ amount: money(row.amount, currency), balance: money(row.balance_after, currency) },
    ...{ outletId: row.outlet_id as OutletId | null, orderId: row.order_id, lineId: row.line_id },
    ...{ paymentId: row.payment_id, refundId: row.refund_id, otherCardId: row.other_card_id },
  };
}
