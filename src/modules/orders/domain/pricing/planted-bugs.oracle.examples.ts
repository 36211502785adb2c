import type { BasketLine, PricedBasket, PricedLine, PricingInput } from './basket.js';
import type { Engine } from './comparison.oracle.examples.js';
import type { Discount, Selector } from './discount.js';

// Engines with one bug each, to examine the examination: baskets that never meet a rule cannot see it broken. Most of these
// hand the right engine another input, so that the bug has all its consequences; the others spoil a result.

type Change = (input: PricingInput, engine: Engine) => PricingInput;

/** Makes a wrong engine of the right one. */
export type Plant = (engine: Engine) => Engine;

/** An engine that prices another input. */
export const onInput =
  (change: Change): Plant =>
  (engine) =>
  (input) =>
    engine(change(input, engine));

/** An engine that takes discounts for others. */
export const onDiscounts = (change: (discount: Discount, input: PricingInput) => Discount): Plant =>
  onInput((input) => ({ ...input, discounts: input.discounts.map((discount) => change(discount, input)) }));

/** An engine that takes the selectors of discounts for others. */
export const onSelectors = (change: (selector: Selector) => Selector): Plant =>
  onDiscounts((discount) => ({ ...discount, select: change(discount.select) }));

/** An engine that takes lines for others. */
export const onLines = (change: (line: BasketLine) => BasketLine): Plant =>
  onInput((input) => ({ ...input, lines: input.lines.map(change) }));

const onBasket =
  (change: (basket: PricedBasket, input: PricingInput) => PricedBasket): Plant =>
  (engine) =>
  (input) =>
    change(engine(input), input);

