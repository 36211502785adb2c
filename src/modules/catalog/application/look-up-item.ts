import { wallClockOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { gtinKey } from '../domain/gs1/gtin.js';
import { readCode, type Scan, type ScanRefusal } from '../domain/scan.js';
import { scannedItem, type ScannedItem } from '../domain/scanned-item.js';
import type { ItemFinder } from '../ports/item-finder.js';
import type { LabelRulesRepository } from '../ports/label-rules.js';
import type { SellingPlaces } from '../ports/selling-places.js';
import { atOutlet } from './at-outlet.js';

export interface LookUpItemCommand {
  readonly code: string;
  readonly outletId: OutletId;
}

const PLU = /^\d{1,5}$/;

/** Finds the item that a scanned or keyed code means at an outlet, and how much of it. Reads only. */
export class LookUpItem {
  constructor(
    private readonly transactor: Transactor,
    private readonly finder: ItemFinder,
    private readonly rules: LabelRulesRepository,
    private readonly places: SellingPlaces,
  ) {}

  /** @throws Refusal `outlet_not_found` or one of `ScanRefusal`. */
  execute(context: RequestContext, { code, outletId }: LookUpItemCommand): Promise<ScannedItem> {
    return this.transactor.read(context, async (tx) => {
      const place = await atOutlet(tx, context, this.places, outletId);
      const rules = (await this.rules.known(tx, outletId))?.rules ?? [];
      const scan = readCode(code, rules, wallClockOf(context.at, place.timeZone).localDate);
      if ('refusal' in scan) return this.asItStands(tx, code, place, scan);
      const { barcodeKeys, numbers } = scan;
      const plus = numbers.filter((number) => PLU.test(number));
      const found = await this.finder.find(tx, { barcodes: barcodeKeys, plus, skus: numbers });
      if (found === undefined) throw new Refusal<ScanRefusal>('item_not_found', { code: code.slice(0, 100) });
      return scannedItem(found.item, found.foundBy, scan, place);
    });
  }

  /** A code that looks misread may be exactly what somebody has given an item as its barcode or SKU. */
  private async asItStands(
    tx: Tx,
    code: string,
    place: Parameters<typeof scannedItem>[3],
    { refusal, why }: { readonly refusal: ScanRefusal; readonly why: string },
  ): Promise<ScannedItem> {
    const found = await this.finder.find(tx, { barcodes: [gtinKey(code)], plus: [], skus: [code] });
    if (found === undefined) throw new Refusal<ScanRefusal>(refusal, { code: code.slice(0, 100), why });
    return scannedItem(found.item, found.foundBy, PLAIN, place);
  }
}

const PLAIN: Scan = {
  kind: 'plain',
  barcodeKeys: [],
  numbers: [],
  measure: null,
  price: null,
  checkDigit: 'none',
  batch: null,
  serial: null,
  expiresOn: null,
};
