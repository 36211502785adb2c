import type { Money } from '../../../../sdk/src/money.js';

/** How many of each coin and note were counted, as typed. A value. */
export interface CountSheet {
  readonly currency: string;
  /** In minor units, the largest first. */
  readonly pieces: readonly number[];
  readonly typed: ReadonlyMap<number, string>;
}

/** Of one coin or note, at most. */
const DIGITS_MAX = 6;

/** Nothing counted yet. */
export function emptySheet(currency: string, pieces: readonly number[]): CountSheet {
  return { currency, pieces, typed: new Map() };
}

/** Writes down how many of a piece there are: one number for each. What is no digit is left out. */
export function count(sheet: CountSheet, piece: number, typed: string): CountSheet {
  const digits = typed.replace(/\D/g, '').slice(0, DIGITS_MAX);
  return { ...sheet, typed: new Map([...sheet.typed, [piece, digits]]) };
}

/** What was counted of a piece. */
export function countOf({ typed }: CountSheet, piece: number): number {
  return Number(typed.get(piece) ?? '');
}

/** What it comes to. */
export function totalOf(sheet: CountSheet): Money {
  const amount = sheet.pieces.reduce((total, piece) => total + piece * countOf(sheet, piece), 0);
  return { amount, currency: sheet.currency };
}

/** As a count names it: what is there. An empty drawer names nothing. */
export function countedPieces(sheet: CountSheet): { denomination: number; count: number }[] {
  return sheet.pieces
    .map((denomination) => ({ denomination, count: countOf(sheet, denomination) }))
    .filter(({ count: many }) => many > 0);
}
