import fc from 'fast-check';
import { missingFrom, reconcile, type LedgerEntry, type LedgerView } from './reconciliation.js';
import { feesOf, netOf, signedAmount, type LineKind, type SettlementLine } from './settlement.js';

const line = (
  number: number,
  kind: LineKind,
  paymentReference: string | null,
  amount: number,
  fee = 0,
): SettlementLine => ({
  ...{ number, kind, paymentReference, amount, fee },
});
const entry = (kind: LedgerEntry['kind'], paymentId: string, amount: number, ...references: string[]): LedgerEntry => ({
  ...{ kind, paymentId, amount, references },
});
const view = (entries: readonly LedgerEntry[], settledBefore: LedgerView['settledBefore'] = []): LedgerView => ({
  entries,
  settledBefore,
});
const PAID = entry('payment', 'p1', 1000, 'R1', 'charge-p1');

interface Case {
  readonly title: string;
  readonly lines: readonly SettlementLine[];
  readonly known: LedgerView;
  /** Of what is found: source, kind, expected, found. */
  readonly differences: readonly (readonly [string, string, number, number])[];
}
const cases: readonly Case[] = [
  { title: 'a payment as known', lines: [line(1, 'payment', 'R1', 1000, 25)], known: view([PAID]), differences: [] },
  { title: 'by our own key', lines: [line(1, 'payment', 'charge-p1', 1000)], known: view([PAID]), differences: [] },
  {
    title: 'another amount',
    lines: [line(1, 'payment', 'R1', 900)],
    known: view([PAID]),
    differences: [['line:1', 'amount_differs', 1000, 900]],
  },
  {
    title: 'nobody knows it',
    lines: [line(1, 'payment', 'R9', 700)],
    known: view([PAID]),
    differences: [['line:1', 'unknown_payment', 0, 700]],
  },
  {
    title: 'twice in one batch',
    lines: [line(1, 'payment', 'R1', 1000), line(2, 'payment', 'R1', 1000)],
    known: view([PAID]),
    differences: [['line:2', 'doubled', 0, 1000]],
  },
  {
    title: 'twice under two names',
    lines: [line(1, 'payment', 'R1', 1000), line(2, 'payment', 'charge-p1', 1000)],
    known: view([PAID]),
    differences: [['line:2', 'unknown_payment', 0, 1000]],
  },
  {
    title: 'in an earlier batch already',
    lines: [line(1, 'payment', 'R1', 1000)],
    known: view([PAID], [line(1, 'payment', 'R1', 1000)]),
    differences: [['line:1', 'doubled', 0, 1000]],
  },
  {
    title: 'given back in two parts under the name of the payment',
    lines: [line(1, 'refund', 'R1', 300), line(2, 'refund', 'R1', 200)],
    known: view([PAID, entry('refund', 'p1', 200, 'R1'), entry('refund', 'p1', 300, 'R1')]),
    differences: [],
  },
  {
    title: 'a third part that nobody gave',
    lines: [line(1, 'refund', 'R1', 200), line(2, 'refund', 'R1', 50)],
    known: view([PAID, entry('refund', 'p1', 200, 'R1')]),
    differences: [['line:2', 'doubled', 0, -50]],
  },
  {
    title: 'one part settled before, the other now',
    lines: [line(1, 'refund', 'R1', 300)],
    known: view([entry('refund', 'p1', 200, 'R1'), entry('refund', 'p1', 300, 'R1')], [line(1, 'refund', 'R1', 200)]),
    differences: [],
  },
  {
    title: 'taken back by a bank, and unknown here',
    lines: [line(1, 'chargeback', 'R1', 1000)],
    known: view([PAID]),
    differences: [['line:1', 'unknown_payment', 0, -1000]],
  },
  {
    title: 'taken back by a bank, as known',
    lines: [line(1, 'chargeback', 'R1', 1000)],
    known: view([PAID, entry('chargeback', 'p1', 1000, 'R1')]),
    differences: [],
  },
  {
    title: 'fees and adjustments are taken as they are',
    lines: [line(1, 'fee', null, 100), line(2, 'adjustment', null, -40)],
    known: view([]),
    differences: [],
  },
];

test.each(cases)('$title', ({ lines, known, differences }) => {
  const found = reconcile(lines, netOf(lines), known).differences;
  expect(found.map((one) => [one.source, one.kind, one.expected, one.found])).toEqual(differences);
});

test('a net that is not what the lines come to', () => {
  const lines = [line(1, 'payment', 'R1', 1000, 25)];
  expect(reconcile(lines, 970, view([PAID])).differences).toMatchObject([
    { source: 'net', kind: 'net_differs', expected: 975, found: 970 },
  ]);
});

test('what was captured and never settled', () => {
  expect(missingFrom([PAID])).toEqual([
    { source: 'missing:p1', kind: 'missing', paymentReference: 'R1', paymentId: 'p1', expected: 1000, found: 0 },
  ]);
});

const references = fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5');
const amounts = fc.integer({ min: 0, max: 5_000 });
const someLines = fc
  .array(
    fc.record({
      kind: fc.constantFrom<LineKind>('payment', 'refund', 'chargeback', 'fee', 'adjustment'),
      paymentReference: references,
      amount: amounts,
      fee: fc.integer({ min: 0, max: 50 }),
    }),
    { maxLength: 30 },
  )
  .map((lines) => lines.map((one, index) => ({ ...one, number: index + 1 })));
const someEntries = fc.array(
  fc.record({
    kind: fc.constantFrom<LedgerEntry['kind']>('payment', 'refund', 'chargeback'),
    paymentId: references,
    amount: amounts,
    references: fc.array(references, { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 20 },
);

test('whatever comes, each line ends in one place, and the sum of the batch is what matched and what differs', () => {
  fc.assert(
    fc.property(someLines, someEntries, someLines, (lines, entries, before) => {
      const { matched, differences } = reconcile(lines, netOf(lines), { entries, settledBefore: before });
      const places = [
        ...matched.map(({ number }) => `line:${number}`),
        ...differences.map(({ source }) => source),
      ].sort();
      expect(places).toEqual(lines.map(({ number }) => `line:${number}`).sort());
      const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
      const taken = sum(matched.map(signedAmount)) + sum(differences.map(({ found }) => found));
      const fees = sum(lines.map(({ fee }) => fee));
      expect(taken - fees).toBe(netOf(lines));
      expect(feesOf(lines)).toBe(fees + sum(lines.filter(({ kind }) => kind === 'fee').map(({ amount }) => amount)));
    }),
  );
});

test('no entry is meant twice: what matched is never more than what is known', () => {
  fc.assert(
    fc.property(someLines, someEntries, (lines, entries) => {
      const { matched } = reconcile(lines, netOf(lines), { entries, settledBefore: [] });
      for (const kind of ['payment', 'refund', 'chargeback'] as const)
        expect(matched.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(
          entries.filter((one) => one.kind === kind).length,
        );
    }),
  );
});
