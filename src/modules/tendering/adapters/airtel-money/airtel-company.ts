import { airtelAccountFrom, AIRTEL_URL } from '../../../../clients/airtel-money/airtel-account.js';
import type { AirtelAnswer, AirtelClient } from '../../../../clients/airtel-money/airtel-client.js';
import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { GuardedCalls } from '../../../../platform/sibling-http/guarded-calls.js';
import type { CompanyAnswer, CompanyQuestion, MobileMoneyCompany, ProviderAccount } from '../../ports/mobile-money.js';
import type { ProviderCharge } from '../../ports/payment-provider.js';

const PHONE = /^\d{9,15}$/;

/** Airtel Money: the customer types a PIN on the phone. It knows a payment by our own id. */
export class AirtelCompany implements MobileMoneyCompany {
  readonly name = 'airtel_money';

  constructor(
    private readonly client: Pick<AirtelClient, 'collect' | 'statusOf' | 'refund'>,
    private readonly calls: Pick<GuardedCalls, 'awayFor'>,
  ) {}

  awayFor(): number | null {
    return this.calls.awayFor(AIRTEL_URL);
  }

  refusalOf({ amount, payer }: Pick<ProviderCharge, 'amount' | 'payer'>): string | null {
    if (amount.amount <= 0) return 'amount_too_small';
    return payer.phone !== undefined && PHONE.test(payer.phone) ? null : 'phone_invalid';
  }

  async charge(account: ProviderAccount, { amount, payer, orderNumber }: ProviderCharge): Promise<CompanyAnswer> {
    const answer = await this.client.collect(airtelAccountFrom(account.settings, account.secrets), {
      id: account.requestId,
      amount: Number(toMajorUnits(amount)),
      currency: amount.currency,
      phone: payer.phone ?? '',
      reference: orderNumber,
    });
    return answerOf(answer, account.requestId);
  }

  async statusOf(account: ProviderAccount, { amount }: CompanyQuestion): Promise<CompanyAnswer> {
    const whose = airtelAccountFrom(account.settings, account.secrets);
    return answerOf(await this.client.statusOf(whose, account.requestId, amount.currency), account.requestId);
  }

  readonly refund = async (account: ProviderAccount, receipt: string, amount: Money): Promise<CompanyAnswer> => {
    const whose = airtelAccountFrom(account.settings, account.secrets);
    return answerOf(await this.client.refund(whose, receipt, amount.currency), null);
  };
}

function answerOf(answer: AirtelAnswer, reference: string | null): CompanyAnswer {
  switch (answer.kind) {
    case 'paid': {
      const receipt = answer.airtelMoneyId;
      return {
        answer: { kind: 'captured', amount: null, reference: receipt ?? reference },
        ...(receipt !== null && { receipt }),
      };
    }
    case 'waiting':
      return { answer: { kind: 'pending', reference } };
    case 'failed':
      return { answer: { kind: 'failed', reason: answer.reason, reference } };
    default:
      return { answer };
  }
}
