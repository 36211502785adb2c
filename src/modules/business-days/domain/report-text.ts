import type { ReportLayout } from './report-layout.js';
import type { LayoutRow } from './report-rows.js';

/** Characters in a line: a thermal printer's on paper of 80 mm, as for receipts. */
export const REPORT_COLUMNS = 48;
const COUNT_COLUMNS = 7;

/** Renders a report as lines of at most 48 characters. */
export function reportLines({ title, heading, sections, footer }: ReportLayout): string[] {
  const rule = '-'.repeat(REPORT_COLUMNS);
  return [
    ...wrapped(title).map(centred),
    ...heading.flatMap((line) => wrapped(line)).map(centred),
    ...sections.flatMap(({ title: name, rows }) => [rule, ...wrapped(name.toUpperCase()), ...rows.flatMap(rowLines)]),
    rule,
    ...footer.flatMap((line) => wrapped(line)),
  ].map((line) => line.trimEnd());
}

/** Renders a report as plain text. */
export function reportText(layout: ReportLayout): string {
  return reportLines(layout)
    .map((line) => `${line}\n`)
    .join('');
}

// The amount stands beside the last line of the label, or below it when both do not fit.
function rowLines({ label, count, value, total }: LayoutRow): string[] {
  const right = `${count === null ? '' : `${count} x`.padStart(COUNT_COLUMNS)}${value === null ? '' : ` ${value.padStart(13)}`}`;
  const lines = wrapped(label, right === '' ? REPORT_COLUMNS : Math.max(REPORT_COLUMNS - widthOf(right) - 1, 20));
  const last = lines.pop() ?? '';
  const gap = REPORT_COLUMNS - widthOf(last) - widthOf(right);
  const beside = gap >= 0 ? [`${last}${' '.repeat(gap)}${right}`] : [last, right.padStart(REPORT_COLUMNS)];
  return [...(total ? ['='.repeat(REPORT_COLUMNS)] : []), ...lines, ...beside];
}

function centred(line: string): string {
  return `${' '.repeat(Math.max(0, Math.floor((REPORT_COLUMNS - widthOf(line)) / 2)))}${line}`;
}

/** Breaks text at blanks, and words that are too long anywhere; what begins indented stays so. */
function wrapped(text: string, width: number = REPORT_COLUMNS): string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const room = width - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    for (const piece of pieces(word, room)) {
      if (line !== '' && widthOf(line) + 1 + widthOf(piece) > room) {
        lines.push(line);
        line = piece;
      } else {
        line = line === '' ? piece : `${line} ${piece}`;
      }
    }
  }
  return [...lines, line].map((one) => indent + one);
}

function pieces(word: string, width: number): string[] {
  const characters = Array.from(word);
  const count = Math.max(1, Math.ceil(characters.length / width));
  return Array.from({ length: count }, (_, index) => characters.slice(index * width, (index + 1) * width).join(''));
}

// Code points: the printer's characters are all one column wide.
function widthOf(text: string): number {
  return Array.from(text).length;
}
