import { bothEnds, centred, wrapped } from './column-text.js';
import type { ReceiptBlock } from './receipt-layout.js';

/** Characters in a line of common thermal printers: 32 on paper of 58 mm, 48 on 80 mm. */
export type ReceiptColumns = 32 | 48;

/** The width of a roll of paper, in millimetres. */
export type ReceiptPaper = 58 | 80;

/** Characters in a line on paper of that width. */
export function columnsOn(paper: ReceiptPaper): ReceiptColumns {
  return paper === 58 ? 32 : 48;
}

/**
 * Renders a receipt as plain text, every line at most `columns` characters wide and ended by a line feed. It has no QR code: what that
 * says stands in the receipt.
 */
export function renderReceiptText(blocks: readonly ReceiptBlock[], columns: ReceiptColumns): string {
  const lines = blocks.flatMap((block) => linesOf(block, columns));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function linesOf(block: ReceiptBlock, columns: number): string[] {
  switch (block.kind) {
    case 'mark':
      return wrapped(`*** ${block.text} ***`, columns).map((line) => centred(line, columns));
    case 'heading':
    case 'centred':
      return wrapped(block.text, columns).map((line) => centred(line, columns));
    case 'detail':
      return wrapped(block.text, columns - 2).map((line) => `  ${line}`);
    case 'row':
    case 'fiscal':
      return bothEnds(block.left, block.right, columns);
    case 'total':
      return ['='.repeat(columns), ...bothEnds(block.left, block.right, columns), '='.repeat(columns)];
    case 'rule':
      return ['-'.repeat(columns)];
    case 'qr':
      return [];
  }
}
