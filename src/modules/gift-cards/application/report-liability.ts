import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { liabilityRows, type LiabilityRow } from '../domain/liability.js';
import type { CardOutlets } from '../ports/card-outlets.js';
import type { GiftCardViews } from '../ports/gift-card-views.js';

export interface LiabilityWish {
  readonly at: Date;
  readonly from: Date | null;
  readonly outletId: OutletId | null;
}

/** Reports what the business owes by its cards, at any moment of the past. */
export class ReportLiability {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: GiftCardViews,
    private readonly outlets: CardOutlets,
  ) {}

  /** @throws Refusal `report_outlet_not_found`, `report_period_empty`. */
  async execute(context: RequestContext, { at, from, outletId }: LiabilityWish): Promise<readonly LiabilityRow[]> {
    if (from !== null && from >= at) {
      const facts = { from: from.toISOString(), to: at.toISOString() };
      throw new Refusal('report_period_empty', facts, [{ pointer: '/query/from', message: 'must be before at' }]);
    }
    const { principal } = context;
    if (outletId !== null) await this.assertOutlet(context, outletId);
    const mine = principal.outlets === undefined ? null : [...principal.outlets];
    return liabilityRows(
      await this.views.liability(context, { at, from, outletIds: outletId === null ? mine : [outletId] }),
    );
  }

  private async assertOutlet(context: RequestContext, outletId: OutletId): Promise<void> {
    const exists =
      mayActFor(context.principal, outletId) &&
      (await this.transactor.read(context, (tx) => this.outlets.exists(tx, outletId)));
    if (exists) return;
    throw new Refusal('report_outlet_not_found', { outletId }, [
      { pointer: '/query/outletId', message: 'must be an outlet that you act for' },
    ]);
  }
}
