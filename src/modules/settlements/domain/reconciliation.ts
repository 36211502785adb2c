import { netOf, signedAmount, type SettlementLine } from './settlement.js';

/** A payment or refund as it is known here. */
export interface LedgerEntry {
  readonly kind: 'payment' | 'refund' | 'chargeback';
  readonly paymentId: string;
  /** All names that the provider may call it by. */
  readonly references: readonly string[];
  /** Minor units, not signed. */
  readonly amount: number;
}

/** What is known besides the batch itself. */
export interface LedgerView {
  readonly entries: readonly LedgerEntry[];
  /** Lines of batches that came before, as far as they name the same payments. */
  readonly settledBefore: readonly Pick<SettlementLine, 'kind' | 'paymentReference' | 'amount'>[];
}

export type DifferenceKind = 'amount_differs' | 'unknown_payment' | 'missing' | 'doubled' | 'net_differs';

/** Something that is not as known here. Amounts are signed: what comes in is positive. */
export interface FoundDifference {
  /** What it is about, once in a batch: `line:3`, `missing:<payment>`, `net`. */
  readonly source: string;
  readonly kind: DifferenceKind;
  readonly paymentReference: string | null;
  readonly paymentId: string | null;
  /** What is known here. */
  readonly expected: number;
  /** What the provider says. */
  readonly found: number;
}

export interface Reconciliation {
  /** Lines that are as known here; fees and adjustments, of which nothing is known here, are taken as they are. */
  readonly matched: readonly SettlementLine[];
  readonly differences: readonly FoundDifference[];
}

/**
 * Holds a batch against what is known. Every line ends in exactly one place: matched, or one difference; so that what the lines add
 * up to is the sum of what matched and of what the differences found.
 * @param statedNet what the provider says it pays out.
 */
export function reconcile(lines: readonly SettlementLine[], statedNet: number, view: LedgerView): Reconciliation {
  const ledger = new Ledger(view.entries);
  const seen = new Set<string>();
  for (const { kind, paymentReference, amount } of view.settledBefore) {
    ledger.take(kind, paymentReference ?? '', amount);
    seen.add(named(kind, paymentReference ?? ''));
  }
  const matched: SettlementLine[] = [];
  const differences: FoundDifference[] = [];
  for (const line of lines) {
    const difference = differenceOf(line, ledger, seen);
    if (difference === undefined) matched.push(line);
    else differences.push(difference);
  }
  const net = netOf(lines);
  if (net !== statedNet) {
    const nobody = { paymentReference: null, paymentId: null };
    differences.push({ source: 'net', kind: 'net_differs', ...nobody, expected: net, found: statedNet });
  }
  return { matched, differences };
}

/** Payments that were captured in a batch's period and that no batch has. */
export function missingFrom(payments: readonly LedgerEntry[]): readonly FoundDifference[] {
  return payments.map(({ paymentId, references, amount }) => ({
    source: `missing:${paymentId}`,
    kind: 'missing',
    paymentReference: references[0] ?? null,
    paymentId,
    expected: amount,
    found: 0,
  }));
}

function differenceOf(line: SettlementLine, ledger: Ledger, seen: Set<string>): FoundDifference | undefined {
  const { kind, paymentReference, number } = line;
  if (kind === 'fee' || kind === 'adjustment') return undefined;
  const found = signedAmount(line);
  const about = { source: `line:${number}`, paymentReference, found };
  const name = named(kind, paymentReference ?? '');
  const entry = ledger.take(kind, paymentReference ?? '', line.amount);
  const paymentId = entry?.paymentId ?? ledger.paymentOf(paymentReference ?? '');
  if (entry === undefined) {
    // Money may go back in several parts under one name: it is doubled when no part is left that could be meant.
    const why = seen.has(name) ? 'doubled' : 'unknown_payment';
    seen.add(name);
    return { ...about, kind: why, paymentId, expected: 0 };
  }
  seen.add(name);
  const expected = signedAmount({ kind, amount: entry.amount });
  return expected === found ? undefined : { ...about, kind: 'amount_differs', paymentId, expected };
}

function named(kind: string, reference: string): string {
  return `${kind} ${reference}`;
}

/** What is known, by the names that providers use. Each entry is meant once. */
class Ledger {
  private readonly byName = new Map<string, LedgerEntry[]>();
  private readonly used = new Set<LedgerEntry>();

  constructor(entries: readonly LedgerEntry[]) {
    for (const entry of entries)
      for (const reference of new Set(entry.references)) {
        const name = named(entry.kind, reference);
        this.byName.set(name, [...(this.byName.get(name) ?? []), entry]);
      }
  }

  /** The entry that a line means: of several, such as parts of a refund, one of its amount. */
  take(kind: string, reference: string, amount: number): LedgerEntry | undefined {
    const left = (this.byName.get(named(kind, reference)) ?? []).filter((entry) => !this.used.has(entry));
    const entry = left.find((one) => one.amount === amount) ?? left[0];
    if (entry !== undefined) this.used.add(entry);
    return entry;
  }

  /** The payment behind a reference, whatever became of it. */
  paymentOf(reference: string): string | null {
    for (const kind of ['payment', 'refund', 'chargeback']) {
      const [entry] = this.byName.get(named(kind, reference)) ?? [];
      if (entry !== undefined) return entry.paymentId;
    }
    return null;
  }
}
