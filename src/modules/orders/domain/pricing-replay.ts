import { add, subtract, type Money } from '../../../kernel/money.js';
import type { Order } from './order-state.js';
import type { PricedBasket } from './pricing/basket.js';
import { priceWith, type BasketOfAnyEngine, type InputOfAnyEngine, type InputOfEngine1 } from './pricing/engines.js';
import type { Step } from './pricing/explanation.js';
import { decodeInput, encodeInput, outcomeText } from './pricing/pricing-record.js';

/** What an order was priced from, as it was kept with it. */
export interface KeptPricing {
  /** The engine that priced the order last. */
  readonly engineVersion: string;
  /** As `encodeInput` wrote it; `null` of an order of engine 1, whose rows say it all. */
  readonly input: object | null;
  /** Hashes of the input's text and of the outcome's, made at the sale; `null` of an order of engine 1. */
  readonly inputHash: string | null;
  readonly outcomeHash: string | null;
}

/** Makes the hash of a text, as it is stored. */
export type Digest = (text: string) => string;

/** A number that a replay came to, and what is kept. */
export interface ReplayDifference {
  /** JSON Pointer into the order. */
  readonly pointer: string;
  readonly kept: string;
  readonly replayed: string;
}

/** An order priced again by the engine of its day. */
export interface Replay {
  readonly engineVersion: string;
  readonly inputHash: string;
  /** True when every number is the same, and the whole outcome with its explanation to the byte where its hash was kept. */
  readonly identical: boolean;
  readonly differences: readonly ReplayDifference[];
  readonly explanation: readonly Step[];
}

/**
 * Prices an order again from what it was priced from, by the engine that priced it (DOMAIN P11), and compares.
 * @throws RangeError when there is no such engine, or the record is not whole.
 */
export function replay(order: Order, kept: KeptPricing, digest: Digest): Replay {
  const input = inputOf(order, kept);
  const basket = priceWith(input.engineVersion, input);
  const inputHash = digest(JSON.stringify(encodeInput(input)));
  const differences = [...differencesOf(order, basket)];
  if (kept.engineVersion !== input.engineVersion)
    differences.push({ pointer: '/pricing/engineVersion', kept: kept.engineVersion, replayed: input.engineVersion });
  if (kept.inputHash !== null && kept.inputHash !== inputHash)
    differences.push({ pointer: '/pricing/inputHash', kept: kept.inputHash, replayed: inputHash });
  const outcomeHash = digest(outcomeText(basket));
  if (kept.outcomeHash !== null && kept.outcomeHash !== outcomeHash)
    differences.push({ pointer: '/pricing/outcomeHash', kept: kept.outcomeHash, replayed: outcomeHash });
  return {
    engineVersion: input.engineVersion,
    inputHash,
    identical: differences.length === 0,
    differences,
    explanation: [...basket.explanation, ...roundingStep(order)],
  };
}

function inputOf(order: Order, { input }: KeptPricing): InputOfAnyEngine {
  return input === null ? inputOfEngine1(order) : decodeInput(input);
}

/** Engine 1 knew of nothing but prices and taxes, which its lines keep as they were resolved: resolving them again changes nothing. */
function inputOfEngine1({ currency, channel, settings, lines }: Order): InputOfEngine1 {
  const { taxRounding, taxExempt } = settings;
  return {
    engineVersion: '1',
    currency,
    channel,
    taxRounding,
    taxExempt,
    lines: lines.map(({ id, sku, name, category, unitPrice, quantity, taxGroup }) => {
      return { lineId: id, sku, name, category, unitPrice, quantity, taxGroup };
    }),
  };
}

function* differencesOf(order: Order, basket: BasketOfAnyEngine): Generator<ReplayDifference> {
  for (const [index, line] of order.lines.entries()) {
    const priced = basket.lines[index];
    if (priced?.lineId !== line.id) {
      yield { pointer: `/lines/${index}/id`, kept: line.id, replayed: String(priced?.lineId) };
      continue;
    }
    yield* moneyDifferences(`/lines/${index}`, LINE_AMOUNTS, line, priced);
    const serviceCharge = 'serviceCharge' in priced ? priced.serviceCharge : undefined;
    yield* differenceOf(`/lines/${index}/serviceCharge`, line.serviceCharge, serviceCharge);
  }
  for (const [index, tax] of order.taxes.entries()) {
    const replayed = basket.taxes[index];
    yield* differenceOf(`/taxes/${index}/base`, tax.base, replayed?.base);
    yield* differenceOf(`/taxes/${index}/amount`, tax.amount, replayed?.amount);
  }
  const { totals } = order;
  yield* moneyDifferences('/totals', TOTAL_AMOUNTS, totals, basket.totals);
  yield* differenceOf('/totals/total', subtract(totals.total, totals.rounding), totalWithTip(order, basket));
}

const LINE_AMOUNTS = ['unitPrice', 'gross', 'discount', 'tax', 'net', 'total'] as const;
const TOTAL_AMOUNTS = ['subtotal', 'discount', 'serviceCharge', 'tax'] as const;

function* moneyDifferences<Name extends string>(
  place: string,
  names: readonly Name[],
  kept: Readonly<Record<Name, Money>>,
  replayed: Readonly<Record<Name, Money>>,
): Generator<ReplayDifference> {
  for (const name of names) yield* differenceOf(`${place}/${name}`, kept[name], replayed[name]);
}

function* differenceOf(pointer: string, kept: Money, replayed: Money | undefined): Generator<ReplayDifference> {
  // An engine that does not know of something came to nothing for it.
  const amount = replayed?.amount ?? 0;
  if (kept.amount !== amount) yield { pointer, kept: String(kept.amount), replayed: String(amount) };
}

// Engine 1 left the tip to whoever added it up.
function totalWithTip({ totals }: Order, basket: BasketOfAnyEngine): Money {
  const { total } = basket.totals;
  return isOfEngine2(basket) ? total : add(total, totals.tip);
}

function isOfEngine2(basket: BasketOfAnyEngine): basket is PricedBasket {
  return 'tip' in basket.totals;
}

/** Cash rounding came with the payment: its step is made from what the order kept (DOMAIN P6). */
function roundingStep({ totals, settings }: Order): Step[] {
  const { total, rounding } = totals;
  if (rounding.amount === 0 || settings.cashRounding === null) return [];
  const { mode, stepMinor } = settings.cashRounding;
  return [
    {
      rule: 'cash_rounding',
      base: subtract(total, rounding),
      rounding: mode,
      amount: total,
      adds: rounding,
      detail: `the part settled in cash, to a multiple of ${stepMinor} minor units`,
    },
  ];
}
