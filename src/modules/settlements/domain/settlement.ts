import type { Id, OutletId } from '../../../kernel/ids.js';
import { money, type Money } from '../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';

export type SettlementId = Id<'settlement'>;

export type LineKind = 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment';
export const LINE_KINDS: readonly LineKind[] = ['payment', 'refund', 'chargeback', 'fee', 'adjustment'];

/** One line of what a provider pays out. Amounts are minor units of the batch's currency. */
export interface SettlementLine {
  /** From 1. */
  readonly number: number;
  readonly kind: LineKind;
  /** The provider's name of the payment, or our key of it; null on fees and adjustments. */
  readonly paymentReference: string | null;
  /** Not signed, but for adjustments: the kind says which way it goes. */
  readonly amount: number;
  /** What the provider keeps of it; not signed. */
  readonly fee: number;
}

/** What a provider says that it has paid out. */
export interface SettlementDraft {
  readonly provider: string;
  /** The provider's name of it: one batch for one name. */
  readonly reference: string;
  /** Null: of the business as a whole. */
  readonly outletId: OutletId | null;
  readonly currency: string;
  /** From inclusive, to exclusive. */
  readonly periodFrom: Date;
  readonly periodTo: Date;
  readonly lines: readonly SettlementLine[];
  readonly net: Money;
}

/** A batch as it is kept, without its lines. */
export interface Settlement extends Omit<SettlementDraft, 'lines'> {
  readonly id: SettlementId;
  readonly lineCount: number;
  readonly fingerprint: string;
  /** Lines that are as known here. */
  readonly matched: number;
  /** Differences that were ever found. */
  readonly differing: number;
  readonly fees: number;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  /** When missing payments are to be looked for; null once that was done. */
  readonly missingDueAt: Date | null;
  readonly eventSequence: number;
  readonly version: number;
}

export type SettlementRefusal =
  | 'settlement_not_found'
  | 'settlement_invalid'
  | 'settlement_differs'
  | 'settlement_file_unreadable'
  | 'settlement_difference_not_found'
  | 'settlement_difference_explained'
  | 'settlement_difference_open';

/** A payment that was captured in a batch's period and is in no batch so long after its end counts as missing. */
export const MISSING_AFTER_DAYS = 3;
export const LINES_MAX = 10_000;
const DAY_MS = 86_400_000;
/** Sums of that many lines stay exact. */
const AMOUNT_MAX = 100_000_000_000;

/** What a line adds to the sum that is paid out, its fee not counted. */
export function signedAmount({ kind, amount }: Pick<SettlementLine, 'kind' | 'amount'>): number {
  if (amount === 0) return 0;
  return kind === 'payment' || kind === 'adjustment' ? amount : -amount;
}

/** What the provider keeps: fees of lines, and lines that are fees. */
export function feesOf(lines: readonly SettlementLine[]): number {
  return lines.reduce((total, { kind, amount, fee }) => total + fee + (kind === 'fee' ? amount : 0), 0);
}

/** What the lines add up to: what should be paid out. */
export function netOf(lines: readonly SettlementLine[]): number {
  return lines.reduce((total, line) => total + signedAmount(line) - line.fee, 0);
}

/** Makes a batch of what a provider said. @throws Refusal `settlement_invalid` with each bad place. */
export function receiveSettlement(
  { lines, ...draft }: SettlementDraft,
  making: { readonly id: SettlementId; readonly fingerprint: string; readonly by: string; readonly at: Date },
): Settlement {
  const { id, fingerprint, by, at } = making;
  const fields = [...badLines(lines), ...badPeriod(draft)];
  if (fields.length > 0) throw new Refusal<SettlementRefusal>('settlement_invalid', {}, fields);
  const dueAt = new Date(draft.periodTo.getTime() + MISSING_AFTER_DAYS * DAY_MS);
  return {
    ...draft,
    id,
    net: money(draft.net.amount, draft.currency),
    lineCount: lines.length,
    fingerprint,
    matched: 0,
    differing: 0,
    fees: feesOf(lines),
    receivedAt: at,
    receivedBy: by,
    missingDueAt: dueAt,
    eventSequence: 1,
    version: 1,
  };
}

function badPeriod({ periodFrom, periodTo, net, currency }: Omit<SettlementDraft, 'lines'>): RefusedField[] {
  const fields: RefusedField[] = [];
  if (periodFrom >= periodTo) fields.push({ pointer: '/periodTo', message: 'must be after periodFrom' });
  if (net.currency !== currency) fields.push({ pointer: '/net/currency', message: `must be ${currency}` });
  return fields;
}

function badLines(lines: readonly SettlementLine[]): RefusedField[] {
  if (lines.length > LINES_MAX) return [{ pointer: '/lines', message: `must have at most ${LINES_MAX} entries` }];
  return lines.flatMap(({ kind, paymentReference, amount, fee }, index): RefusedField[] => {
    const pointer = `/lines/${index}`;
    const ofPayment = kind !== 'fee' && kind !== 'adjustment';
    if (ofPayment && paymentReference === null)
      return [{ pointer: `${pointer}/paymentReference`, message: 'is needed' }];
    if (kind !== 'adjustment' && amount < 0)
      return [{ pointer: `${pointer}/amount`, message: 'must not be negative: the kind says which way it goes' }];
    if (Math.abs(amount) > AMOUNT_MAX) return [{ pointer: `${pointer}/amount`, message: 'is too large' }];
    if (fee < 0 || fee > AMOUNT_MAX) return [{ pointer: `${pointer}/fee`, message: 'must be from 0' }];
    return [];
  });
}
