import { NoAnswer } from '../../platform/sibling-http/guarded-calls.js';
import {
  TokenRefused,
  type JsonAnswer,
  type TokenAsking,
  type TokenCalls,
} from '../../platform/sibling-http/token-calls.js';
import { ORANGE_SANDBOX_CURRENCY, type OrangeAccount } from './orange-account.js';
import { orangeOutcome } from './orange-callbacks.js';

/** A payment that the customer makes on Orange's page. */
export interface OrangePayment {
  /** Ours, at most 30 characters. */
  readonly orderId: string;
  /** In major units. */
  readonly amount: number;
  readonly currency: string;
  /** Shown to the customer. */
  readonly reference: string;
  readonly notifUrl: string;
}

/** A payment as its status is asked for. */
export interface OrangeQuestion {
  readonly orderId: string;
  readonly amount: number;
  readonly payToken: string;
}

export type OrangeAnswer =
  | {
      readonly kind: 'opened';
      readonly payToken: string;
      /** What Orange will show us with its callback. */
      readonly notifToken: string;
      /** Where the customer pays. */
      readonly paymentUrl: string;
    }
  | { readonly kind: 'paid'; readonly txnid: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** `absent`: it surely has not got it; `unknown`: nobody knows. */
  | { readonly kind: 'absent' | 'unknown'; readonly error: string };

const REFERENCE_MAX = 30;
const SANDBOX = 'dev';

/** Orange Money's WebPay (README.md has what of it is used). */
export class OrangeClient {
  constructor(private readonly calls: TokenCalls) {}

  /** Opens a payment, which the customer then makes on Orange's page. */
  open(
    account: OrangeAccount,
    { orderId, amount, currency, reference, notifUrl }: OrangePayment,
  ): Promise<OrangeAnswer> {
    const body = {
      merchant_key: account.merchantKey,
      currency: account.country === SANDBOX ? ORANGE_SANDBOX_CURRENCY : currency,
      order_id: orderId,
      amount,
      return_url: account.returnUrl,
      cancel_url: account.cancelUrl,
      notif_url: notifUrl,
      lang: account.language,
      reference: reference.slice(0, REFERENCE_MAX),
    };
    return this.asked(account, 'webpayment', body, openedIn);
  }

  /** Asks what became of a payment. */
  async statusOf(account: OrangeAccount, { orderId, amount, payToken }: OrangeQuestion): Promise<OrangeAnswer> {
    const body = { order_id: orderId, amount, pay_token: payToken };
    const answer = await this.asked(account, 'transactionstatus', body, statusIn);
    // A question that did not arrive says nothing of the payment.
    return answer.kind === 'absent' ? { kind: 'unknown', error: answer.error } : answer;
  }

  /** Asks for a token, which tells whether id and secret are right. @throws NoAnswer, TokenRefused. */
  check(account: OrangeAccount): Promise<void> {
    return this.calls.check(tokenOf(account));
  }

  private async asked(
    account: OrangeAccount,
    path: string,
    body: object,
    read: (answer: JsonAnswer) => OrangeAnswer,
  ): Promise<OrangeAnswer> {
    try {
      const url = `${baseOf(account)}/orange-money-webpay/${account.country}/v1/${path}`;
      return read(await this.calls.json(tokenOf(account), { method: 'POST', url, body }));
    } catch (error) {
      if (error instanceof TokenRefused) return { kind: 'absent', error: 'credentials_refused' };
      if (!(error instanceof NoAnswer)) throw error;
      return { kind: error.arrived === 'no' ? 'absent' : 'unknown', error: error.reason };
    }
  }
}

function openedIn({ status, body }: JsonAnswer): OrangeAnswer {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  const [payToken, notifToken, paymentUrl] = [said['pay_token'], said['notif_token'], said['payment_url']];
  if (status < 300 && isText(payToken) && isText(notifToken) && isText(paymentUrl))
    return { kind: 'opened', payToken, notifToken, paymentUrl };
  // Orange's own word for no: a code with a message. Without it, the answer may be anybody's.
  if (status >= 400 && status < 500 && said['code'] !== undefined) return { kind: 'failed', reason: 'declined' };
  return { kind: 'unknown', error: `status_${status}` };
}

function statusIn({ status, body }: JsonAnswer): OrangeAnswer {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  const outcome = status < 300 ? orangeOutcome(said['status']) : undefined;
  if (outcome === 'paid') return { kind: 'paid', txnid: isText(said['txnid']) ? said['txnid'] : null };
  if (outcome === 'failed') return { kind: 'failed', reason: said['status'] === 'EXPIRED' ? 'expired' : 'declined' };
  if (outcome === 'pending') return { kind: 'waiting' };
  return { kind: 'unknown', error: `status_${status}` };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function tokenOf(account: OrangeAccount): TokenAsking {
  const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64');
  return {
    account: `${baseOf(account)} ${basic}`,
    method: 'POST',
    url: `${baseOf(account)}/oauth/v3/token`,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  };
}

function baseOf({ baseUrl }: OrangeAccount): string {
  return baseUrl.replace(/\/+$/, '');
}
