import type { WallClock } from '../../../kernel/business-time.js';
import type { Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { LineModifier } from '../domain/pricing/basket.js';

/** What the catalogue says of an item now. */
export interface MenuItem {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly price: Money;
  readonly taxCategory: string;
  readonly active: boolean;
  readonly kind: 'product' | 'combo' | 'gift_card';
  /** True when the price is asked at the till. */
  readonly openPrice: boolean;
  readonly discountable: boolean;
}

/** A modifier as the caller chose it, with its place in the request. */
export interface WantedModifier {
  readonly modifier: string;
  readonly group?: string;
  readonly quantity: number;
  readonly modifiers: readonly WantedModifier[];
  readonly pointer: string;
}

/** What is chosen with one of an item. */
export interface ModifierQuestion {
  readonly sku: string;
  readonly chosen: readonly WantedModifier[];
  readonly pointer: string;
}

/** What is chosen for a slot of one combo. */
export interface WantedComponent {
  readonly slot: string;
  readonly sku: string;
  /** In one combo; from 1. */
  readonly quantity: number;
  readonly pointer: string;
}

/** A combo as it was chosen. */
export interface ChosenCombo {
  readonly pricing: { readonly kind: 'fixed' } | { readonly kind: 'percent_off'; readonly rate: Decimal };
  readonly parts: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly upcharge: Money;
    /** Which of the chosen components it is; `null` for what is always in the combo. */
    readonly component: number | null;
  }[];
}

/** Where, how and when something is asked for. */
export interface Occasion {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly clock: WallClock;
}

/** So much of an item. */
export interface Portion {
  readonly sku: string;
  readonly quantity: Decimal;
}

/** Tells what items are and cost. Reads inside the transaction, so that a sale is never priced from yesterday's list. */
export interface Menu {
  /** The items there are among the SKUs; one that is unknown is absent. */
  items(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, MenuItem>>;
  /** Checks and prices choices, a list for each question. @throws Refusal of the catalogue, with pointers. */
  modifiers(
    tx: Tx,
    currency: string,
    questions: readonly ModifierQuestion[],
  ): Promise<readonly (readonly LineModifier[])[]>;
  /** Checks what was chosen for a combo. @throws Refusal of the catalogue, with pointers. */
  combo(tx: Tx, sku: string, chosen: readonly WantedComponent[], pointer: string): Promise<ChosenCombo>;
  /**
   * Refuses what is not on offer and takes what is counted down from its count.
   * @param take false only looks.
   * @throws Refusal `item_not_available`, `item_sold_out`.
   */
  offer(
    tx: Tx,
    occasion: Occasion,
    portions: readonly (Portion & { readonly pointer: string })[],
    take: boolean,
  ): Promise<void>;
  /** Puts back on the count what is not sold after all. */
  putBack(tx: Tx, outletId: OutletId, portions: readonly Portion[]): Promise<void>;
}
