import { addDecimals, subtractDecimals, type Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { recount, type Availability } from '../domain/availability.js';
import type { ItemDetails } from '../domain/item-details.js';
import {
  assertLeft,
  assertOffered,
  countedQuantities,
  type AvailabilityQuestion,
  type OfferPlace,
} from '../domain/offer.js';
import type { Stock } from '../ports/availability.js';
import type { ItemOffers } from '../ports/item-offers.js';

/** Finds items by their SKUs, as `CatalogFacade` says. */
interface Items {
  sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, Pick<ItemDetails, 'channels' | 'schedule'>>>;
}
type Line = Pick<AvailabilityQuestion, 'sku' | 'quantity'>;

/**
 * Says what is on offer, and keeps the counts of what is counted down. Where an outlet restricts nothing this costs no round
 * trip. Counts are locked row by row until the sale commits, so that what is sold last is sold once.
 */
export class OfferItems implements ItemOffers {
  constructor(
    private readonly items: Items,
    private readonly stock: Stock,
    private readonly outbox: Outbox,
    private readonly now: () => Date,
  ) {}

  async offer(tx: Tx, place: OfferPlace, questions: readonly AvailabilityQuestion[], take: boolean): Promise<void> {
    const { outletId } = place;
    const items = await this.items.sellables(tx, [...new Set(questions.map(({ sku }) => sku))]);
    const restrictions = await this.stock.restrictions(tx, outletId);
    assertOffered(questions, items, restrictions, place, this.now());
    const wanted = countedQuantities(questions, restrictions);
    if (wanted.size === 0) return;
    const counts = await this.stock.counts(tx, outletId, [...wanted.keys()], take);
    assertLeft(questions, wanted, leftOf(counts));
    if (take) await this.recount(tx, counts, wanted, subtractDecimals);
  }

  async putBack(tx: Tx, outletId: OutletId, lines: readonly Line[]): Promise<void> {
    const given = countedQuantities(lines, await this.stock.restrictions(tx, outletId));
    if (given.size === 0) return;
    const counts = await this.stock.counts(tx, outletId, [...given.keys()], true);
    await this.recount(tx, counts, given, addDecimals);
  }

  private async recount(
    tx: Tx,
    counts: readonly Availability[],
    by: ReadonlyMap<string, Decimal>,
    change: (count: Decimal, quantity: Decimal) => Decimal,
  ): Promise<void> {
    const decided = counts.flatMap((count) => {
      const quantity = by.get(count.sku);
      return count.remaining === null || quantity === undefined
        ? []
        : [recount(count, change(count.remaining, quantity))];
    });
    if (decided.length === 0) return;
    await this.stock.recount(
      tx,
      decided.map(({ state }) => state),
    );
    this.outbox.append(
      tx,
      decided.flatMap(({ events }) => events),
    );
  }
}

function leftOf(counts: readonly Availability[]): ReadonlyMap<string, Decimal> {
  return new Map(counts.flatMap(({ sku, remaining }) => (remaining === null ? [] : [[sku, remaining]])));
}
