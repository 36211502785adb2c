import { money } from '../../../../kernel/money.js';
import type { BasketCombo, BasketLine, PricingInput } from './basket.js';
import type { Conditions, Discount, Effect } from './discount.js';
import { onDiscounts, onInput, onLines, onSelectors, type Plant } from './planted-bugs.oracle.examples.js';
import type { TaxGroup } from './tax-group.js';

// Engines that do not look at one member of the input: if random baskets cannot tell, they never made that member matter.

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

const onEffects = <Kind extends Effect['kind']>(kind: Kind, change: (effect: EffectOf<Kind>) => Effect): Plant =>
  onDiscounts((discount) => {
    const { effect } = discount;
    return effect.kind === kind ? { ...discount, effect: change(effect as EffectOf<Kind>) } : discount;
  });

const onConditions = (change: (conditions: Conditions) => Conditions): Plant =>
  onDiscounts((discount) => {
    return discount.conditions === null ? discount : { ...discount, conditions: change(discount.conditions) };
  });

const onSchedules = (change: (schedule: NonNullable<Discount['schedule']>) => Discount['schedule']): Plant =>
  onDiscounts((discount) =>
    discount.schedule === null ? discount : { ...discount, schedule: change(discount.schedule) },
  );

const onCombos = (change: (combo: BasketCombo) => BasketCombo): Plant =>
  onInput((input) => ({ ...input, combos: input.combos.map(change) }));

const onService = (
  change: (charge: NonNullable<PricingInput['serviceCharge']>) => PricingInput['serviceCharge'],
): Plant =>
  onInput((input) => (input.serviceCharge === null ? input : { ...input, serviceCharge: change(input.serviceCharge) }));

const onTaxGroups = (change: (group: TaxGroup) => TaxGroup): Plant =>
  onLines((line) => ({ ...line, taxGroup: change(line.taxGroup) }));

const all = { comboParts: true };

