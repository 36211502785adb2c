import { NoAnswer } from '../../platform/sibling-http/guarded-calls.js';
import {
  TokenRefused,
  type JsonAnswer,
  type TokenAsking,
  type TokenCalls,
} from '../../platform/sibling-http/token-calls.js';
import { mpesaPassword, mpesaTimestamp, type MpesaAccount } from './mpesa-account.js';
import { mpesaReason, resultCodeIn } from './mpesa-results.js';

/** A push to a customer's phone. */
export interface MpesaPush {
  /** Whole shillings: M-Pesa takes nothing finer. */
  readonly amount: number;
  /** International, digits only. */
  readonly phone: string;
  /** Shown to the customer; M-Pesa keeps 12 characters. */
  readonly account: string;
  readonly description: string;
  readonly callbackUrl: string;
}

export type MpesaAnswer =
  /** The push is on its way to the phone. */
  | { readonly kind: 'accepted'; readonly checkoutRequestId: string }
  | { readonly kind: 'paid' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** `absent`: it surely has not got the push; `unknown`: nobody knows. */
  | { readonly kind: 'absent' | 'unknown'; readonly error: string };

const ACCOUNT_MAX = 12;
const DESCRIPTION_MAX = 13;
/** "The transaction is being processed": the customer has not answered yet. */
const IN_PROCESS = '500.001.1001';

/** M-Pesa's Daraja API (README.md has what of it is used). */
export class MpesaClient {
  constructor(
    private readonly calls: TokenCalls,
    private readonly now: () => Date,
  ) {}

  /**
   * Asks the customer's phone to pay. The same push again is a second push: it is never repeated here, and an answer that got
   * lost is `unknown`.
   */
  async push(account: MpesaAccount, { amount, phone, ...push }: MpesaPush): Promise<MpesaAnswer> {
    const payTo = account.kind === 'till' ? (account.till ?? account.shortcode) : account.shortcode;
    const body = {
      ...this.signature(account),
      TransactionType: account.kind === 'till' ? 'CustomerBuyGoodsOnline' : 'CustomerPayBillOnline',
      Amount: amount,
      PartyA: phone,
      PartyB: payTo,
      PhoneNumber: phone,
      CallBackURL: push.callbackUrl,
      AccountReference: push.account.slice(0, ACCOUNT_MAX),
      TransactionDesc: push.description.slice(0, DESCRIPTION_MAX),
    };
    return this.asked(account, '/mpesa/stkpush/v1/processrequest', body, pushAnswerIn);
  }

  /** Asks what became of a push. M-Pesa tells neither amount nor receipt here. */
  async statusOf(account: MpesaAccount, checkoutRequestId: string): Promise<MpesaAnswer> {
    const body = { ...this.signature(account), CheckoutRequestID: checkoutRequestId };
    const answer = await this.asked(account, '/mpesa/stkpushquery/v1/query', body, statusIn);
    // A question that did not arrive says nothing of the push.
    return answer.kind === 'absent' ? { kind: 'unknown', error: answer.error } : answer;
  }

  /** Asks for a token, which tells whether key and secret are right. @throws NoAnswer, TokenRefused. */
  check(account: MpesaAccount): Promise<void> {
    return this.calls.check(tokenOf(account));
  }

  private signature({ shortcode, passkey }: MpesaAccount): object {
    const timestamp = mpesaTimestamp(this.now());
    return {
      BusinessShortCode: shortcode,
      Password: mpesaPassword(shortcode, passkey, timestamp),
      Timestamp: timestamp,
    };
  }

  private async asked(
    account: MpesaAccount,
    path: string,
    body: object,
    read: (answer: JsonAnswer) => MpesaAnswer,
  ): Promise<MpesaAnswer> {
    try {
      const url = `${baseOf(account)}${path}`;
      return read(await this.calls.json(tokenOf(account), { method: 'POST', url, body }));
    } catch (error) {
      if (error instanceof TokenRefused) return { kind: 'absent', error: 'credentials_refused' };
      if (!(error instanceof NoAnswer)) throw error;
      return { kind: error.arrived === 'no' ? 'absent' : 'unknown', error: error.reason };
    }
  }
}

function pushAnswerIn({ status, body }: JsonAnswer): MpesaAnswer {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  const checkoutRequestId = said['CheckoutRequestID'];
  if (status < 300 && said['ResponseCode'] === '0' && typeof checkoutRequestId === 'string' && checkoutRequestId !== '')
    return { kind: 'accepted', checkoutRequestId };
  // Its own word for no: `errorCode` with a text. Without it, the answer may be anybody's.
  if (status >= 400 && typeof said['errorCode'] === 'string')
    return { kind: 'failed', reason: said['errorCode'] === IN_PROCESS ? 'customer_busy' : 'declined' };
  if (status < 300 && resultCodeIn(said['ResponseCode']) !== undefined) return { kind: 'failed', reason: 'declined' };
  return { kind: 'unknown', error: `status_${status}` };
}

function statusIn({ status, body }: JsonAnswer): MpesaAnswer {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (said['errorCode'] === IN_PROCESS) return { kind: 'waiting' };
  const code = resultCodeIn(said['ResultCode']);
  if (status >= 300 || code === undefined) return { kind: 'unknown', error: `status_${status}` };
  return code === '0' ? { kind: 'paid' } : { kind: 'failed', reason: mpesaReason(code) };
}

function tokenOf(account: MpesaAccount): TokenAsking {
  const basic = Buffer.from(`${account.consumerKey}:${account.consumerSecret}`).toString('base64');
  return {
    account: `${baseOf(account)} ${basic}`,
    method: 'GET',
    url: `${baseOf(account)}/oauth/v1/generate?grant_type=client_credentials`,
    headers: { authorization: `Basic ${basic}` },
  };
}

function baseOf({ baseUrl }: MpesaAccount): string {
  return baseUrl.replace(/\/+$/, '');
}
