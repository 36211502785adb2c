import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { linesNamed, type ManualDiscount } from '../domain/manual-discount.js';
import { priceDifferences } from '../domain/offline-differences.js';
import type { NewItems } from '../domain/order-line.js';
import { basketLineOf, priceLines, promotionsFor } from '../domain/order-pricing.js';
import { manualRules, NO_ITEMS, numbered } from '../domain/order-repricing.js';
import type { OpenOrder } from '../domain/order-state.js';
import type { PricingInput } from '../domain/pricing/basket.js';
import { ENGINE_VERSION } from '../domain/pricing/price.js';
import type { BasketBuilder } from './basket-builder.js';
import type { OfflineCause, OfflineConflict } from './offline-orders.js';
import type { PromotionCounter, PromotionTerms } from './promotion-counter.js';
import type { RequestedLine } from './requested-line.js';
import type { RequestedSale } from './sale-opening.js';
import type { Selling } from './selling.js';

/** What the server makes of a sale that a device charged. */
export interface Compared {
  readonly conflicts: readonly OfflineConflict[];
  /** Promotions as the server has them: which of them are counted. `undefined`: it could not say. */
  readonly terms: PromotionTerms | undefined;
}

/** Why a line cannot be priced here, in words of conflicts. Everything else about choices is `choice_differs`. */
const CAUSES: Readonly<Record<string, OfflineCause>> = {
  item_unknown: 'item_unknown',
  item_inactive: 'item_inactive',
  tax_group_missing: 'tax_differs',
  price_required: 'price_differs',
  currency_mismatch: 'price_differs',
  amount_out_of_range: 'price_differs',
};

/** Prices a sale that a device charged as the server would have, and says what differs. Nothing is refused, nothing is taken. */
export class CompareOffline {
  /** @param baskets whose menu offers everything: counts are another matter. */
  constructor(
    private readonly baskets: BasketBuilder,
    private readonly promotions: PromotionCounter,
  ) {}

  /** @param charged the order as the device priced it. */
  async compare(
    tx: Tx,
    selling: Selling,
    sale: RequestedSale,
    discounts: readonly ManualDiscount[],
    charged: OpenOrder,
  ): Promise<Compared> {
    const conflicts: OfflineConflict[] = [];
    const items = await this.itemsOf(tx, selling, sale.lines, conflicts);
    const codes = sale.promoCodes;
    const kept = new Set(charged.promoCodes);
    const terms = await this.promotions.terms(tx, selling, codes, selling.clock, () => '', kept);
    try {
      const own = priceLines(inputOf(selling, sale, items, discounts, terms), numbered([], items.lines));
      const whole = items.lines.length === charged.lines.length;
      const differences = priceDifferences(charged, { lines: own.lines, totals: own.basket.totals, whole });
      return { conflicts: merged([...conflicts, ...differences]), terms };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { conflicts: merged([...conflicts, conflictOf(error)]), terms };
    }
  }

  /** What can be sold of the lines. Each round leaves out a line, or what a line says of its price, so there are few rounds. */
  private async itemsOf(
    tx: Tx,
    selling: Selling,
    requested: readonly RequestedLine[],
    conflicts: OfflineConflict[],
  ): Promise<NewItems> {
    let lines = requested;
    for (;;) {
      try {
        return await this.baskets.build(tx, selling, lines);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const bad = lineAt(lines, error);
        if (bad === undefined) {
          conflicts.push(conflictOf(error));
          return NO_ITEMS;
        }
        if (error.code === 'price_mismatch' && bad.unitPrice !== undefined) {
          // The comparison of prices tells of it.
          lines = lines.map((line) => (line === bad ? { ...line, unitPrice: undefined } : line));
          continue;
        }
        const { cause, facts } = conflictOf(error);
        conflicts.push({ cause, facts: { ...facts, lineId: bad.id, sku: bad.sku } });
        lines = lines.filter((line) => line !== bad);
      }
    }
  }
}

/** One conflict for each cause: of several, the facts of the first, and `more` with those of the others. */
export function merged(conflicts: readonly OfflineConflict[]): OfflineConflict[] {
  const byCause = new Map<OfflineCause, OfflineConflict[]>();
  for (const conflict of conflicts) byCause.set(conflict.cause, [...(byCause.get(conflict.cause) ?? []), conflict]);
  return [...byCause.values()].map(([first, ...others]) => {
    const one = first as OfflineConflict;
    if (others.length === 0) return one;
    return { cause: one.cause, facts: { ...one.facts, more: others.map(({ facts }) => facts) } };
  });
}

/** A refusal of the server's own rules, as a conflict. */
export function conflictOf(error: Refusal, cause: OfflineCause = causeOf(error)): OfflineConflict {
  return { cause, facts: { code: error.code, facts: error.facts } };
}

function causeOf({ code }: Refusal): OfflineCause {
  return CAUSES[code] ?? 'choice_differs';
}

function lineAt(lines: readonly RequestedLine[], { fields }: Refusal): RequestedLine | undefined {
  const pointer = fields[0]?.pointer ?? '';
  return lines.find((line) => pointer === line.pointer || pointer.startsWith(`${line.pointer}/`));
}

function inputOf(
  { outlet, channel, clock }: Selling,
  sale: RequestedSale,
  { lines, combos }: NewItems,
  discounts: readonly ManualDiscount[],
  terms: PromotionTerms,
): PricingInput {
  const given = discounts.filter(({ lineId }) => lineId === null || linesNamed(lines, lineId).length > 0);
  return {
    engineVersion: ENGINE_VERSION,
    currency: outlet.currency,
    channel,
    taxRounding: outlet.taxRounding,
    taxExempt: sale.taxExemption !== undefined,
    clock,
    lines: lines.map(basketLineOf),
    combos,
    discounts: [...promotionsFor([], terms), ...manualRules(given, lines)],
    serviceCharge: sale.waiveServiceCharge ? null : outlet.serviceChargeOn(clock.localDate, channel),
    tip: sale.tip ?? { amount: 0, currency: outlet.currency },
  };
}
