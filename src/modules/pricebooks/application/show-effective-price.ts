import { wallClockOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Buyer } from '../domain/book-in-force.js';
import {
  candidatesAt,
  passedOver,
  stepsFrom,
  versionsToAsk,
  type ChosenStep,
  type PassedBook,
} from '../domain/price-choice.js';
import type { PricebookRefusal } from '../domain/pricebook.js';
import { priceAfter } from '../domain/stepped-price.js';
import type { ListedItem, PriceList } from '../ports/price-list.js';
import type { ReleasedBooks } from '../ports/released-books.js';
import type { TenantPlaces } from '../ports/tenant-places.js';

/** Who asks what costs how much, where, how and when. */
export interface EffectivePriceQuestion {
  readonly sku: string;
  readonly outletId: OutletId;
  readonly channel: string;
  readonly customerGroups: readonly string[];
  readonly at: Date;
}

/** The price of an item and how it came about. */
export interface EffectivePrice {
  readonly item: ListedItem;
  readonly at: Date;
  /** Each with the price after it. */
  readonly steps: readonly (ChosenStep & { readonly price: Money })[];
  readonly price: Money;
  readonly passedOver: readonly PassedBook[];
}

/** Says what an item costs somewhere and why; sales ask the same books in the same way. */
export class ShowEffectivePrice {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ReleasedBooks,
    private readonly list: PriceList,
    private readonly places: TenantPlaces,
  ) {}

  /** @throws Refusal `outlet_not_found`, `pricebook_item_not_found`. */
  execute(context: RequestContext, question: EffectivePriceQuestion): Promise<EffectivePrice> {
    const { outletId, sku } = question;
    return this.transactor.read(context, async (tx) => {
      const timeZone = mayActFor(context.principal, outletId) ? await this.places.timeZone(tx, outletId) : undefined;
      if (timeZone === undefined) throw new Refusal('outlet_not_found', { outletId });
      const item = await this.list.item(tx, sku);
      if (item === undefined) throw new Refusal<PricebookRefusal>('pricebook_item_not_found', { sku });
      return this.priceOf(tx, item, question, timeZone);
    });
  }

  private async priceOf(
    tx: Tx,
    item: ListedItem,
    { outletId, channel, customerGroups, at }: EffectivePriceQuestion,
    timeZone: string,
  ): Promise<EffectivePrice> {
    const { sku, category, price: listPrice } = item;
    const buyer: Buyer = { outletId, channel, customerGroups, currency: listPrice.currency };
    const moment = { at, clock: wallClockOf(at, timeZone) };
    const bought = { sku, category };
    const books = await this.books.all(tx);
    const candidates = candidatesAt(books, buyer, moment);
    const wanted = versionsToAsk(candidates).map((versionId) => ({ versionId, sku }));
    const entryOf = await this.books.entries(tx, wanted);
    let price = listPrice;
    const steps = stepsFrom(candidates, bought, entryOf).map((step) => {
      price = priceAfter(price, step.effect);
      return { ...step, price };
    });
    return { item, at, steps, price, passedOver: passedOver(books, buyer, moment, bought, entryOf) };
  }
}
