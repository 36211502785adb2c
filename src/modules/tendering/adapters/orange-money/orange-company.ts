import { orangeAccountFrom, ORANGE_URL } from '../../../../clients/orange-money/orange-account.js';
import type { OrangeAnswer, OrangeClient } from '../../../../clients/orange-money/orange-client.js';
import { toMajorUnits } from '../../../../kernel/money.js';
import type { GuardedCalls } from '../../../../platform/sibling-http/guarded-calls.js';
import type { CompanyAnswer, CompanyQuestion, MobileMoneyCompany, ProviderAccount } from '../../ports/mobile-money.js';
import type { ProviderCharge } from '../../ports/payment-provider.js';

/** Orange Money by WebPay: the customer pays on Orange's page. Its name of a payment is the pay_token. */
export class OrangeCompany implements MobileMoneyCompany {
  readonly name = 'orange_money';

  constructor(
    private readonly client: Pick<OrangeClient, 'open' | 'statusOf'>,
    private readonly calls: Pick<GuardedCalls, 'awayFor'>,
  ) {}

  awayFor(): number | null {
    return this.calls.awayFor(ORANGE_URL);
  }

  refusalOf({ amount }: Pick<ProviderCharge, 'amount'>): string | null {
    return amount.amount <= 0 ? 'amount_too_small' : null;
  }

  async charge(account: ProviderAccount, { amount, orderNumber }: ProviderCharge): Promise<CompanyAnswer> {
    const answer = await this.client.open(orangeAccountFrom(account.settings, account.secrets), {
      orderId: account.requestId,
      amount: Number(toMajorUnits(amount)),
      currency: amount.currency,
      reference: orderNumber,
      notifUrl: account.callbackUrl,
    });
    return answerOf(answer, null);
  }

  /** Without its name, nothing can be asked. */
  async statusOf(account: ProviderAccount, { amount, reference }: CompanyQuestion): Promise<CompanyAnswer> {
    if (reference === null) return { answer: { kind: 'unknown', error: 'request_name_lost' } };
    const question = { orderId: account.requestId, amount: Number(toMajorUnits(amount)), payToken: reference };
    return answerOf(
      await this.client.statusOf(orangeAccountFrom(account.settings, account.secrets), question),
      reference,
    );
  }
}

function answerOf(answer: OrangeAnswer, reference: string | null): CompanyAnswer {
  switch (answer.kind) {
    case 'opened': {
      const { payToken, notifToken: notifyToken, paymentUrl } = answer;
      return { answer: { kind: 'pending', reference: payToken }, notifyToken, paymentUrl };
    }
    case 'paid':
      return {
        answer: { kind: 'captured', amount: null, reference: answer.txnid ?? reference },
        ...(answer.txnid !== null && { receipt: answer.txnid }),
      };
    case 'waiting':
      return { answer: { kind: 'pending', reference } };
    case 'failed':
      return { answer: { kind: 'failed', reason: answer.reason, reference } };
    default:
      return { answer };
  }
}
