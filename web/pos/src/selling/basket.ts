import type { PlacedOrder } from '../paying/sale-to-pay.js';
import type { AgreedPrice, EntryPerson, Money } from './sdk-types.js';

/** The channels between which a till switches. */
export const TILL_CHANNELS = ['counter', 'takeaway', 'dine_in'] as const;
export type TillChannel = (typeof TILL_CHANNELS)[number];

/** A modifier as it was chosen, with what goes with it. */
export interface ChosenModifier {
  readonly modifier: string;
  readonly group: string;
  readonly quantity: number;
  readonly modifiers: readonly ChosenModifier[];
}

/** What was chosen for a slot of a combo. It becomes a line of the order. */
export interface ChosenComponent {
  readonly id: string;
  readonly slot: string;
  readonly sku: string;
  readonly quantity: number;
  readonly modifiers: readonly ChosenModifier[];
}

/** A price that a person set, with the reason. */
export interface SetPrice {
  readonly unitPrice: Money;
  readonly reason: string;
}

/** A row of the basket. */
export interface BasketLine {
  readonly id: string;
  readonly sku: string;
  /** As the book called it when it was added; shown until the sale is priced. */
  readonly name: string;
  readonly quantity: string;
  readonly modifiers: readonly ChosenModifier[];
  readonly components: readonly ChosenComponent[];
  readonly note: string | null;
  /** Where the price is asked at the till, or a label carries it. */
  readonly unitPrice: Money | null;
  readonly setPrice: SetPrice | null;
  /** Weighed or measured: the same item again is a row of its own. */
  readonly measured: boolean;
  /** The price book that it was added from: later books do not change what the guest was told. */
  readonly bookRevision: string;
  /** What the guest was told that it costs; `null` until it is priced. */
  readonly agreed: AgreedPrice | null;
  /** The kitchen was told of it: only giving it back changes it. */
  readonly sent?: true;
}

/** The table that a sale is for. */
export interface BasketTable {
  readonly id: string;
  readonly name: string;
  /** In which the till sold before, and goes on to. */
  readonly channelBefore: TillChannel;
}

/** Something a person takes off a line or the order: one of `percent`, `amount` and `comp`. */
export interface BasketDiscount {
  readonly id: string;
  /** `null` is the whole order. */
  readonly lineId: string | null;
  readonly percent: string | null;
  readonly amount: Money | null;
  readonly comp: boolean;
  readonly reason: string;
}

/** Whom the sale is for. */
export interface BasketCustomer {
  readonly id: string;
  readonly name: string;
  /** As the programme knows it; mobile money asks it first. */
  readonly phone: string | null;
}

/** A sale that is being made. It is a value: each change makes another one, and the last is kept on the device. */
export interface Basket {
  /** The id that the order will have. */
  readonly id: string;
  readonly channel: TillChannel;
  readonly lines: readonly BasketLine[];
  /** The row that keys act on. */
  readonly selected: string | null;
  readonly customer: BasketCustomer | null;
  readonly discounts: readonly BasketDiscount[];
  readonly promoCodes: readonly string[];
  readonly note: string | null;
  readonly tip: Money | null;
  /** What proves that the guest pays no tax. */
  readonly taxExemption: string | null;
  readonly waiveServiceCharge: boolean;
  /** Who stood for what the cashier may not do alone. */
  readonly approver: EntryPerson | null;
  readonly table: BasketTable | null;
  /** The order that it is already: from the first time that something of it was sent to the kitchen. */
  readonly placed: PlacedOrder | null;
}

/** An empty basket. @param id of the order that it becomes. */
export function emptyBasket(id: string, channel: TillChannel): Basket {
  return {
    ...{ id, channel, lines: [], selected: null, customer: null, discounts: [], promoCodes: [], note: null },
    ...{ tip: null, taxExemption: null, waiveServiceCharge: false, approver: null },
    ...{ table: null, placed: null },
  };
}

/** A basket as it was kept, perhaps by a till that knew less of baskets. */
export function asKept(kept: Basket): Basket {
  return { ...emptyBasket(kept.id, kept.channel), ...kept };
}

/** The channel of the next basket. */
export function channelAfter({ table, channel }: Basket): TillChannel {
  return table?.channelBefore ?? channel;
}

/** True where nothing would be lost. */
export function isEmpty({ lines, customer, note, placed }: Basket): boolean {
  return lines.length === 0 && customer === null && note === null && (placed ?? null) === null;
}

/** Takes an order's worth of anything: `undefined` members are left alone. */
export function change(basket: Basket, members: Partial<Omit<Basket, 'id' | 'lines'>>): Basket {
  return { ...basket, ...members };
}
