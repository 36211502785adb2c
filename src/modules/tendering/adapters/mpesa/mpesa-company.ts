import { mpesaAccountFrom, MPESA_URL } from '../../../../clients/mpesa/mpesa-account.js';
import type { MpesaAnswer, MpesaClient } from '../../../../clients/mpesa/mpesa-client.js';
import type { GuardedCalls } from '../../../../platform/sibling-http/guarded-calls.js';
import type { CompanyAnswer, CompanyQuestion, MobileMoneyCompany, ProviderAccount } from '../../ports/mobile-money.js';
import type { ProviderCharge } from '../../ports/payment-provider.js';

const CENTS = 100;
const PHONE = /^254\d{9}$/;

/** M-Pesa by STK push: the customer types a PIN on the phone. Its name of a payment is the CheckoutRequestID. */
export class MpesaCompany implements MobileMoneyCompany {
  readonly name = 'mpesa';

  constructor(
    private readonly client: Pick<MpesaClient, 'push' | 'statusOf'>,
    private readonly calls: Pick<GuardedCalls, 'awayFor'>,
  ) {}

  awayFor(): number | null {
    return this.calls.awayFor(MPESA_URL);
  }

  /** M-Pesa takes whole shillings: what is finer is refused here, never rounded. */
  refusalOf({ amount, payer }: Pick<ProviderCharge, 'amount' | 'payer'>): string | null {
    if (amount.currency !== 'KES') return 'currency_not_supported';
    if (amount.amount <= 0 || amount.amount % CENTS !== 0) return 'amount_not_whole_units';
    return payer.phone !== undefined && PHONE.test(payer.phone) ? null : 'phone_invalid';
  }

  async charge(account: ProviderAccount, { amount, payer, orderNumber }: ProviderCharge): Promise<CompanyAnswer> {
    const answer = await this.client.push(mpesaAccountFrom(account.settings, account.secrets), {
      amount: amount.amount / CENTS,
      phone: payer.phone ?? '',
      account: orderNumber,
      description: orderNumber,
      callbackUrl: account.callbackUrl,
    });
    return answerOf(answer, null);
  }

  /** Without its name, nothing can be asked: a callback will tell it, or nobody. */
  async statusOf(account: ProviderAccount, { reference }: CompanyQuestion): Promise<CompanyAnswer> {
    if (reference === null) return { answer: { kind: 'unknown', error: 'request_name_lost' } };
    const answer = await this.client.statusOf(mpesaAccountFrom(account.settings, account.secrets), reference);
    return answerOf(answer, reference);
  }
}

function answerOf(answer: MpesaAnswer, reference: string | null): CompanyAnswer {
  switch (answer.kind) {
    case 'accepted':
      return { answer: { kind: 'pending', reference: answer.checkoutRequestId } };
    case 'paid':
      return { answer: { kind: 'captured', amount: null, reference } };
    case 'waiting':
      return { answer: { kind: 'pending', reference } };
    case 'failed':
      return { answer: { kind: 'failed', reason: answer.reason, reference } };
    default:
      return { answer };
  }
}
