import type { Basket, BasketLine } from './basket.js';
import type { PricedOrder } from './sdk-types.js';

/** A row of the basket as it is shown. */
export interface BasketRow {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  /** What was chosen with it, one text for each. */
  readonly details: readonly string[];
  readonly note: string | null;
  /** Before discounts; `null` until it is priced. */
  readonly gross: number | null;
  /** What came off, as a positive number; 0: nothing. */
  readonly off: number;
  /** Whether the kitchen was told of it. */
  readonly sent: boolean;
}

type OrderLine = PricedOrder['lines'][number];

/** The rows of a basket with the amounts of the order that it was priced to. A combo is one row with the sum of its parts. */
export function basketRows({ lines }: Basket, order: PricedOrder | null): readonly BasketRow[] {
  const byRow = new Map<string, OrderLine[]>();
  for (const line of order?.lines ?? []) {
    const row = line.combo?.id ?? line.id;
    const found = byRow.get(row);
    if (found === undefined) byRow.set(row, [line]);
    else found.push(line);
  }
  return lines.map((line) => rowOf(line, byRow.get(line.id) ?? []));
}

function rowOf({ id, name, quantity, note, components, sent }: BasketLine, priced: readonly OrderLine[]): BasketRow {
  const gross = priced.length === 0 ? null : sumOf(priced, (line) => line.gross.amount);
  const off = sumOf(priced, (line) => line.discount.amount);
  const isCombo = components.length > 0 || (priced[0]?.combo ?? null) !== null;
  const parts = priced.flatMap((line) => (isCombo ? [line.name, ...chosenIn(line)] : chosenIn(line)));
  return { id, name, quantity, details: parts, note, gross, off, sent: sent === true };
}

function chosenIn({ modifiers }: OrderLine): readonly string[] {
  return modifiers.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`));
}

function sumOf(lines: readonly OrderLine[], amount: (line: OrderLine) => number): number {
  return lines.reduce((sum, line) => sum + amount(line), 0);
}

/** The oldest that a guest must be for what is in the basket; `null`: anybody may buy it. */
export function ageToCheck({ lines }: Basket, minimumAge: (sku: string) => number | null): number | null {
  const skus = lines.flatMap(({ sku, components }) => [sku, ...components.map((part) => part.sku)]);
  return skus.reduce<number | null>((oldest, sku) => {
    const age = minimumAge(sku);
    return age === null ? oldest : Math.max(oldest ?? 0, age);
  }, null);
}

/** Who was born on this day or before is of age: `2008-11-21`. @param today of the outlet, `YYYY-MM-DD`. */
export function bornBy(today: string, age: number): string {
  const [year = '', month = '', day = ''] = today.split('-');
  const born = Number(year) - age;
  // Who was born on 29 February is of age on 1 March of a common year; on a leap day that is all born before March.
  const isLeapDay = month === '02' && day === '29' && new Date(Date.UTC(born, 1, 29)).getUTCMonth() !== 1;
  return `${born}-${month}-${isLeapDay ? '28' : day}`;
}
