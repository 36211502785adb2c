import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { earnedBy, takenBackBy, type EarningSale } from '../domain/earning.js';
import type { Programme } from '../domain/programme.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import type { PointLedger } from './point-ledger.js';

/** What sales do to points; each does it once, however often it is told. */
export interface SaleRewards {
  sold(context: RequestContext, sale: EarningSale): Promise<void>;
  /** @param returned of the goods' amount, by this refund and all before it. */
  refunded(context: RequestContext, refundId: string, sale: EarningSale, returned: Money): Promise<void>;
}

/** Gives points for sales and takes them back for refunds, each once, however often it is told. */
export class RewardSales implements SaleRewards {
  constructor(
    private readonly transactor: Transactor,
    private readonly loyalty: LoyaltyRepository,
    private readonly ledger: PointLedger,
  ) {}

  /** A sale was completed. Customers who do not take part earn nothing. */
  sold(context: RequestContext, sale: EarningSale): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const programme = await this.programmeFor(tx, sale);
      if (programme === undefined) return;
      const points = earnedBy(programme, sale);
      if (points === 0) return;
      const { orderId, goods } = sale;
      const movement = {
        kind: 'earn',
        points,
        source: `earn:${orderId}`,
        orderId,
        worth: goods.amount,
        reason: null,
      } as const;
      await this.ledger.book(tx, sale.customerId, movement, context.at);
    });
  }

  /**
   * Goods or money of a sale were given back.
   * @param returned of the goods' amount, by this refund and all before it.
   */
  refunded(context: RequestContext, refundId: string, sale: EarningSale, returned: Money): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const { orderId, customerId, goods } = sale;
      const earned = await this.loyalty.entryOf(tx, `earn:${orderId}`);
      if (earned === undefined) return;
      await this.loyalty.get(tx, customerId); // the lock under which what was taken back is counted
      const source = `reverse:${refundId}`;
      if ((await this.loyalty.entryOf(tx, source)) !== undefined) return;
      const points = takenBackBy(earned.points, returned, goods, await this.loyalty.takenBack(tx, orderId));
      if (points === 0) return;
      const movement = { kind: 'earn_reversal', points: -points, source, orderId, worth: null, reason: null } as const;
      await this.ledger.book(tx, customerId, movement, context.at);
    });
  }

  private async programmeFor(tx: Tx, { customerId, goods }: EarningSale): Promise<Programme | undefined> {
    const programme = await this.loyalty.programme(tx);
    if (!programme?.active || programme.currency !== goods.currency) return undefined;
    return (await this.loyalty.find(tx, customerId))?.status === 'active' ? programme : undefined;
  }
}
