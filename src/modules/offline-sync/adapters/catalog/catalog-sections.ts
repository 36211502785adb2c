import { DECIMAL_ZERO } from '../../../../kernel/decimal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { CatalogCopies } from '../../../catalog/index.js';
import type { AvailabilityRecord, LabelRulesRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** How the outlet reads labels of scales. */
export class LabelRulesSection implements WholeSource<'labelRules'> {
  readonly section = 'labelRules';
  readonly marks = ['pricing'] as const;

  constructor(private readonly copies: CatalogCopies) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly LabelRulesRecord[]> {
    const rules = await this.copies.labelRules(tx, outletId);
    return rules.length === 0 ? [] : [{ rules }];
  }
}

/** What the outlet is out of, and what it counts. What people say moves `pricing`, what sells out `stock`. */
export class AvailabilitySection implements WholeSource<'availability'> {
  readonly section = 'availability';
  readonly marks = ['pricing', 'stock'] as const;

  constructor(private readonly copies: CatalogCopies) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly AvailabilityRecord[]> {
    const restricted = await this.copies.restricted(tx, outletId);
    return restricted.map(({ sku, available, reason, until, remaining }) => {
      const counted = remaining !== null;
      return {
        ...{ sku, available, reason, counted },
        ...{ until: until?.toISOString() ?? null, soldOut: remaining === DECIMAL_ZERO },
      };
    });
  }
}
