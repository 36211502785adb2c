import { NoAnswer } from '../../platform/sibling-http/guarded-calls.js';
import {
  TokenRefused,
  type JsonAnswer,
  type JsonCall,
  type TokenAsking,
  type TokenCalls,
} from '../../platform/sibling-http/token-calls.js';
import { airtelPhone, type AirtelAccount } from './airtel-account.js';
import { airtelOutcome, airtelReason } from './airtel-callbacks.js';

/** Money to be collected from a customer's phone. */
export interface AirtelCollection {
  /** Ours, letters and digits: Airtel refuses the same again. */
  readonly id: string;
  /** In major units. */
  readonly amount: number;
  readonly currency: string;
  /** International, digits only. */
  readonly phone: string;
  /** Shown to the customer. */
  readonly reference: string;
}

export type AirtelAnswer =
  | { readonly kind: 'paid'; readonly airtelMoneyId: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** `absent`: it surely has not got it; `unknown`: nobody knows. */
  | { readonly kind: 'absent' | 'unknown'; readonly error: string };

const REFERENCE_MAX = 64;
/** "Transaction not found", by both of Airtel's lists of codes. */
const NOT_FOUND = new Set(['ESB000045', 'DP00800001012']);
/** "In process", "ambiguous". */
const IN_PROCESS = new Set(['DP00800001006', 'ESB000010']);
const AMBIGUOUS = new Set(['DP00800001000', 'ESB000036']);

/** Airtel Money's open API (README.md has what of it is used). */
export class AirtelClient {
  constructor(private readonly calls: TokenCalls) {}

  /** Asks the customer's phone to pay. */
  collect(account: AirtelAccount, { id, amount, currency, phone, reference }: AirtelCollection): Promise<AirtelAnswer> {
    const { country } = account;
    const body = {
      reference: reference.replaceAll(/[^A-Za-z0-9 ]/g, '').slice(0, REFERENCE_MAX),
      subscriber: { country, currency, msisdn: airtelPhone(phone, country) },
      transaction: { amount, country, currency, id },
    };
    const url = `${baseOf(account)}/merchant/v1/payments/`;
    return this.asked(account, { method: 'POST', url, body, headers: headersOf(country, currency) }, takenIn);
  }

  /** Asks what became of a collection. */
  async statusOf(account: AirtelAccount, id: string, currency: string): Promise<AirtelAnswer> {
    const url = `${baseOf(account)}/standard/v1/payments/${encodeURIComponent(id)}`;
    const answer = await this.asked(
      account,
      { method: 'GET', url, headers: headersOf(account.country, currency) },
      statusIn,
    );
    // Only Airtel's own word says that it does not know the collection; a question that did not arrive does not.
    return answer.kind === 'absent' && answer.error !== 'not_found' ? { kind: 'unknown', error: answer.error } : answer;
  }

  /** Gives a collection back, all of it: Airtel gives no parts back. */
  refund(account: AirtelAccount, airtelMoneyId: string, currency: string): Promise<AirtelAnswer> {
    const url = `${baseOf(account)}/standard/v1/payments/refund`;
    const body = { transaction: { airtel_money_id: airtelMoneyId } };
    const call: JsonCall = { method: 'POST', url, body, headers: headersOf(account.country, currency) };
    return this.asked(account, call, refundIn);
  }

  /** Asks for a token, which tells whether id and secret are right. @throws NoAnswer, TokenRefused. */
  check(account: AirtelAccount): Promise<void> {
    return this.calls.check(tokenOf(account));
  }

  private async asked(
    account: AirtelAccount,
    call: JsonCall,
    read: (said: Said, status: number) => AirtelAnswer,
  ): Promise<AirtelAnswer> {
    try {
      const answer = await this.calls.json(tokenOf(account), call);
      return read(saidIn(answer), answer.status);
    } catch (error) {
      if (error instanceof TokenRefused) return { kind: 'absent', error: 'credentials_refused' };
      if (!(error instanceof NoAnswer)) throw error;
      return { kind: error.arrived === 'no' ? 'absent' : 'unknown', error: error.reason };
    }
  }
}

interface Said {
  readonly transaction: Readonly<Record<string, unknown>>;
  readonly codes: readonly unknown[];
  readonly success: unknown;
  readonly message: unknown;
}

function saidIn({ body }: JsonAnswer): Said {
  const { data, status } = membersOf(body);
  const { transaction } = membersOf(data);
  const { success, message, result_code: result, response_code: response } = membersOf(status);
  return { transaction: membersOf(transaction), codes: [response, result], success, message };
}

function takenIn({ codes, success, message }: Said, status: number): AirtelAnswer {
  if (codes.some((code) => AMBIGUOUS.has(String(code)))) return { kind: 'unknown', error: 'ambiguous' };
  if (status < 300 && success === true) return { kind: 'waiting' };
  if (success === false && codes.some((code) => IN_PROCESS.has(String(code)))) return { kind: 'waiting' };
  if (success === false) return { kind: 'failed', reason: airtelReason(message) };
  return { kind: 'unknown', error: `status_${status}` };
}

function statusIn({ transaction, codes, success }: Said, status: number): AirtelAnswer {
  const { status: code, message, airtel_money_id: given } = transaction;
  const outcome = airtelOutcome(code);
  if (outcome === 'paid')
    return { kind: 'paid', airtelMoneyId: typeof given === 'string' && given !== '' ? given : null };
  if (outcome === 'failed') return { kind: 'failed', reason: airtelReason(message) };
  if (outcome === 'pending') return { kind: 'waiting' };
  if (outcome === 'ambiguous') return { kind: 'unknown', error: 'ambiguous' };
  if (success === false && codes.some((one) => NOT_FOUND.has(String(one))))
    return { kind: 'absent', error: 'not_found' };
  return { kind: 'unknown', error: `status_${status}` };
}

function refundIn({ transaction, success, message }: Said, status: number): AirtelAnswer {
  const { status: word, airtel_money_id: given } = transaction;
  if (status < 300 && success === true && (word === 'SUCCESS' || word === 'TS'))
    return { kind: 'paid', airtelMoneyId: typeof given === 'string' && given !== '' ? given : null };
  if (success === false) return { kind: 'failed', reason: airtelReason(message) };
  return { kind: 'unknown', error: `status_${status}` };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function headersOf(country: string, currency: string): Record<string, string> {
  return { 'x-country': country, 'x-currency': currency };
}

function tokenOf(account: AirtelAccount): TokenAsking {
  const { clientId, clientSecret } = account;
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' });
  return {
    account: `${baseOf(account)} ${clientId} ${clientSecret}`,
    method: 'POST',
    url: `${baseOf(account)}/auth/oauth2/token`,
    headers: { 'content-type': 'application/json' },
    body,
  };
}

function baseOf({ baseUrl }: AirtelAccount): string {
  return baseUrl.replace(/\/+$/, '');
}
