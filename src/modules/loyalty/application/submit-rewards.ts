import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { subtract, type Money } from '../../../kernel/money.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EarningSale } from '../domain/earning.js';
import { intend } from '../domain/intent-lifecycle.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import type { SaleRewards } from './reward-sales.js';

/**
 * Means to have sales rewarded, and refunds taken back, in the sibling's ledger. Who takes part is for the ledger to know: the
 * copy here may not have heard of a customer yet.
 */
export class SubmitRewards implements SaleRewards {
  constructor(
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
    private readonly loyalty: LoyaltyRepository,
    private readonly ids: IdSource,
  ) {}

  /** A sale was completed. */
  sold(context: RequestContext, { orderId, customerId, goods, paidWithPoints }: EarningSale): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const amount = subtract(goods, paidWithPoints);
      if (amount.amount <= 0) return;
      const source = `earn:${orderId}`;
      // Told again of a sale from before there was a sibling: the built-in ledger has rewarded it.
      if ((await this.loyalty.entryOf(tx, source)) !== undefined) return;
      const wish = {
        id: this.ids.next<'loyalty-intent'>(),
        kind: 'earn',
        customerId,
        orderId,
        amount,
        source,
      } as const;
      await this.intents.add(tx, intend(wish, context.at));
    });
  }

  /**
   * Goods or money of a sale were given back. How many points that takes back is known once those of the sale are: when it is sent.
   * @param returned of the goods' amount, by this refund and all before it.
   */
  refunded(context: RequestContext, refundId: string, sale: EarningSale, returned: Money): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const { orderId, customerId, goods, paidWithPoints } = sale;
      const earn = await this.intents.ofSource(tx, `earn:${orderId}`);
      if (earn?.amount == null) return;
      const source = `reverse:${refundId}`;
      if ((await this.intents.ofSource(tx, source)) !== undefined) return;
      const before = await this.intents.takenBack(tx, earn.id);
      const due = shareOf(earn.amount, returned, goods, paidWithPoints) - before.amount;
      if (due <= 0) return;
      const amount = { ...earn.amount, amount: due };
      const wish = {
        id: this.ids.next<'loyalty-intent'>(),
        kind: 'earn_reversal',
        customerId,
        orderId,
        amount,
      } as const;
      await this.intents.add(tx, intend({ ...wish, source, undoes: earn.id }, context.at));
    });
  }
}

/** Of what earned points, the part that has come back: in proportion to the goods, some of which may have been paid with points. */
function shareOf(earning: Money, returned: Money, goods: Money, paidWithPoints: Money): number {
  if (returned.amount >= goods.amount) return earning.amount;
  if (paidWithPoints.amount === 0) return returned.amount;
  return Number((BigInt(earning.amount) * BigInt(returned.amount)) / BigInt(goods.amount));
}
