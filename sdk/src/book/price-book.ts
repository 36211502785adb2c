import { wallClockOf } from '../../../src/kernel/business-time.js';
import { minorDigitsOf } from '../../../src/kernel/currencies.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import { searchFor } from '../../../src/modules/catalog/domain/code-search.js';
import type { LabelRule } from '../../../src/modules/catalog/domain/gs1/label.js';
import type { OfferedGroup } from '../../../src/modules/catalog/domain/modifier-tree.js';
import type { Restriction } from '../../../src/modules/catalog/domain/offer.js';
import { scannedItem } from '../../../src/modules/catalog/domain/scanned-item.js';
import type {
  ApprovalRuleRecord,
  BusinessRecord,
  DeviceRecord,
  DrawerPolicyRecord,
  DrawerRecord,
  ItemRecord,
  OutletRecord,
  StaffRecord,
  TableRecord,
} from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { OutletFacts } from '../../../src/modules/orders/domain/receipt.js';
import type { SalesOutlet } from '../../../src/modules/orders/ports/sales-outlets.js';
import type { TenderRules } from '../../../src/modules/tendering/domain/tender.js';
import { outletFacts, salesOutlet, tenderRules } from './book-outlet.js';
import { BookPrices } from './book-prices.js';
import { BookPromotions } from './book-promotions.js';
import type { BookRecords } from './book-records.js';
import type { ItemShelf } from './item-shelf.js';
import { OfferedChoices, type OfferedCombo } from './offered-choices.js';
import { shownScan, type Scanned } from './scanned.js';

export type { OfferedCombo, OfferedSlot } from './offered-choices.js';
export type { OfferedGroup, OfferedModifier } from '../../../src/modules/catalog/domain/modifier-tree.js';
export type { Scanned } from './scanned.js';

/** An item as the till shows it. */
export type BookItem = ItemRecord;

/** A table of the outlet. */
export type BookTable = TableRecord;

/** What a book is made of. */
export interface BookSource {
  readonly records: BookRecords;
  /** Of the same records; it is kept from one book to the next. */
  readonly shelf: ItemShelf;
  /** What the service calls this state of the master data. */
  readonly revision: string;
  /** The same when items, choices or price lists changed last: people, devices and stock leave it alone. */
  readonly pricesRevision: string;
  readonly updatedAt: Date;
  readonly now: () => number;
}

const SEARCH_LIMIT = 60;

/**
 * Everything that a till sells from, in memory: what items, prices, taxes, promotions and people are at one outlet. A book never
 * changes what it says of prices; a newer one takes its place.
 * @throws Error when records lack the business or the outlet: such a book is not used.
 */
export class PriceBook {
  readonly revision: string;
  readonly pricesRevision: string;
  readonly updatedAt: Date;
  readonly business: BusinessRecord;
  readonly outlet: OutletRecord;
  /** The tenders that the outlet takes, in the outlet's order. */
  readonly tenders: readonly TenderRules[];
  /** Who may sign in here. */
  readonly staff: readonly StaffRecord[];
  /** The device that the book is for; `null` where no device asked for it. */
  readonly configuration: DeviceRecord | null;
  readonly drawers: readonly DrawerRecord[];
  /** Where guests sit, in the outlet's order; empty where it has no tables. */
  readonly tables: readonly BookTable[];
  readonly drawerPolicy: DrawerPolicyRecord | null;
  readonly approvalRules: ReadonlyMap<string, ApprovalRuleRecord>;
  /** Parts that the register prices by. */
  readonly prices: BookPrices;
  readonly promotions: BookPromotions;
  readonly choices: OfferedChoices;
  readonly sales: SalesOutlet;
  readonly restrictions: ReadonlyMap<string, BookRestriction>;
  private readonly shelf: ItemShelf;
  private readonly now: () => number;
  private readonly labelRules: readonly LabelRule[];

