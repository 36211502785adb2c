import { REPORT_COLUMNS, reportLines } from '../../domain/report-text.js';
import type { ReportLayout } from '../../domain/report-layout.js';
import type { ZContent } from '../../domain/z-report.js';

// Written by hand: a report must be the same bytes for ever, whatever version of whatever library there is then. Text in Courier, one
// of the fonts that every reader has, uncompressed.
const PAGE = { width: 595, height: 842, top: 780, left: 150 };
const FONT_SIZE = 10;
const LEADING = 12;
const LINES_ON_A_PAGE = 58;
/** The numbers of the objects that every document has; those of pages come after them. */
const CATALOG = 1;
const PAGES = 2;
const FONT = 3;
const INFO = 4;
const FIRST_PAGE = 5;

/** Renders a report as a PDF of A4 pages. */
export function reportPdf(layout: ReportLayout, content: Pick<ZContent, 'madeAt' | 'outletName'>): Buffer {
  const lines = reportLines(layout);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_ON_A_PAGE) }, (_, page) =>
    lines.slice(page * LINES_ON_A_PAGE, (page + 1) * LINES_ON_A_PAGE),
  );
  const numberOf = (page: number): number => FIRST_PAGE + page * 2;
  const objects = [
    `<< /Type /Catalog /Pages ${PAGES} 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Kids [${pages.map((_, page) => `${numberOf(page)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    infoOf(layout, content),
    ...pages.flatMap((page, index) => [pageObject(numberOf(index) + 1), streamOf(page, index + 1, pages.length)]),
  ];
  return assembled(objects);
}

function infoOf({ title }: ReportLayout, { madeAt, outletName }: Pick<ZContent, 'madeAt' | 'outletName'>): string {
  const made = `D:${madeAt.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return `<< /Title (${escaped(`${title}, ${outletName}`)}) /Producer (pos-service) /CreationDate (${made}) /ModDate (${made}) >>`;
}

function pageObject(stream: number): string {
  return (
    `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] ` +
    `/Resources << /Font << /F1 ${FONT} 0 R >> >> /Contents ${stream} 0 R >>`
  );
}

function streamOf(lines: readonly string[], page: number, pages: number): string {
  const number = `${page} / ${pages}`.padStart(REPORT_COLUMNS);
  const text = [...lines, ...Array<string>(LINES_ON_A_PAGE - lines.length).fill(''), '', number];
  const shown = text.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const body = `BT /F1 ${FONT_SIZE} Tf ${LEADING} TL ${PAGE.left} ${PAGE.top} Td\n${shown}\nET`;
  return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
}

/** One byte a character from here on, so that lengths are counts of characters. */
function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file +=
    `xref\n0 ${size}\n0000000000 65535 f \n${entries}` +
    `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Characters of Windows-1252 that Latin-1 has elsewhere or not at all. */
const WINDOWS_1252 = new Map([
  ['€', 0x80],
  ['‚', 0x82],
  ['„', 0x84],
  ['…', 0x85],
  ['Š', 0x8a],
  ['Œ', 0x8c],
  ['Ž', 0x8e],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['š', 0x9a],
  ['œ', 0x9c],
  ['ž', 0x9e],
  ['Ÿ', 0x9f],
] as const);

/** A text as a string of PDF. What the font does not have is a question mark: the JSON has it. */
function escaped(text: string): string {
  return Array.from(text, (character) => {
    const code = WINDOWS_1252.get(character as never) ?? character.codePointAt(0) ?? 0;
    if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
    const known =
      (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || WINDOWS_1252.has(character as never);
    return known ? String.fromCharCode(code) : '?';
  }).join('');
}
