import type {
  ChargeAnswer,
  PaymentProvider,
  ProviderCharge,
  ProviderPayout,
  ProviderRefund,
  TransferAnswer,
} from '../../ports/payment-provider.js';
import { simulatedOutcome } from './simulated-outcome.js';
import type { SimulatedTransaction, SimulatorLedger } from './simulator-ledger.js';

/**
 * A provider that moves no money: for shops that try things out, and for all that test keys do. What it answers follows from the
 * amount alone, so that each case can be provoked.
 */
export class SimulatedProvider implements PaymentProvider {
  readonly name = 'simulator';

  constructor(
    private readonly ledger: SimulatorLedger,
    private readonly now: () => Date,
  ) {}

  awayFor(): null {
    return null;
  }

  async charge(charge: ProviderCharge): Promise<ChargeAnswer> {
    const isMobileMoney = charge.payer.phone !== undefined;
    return this.chargeAnswer(await this.ledger.take(charge, 'charge', simulatedOutcome(charge.amount, isMobileMoney)));
  }

  async statusOf(charge: ProviderCharge): Promise<ChargeAnswer> {
    return this.chargeAnswer(await this.ledger.find(charge));
  }

  async cancel(charge: ProviderCharge): Promise<ChargeAnswer> {
    return this.chargeAnswer(await this.ledger.stop(charge));
  }

  async refund(refund: ProviderRefund): Promise<TransferAnswer> {
    return this.transferAnswer(await this.ledger.take(refund, 'refund', simulatedOutcome(refund.amount, false)));
  }

  async statusOfRefund(refund: ProviderRefund): Promise<TransferAnswer> {
    return this.transferAnswer(await this.ledger.find(refund));
  }

  async payOut(payout: ProviderPayout): Promise<TransferAnswer> {
    return this.transferAnswer(await this.ledger.take(payout, 'payout', simulatedOutcome(payout.amount, false)));
  }

  async statusOfPayout(payout: ProviderPayout): Promise<TransferAnswer> {
    return this.transferAnswer(await this.ledger.find(payout));
  }

  private chargeAnswer(found: SimulatedTransaction | undefined): ChargeAnswer {
    if (found === undefined) return { kind: 'absent', error: 'not_found' };
    const { outcome, reference, amount, settlesAt, stoppedAt } = found;
    if (stoppedAt !== null) return { kind: 'failed', reason: 'cancelled', reference };
    if (outcome === 'silent') return { kind: 'unknown', error: 'no_answer' };
    if (settlesAt > this.now()) return { kind: 'pending', reference };
    return outcome === 'captured'
      ? { kind: 'captured', amount, reference }
      : { kind: 'failed', reason: 'declined', reference };
  }

  private transferAnswer(found: SimulatedTransaction | undefined): TransferAnswer {
    const answer = this.chargeAnswer(found);
    return answer.kind === 'captured' ? { kind: 'done', reference: answer.reference } : answer;
  }
}
