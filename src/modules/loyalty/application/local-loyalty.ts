import type { Tx } from '../../../kernel/transaction.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LoyaltyRefusal } from '../domain/loyalty-refusal.js';
import { pointsGivenBack } from '../domain/earning.js';
import { pointsFor, type Programme } from '../domain/programme.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import { LoyaltyFacade, type LoyaltyMember, type PointsPayment, type PointsRefund } from './loyalty-facade.js';
import type { PointLedger } from './point-ledger.js';

/** The programme with the built-in ledger: points move in the transaction of the sale. */
export class LocalLoyalty extends LoyaltyFacade {
  constructor(
    private readonly loyalty: LoyaltyRepository,
    private readonly ledger: PointLedger,
    private readonly now: () => Date,
  ) {
    super();
  }

  async member(tx: Tx, customerId: string): Promise<LoyaltyMember | undefined> {
    const member = await this.loyalty.find(tx, customerId);
    if (member?.status !== 'active') return undefined;
    return { customerId, groups: member.groups, entitlements: member.entitlements };
  }

  async burn(tx: Tx, { orderId, paymentId, customerId, amount }: PointsPayment): Promise<{ readonly points: number }> {
    const programme = await this.programmeFor(tx, amount.currency);
    const points = pointsFor(programme, amount);
    const movement = {
      kind: 'burn',
      points: -points,
      source: `burn:${paymentId}`,
      orderId,
      worth: amount.amount,
      reason: null,
    } as const;
    await this.ledger.book(tx, customerId, movement, this.now());
    return { points };
  }

  async giveBack(tx: Tx, { refundId, paymentId, orderId, customerId, amount }: PointsRefund): Promise<void> {
    await this.loyalty.get(tx, customerId); // the lock under which what was given back is counted
    const burnt = await this.loyalty.entryOf(tx, `burn:${paymentId}`);
    if (burnt === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_burn_unknown', { paymentId });
    const points = pointsGivenBack(burnt, await this.loyalty.givenBack(tx, paymentId), amount);
    const source = `give-back:${refundId}:${paymentId}`;
    const movement = { kind: 'burn_reversal', points, source, orderId, worth: amount.amount, reason: null } as const;
    await this.ledger.book(tx, customerId, movement, this.now());
  }

  private async programmeFor(tx: Tx, currency: string): Promise<Programme> {
    const programme = await this.loyalty.programme(tx);
    if (!programme?.active) throw new Refusal<LoyaltyRefusal>('loyalty_not_configured');
    if (programme.currency !== currency)
      throw new Refusal<LoyaltyRefusal>('loyalty_currency', { expected: programme.currency, actual: currency });
    return programme;
  }
}