/** Rules that are broken. */
export const PLANTED_BUGS: Readonly<Record<string, Plant>> = {
  'discounts go by id before priority': onDiscounts((discount) => ({ ...discount, priority: 0 })),
  'discounts of the order come among those of lines': withoutLevels,
  'ids are sorted for people, not by code unit': inOrder((a, b) => {
    return a.id.localeCompare(b.id, 'en') || byVersion(a, b) || byCode(a, b);
  }),
  'ids are sorted by code point': inOrder((a, b) => {
    return Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) || byVersion(a, b) || byCode(a, b);
  }),
  'versions are sorted as text': inOrder((a, b) => {
    return byText(a.id, b.id) || byText(String(a.version ?? ''), String(b.version ?? '')) || byCode(a, b);
  }),
  'no version comes last': inOrder((a, b) => {
    return byText(a.id, b.id) || (a.version ?? 99) - (b.version ?? 99) || byCode(a, b);
  }),
  'no code comes last': inOrder((a, b) => {
    return byText(a.id, b.id) || byVersion(a, b) || byText(a.code ?? '\uFFFF', b.code ?? '\uFFFF');
  }),
  'equal promotions go in the order of entry': inOrder(() => 0),
  'manual discounts stack like promotions': (engine) => (input) => {
    const discounts = input.discounts.map((discount): Discount => ({ ...discount, source: 'promotion' }));
    const basket = engine({ ...input, discounts });
    return { ...basket, lines: basket.lines.map(withManualSources) };
  },
  'a not stackable promotion closes no lines': onDiscounts((discount, { discounts }) => {
    const first = discounts.every((other) => other.source === 'manual' || comesFirst(discount, other));
    return first ? { ...discount, stackable: true } : discount;
  }),
  'a cap comes after the choice of a group': onInput(chosenWithoutCaps),
  'a group is no group': onDiscounts((discount) => ({ ...discount, exclusiveGroup: null })),
  'a cap is forgotten where it is not the only limit': onDiscounts((discount) => {
    return discount.timesMax === null ? discount : { ...discount, amountMax: null };
  }),
  'an empty list of SKUs means none': onSelectors((selector) => {
    return selector.skus?.length === 0 ? { ...selector, skus: ['nothing'], categories: [] } : selector;
  }),
  'excluded categories are not': onSelectors(({ excludeCategories: _, ...selector }) => selector),
  'parts of combos always count': onSelectors((selector) => ({ ...selector, comboParts: true })),
  'hours after midnight belong to the new day': onDiscounts((discount) => {
    const { schedule } = discount;
    if (schedule === null) return discount;
    const windows = schedule.windows.flatMap((window) => {
      return window.to > window.from ? [window] : [{ ...window, to: '24:00' }, ...beforeNoon(window)];
    });
    return { ...discount, schedule: { ...schedule, windows } };
  }),
  'lines go by the clock of the order': onInput((input) => {
    return { ...input, lines: input.lines.map((line) => ({ ...line, clock: input.clock })) };
  }),
  'what must not be discounted is': onLines((line) => ({ ...line, discountable: true })),
  'modifiers come before price steps': onLines((line) => {
    const { amount, currency } = line.listPrice;
    const sum = line.modifiers.reduce((all, { price, quantity }) => all + price.amount * quantity, amount);
    return { ...line, modifiers: [], listPrice: { amount: Math.max(0, sum), currency } };
  }),
  'ties go to the last line': (engine) => (input) => {
    const basket = engine({ ...input, lines: input.lines.toReversed() });
    return { ...basket, lines: basket.lines.toReversed() };
  },
  'quantities have three places': onLines((line) => {
    const thousandths = line.quantity / 1_000n;
    return { ...line, quantity: ((thousandths === 0n ? 1n : thousandths) * 1_000n) as BasketLine['quantity'] };
  }),
  'an exempt guest pays switched prices first': onInput((input) => {
    return input.taxExempt ? { ...input, lines: input.lines.map(withoutSwitch) } : input;
  }),
  'a tax is floored': onBasket((basket) => ({ ...basket, taxes: basket.taxes.map(floored) })),
  'the last unit of a service charge is lost': onBasket((basket, { serviceCharge }) => {
    if (serviceCharge?.basis !== 'after_tax') return basket;
    return { ...basket, lines: basket.lines.map((line) => withFlooredService(line, basket)) };
  }),
  'the last unit of a discount of the order is lost': onBasket((basket) => {
    return { ...basket, lines: basket.lines.map((line, index) => (index === 0 ? withoutLastUnit(line) : line)) };
  }),
  'a promotion is remembered as it was for the first basket': rememberingEngine,
  'a step is explained twice': onBasket((basket) => {
    const tips = basket.explanation.filter(({ rule }) => rule === 'tip');
    return { ...basket, explanation: [...basket.explanation, ...tips] };
  }),
  'a step is about a line that is not there': onBasket((basket) => {
    const explanation = basket.explanation.map((step) => (step.lineId === 'line-12' ? { ...step, lineId: 'x' } : step));
    return { ...basket, explanation };
  }),
  'zero is negative': onBasket((basket) => {
    const { discount } = basket.totals;
    return {
      ...basket,
      totals: { ...basket.totals, discount: { ...discount, amount: discount.amount === 0 ? -0 : discount.amount } },
    };
  }),
};

/** Makes discounts of the order discounts of lines where that changes nothing but their turn. */
function withoutLevels(engine: Engine): Engine {
  return (input) => {
    const isMoved = ({ level, schedule, effect }: Discount): boolean =>
      level === 'order' && schedule === null && effect.kind !== 'percent_off' && effect.kind !== 'amount_off';
    const discounts = input.discounts.map((one): Discount => (isMoved(one) ? { ...one, level: 'line' } : one));
    const basket = engine({ ...input, discounts });
    const levelOf = (one: PricedLine['applications'][number]): Discount['level'] =>
      input.discounts.find(({ id, version, code }) => id === one.id && version === one.version && code === one.code)
        ?.level ?? one.level;
    const lines = basket.lines.map((line) => {
      return { ...line, applications: line.applications.map((one) => ({ ...one, level: levelOf(one) })) };
    });
    return { ...basket, lines };
  };
}

