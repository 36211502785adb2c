import { wallClockOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { searchFor, shownCode } from '../domain/code-search.js';
import type { ScanRefusal } from '../domain/scan.js';
import { scannedItem, type ScannedItem } from '../domain/scanned-item.js';
import type { ItemFinder } from '../ports/item-finder.js';
import type { LabelRulesRepository } from '../ports/label-rules.js';
import type { SellingPlaces } from '../ports/selling-places.js';
import { atOutlet } from './at-outlet.js';

export interface LookUpItemCommand {
  readonly code: string;
  readonly outletId: OutletId;
}

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
      const { scan, otherwise, ...keys } = searchFor(code, rules, wallClockOf(context.at, place.timeZone).localDate);
      const found = await this.finder.find(tx, keys);
      if (found !== undefined) return scannedItem(found.item, found.foundBy, scan, place);
      const { refusal, why } = otherwise;
      const facts = { code: shownCode(code) };
      throw new Refusal<ScanRefusal>(refusal, why === undefined ? facts : { ...facts, why });
    });
  }
}
