/** A line as it stands on paper. */
export interface PrintedLine {
  readonly text: string;
  /** How many times as wide and as high as usual. */
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
}

/** What came out of the printer. */
export interface PrintedPaper {
  readonly lines: readonly PrintedLine[];
  readonly qr: readonly { readonly module: number; readonly level: number; readonly text: string }[];
  readonly kicks: number;
  readonly cuts: readonly number[];
}

const WINDOWS_1252 = 16;
/** What Windows-1252 has from 0x80 to 0x9f; all else above 0x80 is as in Latin-1. */
const C1 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Reads the bytes of ESC/POS as a printer does. @throws Error at a command that no receipt needs, or at a byte that is no letter. */
export function printedBy(bytes: Uint8Array): PrintedPaper {
  return new PaperReader(bytes).read();
}

class PaperReader {
  private readonly lines: PrintedLine[] = [];
  private readonly qr: { module: number; level: number; text: string }[] = [];
  private readonly cuts: number[] = [];
  private kicks = 0;
  private at = 0;
  private line: number[] = [];
  private style = { wide: 1, high: 1, bold: false };
  private page = 0;
  private code = { module: 0, level: 0, text: '' };

  constructor(private readonly bytes: Uint8Array) {}

  read(): PrintedPaper {
    while (this.at < this.bytes.length) this.step(this.next());
    if (this.line.length > 0) throw new Error('the last line was not ended');
    return { lines: this.lines, qr: this.qr, kicks: this.kicks, cuts: this.cuts };
  }

  private step(byte: number): void {
    if (byte === 0x1b) this.escape(this.next());
    else if (byte === 0x1d) this.group(this.next());
    else if (byte === 0x0a) this.endLine();
    else if (byte >= 0x20 && byte !== 0x7f) this.line.push(byte);
    else throw new Error(`not a letter: ${byte}`);
  }

  private escape(command: number): void {
    switch (command) {
      case 0x40:
        this.style = { wide: 1, high: 1, bold: false };
        return;
      case 0x74:
        this.page = this.next();
        return;
      case 0x61:
        return void this.next();
      case 0x64:
        return void this.next();
      case 0x45:
        this.style = { ...this.style, bold: this.next() === 1 };
        return;
      case 0x70:
        this.kicks += 1;
        this.at += 3;
        return;
      default:
        throw new Error(`unknown: ESC ${command}`);
    }
  }

  private group(command: number): void {
    if (command === 0x21) {
      const size = this.next();
      this.style = { ...this.style, wide: (size >> 4) + 1, high: (size & 7) + 1 };
    } else if (command === 0x56) {
      this.cuts.push(this.next());
      this.at += 1;
    } else if (command === 0x28 && this.next() === 0x6b) {
      this.symbol();
    } else {
      throw new Error(`unknown: GS ${command}`);
    }
  }

  private symbol(): void {
    const length = this.next() + this.next() * 256;
    const [, what, ...parameters] = this.bytes.slice(this.at, this.at + length);
    this.at += length;
    if (what === 0x43) this.code.module = parameters[0] ?? 0;
    else if (what === 0x45) this.code.level = parameters[0] ?? 0;
    else if (what === 0x50) this.code.text = new TextDecoder().decode(Uint8Array.from(parameters.slice(1)));
    else if (what === 0x51) this.qr.push({ ...this.code });
  }

  private endLine(): void {
    this.lines.push({ text: this.decoded(), ...this.style });
    this.line = [];
  }

  private decoded(): string {
    const isLatin = this.page === WINDOWS_1252;
    const letter = (byte: number): string =>
      isLatin && byte >= 0x80 && byte < 0xa0 ? (C1[byte - 0x80] ?? '') : String.fromCharCode(byte);
    return this.line.map(letter).join('');
  }

  private next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error('the bytes end in a command');
    this.at += 1;
    return byte;
  }
}
