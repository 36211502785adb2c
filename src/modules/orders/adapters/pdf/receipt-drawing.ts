import { encoded, printable } from '../../domain/code-pages.js';
import { bothEnds, centred, wrapped } from '../../domain/column-text.js';
import type { ReceiptBlock } from '../../domain/receipt-layout.js';
import { darkRuns, QR_MARGIN, QR_MIN_MM, type QrModules } from '../../domain/receipt-qr.js';
import { columnsOn, type ReceiptPaper } from '../../domain/receipt-text.js';

const POINTS_PER_MM = 72 / 25.4;
/** Courier's characters are all as wide as this part of its size. */
const COURIER = 0.6;
/** What printers reach of the paper. */
const PRINTED_MM = { 58: 48, 80: 72 } as const;
const MARGIN = 8;
const LEADING = 1.25;

/** Something on a page: how high it is in points, and its commands once it is known where its top stands. */
interface Drawn {
  readonly height: number;
  readonly commands: (top: number) => string;
}

/** A page of PDF: its measures in points, and the commands that fill it, one byte a character. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly commands: string;
}

/** Draws a receipt on one page as wide as the paper. Fonts: `F1` for text, `F2` for what is bold. */
export function drawReceipt(blocks: readonly ReceiptBlock[], paper: ReceiptPaper, qr: QrModules): DrawnPage {
  const drawing = new ReceiptDrawing(paper, qr);
  const drawn = blocks.flatMap((block) => drawing.of(block));
  const height = Math.ceil(drawn.reduce((sum, one) => sum + one.height, 2 * MARGIN));
  let top = height - MARGIN;
  const commands = drawn.map((one) => {
    const text = one.commands(top);
    top -= one.height;
    return text;
  });
  return { width: drawing.width, height, commands: commands.join('\n') };
}

class ReceiptDrawing {
  readonly width: number;
  private readonly columns: number;
  private readonly left: number;
  private readonly size: number;

  constructor(
    paper: ReceiptPaper,
    private readonly qr: QrModules,
  ) {
    this.width = round(paper * POINTS_PER_MM);
    this.columns = columnsOn(paper);
    this.left = round(((paper - PRINTED_MM[paper]) / 2) * POINTS_PER_MM);
    this.size = round((PRINTED_MM[paper] * POINTS_PER_MM) / this.columns / COURIER - 0.005);
  }

  of(block: ReceiptBlock): Drawn[] {
    switch (block.kind) {
      case 'mark':
        return this.lines(2, (columns) => middle(`* ${block.text} *`, columns));
      case 'heading':
        return this.lines(1.5, (columns) => middle(block.text, columns));
      case 'centred':
        return this.lines(1, (columns) => middle(block.text, columns));
      case 'detail':
        return this.lines(1, (columns) => wrapped(known(block.text), columns - 2).map((line) => `  ${line}`));
      case 'row':
      case 'fiscal':
        return this.lines(1, (columns) => bothEnds(known(block.left), known(block.right), columns));
      case 'total':
        return this.lines(2, (columns) => bothEnds(known(block.left), known(block.right), columns));
      case 'rule':
        return [this.rule()];
      case 'qr':
        return [this.qrCode(block.text)];
    }
  }

  /** Lines in a size so many times the usual one; what is larger is bold. */
  private lines(times: number, write: (columns: number) => string[]): Drawn[] {
    const size = round(this.size * times);
    const font = times === 1 ? 'F1' : 'F2';
    return write(Math.floor(this.columns / times)).map((line) => ({
      height: size * LEADING,
      commands: (top) => `BT /${font} ${size} Tf ${this.left} ${round(top - size)} Td (${pdfText(line)}) Tj ET`,
    }));
  }

  private rule(): Drawn {
    const [from, to] = [this.left, round(this.width - this.left)];
    return {
      height: this.size,
      commands: (top) => `0.5 w ${from} ${round(top - this.size / 2)} m ${to} ${round(top - this.size / 2)} l S`,
    };
  }

  private qrCode(text: string): Drawn {
    const modules = this.qr(text);
    const module = (QR_MIN_MM * POINTS_PER_MM) / modules.length;
    const side = module * (modules.length + 2 * QR_MARGIN);
    const left = (this.width - module * modules.length) / 2;
    const squares = (top: number): string[] =>
      modules.flatMap((row, y) =>
        darkRuns(row).map(({ from, length }) => {
          const [x, bottom] = [left + from * module, top - (QR_MARGIN + y + 1) * module];
          return `${fine(x)} ${fine(bottom)} ${fine(length * module)} ${fine(module)} re`;
        }),
      );
    return { height: side, commands: (top) => `${squares(top).join('\n')}\nf` };
  }
}

function middle(text: string, columns: number): string[] {
  return wrapped(known(text), columns).map((line) => centred(line, columns));
}

/** What the font has not is written as what looks like it: the JSON and the HTML have it. */
function known(text: string): string {
  return printable(text, 'windows1252');
}

/** The inside of a string of PDF, in the font's encoding. */
function pdfText(text: string): string {
  return String.fromCharCode(...encoded(text, 'windows1252')).replaceAll(/[()\\]/g, (character) => `\\${character}`);
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function fine(points: number): string {
  return points.toFixed(3);
}
