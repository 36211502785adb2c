import type { ReceiptBlock } from './receipt-layout.js';

/** Characters in a line of common thermal printers: 32 on paper of 58 mm, 48 on 80 mm. */
export type ReceiptColumns = 32 | 48;

/** Renders a receipt as plain text, every line at most `columns` characters wide and ended by a line feed. */
export function renderReceiptText(blocks: readonly ReceiptBlock[], columns: ReceiptColumns): string {
  const lines = blocks.flatMap((block) => linesOf(block, columns));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function linesOf(block: ReceiptBlock, columns: number): string[] {
  switch (block.kind) {
    case 'mark':
      return wrap(`*** ${block.text} ***`, columns).map((line) => centre(line, columns));
    case 'heading':
    case 'centred':
      return wrap(block.text, columns).map((line) => centre(line, columns));
    case 'detail':
      return wrap(block.text, columns - 2).map((line) => `  ${line}`);
    case 'row':
      return row(block.left, block.right, columns);
    case 'total':
      return ['='.repeat(columns), ...row(block.left, block.right, columns), '='.repeat(columns)];
    case 'rule':
      return ['-'.repeat(columns)];
  }
}

// The right side stands beside the last line of the left one, or below it when both do not fit.
function row(left: string, right: string, columns: number): string[] {
  const lines = wrap(left, Math.max(columns - widthOf(right) - 1, Math.ceil(columns / 2)));
  const last = lines.pop() ?? '';
  const gap = columns - widthOf(last) - widthOf(right);
  if (gap >= 1) return [...lines, `${last}${' '.repeat(gap)}${right}`];
  return [...lines, last, ...wrap(right, columns).map((line) => line.padStart(columns))];
}

function centre(line: string, columns: number): string {
  return `${' '.repeat(Math.floor((columns - widthOf(line)) / 2))}${line}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    for (const piece of pieces(word, width)) {
      if (line !== '' && widthOf(line) + 1 + widthOf(piece) > width) {
        lines.push(line);
        line = piece;
      } else {
        line = line === '' ? piece : `${line} ${piece}`;
      }
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number): string[] {
  const characters = Array.from(word);
  const count = Math.ceil(characters.length / width);
  return Array.from({ length: count }, (_, index) => characters.slice(index * width, (index + 1) * width).join(''));
}

// Code points, not UTF-16 units; a thermal printer's characters are all one column wide.
function widthOf(text: string): number {
  return Array.from(text).length;
}
