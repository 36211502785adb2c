import { codePageNumber, encoded, printable, type CodePage } from './code-pages.js';
import { atRight, bothEnds, centred, wrapped } from './column-text.js';
import type { ReceiptBlock } from './receipt-layout.js';
import { QR_MIN_MM } from './receipt-qr.js';
import { columnsOn, type ReceiptPaper } from './receipt-text.js';

/** How a printer of ESC/POS is told. */
export interface EscPosOptions {
  readonly paper: ReceiptPaper;
  /** Which characters it has; those that it has not are written as what looks like them. */
  readonly codepage: CodePage;
  readonly cut: 'none' | 'partial' | 'full';
  /** Opens the drawer that is plugged into it, before it prints. */
  readonly drawerKick: boolean;
}

const ESC = 0x1b;
const GS = 0x1d;
const LINE_FEED = 0x0a;
const NORMAL = 0x00;
const DOUBLE_HEIGHT = 0x01;
const DOUBLE = 0x11;

/** Opens the cash drawer at the printer's first pin: 50 ms on, 500 ms off. */
export const DRAWER_KICK: readonly number[] = [ESC, 0x70, 0, 25, 250];

/** The commands of thermal printers (Epson ESC/POS) for a receipt. Nothing asks the printer back. */
export function renderReceiptEscPos(blocks: readonly ReceiptBlock[], options: EscPosOptions): Uint8Array {
  const { codepage, cut, drawerKick } = options;
  return Uint8Array.from([
    ...[ESC, 0x40],
    ...[ESC, 0x74, codePageNumber(codepage)],
    ...(drawerKick ? DRAWER_KICK : []),
    ...blocks.flatMap((block) => bytesOf(block, options)),
    ...cutting(cut),
  ]);
}

// Lines are filled up with blanks rather than aligned by the printer, so that they are the same on every make.
function bytesOf(block: ReceiptBlock, { paper, codepage }: EscPosOptions): number[] {
  const columns = columnsOn(paper);
  const write = (texts: readonly string[]): number[] =>
    texts.flatMap((text) => [...encoded(text, codepage), LINE_FEED]);
  const middle = (text: string, width: number): string[] =>
    wrapped(printable(text, codepage), width).map((line) => centred(line, width));
  switch (block.kind) {
    case 'mark':
      return inSize(DOUBLE, write(middle(`* ${block.text} *`, columns / 2)));
    case 'heading':
      return inSize(DOUBLE_HEIGHT, write(middle(block.text, columns)));
    case 'centred':
      return write(middle(block.text, columns));
    case 'detail':
      return write(wrapped(printable(block.text, codepage), columns - 2).map((line) => `  ${line}`));
    case 'row':
    case 'fiscal':
      return write(bothEnds(printable(block.left, codepage), printable(block.right, codepage), columns));
    case 'total':
      return inSize(
        DOUBLE,
        write(totalLines(printable(block.left, codepage), printable(block.right, codepage), columns / 2)),
      );
    case 'rule':
      return write(['-'.repeat(columns)]);
    case 'qr':
      return qrCode(block.text);
  }
}

// An amount is never broken: in large type it has a line of its own where it must.
function totalLines(left: string, right: string, columns: number): string[] {
  if (left.length + 1 + right.length <= columns) return bothEnds(left, right, columns);
  return [...wrapped(left, columns), ...wrapped(right, columns).map((line) => atRight(line, columns))];
}

function inSize(size: number, bytes: readonly number[]): number[] {
  return [...[GS, 0x21, size], ...[ESC, 0x45, 1], ...bytes, ...[ESC, 0x45, 0], ...[GS, 0x21, NORMAL]];
}

/** Feeds as far as the knife, then cuts. */
function cutting(cut: EscPosOptions['cut']): number[] {
  if (cut === 'none') return [ESC, 0x64, 4];
  return [GS, 0x56, cut === 'full' ? 65 : 66, 0];
}

/** Of common thermal heads: 203 dots an inch. */
const DOTS_PER_MM = 8;
/** Characters that versions 1 to 10 hold at level M in the denser alphanumeric mode, which the printer may choose (ISO/IEC 18004). */
const HELD = [20, 38, 61, 90, 122, 154, 178, 221, 262, 311] as const;
const MODULES_OF_FIRST = 21;
const MODULES_MORE = 4;
const LARGEST_MODULE = 16;

/** The printer's own QR code, in the middle, at least 25 mm wide whichever way the printer encodes it. */
function qrCode(text: string): number[] {
  const data = Array.from(new TextEncoder().encode(text));
  const version = HELD.findIndex((held) => data.length <= held);
  const modules = MODULES_OF_FIRST + MODULES_MORE * (version < 0 ? HELD.length : version);
  const size = Math.min(LARGEST_MODULE, Math.ceil((QR_MIN_MM * DOTS_PER_MM) / modules));
  return [
    ...[ESC, 0x61, 1],
    ...qrCommand(0x41, [50, 0]),
    ...qrCommand(0x43, [size]),
    // 49 is level M.
    ...qrCommand(0x45, [49]),
    ...qrCommand(0x50, [48, ...data]),
    ...qrCommand(0x51, [48]),
    ...[LINE_FEED, ESC, 0x61, 0],
  ];
}

function qrCommand(what: number, parameters: readonly number[]): number[] {
  const length = parameters.length + 2;
  return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, what, ...parameters];
}
