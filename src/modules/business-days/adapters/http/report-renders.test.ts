import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layoutReport } from '../../domain/report-layout.js';
import { REPORT_COLUMNS, reportText } from '../../domain/report-text.js';
import { exampleReport, noFacts } from '../../domain/z-report.examples.js';
import { CanonicalSeal } from '../crypto/content-seal.js';
import { reportPdf } from '../pdf/report-pdf.js';
import { toZReport } from './day-dtos.js';
import { reportHtml } from './report-html.js';

const seal = new CanonicalSeal();
const content = exampleReport();
const text = seal.textOf(content);
const hash = seal.hashOf(text);
const layout = layoutReport(content, hash);

/** The bytes of a kept report must never change. `RECORD_GOLDEN=1` writes them for a new layout, which is a new `format`. */
function expectGolden(name: string, made: Buffer): void {
  const file = path.join(__dirname, 'golden', name);
  if (process.env['RECORD_GOLDEN'] === '1') writeFileSync(file, made);
  expect(made.equals(readFileSync(file))).toBe(true);
}

test.each([
  { name: 'z-report.text', make: () => Buffer.from(reportText(layout)) },
  { name: 'z-report.page', make: () => Buffer.from(reportHtml(layout)) },
  { name: 'z-report.pdf', make: () => reportPdf(layout, content) },
  { name: 'z-report.canonical', make: () => Buffer.from(text) },
  {
    name: 'z-report.answer',
    make: () => Buffer.from(JSON.stringify(toZReport({ content: JSON.parse(text), text, hash }))),
  },
])('$name: to the byte, also from the text that is kept', ({ name, make }) => {
  expectGolden(name, make());
  const again = layoutReport(JSON.parse(text) as typeof content, hash);
  expect(again).toEqual(layout);
});

test('where the audit ended is on paper as it is in the content: by number, and by what can be compared by eye', () => {
  for (const shown of [reportText(layout), reportHtml(layout), reportPdf(layout, content).toString('latin1')])
    expect(shown).toContain('Audit 1204 9f86d081884c7d65');
  expect(toZReport({ content, text, hash }).auditHead).toEqual({ number: 1204, hash: '9f86d081884c7d65'.repeat(4) });
  const ofSession = layoutReport(exampleReport(noFacts, { scope: 'drawer_session', auditHead: null }), hash);
  expect(reportText(ofSession)).not.toContain('Audit');
});

test('no line of the text is wider than the paper, and every amount is there', () => {
  const lines = reportText(layout).split('\n');
  expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(REPORT_COLUMNS);
  for (const amount of ['2510.00', '-40.00', '2507.32', '12507.32', '-0.82'])
    expect(reportText(layout)).toContain(amount);
});

test('the page needs nothing else, says what people typed without running it, and is a table for whoever hears it', () => {
  const page = reportHtml(layout);
  expect(page).not.toMatch(/https?:|src=|<script|url\(|<Uptown>/);
  expect(page).toContain('Café “Zoë” &amp; Söhne &lt;Uptown&gt;');
  expect(page.match(/<caption>/g)?.length).toBe(layout.sections.length);
  expect(page.match(/<th scope="row"/g)?.length).toBe(layout.sections.reduce((sum, { rows }) => sum + rows.length, 0));
  expect(page).toContain('prefers-color-scheme: dark');
  expect(page).toContain('@media print');
});

test('the PDF has as many pages as it needs, and its table of objects is right', () => {
  const long = exampleReport(noFacts, {
    exceptions: Array.from({ length: 200 }, (_, index) => ({
      code: 'payment_in_doubt',
      subject: null,
      detail: `payment (${index}) \\ 😀`,
    })),
  });
  const file = reportPdf(layoutReport(long, hash), long).toString('latin1');
  const pages = Number(/\/Count (\d+)/.exec(file)?.[1]);
  expect(pages).toBeGreaterThan(3);
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(start, start + 4)).toBe('xref');
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(4 + pages * 2);
  offsets.forEach((offset, index) => expect(file.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true));
  for (const [, length, body] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
    expect(body?.length).toBe(Number(length));
  }
  expect(file).toContain('payment \\(7\\) \\\\ ?');
});

test.each([
  { minorDigits: 0, amount: '251000' },
  { minorDigits: 3, amount: '251.000' },
])('an amount has $minorDigits digits after the point where its currency has', ({ minorDigits, amount }) => {
  expect(reportText(layoutReport({ ...content, minorDigits }, hash))).toContain(amount);
});
