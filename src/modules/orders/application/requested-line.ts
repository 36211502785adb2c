import type { Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { OrderLineId } from '../domain/order-state.js';
import type { WantedModifier } from '../ports/menu.js';

/** What the caller chose for a slot of a combo. */
export interface RequestedComponent {
  readonly id: OrderLineId | undefined;
  readonly slot: string;
  readonly sku: string;
  /** In one combo; from 1. */
  readonly quantity: number;
  readonly note: string | null;
  readonly modifiers: readonly WantedModifier[];
}

/** A price that the caller sets. */
export interface RequestedOverride {
  readonly unitPrice: Money;
  readonly reason: string;
  /** The approval of a second person. */
  readonly approvalId?: string | undefined;
}

/** An item as the caller asks for it. */
export interface RequestedLine {
  readonly id: OrderLineId | undefined;
  readonly sku: string;
  readonly quantity: Decimal;
  readonly note: string | null;
  readonly modifiers: readonly WantedModifier[];
  /** Of a combo. */
  readonly components: readonly RequestedComponent[];
  /** Of one, without modifiers: what the till showed (DOMAIN P9), or the price itself where it is asked at the till. */
  readonly unitPrice: Money | undefined;
  readonly priceOverride: RequestedOverride | undefined;
  /** The bearer's secret of the card that the line sells: looked up, never kept. */
  readonly giftCardCode: string | undefined;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}
