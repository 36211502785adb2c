import { allocate, sum, type Money } from '../../../../sdk/src/money.js';

/** Parts of a bill, at most. */
export const PARTS_MAX = 50;
/** A line is torn into pieces up to this quantity; more is one piece. */
const PIECES_MAX = 24;

/** One thing that a guest takes over: a line, or one piece of it. */
export interface Piece {
  /** Of the line, and which piece of it. */
  readonly id: string;
  readonly lineId: string;
  readonly name: string;
  readonly amount: Money;
}

/** What is read of a line to tear it into pieces. */
export interface LineToSplit {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  readonly total: Money;
}

/**
 * Parts as equal as they can be: they sum to the bill to the minor unit (DOMAIN P4), the larger ones first.
 * @param step the smallest coin in minor units: parts are multiples of it, and what is finer is with the last, which settles.
 * @throws RangeError for fewer than 1 part or more than `PARTS_MAX`.
 */
export function splitEvenly(due: Money, parts: number, step = 1): Money[] {
  if (!Number.isInteger(parts) || parts < 1 || parts > PARTS_MAX) throw new RangeError(`${parts} parts`);
  const { currency } = due;
  const rest = due.amount % step;
  const coins = allocate(
    { amount: (due.amount - rest) / step, currency },
    Array.from({ length: parts }, () => 1n),
  );
  return coins.map(({ amount }, index) => ({ amount: amount * step + (index === parts - 1 ? rest : 0), currency }));
}

/** An amount, and what it leaves. `null` where it is nothing, or all: that is no split. */
export function splitByAmount(due: Money, first: Money): Money[] | null {
  if (first.amount <= 0 || first.amount >= due.amount) return null;
  return [first, { amount: due.amount - first.amount, currency: due.currency }];
}

/**
 * The bill torn into pieces that sum to what is due: tax on top, service charge, tip and discounts go along in proportion.
 * A line of several pieces is torn into them; what was weighed stays whole.
 */
export function piecesOf(lines: readonly LineToSplit[], due: Money): Piece[] {
  const torn = lines.flatMap((line) => {
    const count = /^\d+$/.test(line.quantity) ? Number(line.quantity) : 1;
    const pieces = count >= 1 && count <= PIECES_MAX ? count : 1;
    const shares = allocate(
      line.total,
      Array.from({ length: pieces }, () => 1n),
    );
    return shares.map((share, index) => ({ id: `${line.id}/${index}`, lineId: line.id, name: line.name, share }));
  });
  if (torn.length === 0) return [];
  const amounts = allocate(
    due,
    torn.map(({ share }) => BigInt(Math.max(0, share.amount))),
  );
  return torn.map(({ id, lineId, name }, index) => ({ id, lineId, name, amount: amounts[index] as Money }));
}

/** What the pieces that were chosen come to. */
export function worthOf(pieces: readonly Piece[], chosen: ReadonlySet<string>, currency: string): Money {
  return sum(
    pieces.filter(({ id }) => chosen.has(id)).map(({ amount }) => amount),
    currency,
  );
}
