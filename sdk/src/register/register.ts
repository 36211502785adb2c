import type { IdSource } from '../../../src/kernel/ids.js';
import type { Money } from '../../../src/kernel/money.js';
import { readSale } from './draft-reading.js';
import { explanationSnapshot, type StepSnapshot } from '../../../src/modules/orders/domain/order-snapshot.js';
import { priceOrder } from '../../../src/modules/orders/domain/order.js';
import type { Member } from '../../../src/modules/orders/ports/members.js';
import type { PriceBook } from '../book/price-book.js';
import type { Order } from '../contract/models.js';
import type { AgreedPrice } from './agreed-price.js';
import { NO_TX } from './book-ports.js';
import { LinePrices } from './line-prices.js';
import { quickCash } from './quick-cash.js';
import { shownOrder } from './shown-order.js';
import { rungSale, type RungSale } from './rung-sale.js';
import { agreedOf, paymentsWithIds, withIds, type DraftPayment, type SaleDraft } from './sale-draft.js';
import { saleEngine, type SaleEngine } from './sale-engine.js';
import { refusing } from './sale-refused.js';
import { warningsOf, type SaleWarning } from './sale-warnings.js';
import { contextOf, type PersonAtTill } from './till-person.js';

/** What a register runs on. */
export interface RegisterOptions {
  /** The present book; asked anew for each price. */
  readonly book: () => PriceBook;
  readonly ids: IdSource;
  /** Milliseconds since 1970, as the till knows them. */
  readonly now: () => number;
  /** How far `now` is ahead of the device's own clock, by which entries are written and which the service corrects. Absent: none. */
  readonly aheadMs?: () => number;
  /** What is known of a customer without the network: groups and entitlements that prices go by. */
  readonly member?: (customerId: string) => Member | undefined;
}

/** A sale with its prices. */
export interface PricedDraft {
  /** As the API shows orders; open, and without a number. */
  readonly order: Order;
  /** How it came to its price, step by step (DOMAIN P11). */
  readonly explanation: readonly StepSnapshot[];
  /** What the cashier should know before it is paid. */
  readonly warnings: readonly SaleWarning[];
  /** What each line costs now, by its id: put into the draft's lines, later price books leave it alone. */
  readonly agreed: ReadonlyMap<string, AgreedPrice>;
}

/** What else a sale that is rung up needs. */
export interface RingOptions {
  /** `T1-000123`. */
  readonly receiptNumber: string;
  /** The open drawer session that takes the money; `null` where there is none. */
  readonly drawerSessionId: string | null;
  /** False keeps the order open. */
  readonly complete: boolean;
}

/** Prices and rings up sales from a book, by the service's own code: what it says is what the service would say. */
export class Register {
  constructor(private readonly options: RegisterOptions) {}

  /**
   * Prices a sale; nothing is kept, and nothing waits for a clock or a network. Lines without ids get new ones each time.
   * @throws SaleRefused with the service's codes: `item_unknown`, `modifier_required`, `price_required`, `item_sold_out`, …
   */
  price(sale: SaleDraft, person: PersonAtTill): Promise<PricedDraft> {
    const { ids, now } = this.options;
    const [book, at] = [this.options.book(), now()];
    return refusing(async () => {
      const requested = readSale(withIds(sale, ids, at), person);
      const prices = new LinePrices(book.pricesRevision, requested, agreedOf(sale));
      const context = contextOf(book, person, at);
      // A quote has no number: numbers are for what is sold.
      const { opening } = this.engine(book, prices);
      const command = await opening.prepare(NO_TX, context, requested, 'quote', () => Promise.resolve(''));
      const { order, explanation } = priceOrder(command);
      const warnings = warningsOf(book, command, order);
      return {
        ...{ order: shownOrder(order), explanation: explanationSnapshot(explanation), warnings },
        agreed: prices.agreed(),
      };
    });
  }

  /**
   * Rings up a sale with what is paid: the order, the body of the entry `order.place`, and the receipt.
   * @throws SaleRefused as `price`, and `payment_due`, `payment_exceeds_due`, `tender_not_accepted`, `tender_needs_network` (a provider
   * or a ledger of the service would have to take part), `payment_reference_required`, `drawer_session_required`, `approval_required`,
   * `licence_expired`, …
   */
  ring(
    sale: SaleDraft,
    payments: readonly DraftPayment[],
    person: PersonAtTill,
    { receiptNumber, drawerSessionId, complete }: RingOptions,
  ): Promise<RungSale> {
    const { ids, now } = this.options;
    const [book, at] = [this.options.book(), now()];
    return refusing(async () => {
      const written = {
        ...withIds(sale, ids, at),
        payments: paymentsWithIds(payments, ids),
        ...(drawerSessionId !== null && { drawerSessionId }),
        complete,
      };
      const requested = { ...readSale(written, person), receiptNumber };
      const { placing } = this.engine(book, new LinePrices(book.pricesRevision, requested, agreedOf(sale)));
      const sold = await placing.priced(NO_TX, contextOf(book, person, at), requested);
      const state = await placing.open(NO_TX, sold, requested, { key: null, fingerprint: null });
      return rungSale(book, this.byOwnClock(written, sale), sold.command, state, receiptNumber);
    });
  }

  /** As it is written down: when it was placed is said as the entry's own time is. */
  private byOwnClock<Sale extends { readonly placedAt?: string }>(written: Sale, { placedAt }: SaleDraft): Sale {
    const { aheadMs = () => 0 } = this.options;
    if (placedAt !== undefined || written.placedAt === undefined) return written;
    return { ...written, placedAt: new Date(Date.parse(written.placedAt) - aheadMs()).toISOString() };
  }

  /** Amounts of cash that guests are likely to hand over: exactly what is due, then up to four that notes come to. */
  quickCash(due: Money): Money[] {
    return quickCash(due, this.options.book().sales.cashRounding);
  }

  /** The use cases on one book, so that a sale is priced from one and not from two. */
  private engine(book: PriceBook, prices: LinePrices): SaleEngine {
    const { ids, now, member = () => undefined } = this.options;
    return saleEngine({ book: () => book, ids, now, member, prices });
  }
}
