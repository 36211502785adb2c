import type { Tx } from '../../../../kernel/transaction.js';
import type { LoyaltyFacade } from '../../../loyalty/index.js';
import type { Member, Members, PaymentInPoints, PointsGivenBack } from '../../ports/members.js';

/** Members as the loyalty module has them. */
export class LoyaltyMembers implements Members {
  constructor(private readonly loyalty: LoyaltyFacade) {}

  member(tx: Tx, customerId: string): Promise<Member | undefined> {
    return this.loyalty.member(tx, customerId);
  }

  burn(tx: Tx, payment: PaymentInPoints): Promise<{ readonly points: number }> {
    return this.loyalty.burn(tx, payment);
  }

  giveBack(tx: Tx, { outletId: _, ...refund }: PointsGivenBack): Promise<void> {
    return this.loyalty.giveBack(tx, refund);
  }
}