/** By the member that is not looked at. */
export const FORGOTTEN_MEMBERS: Readonly<Record<string, Plant>> = {
  channel: onInput((input) => ({ ...input, channel: 'counter' })),
  taxRounding: onInput((input) => ({ ...input, taxRounding: 'receipt' })),
  taxExempt: onInput((input) => ({ ...input, taxExempt: false })),
  clock: onInput((input) => ({ ...input, clock: input.lines[0]?.clock ?? input.clock })),
  tip: onInput((input) => ({ ...input, tip: money(0, input.currency) })),
  'line.clock.dayBefore': onLines((line) => ({ ...line, clock: { ...line.clock, dayBefore: line.clock.localDate } })),
  'line.category': onLines((line) => ({ ...line, category: 'food' })),
  'line.priceSteps after the first': onLines((line) => ({ ...line, priceSteps: line.priceSteps.slice(0, 1) })),
  'line.priceSteps.kind': onLines((line) => ({ ...line, priceSteps: line.priceSteps.toReversed() })),
  'line.modifiers after the first': onLines((line) => ({ ...line, modifiers: line.modifiers.slice(0, 1) })),
  'line.modifiers.quantity': onLines((line) => {
    return { ...line, modifiers: line.modifiers.map((modifier) => ({ ...modifier, quantity: 1 })) };
  }),
  'line.combo.upcharge': onLines((line) => {
    const nothing = money(0, line.listPrice.currency);
    return line.combo === null ? line : { ...line, combo: { ...line.combo, upcharge: nothing } };
  }),
  'combo.quantity': onCombos((combo) => ({ ...combo, quantity: 1_000_000n as BasketCombo['quantity'] })),
  'combo.pricing.priceSteps': onCombos((combo) => {
    return combo.pricing.kind === 'fixed' ? { ...combo, pricing: { ...combo.pricing, priceSteps: [] } } : combo;
  }),
  'combo.pricing.rate': onCombos((combo) => {
    const rate = 10_000_000n as BasketLine['quantity'];
    return combo.pricing.kind === 'fixed' ? combo : { ...combo, pricing: { ...combo.pricing, rate } };
  }),
  'taxGroup.mode': onTaxGroups((group) => ({ ...group, mode: 'inclusive' })),
  'taxGroup.taxes after the first': onTaxGroups((group) => ({ ...group, taxes: group.taxes.slice(0, 1) })),
  'taxGroup.taxes.compound': onTaxGroups((group) => {
    return { ...group, taxes: group.taxes.map((tax) => ({ ...tax, compound: false })) };
  }),
  'taxGroup.channelSwitch.policy': onTaxGroups((group) => {
    const { channelSwitch } = group;
    return channelSwitch === undefined
      ? group
      : { ...group, channelSwitch: { ...channelSwitch, policy: 'keep_gross' } };
  }),
  'serviceCharge.basis': onService((charge) => ({ ...charge, basis: 'before_tax' })),
  'serviceCharge.taxGroup': onService((charge) => ({ ...charge, taxGroup: null })),
  'serviceCharge.taxGroup.channelSwitch': onService((charge) => {
    if (charge.taxGroup === null) return charge;
    const { channelSwitch: _, ...taxGroup } = charge.taxGroup;
    return { ...charge, taxGroup };
  }),
  'discount.schedule': onDiscounts((discount) => ({ ...discount, schedule: null })),
  'discount.conditions': onDiscounts((discount) => ({ ...discount, conditions: null })),
  'discount.stackable': onDiscounts((discount) => ({ ...discount, stackable: true })),
  'discount.timesMax': onDiscounts((discount) => ({ ...discount, timesMax: null })),
  'discount.amountMax': onDiscounts((discount) => ({ ...discount, amountMax: null })),
  'schedule.startsOn': onSchedules((schedule) => ({ ...schedule, startsOn: null })),
  'schedule.endsOn': onSchedules((schedule) => ({ ...schedule, endsOn: null })),
  'schedule.windows': onSchedules((schedule) => ({ ...schedule, windows: [] })),
  'schedule.windows after the first': onSchedules((schedule) => ({
    ...schedule,
    windows: schedule.windows.slice(0, 1),
  })),
  'schedule.windows.weekdays': onSchedules((schedule) => {
    return { ...schedule, windows: schedule.windows.map((window) => ({ ...window, weekdays: [1, 2, 3, 4, 5, 6, 7] })) };
  }),
  'conditions.select': onConditions((conditions) => ({ ...conditions, select: all })),
  'conditions.minAmount': onConditions(({ minAmount: _, ...conditions }) => conditions),
  'conditions.minQuantity': onConditions(({ minQuantity: _, ...conditions }) => conditions),
  'select.skus': onSelectors(({ skus: _, ...selector }) => selector),
  'select.categories': onSelectors(({ categories: _, ...selector }) => selector),
  'select.excludeSkus': onSelectors(({ excludeSkus: _, ...selector }) => selector),
  'select.lineIds': onSelectors(({ lineIds: _, ...selector }) => selector),
  'quantity_break.of item': onEffects('quantity_break', (effect) => ({
    ...effect,
    of: effect.of === 'item' ? 'line' : effect.of,
  })),
  'quantity_break.of selection': onEffects('quantity_break', (effect) => {
    return { ...effect, of: effect.of === 'selection' ? 'item' : effect.of };
  }),
  'quantity_break.tiers after the first': onEffects('quantity_break', (effect) => {
    return { ...effect, tiers: effect.tiers.slice(0, 1) };
  }),
  'units_off.units': onEffects('units_off', (effect) => ({ ...effect, units: 1 })),
  'units_off.rate': onEffects('units_off', (effect) => ({ ...effect, rate: 100_000_000n as BasketLine['quantity'] })),
  'buy_get.buy': onEffects('buy_get', (effect) => ({ ...effect, buy: 1 })),
  'buy_get.get': onEffects('buy_get', (effect) => ({ ...effect, get: 1 })),
  'buy_get.rate': onEffects('buy_get', (effect) => ({ ...effect, rate: 100_000_000n as BasketLine['quantity'] })),
  'buy_get.pick': onEffects('buy_get', (effect) => ({ ...effect, pick: 'cheapest' })),
  'buy_get.getSelect': onEffects('buy_get', ({ getSelect: _, ...effect }) => effect),
  'buy_get.getSelect.comboParts': onEffects('buy_get', (effect) => {
    return effect.getSelect === undefined
      ? effect
      : { ...effect, getSelect: { ...effect.getSelect, comboParts: true } };
  }),
  'bundle.parts after the first': onEffects('bundle', (effect) => ({ ...effect, parts: effect.parts.slice(0, 1) })),
  'bundle.parts.select': onEffects('bundle', (effect) => {
    return { ...effect, parts: effect.parts.map((part) => ({ ...part, select: all })) };
  }),
  'bundle.parts.quantity': onEffects('bundle', (effect) => {
    return { ...effect, parts: effect.parts.map((part) => ({ ...part, quantity: 1 })) };
  }),
};
