import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { EffectivePrice } from '../../application/show-effective-price.js';
import type { PassedBook } from '../../domain/price-choice.js';
import { toEffectResponse, type PriceEffectResponse } from './pricebook-responses.js';

/** One change of the price by one version of a pricebook. */
export interface EffectivePriceStep {
  pricebookId: Uuid;
  name: string;
  /** @isInt */
  version: number;
  effect: PriceEffectResponse;
  /** What of the version says it: the entry of the item, the rule for its category, or the rule for everything. */
  by: 'entry' | 'category' | 'all';
  /** @example "outlet, channel kiosk, Fri 17:00–19:00" */
  reason: string;
  /** The price after it. */
  price: MoneyDto;
}

/** A pricebook that has no say in this price. */
export interface PassedOverPricebook {
  pricebookId: Uuid;
  name: string;
  /**
   * The version in force, where the book was looked at.
   * @isInt
   */
  version: number | null;
  /** What does not match, or why another one goes before it. More words may come. */
  why: string;
}

/** What an item costs, and why. */
export interface EffectivePriceResponse {
  sku: string;
  name: string;
  category: string;
  at: Timestamp;
  listPrice: MoneyDto;
  /** From the list price to the price, in turn. None: the list price holds. */
  steps: EffectivePriceStep[];
  price: MoneyDto;
  passedOver: PassedOverPricebook[];
}

/** Shows a price and how it came about. */
export function toEffectivePrice({ item, at, steps, price, passedOver }: EffectivePrice): EffectivePriceResponse {
  const { sku, name, category } = item;
  return {
    ...{ sku, name, category, at: at.toISOString(), listPrice: { ...item.price }, price: { ...price } },
    steps: steps.map((step) => ({
      pricebookId: step.book.id,
      name: step.book.name,
      version: step.version.number,
      effect: toEffectResponse(step.effect),
      by: step.by,
      reason: step.reason,
      price: { ...step.price },
    })),
    passedOver: passedOver.map(toPassedOver),
  };
}

function toPassedOver({ book, version, why }: PassedBook): PassedOverPricebook {
  return { pricebookId: book.id, name: book.name, version: version?.number ?? null, why };
}
