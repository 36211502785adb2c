/** Columns that a text takes on a printer: East Asian characters two, marks that stand on others none, all others one. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + columnsOfOne(character), 0);
}

const STANDS_ON_ANOTHER = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Where characters of two columns are (Unicode UAX 11, "W" and "F"), from and to. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1faff],
  [0x20000, 0x3fffd],
];

function columnsOfOne(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (STANDS_ON_ANOTHER.test(character)) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Breaks a text into lines of so many columns: at blanks, words that are too long anywhere. An empty text is one empty line. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    for (const piece of pieces(word, columns)) {
      if (line !== '' && columnsOf(line) + 1 + columnsOf(piece) > columns) {
        lines.push(line);
        line = piece;
      } else {
        line = line === '' ? piece : `${line} ${piece}`;
      }
    }
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && columnsOf(piece) + columnsOf(character) > columns) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

/** A text in the middle of so many columns. */
export function centred(text: string, columns: number): string {
  return `${' '.repeat(Math.max(0, Math.floor((columns - columnsOf(text)) / 2)))}${text}`;
}

/** A text at the right of so many columns. */
export function atRight(text: string, columns: number): string {
  return `${' '.repeat(Math.max(0, columns - columnsOf(text)))}${text}`;
}

/** Two texts at both ends: the right one stands beside the last line of the left one, or below it when both do not fit. */
export function bothEnds(left: string, right: string, columns: number): string[] {
  if (right === '') return wrapped(left, columns);
  const lines = wrapped(left, Math.max(columns - columnsOf(right) - 1, Math.ceil(columns / 2)));
  const last = lines.pop() ?? '';
  const gap = columns - columnsOf(last) - columnsOf(right);
  if (gap >= 1) return [...lines, `${last}${' '.repeat(gap)}${right}`];
  return [...lines, last, ...wrapped(right, columns).map((line) => atRight(line, columns))].filter(
    (line) => line !== '',
  );
}
