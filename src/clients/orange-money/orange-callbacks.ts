export type OrangeOutcome = 'paid' | 'failed' | 'pending';

/** What became of a WebPay payment. It names no order: the token that the request returned does. */
export interface OrangeWebPayCallback {
  readonly kind: 'webpay';
  readonly outcome: OrangeOutcome;
  readonly notifToken: string;
  readonly txnid: string | null;
}

/** The same of the API for businesses in the DR Congo. */
export interface OrangeB2bCallback {
  readonly kind: 'b2b';
  readonly outcome: OrangeOutcome;
  /** Our id of the transaction. */
  readonly partnerTransactionId: string;
  readonly transactionId: string | null;
  /** In major units, as text. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** A word, of a failure. */
  readonly reason: string | null;
  readonly phoneEnd: string | null;
}

const TEXT_MAX = 200;
const OUTCOMES: Readonly<Record<string, OrangeOutcome>> = {
  SUCCESS: 'paid',
  FAILED: 'failed',
  EXPIRED: 'failed',
  PENDING: 'pending',
  INITIATED: 'pending',
};

/** What a status says; `undefined` for one that nobody knows. */
export function orangeOutcome(status: unknown): OrangeOutcome | undefined {
  return typeof status === 'string' && Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined;
}

/** Reads a callback of either form. Unknown members are passed over. @returns `undefined` for what is none. */
export function orangeCallbackIn(body: unknown): OrangeWebPayCallback | OrangeB2bCallback | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const said = body as Readonly<Record<string, unknown>>;
  const notifToken = textIn(said['notif_token']);
  if (notifToken === undefined) return b2bIn(said);
  const outcome = orangeOutcome(said['status']);
  return outcome && { kind: 'webpay', outcome, notifToken, txnid: textIn(said['txnid']) ?? null };
}

function b2bIn(said: Readonly<Record<string, unknown>>): OrangeB2bCallback | undefined {
  const partnerTransactionId = textIn(said['partnerTransactionId']);
  const outcome = orangeOutcome(said['transactionStatus']);
  if (partnerTransactionId === undefined || outcome === undefined) return undefined;
  const amount = typeof said['amount'] === 'number' ? String(said['amount']) : said['amount'];
  const [currency, peer] = [said['currency'], said['peerId']];
  return {
    kind: 'b2b',
    outcome,
    partnerTransactionId,
    transactionId: textIn(said['transactionId']) ?? null,
    amount: typeof amount === 'string' && /^\d{1,12}(?:\.\d{1,3})?$/.test(amount) ? amount : null,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null,
    reason: outcome === 'failed' ? 'declined' : null,
    phoneEnd: typeof peer === 'string' && /^\d{8,12}$/.test(peer) ? peer.slice(-3) : null,
  };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_MAX ? value : undefined;
}
