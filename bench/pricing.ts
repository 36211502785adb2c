import type { WallClock } from '../src/kernel/business-time.js';
import { decimal } from '../src/kernel/decimal.js';
import { money, zero, type Money } from '../src/kernel/money.js';
import type { BasketLine, PricingInput } from '../src/modules/orders/domain/pricing/basket.js';
import type { Discount, Effect, Selector } from '../src/modules/orders/domain/pricing/discount.js';
import { price } from '../src/modules/orders/domain/pricing/price.js';
import { encodeInput, outcomeText } from '../src/modules/orders/domain/pricing/pricing-record.js';
import type { Tax, TaxGroup } from '../src/modules/orders/domain/pricing/tax-group.js';
import type { PricingInput as PricingInputOfEngine1 } from '../src/modules/orders/domain/pricing/v1/basket.js';
import { price as priceByEngine1 } from '../src/modules/orders/domain/pricing/v1/price.js';

// What one pricing costs in process, without HTTP and database. Engine 1, which knew no promotions, prices the same lines in the
// same run, call by call in turn: the ratio is worth keeping, the absolute figures belong to the machine. `make bench-pricing`.
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 4000);
const WARM_UP = 1500;
/** The promise: 50 lines with 200 active promotions. */
const TARGET_MS = 1;

const CATEGORIES = ['Coffee', 'Tea', 'Bakery', 'Lunch', 'Drinks', 'Sweets', 'Snacks', 'Extras'];
const FRIDAY: WallClock = { localDate: '2026-11-20', dayBefore: '2026-11-19', weekday: 5, minute: 1050 };
const usd = (minor: number): Money => money(minor, 'USD');
const vat = (rate: string): Tax => ({ code: 'VAT', name: 'VAT', rate: decimal(rate), compound: false });
const groups: readonly TaxGroup[] = [
  { code: 'standard', mode: 'inclusive', taxes: [vat('19')] },
  { code: 'reduced', mode: 'inclusive', taxes: [vat('7')] },
];

function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length] as Value;
}

function basketOf(count: number, discounts: readonly Discount[]): PricingInput {
  const lines = Array.from({ length: count }, (_, number): BasketLine => {
    return {
      lineId: `0195934e-7a00-7000-8000-${String(number).padStart(12, '0')}`,
      sku: `sku-${number}`,
      name: `Item ${number}`,
      category: pick(CATEGORIES, number),
      quantity: decimal(number % 7 === 3 ? '0.482' : String(1 + (number % 3))),
      listPrice: usd(250 + ((number * 137) % 1900)),
      priceSteps: [],
      modifiers: [],
      combo: null,
      taxGroup: pick(groups, number),
      clock: FRIDAY,
      discountable: true,
    };
  });
  return {
    engineVersion: '2',
    currency: 'USD',
    channel: 'counter',
    taxRounding: 'receipt',
    taxExempt: false,
    clock: FRIDAY,
    lines,
    combos: [],
    discounts,
    serviceCharge: null,
    tip: zero('USD'),
  };
}

function sameForEngine1({ currency, channel, taxRounding, taxExempt, lines }: PricingInput): PricingInputOfEngine1 {
  const own = lines.map(({ lineId, sku, name, category, quantity, listPrice, taxGroup }) => {
    return { lineId, sku, name, category, quantity, unitPrice: listPrice, taxGroup };
  });
  return { engineVersion: '1', currency, channel, taxRounding, taxExempt, lines: own };
}

const EFFECTS: readonly Effect[] = [
  { kind: 'percent_off', rate: decimal('10') },
  { kind: 'amount_off', amount: usd(20) },
  { kind: 'fixed_price', price: usd(199) },
  { kind: 'quantity_break', of: 'item', tiers: [{ from: decimal('2'), rate: decimal('5') }] },
  { kind: 'buy_get', buy: 1, get: 1, rate: decimal('50'), pick: 'cheapest' },
  { kind: 'units_off', units: 1, rate: decimal('25') },
  {
    kind: 'bundle',
    parts: ['Coffee', 'Bakery'].map((category) => ({
      select: { categories: [category], comboParts: false },
      quantity: 1,
    })),
    offer: { rate: decimal('10') },
  },
];

