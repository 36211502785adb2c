import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import qrcode from 'qrcode-generator';
import { printable, type CodePage } from './code-pages.js';
import { columnsOf } from './column-text.js';
import { printedBy, type PrintedPaper } from './escpos-paper.examples.js';
import { renderReceiptEscPos, type EscPosOptions } from './receipt-escpos.js';
import { renderReceiptHtml } from './receipt-html.js';
import { layoutReceipt, type FiscalElements, type ReceiptBlock } from './receipt-layout.js';
import type { QrModules } from './receipt-qr.js';
import { columnsOn, renderReceiptText, type ReceiptPaper } from './receipt-text.js';
import { receiptLanguage } from './receipt-words.js';
import { exampleReceipts } from './receipts.examples.js';

const FOLDER = path.join(__dirname, '../../../../test/fixtures/receipts');
const PAPERS = [58, 80] as const;
const PAGES = ['pc437', 'pc858', 'windows1252'] as const;

const qr: QrModules = (text) => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
};

const usual: EscPosOptions = { paper: 80, codepage: 'windows1252', cut: 'partial', drawerKick: false };
const cases = Object.keys(exampleReceipts).flatMap((name) => PAPERS.map((paper) => ({ name, paper })));

function receipt(name: string) {
  const make = exampleReceipts[name];
  if (make === undefined) throw new Error(`no receipt ${name}`);
  return make();
}

/** `RECORD_GOLDEN=1` writes what comes out now: look at the difference before it is kept. */
function expectGolden(name: string, made: Uint8Array): void {
  const file = path.join(FOLDER, name);
  if (process.env['RECORD_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, made);
  }
  const kept = readFileSync(file);
  expect(Buffer.from(made).toString('latin1')).toBe(kept.toString('latin1'));
}

test.each(cases)('$name on $paper mm is text, a page and bytes as they were', ({ name, paper }) => {
  const printed = receipt(name);
  const blocks = layoutReceipt(printed);
  const page = { paper, language: receiptLanguage(printed.locale), title: printed.number, qr };
  expectGolden(`${name}-${paper}.txt`, Buffer.from(renderReceiptText(blocks, columnsOn(paper))));
  expectGolden(`${name}-${paper}.html`, Buffer.from(renderReceiptHtml(blocks, page)));
  expectGolden(`${name}-${paper}.escpos`, renderReceiptEscPos(blocks, { ...usual, paper }));
});

test.each(cases)('$name on $paper mm: no line is wider than the paper', ({ name, paper }) => {
  const blocks = layoutReceipt(receipt(name));
  for (const line of renderReceiptText(blocks, columnsOn(paper)).split('\n'))
    expect(columnsOf(line)).toBeLessThanOrEqual(columnsOn(paper));
  for (const codepage of PAGES)
    expectFits(printedBy(renderReceiptEscPos(blocks, { ...usual, paper, codepage })), paper);
});

function expectFits({ lines }: PrintedPaper, paper: ReceiptPaper): void {
  for (const { text, wide } of lines) expect(text.length * wide).toBeLessThanOrEqual(columnsOn(paper));
}

/** The letters of all texts, in their order, without blanks. */
function lettersOf(blocks: readonly ReceiptBlock[], codepage: CodePage, columns: number): string {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'rule') return ['-'.repeat(columns)];
    if (block.kind === 'qr') return [];
    if (block.kind === 'mark') return [`* ${block.text} *`];
    return 'text' in block ? [block.text] : [block.left, block.right];
  });
  return printable(texts.join(''), codepage).replaceAll(/\s/g, '');
}

test.each(cases)('$name on $paper mm: nothing is lost between the layout and the paper', ({ name, paper }) => {
  const blocks = layoutReceipt(receipt(name));
  const { lines } = printedBy(renderReceiptEscPos(blocks, { ...usual, paper }));
  const shown = lines.map(({ text }) => text.replaceAll(/\s/g, '')).join('');
  expect(shown).toBe(lettersOf(blocks, 'windows1252', columnsOn(paper)));
});

test('whatever somebody types into a name, the printer gets letters, and lines that fit', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(...PAPERS), fc.constantFrom(...PAGES), (left, right, paper, codepage) => {
      const blocks: ReceiptBlock[] = [
        { kind: 'heading', text: left },
        { kind: 'mark', text: right },
        { kind: 'row', left, right },
        { kind: 'total', left, right },
        { kind: 'detail', text: right },
      ];
      // Reading it throws at anything that is a command and none of ours.
      const paperOut = printedBy(renderReceiptEscPos(blocks, { ...usual, paper, codepage }));
      expectFits(paperOut, paper);
      expect(paperOut).toMatchObject({ kicks: 0, cuts: [66] });
    }),
  );
});

