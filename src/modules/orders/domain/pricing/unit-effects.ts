import { formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import type { Effect } from './discount.js';
import type { DraftLine } from './draft-line.js';
import { compareFractions, scaled, scaledByUnits, WHOLE_RATE } from './minor-units.js';
import { matches } from './selectors.js';
import { takenByLine, takenByShare, type Making, type Taken } from './taken.js';

type UnitsOff = Extract<Effect, { kind: 'units_off' }>;
type BuyGet = Extract<Effect, { kind: 'buy_get' }>;
type Bundle = Extract<Effect, { kind: 'bundle' }>;

/** The cheapest units with a rate off. */
export function unitsOff({ units, rate }: UnitsOff, lines: readonly DraftLine[]): Taken {
  return rateOff(lines, cheapest(lines, units), rate, `${formatDecimal(rate)} % off the cheapest ${units}`);
}

/** Units with a rate off for units bought. @param getLinesOf lines of `getSelect`, asked for only where it is given. */
export function buyGet(
  effect: BuyGet,
  lines: readonly DraftLine[],
  timesMax: number | null,
  getLinesOf: () => readonly DraftLine[],
): Taken {
  const { buy, get, rate, pick, getSelect } = effect;
  const text = `buy ${buy}, ${get} with ${formatDecimal(rate)} % off`;
  const most = timesMax ?? Number.POSITIVE_INFINITY;
  if (getSelect !== undefined) {
    const bought = new Set(lines);
    const getLines = getLinesOf().filter((draft) => !bought.has(draft));
    const sets = Math.min(most, Math.floor(unitsOf(lines) / buy));
    return rateOff(getLines, cheapest(getLines, sets * get), rate, text);
  }
  const size = buy + get;
  if (pick === 'same_item') return rateOff(lines, cheapestBySku(lines, size, get, most), rate, `${text}, of the same`);
  const sets = Math.min(most, Math.floor(unitsOf(lines) / size));
  return rateOff(lines, cheapest(lines, sets * get), rate, text);
}

/** For each SKU by itself; the times are counted for all together, in the order of first lines. */
function cheapestBySku(lines: readonly DraftLine[], size: number, get: number, most: number): number[] {
  const bySku = new Map<string, number[]>();
  lines.forEach(({ line }, position) => {
    const known = bySku.get(line.sku);
    if (known === undefined) bySku.set(line.sku, [position]);
    else known.push(position);
  });
  const units = lines.map(() => 0);
  let left = most;
  for (const positions of bySku.values()) {
    const ofSku = positions.map((position) => lines[position] as DraftLine);
    const sets = Math.min(left, Math.floor(unitsOf(ofSku) / size));
    left -= sets;
    cheapest(ofSku, sets * get).forEach((count, index) => (units[positions[index] as number] = count));
  }
  return units;
}

/** So many of the parts together at a price, or with something off. */
export function bundle({ parts, offer }: Bundle, lines: readonly DraftLine[], timesMax: number | null): Taken | null {
  const ofParts: DraftLine[][] = parts.map(() => []);
  for (const draft of lines) {
    const part = parts.findIndex(({ select }) => matches(select, draft));
    if (part !== -1) (ofParts[part] as DraftLine[]).push(draft);
  }
  let sets = timesMax ?? Number.POSITIVE_INFINITY;
  parts.forEach(({ quantity }, part) => {
    sets = Math.min(sets, Math.floor(unitsOf(ofParts[part] as DraftLine[]) / quantity));
  });
  if (sets === 0 || parts.length === 0) return null;
  const units = new Map<DraftLine, number>();
  parts.forEach(({ quantity }, part) => {
    const candidates = ofParts[part] as DraftLine[];
    dearest(candidates, sets * quantity).forEach((count, index) => units.set(candidates[index] as DraftLine, count));
  });
  return bundled(lines, units, sets, offer);
}

function bundled(
  eligible: readonly DraftLine[],
  unitsIn: ReadonlyMap<DraftLine, number>,
  sets: number,
  offer: Bundle['offer'],
): Taken {
  const lines = eligible.filter((draft) => (unitsIn.get(draft) ?? 0) > 0);
  const units = lines.map((draft) => unitsIn.get(draft) ?? 0);
  const amounts = lines.map((draft, index) => scaled(draft.remaining, (units[index] ?? 0) * 1_000_000, draft.quantity));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const making: Making = { units, text: `${sets} × a bundle` };
  if ('rate' in offer) {
    const off = scaled(whole, Number(offer.rate), WHOLE_RATE);
    const text = `${making.text} with ${formatDecimal(offer.rate)} % off`;
    return takenByShare(lines, within(off, whole), amounts, { ...making, rate: offer.rate, text });
  }
  const off = 'price' in offer ? whole - offer.price.amount * sets : offer.amountOff.amount * sets;
  const each = 'price' in offer ? `for ${offer.price.amount}` : `with ${offer.amountOff.amount} off`;
  return takenByShare(lines, within(off, whole), amounts, { ...making, text: `${making.text} ${each} minor units` });
}

function within(amount: number, most: number): number {
  return Math.min(Math.max(amount, 0), most);
}

function rateOff(lines: readonly DraftLine[], units: readonly number[], rate: Decimal, text: string): Taken {
  const amounts = lines.map(({ remaining, quantity }, index) => {
    const count = units[index] ?? 0;
    return count === 0 ? 0 : scaledByUnits(remaining, count, Number(rate), quantity);
  });
  return takenByLine(lines, amounts, { rate, units, text });
}

function unitsOf(lines: readonly DraftLine[]): number {
  let total = 0;
  for (const { units } of lines) total += units;
  return total;
}

/** How many units of each line are among the cheapest; of equal ones the last come first. */
function cheapest(lines: readonly DraftLine[], count: number): number[] {
  return firstUnits(lines, count, (a, b) => byWorth(a, b) || b.index - a.index);
}

/** How many units of each line are among the dearest; of equal ones the first come first. */
function dearest(lines: readonly DraftLine[], count: number): number[] {
  return firstUnits(lines, count, (a, b) => byWorth(b, a) || a.index - b.index);
}

function byWorth(a: DraftLine, b: DraftLine): number {
  return compareFractions(a.remaining, a.quantity, b.remaining, b.quantity);
}

function firstUnits(
  lines: readonly DraftLine[],
  count: number,
  order: (a: DraftLine, b: DraftLine) => number,
): number[] {
  const picked = lines.map(() => 0);
  let left = count;
  if (left === 0) return picked;
  const positions = lines.map((_, position) => position);
  positions.sort((a, b) => order(lines[a] as DraftLine, lines[b] as DraftLine));
  for (const position of positions) {
    const units = Math.min(left, (lines[position] as DraftLine).units);
    picked[position] = units;
    left -= units;
    if (left === 0) break;
  }
  return picked;
}
