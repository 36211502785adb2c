import { CHAIN_START, checkHead, checkReport, type ChainFault, type StoredReport } from './report-chain.js';
import { numberedReport, seriesAfter, type ReportSeries, type ZReport } from './z-report.js';
import { exampleReport, exampleSeries, noFacts, sale } from './z-report.examples.js';

/** No fingerprint worth the name, but it differs where texts differ. */
const hashOf = (text: string): string =>
  Array.from(text)
    .reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 2 ** 40, 7)
    .toString(16);

function chain(length: number): { rows: StoredReport[]; series: ReportSeries } {
  let series: ReportSeries = {
    ...exampleSeries,
    lastNumber: 0,
    lastHash: null,
    grandTotal: { amount: 0, currency: 'KES' },
  };
  const rows = Array.from({ length }, (_, index): StoredReport => {
    const {
      number: _number,
      previousHash: _hash,
      grandTotal: _total,
      format: _format,
      ...draft
    } = exampleReport({
      ...noFacts,
      sales: [sale({ gross: 100 + index, total: 100 + index })],
    });
    const content = numberedReport({ ...draft, id: `${draft.id}-${index}` as typeof draft.id }, series);
    const report: ZReport = { content, text: JSON.stringify(content), hash: hashOf(JSON.stringify(content)) };
    const { previousHash } = content;
    series = seriesAfter(series, report);
    const { id, number, businessDate, grandTotal } = content;
    return {
      id,
      number,
      businessDate,
      text: report.text,
      hash: report.hash,
      previousHash,
      grandTotal: grandTotal.amount,
    };
  });
  return { rows, series };
}

function faultsOf(rows: readonly StoredReport[], series: ReportSeries): ChainFault['fault'][] {
  let state = CHAIN_START;
  const faults: ChainFault[] = [];
  for (const row of rows) {
    const checked = checkReport(state, row, hashOf(row.text));
    state = checked.state;
    faults.push(...checked.faults);
  }
  return [...faults, ...checkHead(state, series)].map(({ fault }) => fault);
}

type Tamper = (rows: StoredReport[]) => StoredReport[];
const at =
  (index: number, change: (row: StoredReport) => Partial<StoredReport>): Tamper =>
  (rows) =>
    rows.map((row, place) => (place === index ? { ...row, ...change(row) } : row));
const forged = (row: StoredReport): Partial<StoredReport> => {
  const text = row.text.replace('"reason":"the end of the month"', '"reason":"nothing"');
  return { text, hash: hashOf(text) };
};

test.each<{ title: string; tamper: Tamper; faults: ChainFault['fault'][] }>([
  { title: 'as it was made', tamper: (rows) => rows, faults: [] },
  { title: 'a text', tamper: at(1, ({ text }) => ({ text: `${text} ` })), faults: ['content_changed'] },
  {
    title: 'a text that is none',
    tamper: at(1, () => ({ text: '{' })),
    faults: ['content_changed', 'grand_total_wrong'],
  },
  { title: 'a text with its hash', tamper: at(1, forged), faults: ['chain_broken'] },
  { title: 'the last text with its hash', tamper: at(3, forged), faults: ['head_missing'] },
  { title: 'a day', tamper: at(2, () => ({ businessDate: '2026-01-01' })), faults: ['row_changed'] },
  { title: 'a grand total', tamper: at(3, () => ({ grandTotal: 1 })), faults: ['row_changed', 'grand_total_wrong'] },
  { title: 'one is missing', tamper: (rows) => rows.filter((_, index) => index !== 1), faults: ['number_missing'] },
  { title: 'the last is missing', tamper: (rows) => rows.slice(0, -1), faults: ['head_missing'] },
  { title: 'all are missing', tamper: () => [], faults: ['head_missing'] },
])('$title', ({ tamper, faults }) => {
  const { rows, series } = chain(4);
  expect(faultsOf(tamper(rows), series)).toEqual(faults);
});

test('two that were swapped', () => {
  const { rows, series } = chain(4);
  const [a, b, c, d] = rows as [StoredReport, StoredReport, StoredReport, StoredReport];
  expect(faultsOf([a, { ...c, number: 2 }, { ...b, number: 3 }, d], series)).toContain('row_changed');
});
