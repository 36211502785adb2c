import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { CopiedPromotion, PromotionCopies } from '../../../promotions/index.js';
import type { PromotionRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** Promotions that are switched on for the outlet, in force or to come. */
export class PromotionSection implements WholeSource<'promotions'> {
  readonly section = 'promotions';
  readonly marks = ['pricing', 'codes'] as const;

  constructor(
    private readonly copies: PromotionCopies,
    private readonly now: () => Date,
  ) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly PromotionRecord[]> {
    const active = await this.copies.active(tx, outletId, this.now());
    return active.map((promotion) => toRecord(promotion, outletId));
  }
}

/** Of the outlets that it is for, only the one that asks is told. */
function toRecord({ details, codes, ...promotion }: CopiedPromotion, outletId: OutletId): PromotionRecord {
  const { scope } = details;
  const outletIds = scope.outletIds === null ? null : [outletId];
  return {
    ...promotion,
    details: { ...details, scope: { ...scope, outletIds } },
    codes: codes.map(({ validTo, ...code }) => ({ ...code, validTo: validTo?.toISOString() ?? null })),
  };
}
