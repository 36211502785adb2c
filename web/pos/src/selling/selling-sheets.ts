import type { HeldBasket } from './basket-store.js';
import type { Wanted } from './adding.js';

/** What lies over the selling screen and waits for an answer. */
export type Sheet =
  | { readonly kind: 'price' | 'quantity' | 'combo' | 'modifiers'; readonly wanted: Wanted }
  | { readonly kind: 'line' | 'lineQuantity'; readonly lineId: string }
  | { readonly kind: 'discount'; readonly lineId: string | null }
  | { readonly kind: 'customer' }
  | { readonly kind: 'more' };

/** Why the sale cannot be priced as it is. */
export interface SaleTrouble {
  /** Of the service's catalogue of errors. */
  readonly code: string;
  /** The promotion code at fault, where one is. */
  readonly promoCode: string | null;
  /** The row at fault, where one is. */
  readonly lineId: string | null;
}

/** A code that nothing is sold by. */
export interface UnknownCode {
  readonly code: string;
  /** True: a digit was misread, or it says what cannot be. */
  readonly misread: boolean;
}

/** A held basket or order as the list shows it. */
export interface HeldRow extends Pick<HeldBasket, 'id' | 'heldAt' | 'heldBy' | 'total'> {
  readonly label: string;
  readonly pieces: number;
  /** The table that it is for. Of orders elsewhere the tables themselves tell. */
  readonly tableId: string | null;
  /** True: another device's order, which the server knows. */
  readonly elsewhere: boolean;
}
