import { mpesaTime } from './mpesa-account.js';
import { mpesaReason, resultCodeIn } from './mpesa-results.js';

/** What became of a push to a customer's phone. */
export interface StkCallback {
  readonly kind: 'stk';
  readonly checkoutRequestId: string;
  readonly paid: boolean;
  /** Why not: a word. */
  readonly reason: string | null;
  /** In whole units and cents, as text; `null` when it is not told. */
  readonly amount: string | null;
  readonly receipt: string | null;
  readonly paidAt: Date | null;
  /** Last digits of the phone that paid. */
  readonly phoneEnd: string | null;
}

/** Somebody paid to the shortcode by themselves. */
export interface C2bConfirmation {
  readonly kind: 'c2b';
  readonly receipt: string;
  readonly amount: string;
  readonly paidAt: Date | null;
  /** What the customer typed as account. */
  readonly account: string | null;
  readonly phoneEnd: string | null;
}

/** What M-Pesa wants to hear; with anything else it tries again. */
export const MPESA_ACCEPTED = { ResultCode: 0, ResultDesc: 'Accepted' } as const;

const ID_MAX = 100;
const ACCOUNT_MAX = 40;
const ITEMS_MAX = 50;
const AMOUNT = /^\d{1,12}(?:\.\d{1,2})?$/;

/** Reads a callback. Unknown members are passed over. @returns `undefined` for what is none. */
export function mpesaCallbackIn(body: unknown): StkCallback | C2bConfirmation | undefined {
  const inner = membersOf(membersOf(body)?.['Body'])?.['stkCallback'];
  return inner === undefined ? c2bIn(membersOf(body)) : stkIn(membersOf(inner));
}

function stkIn(callback: Members | undefined): StkCallback | undefined {
  const checkoutRequestId = textIn(callback?.['CheckoutRequestID'], ID_MAX);
  const code = resultCodeIn(callback?.['ResultCode']);
  if (checkoutRequestId === undefined || code === undefined) return undefined;
  const items = itemsOf(callback?.['CallbackMetadata']);
  return {
    kind: 'stk',
    checkoutRequestId,
    paid: code === '0',
    reason: code === '0' ? null : mpesaReason(code),
    amount: amountIn(items.get('Amount')) ?? null,
    receipt: textIn(items.get('MpesaReceiptNumber'), ID_MAX) ?? null,
    paidAt: mpesaTime(items.get('TransactionDate')) ?? null,
    phoneEnd: phoneEndOf(items.get('PhoneNumber')),
  };
}

function c2bIn(body: Members | undefined): C2bConfirmation | undefined {
  const receipt = textIn(body?.['TransID'], ID_MAX);
  const amount = amountIn(body?.['TransAmount']);
  if (receipt === undefined || amount === undefined) return undefined;
  return {
    kind: 'c2b',
    receipt,
    amount,
    paidAt: mpesaTime(body?.['TransTime']) ?? null,
    account: textIn(body?.['BillRefNumber'], ACCOUNT_MAX) ?? null,
    phoneEnd: phoneEndOf(body?.['MSISDN']),
  };
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

/** Values by their names. Items without a value, such as Balance, are as good as absent; a failed push has none at all. */
function itemsOf(metadata: unknown): ReadonlyMap<string, unknown> {
  const list = membersOf(metadata)?.['Item'];
  const items = (Array.isArray(list) ? (list as unknown[]) : []).slice(0, ITEMS_MAX).map((item) => membersOf(item));
  return new Map(items.flatMap((item) => (typeof item?.['Name'] === 'string' ? [[item['Name'], item['Value']]] : [])));
}

function textIn(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;
}

/** `1`, `1.0` and `"1.00"` are the same amount. */
function amountIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && AMOUNT.test(text) ? text : undefined;
}

/** As much of a phone number as people need to find a payment by. */
function phoneEndOf(value: unknown): string | null {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value).replaceAll(/\D/g, '') : '';
  return digits.length >= 8 && digits.length <= 15 ? digits.slice(-3) : null;
}