/** Sorts discounts of equal priority otherwise; what the engine sees is the resulting priority alone. */
function inOrder(compare: (a: Discount, b: Discount) => number): Plant {
  return onInput((input) => {
    const sorted = [...input.discounts].sort((a, b) => a.priority - b.priority || compare(a, b));
    return { ...input, discounts: sorted.map((discount, priority) => ({ ...discount, priority })) };
  });
}

function byVersion(a: Discount, b: Discount): number {
  return (a.version ?? -1) - (b.version ?? -1);
}

function byCode(a: Discount, b: Discount): number {
  return byText(a.code ?? '', b.code ?? '');
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function withManualSources(line: PricedLine): PricedLine {
  const applications = line.applications.map((one): PricedLine['applications'][number] => {
    return one.id.startsWith('manual') ? { ...one, source: 'manual' } : one;
  });
  return { ...line, applications };
}

function comesFirst(discount: Discount, other: Discount): boolean {
  if (discount.source === 'manual') return false;
  if (discount.level !== other.level) return discount.level === 'line';
  return discount.priority < other.priority || discount === other;
}

/** Lets the groups choose without caps, and leaves the others of the group their turns, but nothing to take. */
function chosenWithoutCaps(input: PricingInput, engine: Engine): PricingInput {
  const isMember = ({ source, exclusiveGroup }: Discount): boolean => source === 'promotion' && exclusiveGroup !== null;
  const free = input.discounts.map((one) => (isMember(one) ? { ...one, amountMax: null } : one));
  const applied = engine({ ...input, discounts: free }).lines.flatMap(({ applications }) => applications);
  const isChosen = ({ id, version, code }: Discount): boolean =>
    applied.some((one) => one.id === id && one.version === version && one.code === code);
  const amountMax = { amount: 0, currency: input.currency };
  return {
    ...input,
    discounts: input.discounts.map((one) => (isMember(one) && !isChosen(one) ? { ...one, amountMax } : one)),
  };
}

function beforeNoon<Window extends { readonly to: string }>(window: Window): (Window & { from: string })[] {
  return window.to === '00:00' ? [] : [{ ...window, from: '00:00' }];
}

function withoutSwitch(line: BasketLine): BasketLine {
  const { channelSwitch: _, ...taxGroup } = line.taxGroup;
  return { ...line, taxGroup };
}

function floored(tax: PricedBasket['taxes'][number]): PricedBasket['taxes'][number] {
  const exact = BigInt(tax.base.amount) * tax.rate;
  const wasRoundedUp = exact < BigInt(tax.amount.amount) * 100_000_000n;
  if (!wasRoundedUp || tax.mode === 'inclusive') return tax;
  return { ...tax, amount: { ...tax.amount, amount: tax.amount.amount - 1 } };
}

function withFlooredService(line: PricedLine, { totals, lines }: PricedBasket): PricedLine {
  const all = lines.reduce((sum, { total, serviceCharge }) => sum + total.amount - serviceCharge.amount, 0);
  const own = line.total.amount - line.serviceCharge.amount;
  const amount = all === 0 ? 0 : Number((BigInt(totals.serviceCharge.amount) * BigInt(own)) / BigInt(all));
  return { ...line, serviceCharge: { ...line.serviceCharge, amount } };
}

function withoutLastUnit(line: PricedLine): PricedLine {
  const last = line.applications.at(-1);
  if (last?.level !== 'order' || last.amount.amount < 2) return line;
  const less = { ...last, amount: { ...last.amount, amount: last.amount.amount - 1 } };
  return { ...line, applications: [...line.applications.slice(0, -1), less] };
}

/** Keeps by promotion whether the order was placed in its hours: right once, wrong at the next basket. */
function rememberingEngine(engine: Engine): Engine {
  const clocks = new WeakMap<Discount, PricingInput['clock']>();
  return (input) => {
    const timed = input.discounts.find(({ level, schedule }) => level === 'order' && schedule !== null);
    if (timed === undefined) return engine(input);
    const clock = clocks.get(timed) ?? input.clock;
    clocks.set(timed, clock);
    return engine({ ...input, clock });
  };
}