  constructor({ records, shelf, revision, pricesRevision, updatedAt, now }: BookSource) {
    const [business, outlet] = [records.one('business'), records.one('outlet')];
    if (business === undefined || outlet === undefined) throw new Error('a price book without its outlet is no book');
    this.revision = revision;
    this.pricesRevision = pricesRevision;
    this.updatedAt = updatedAt;
    this.business = business;
    this.outlet = outlet;
    this.now = now;
    this.shelf = shelf;
    const tenders = records.of('tenders');
    this.tenders = inOrderOf(outlet.tenders, [...tenders.values()].map(tenderRules));
    this.staff = [...records.of('staff').values()];
    this.configuration = records.one('device') ?? null;
    this.drawers = [...records.of('drawers').values()];
    this.tables = [...records.of('tables').values()].sort(byPlace);
    this.drawerPolicy = records.one('drawerPolicy') ?? null;
    this.approvalRules = records.of('approvalRules');
    this.labelRules = records.one('labelRules')?.rules ?? [];
    this.prices = new BookPrices(records);
    this.promotions = new BookPromotions(records);
    this.choices = new OfferedChoices(records, shelf);
    this.sales = salesOutlet(outlet);
    this.restrictions = restrictionsOf(records);
  }

  /** Items on sale whose name, category or SKU has words that begin so, the likeliest first. A PLU or barcode finds its item. */
  search(text: string, limit: number = SEARCH_LIMIT): BookItem[] {
    return this.shelf.search(text, limit);
  }

  /** Categories of items on sale, by name. */
  categories(): string[] {
    return this.shelf.categories();
  }

  /** Items on sale by name, of a category or all. */
  tiles(category: string | null): readonly BookItem[] {
    return this.shelf.onSale(category);
  }

  bySku(sku: string): BookItem | undefined {
    return this.shelf.bySku(sku);
  }

  /** Says what a scanned or keyed code means, as `GET catalog/lookup` does. */
  scan(code: string): Scanned {
    const today = wallClockOf(new Date(this.now()), this.outlet.timeZone).localDate;
    const { scan, otherwise, ...keys } = searchFor(code, this.labelRules, today);
    const found = this.shelf.find(keys);
    if (found === undefined) return shownScan(code, otherwise, this.promotions);
    const { currency } = this.outlet;
    const digits = minorDigitsOf(currency, this.business.minorDigits) ?? 0;
    try {
      return shownScan(code, scannedItem(found.item, found.foundBy, scan, { currency, digits }), this.promotions);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { kind: 'wrong', code, why: String(error.facts['why'] ?? error.code) };
    }
  }

  /** The modifier groups that are offered with an item, in order. */
  groupsOf(sku: string): readonly OfferedGroup[] {
    const item = this.shelf.bySku(sku);
    return item === undefined ? [] : this.choices.groupsOf(item);
  }

  /** What may be chosen for a combo; `undefined` where the item is none. */
  comboOf(sku: string): OfferedCombo | undefined {
    const item = this.shelf.bySku(sku);
    return item === undefined ? undefined : this.choices.offeredCombo(item);
  }

  /** True while the outlet is out of the item, or has counted it down to nothing. */
  isSoldOut(sku: string): boolean {
    const restriction = this.restrictions.get(sku);
    if (restriction === undefined) return false;
    if (restriction.soldOut) return true;
    return !restriction.available && (restriction.until === null || this.now() < restriction.until.getTime());
  }

  /** Why the item is not there, as somebody said it; `null` where nobody did. */
  whySoldOut(sku: string): string | null {
    return this.isSoldOut(sku) ? (this.restrictions.get(sku)?.reason ?? null) : null;
  }

  /** What receipts say of the seller. */
  get receiptFacts(): OutletFacts {
    return outletFacts(this.outlet, this.business);
  }
}

function byPlace(a: BookTable, b: BookTable): number {
  return a.position - b.position || a.name.localeCompare(b.name, 'en', { numeric: true });
}

function inOrderOf(codes: readonly string[], tenders: readonly TenderRules[]): readonly TenderRules[] {
  const place = ({ code }: TenderRules): number => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return [...tenders].sort((a, b) => place(a) - place(b));
}

/** What the outlet says of an item, and whether it was counted down to nothing. */
export type BookRestriction = Restriction & { readonly soldOut: boolean };

function restrictionsOf(records: BookRecords): ReadonlyMap<string, BookRestriction> {
  return new Map(
    [...records.of('availability').values()].map(({ sku, until, ...said }) => [
      sku,
      { ...said, until: until === null ? null : new Date(until) },
    ]),
  );
}