/** A house's rules: many about items that are not in this basket, some at other hours, some not met, about twenty that apply. */
function promotions(count: number): Discount[] {
  return Array.from({ length: count }, (_, number): Discount => {
    const isAbroad = number % 10 < 6 && number % 20 !== 5;
    const isClosed = number % 10 === 6 || number % 10 === 7;
    const isUnmet = number % 10 === 8;
    const skus = [0, 1, 2].map((step) => `sku-${isAbroad ? 1000 + number + step : (number + step * 7) % 50}`);
    const select: Selector =
      number % 20 === 19 ? { categories: [pick(CATEGORIES, number)], comboParts: false } : { skus, comboParts: false };
    const hours = { weekdays: [1, 2, 3, 4, 5], from: isClosed ? '07:00' : '16:00', to: isClosed ? '09:00' : '19:00' };
    return {
      source: 'promotion',
      id: `0195934e-7b00-7000-8000-${String((number * 7919) % 100_000).padStart(12, '0')}`,
      version: 1,
      name: `Promotion ${number}`,
      code: null,
      priority: (number * 31) % 100,
      level: number % 40 === 39 ? 'order' : 'line',
      select: number % 10 === 9 && number % 7 === 6 ? { comboParts: false } : select,
      schedule: number % 2 === 0 || isClosed ? { windows: [hours] } : null,
      conditions: isUnmet ? { select, minAmount: usd(1_000_000) } : null,
      effect: pick(EFFECTS, Math.floor(number / 10) + number),
      exclusiveGroup: number % 50 === 49 ? 'best' : null,
      stackable: true,
      timesMax: null,
      amountMax: number % 30 === 29 ? usd(300) : null,
    };
  });
}

interface Measured {
  readonly p50: number;
  readonly p95: number;
}

/** Times the tasks call by call in turn, so that what disturbs the machine disturbs all of them. */
function measure(tasks: readonly (() => unknown)[]): Measured[] {
  for (let round = 0; round < WARM_UP; round += 1) for (const task of tasks) task();
  const times = tasks.map(() => new Float64Array(ROUNDS));
  for (let round = 0; round < ROUNDS; round += 1) {
    tasks.forEach((task, index) => {
      const start = process.hrtime.bigint();
      task();
      (times[index] as Float64Array)[round] = Number(process.hrtime.bigint() - start) / 1e6;
    });
  }
  return times.map((taken) => {
    taken.sort();
    return { p50: taken[Math.floor(ROUNDS * 0.5)] ?? NaN, p95: taken[Math.floor(ROUNDS * 0.95)] ?? NaN };
  });
}

function report(title: string, input: PricingInput): Measured {
  const old = sameForEngine1(input);
  const basket = price(input);
  const applied = new Set(basket.lines.flatMap(({ applications }) => applications.map(({ id }) => id))).size;
  const [engine2, engine1, kept] = measure([
    () => price(input),
    () => priceByEngine1(old),
    () => [JSON.stringify(encodeInput(input)), outcomeText(basket)],
  ]) as [Measured, Measured, Measured];
  const row = (name: string, { p50, p95 }: Measured) => {
    const ratio = `${(p50 / engine1.p50).toFixed(2)} ×`;
    return `  ${name.padEnd(28)} ${p50.toFixed(4).padStart(9)} ${p95.toFixed(4).padStart(9)} ${ratio.padStart(9)}`;
  };
  console.log(`${title}; ${input.discounts.length} promotions, ${applied} apply`);
  console.log(`  ${''.padEnd(28)} ${'p50 ms'.padStart(9)} ${'p95 ms'.padStart(9)} ${'engine 1'.padStart(9)}`);
  console.log(row('engine 2', engine2));
  console.log(row('engine 1, without promotions', engine1));
  console.log(row('what is kept for a replay', kept));
  return engine2;
}

report('5 plain lines', basketOf(5, []));
report('50 plain lines', basketOf(50, []));
const { p50 } = report('50 lines', basketOf(50, promotions(200)));
console.log(`\n50 lines with 200 promotions: ${p50.toFixed(3)} ms p50, promised are ${TARGET_MS} ms.`);