test('the total is the largest, marks and the seller are large, all else is not', () => {
  const { lines } = printedBy(renderReceiptEscPos(layoutReceipt(receipt('copy')), usual));
  const sizes = (wide: number, high: number): string[] =>
    lines.filter((line) => line.wide === wide && line.high === high).map(({ text }) => text.trim());
  expect(sizes(2, 2)).toEqual(['* COPY *', expect.stringMatching(/^TOTAL KES +\d+\.\d\d$/), '* COPY *']);
  expect(sizes(1, 2)).toEqual(['Café Kahawa “Moi Avenue”']);
  expect(lines.filter(({ bold }) => bold)).toHaveLength(4);
});

test.each([
  { cut: 'none', cuts: [] },
  { cut: 'partial', cuts: [66] },
  { cut: 'full', cuts: [65] },
] as const)('cut $cut; the drawer opens only where it is told to', ({ cut, cuts }) => {
  const blocks = layoutReceipt(receipt('void'));
  expect(printedBy(renderReceiptEscPos(blocks, { ...usual, cut }))).toMatchObject({ cuts, kicks: 0 });
  expect(printedBy(renderReceiptEscPos(blocks, { ...usual, cut, drawerKick: true })).kicks).toBe(1);
});

test.each([
  'T1-000123',
  'M-1',
  'x'.repeat(27),
  'https://verify.example/receipts/2025/03/14/0195934e7a0070008000000000000001?signature=abcdef',
])('the QR code of %s is 25 mm wide or more, at level M, and within paper of 58 mm', (text) => {
  const [code] = printedBy(renderReceiptEscPos([{ kind: 'qr', text }], usual)).qr;
  expect(code).toMatchObject({ text, level: 49 });
  const millimetres = ((code?.module ?? 0) * qr(text).length) / 8;
  expect(millimetres).toBeGreaterThanOrEqual(25);
  expect(millimetres).toBeLessThanOrEqual(48);
  const html = renderReceiptHtml([{ kind: 'qr', text }], { paper: 58, language: 'en', title: text, qr });
  const [, width = '', side = ''] = /width="([\d.]+)mm".*viewBox="0 0 (\d+)/.exec(html) ?? [];
  expect((Number(width) * (Number(side) - 8)) / Number(side)).toBeCloseTo(25, 1);
  expect(Number(width)).toBeLessThanOrEqual(48);
});

test('a page says what people typed without running it, and fetches nothing', () => {
  const seller = '<img src=x onerror="alert(1)">';
  const long = receipt('long-bill');
  const blocks = layoutReceipt({ ...long, seller: { ...long.seller, name: seller } });
  const html = renderReceiptHtml(blocks, { paper: 80, language: 'en', title: seller, qr });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  expect(html).not.toMatch(/<script|url\(|src="|href=/);
});

test('the elements of a sealed receipt stand below the change, and its own QR code is the only one', () => {
  const fiscal: FiscalElements = {
    ...{ number: 'FN-0000000041', authorityId: 'KRA', authorisationCode: '9f86d081884c7d659a2feaa0c55ad015' },
    ...{ localTime: '2025-03-14 14:39', qr: 'https://verify.example/FN-0000000041' },
  };
  const blocks = layoutReceipt(receipt('long-bill'), fiscal);
  const text = renderReceiptText(blocks, 32);
  expect(text.slice(text.indexOf('Fiscal no.'))).toBe(`Fiscal no.         FN-0000000041
Authority                    KRA
Authorisation
9f86d081884c7d659a2feaa0c55ad015
Sealed          2025-03-14 14:39
`);
  expect(blocks.filter(({ kind }) => kind === 'qr')).toEqual([{ kind: 'qr', text: fiscal.qr }]);
});

test.each([
  { page: 'pc437', text: 'Crème brûlée 5 €', shown: 'Crème brûlée 5 EUR' },
  { page: 'pc858', text: 'Crème brûlée 5 €', shown: 'Crème brûlée 5 €' },
  { page: 'pc437', text: 'Żurek “Kraków” – Łódź…', shown: 'Zurek "Kraków" - Lódz...' },
  { page: 'windows1252', text: 'Žižkov\u001b@\n\u0000!', shown: 'Žižkov @  !' },
  { page: 'pc858', text: '抹茶', shown: '??' },
  { page: 'pc858', text: 'e\u0301te\u0301', shown: 'été' },
  { page: 'pc858', text: '\u202eabc\u200d', shown: 'abc' },
] as const)('$page prints $text as $shown', ({ page, text, shown }) => {
  expect(printable(text, page)).toBe(shown);
});
