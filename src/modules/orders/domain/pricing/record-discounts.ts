import type { ScheduleDraft } from '../../../../kernel/schedule.js';
import type { BundlePart, Conditions, Discount, Effect, QuantityTier, Selector } from './discount.js';
import { decimalFrom, decimalRecord, moneyFrom, moneyRecord, type MoneyRecord } from './record-values.js';

// Selectors and schedules are JSON already, but are written member by member: a database gives them back in its own order, and
// equal inputs have equal records. Left out is what is usual: level `line`, no code, no conditions, no limits.

/** One of them: a rate, an amount off, or a price. */
interface OfferRecord {
  readonly rate?: string;
  readonly amountOff?: MoneyRecord;
  readonly price?: MoneyRecord;
}

type EffectRecord =
  | { readonly kind: 'percent_off'; readonly rate: string }
  | { readonly kind: 'amount_off'; readonly amount: MoneyRecord }
  | { readonly kind: 'fixed_price'; readonly price: MoneyRecord }
  | {
      readonly kind: 'quantity_break';
      readonly of: 'line' | 'item' | 'selection';
      readonly tiers: readonly (OfferRecord & { readonly from: string })[];
    }
  | {
      readonly kind: 'buy_get';
      readonly buy: number;
      readonly get: number;
      readonly rate: string;
      readonly pick: 'cheapest' | 'same_item';
      readonly getSelect?: Selector;
    }
  | { readonly kind: 'units_off'; readonly units: number; readonly rate: string }
  | { readonly kind: 'bundle'; readonly parts: readonly BundlePart[]; readonly offer: OfferRecord };

interface ConditionsRecord {
  readonly select: Selector;
  readonly minAmount?: MoneyRecord;
  readonly minQuantity?: string;
}

export interface DiscountRecord {
  readonly source?: 'manual';
  readonly id: string;
  readonly version?: number;
  readonly name: string;
  readonly code?: string;
  readonly priority: number;
  readonly level?: 'order';
  readonly select: Selector;
  readonly schedule?: ScheduleDraft;
  readonly conditions?: ConditionsRecord;
  readonly effect: EffectRecord;
  readonly group?: string;
  readonly stackable?: true;
  readonly timesMax?: number;
  readonly amountMax?: MoneyRecord;
}

type Writable<Of> = { -readonly [Member in keyof Of]: Of[Member] };

/** What is kept of a discount. @param currency of the basket: amounts in it are bare numbers. */
export function discountRecord(discount: Discount, currency: string): DiscountRecord {
  const { id, version, name, code, priority, select, schedule, conditions, exclusiveGroup, timesMax } = discount;
  const effect = effectRecord(discount.effect, currency);
  const record: Writable<DiscountRecord> = { id, name, priority, select: selectorCopy(select), effect };
  if (discount.source === 'manual') record.source = 'manual';
  if (version !== null) record.version = version;
  if (code !== null) record.code = code;
  if (discount.level === 'order') record.level = 'order';
  if (schedule !== null) record.schedule = scheduleCopy(schedule);
  if (conditions !== null) record.conditions = conditionsRecord(conditions, currency);
  if (exclusiveGroup !== null) record.group = exclusiveGroup;
  if (discount.stackable) record.stackable = true;
  if (timesMax !== null) record.timesMax = timesMax;
  if (discount.amountMax !== null) record.amountMax = moneyRecord(discount.amountMax, currency);
  return record;
}

/** The discount that a record is of. @throws RangeError on a decimal that is none. */
export function discountFrom(record: DiscountRecord, currency: string): Discount {
  const { amountMax, conditions } = record;
  return {
    source: record.source ?? 'promotion',
    id: record.id,
    version: record.version ?? null,
    name: record.name,
    code: record.code ?? null,
    priority: record.priority,
    level: record.level ?? 'line',
    select: record.select,
    schedule: record.schedule ?? null,
    conditions: conditions === undefined ? null : conditionsFrom(conditions, currency),
    effect: effectFrom(record.effect, currency),
    exclusiveGroup: record.group ?? null,
    stackable: record.stackable ?? false,
    timesMax: record.timesMax ?? null,
    amountMax: amountMax === undefined ? null : moneyFrom(amountMax, currency),
  };
}

function conditionsRecord({ select, minAmount, minQuantity }: Conditions, currency: string): ConditionsRecord {
  const record: Writable<ConditionsRecord> = { select: selectorCopy(select) };
  if (minAmount !== undefined) record.minAmount = moneyRecord(minAmount, currency);
  if (minQuantity !== undefined) record.minQuantity = decimalRecord(minQuantity);
  return record;
}

function conditionsFrom({ select, minAmount, minQuantity }: ConditionsRecord, currency: string): Conditions {
  const conditions: Writable<Conditions> = { select };
  if (minAmount !== undefined) conditions.minAmount = moneyFrom(minAmount, currency);
  if (minQuantity !== undefined) conditions.minQuantity = decimalFrom(minQuantity);
  return conditions;
}

function effectRecord(effect: Effect, currency: string): EffectRecord {
  switch (effect.kind) {
    case 'percent_off':
      return { kind: effect.kind, rate: decimalRecord(effect.rate) };
    case 'amount_off':
      return { kind: effect.kind, amount: moneyRecord(effect.amount, currency) };
    case 'fixed_price':
      return { kind: effect.kind, price: moneyRecord(effect.price, currency) };
    case 'quantity_break': {
      const tiers = effect.tiers.map((tier) => ({ from: decimalRecord(tier.from), ...offerRecord(tier, currency) }));
      return { kind: effect.kind, of: effect.of, tiers };
    }
    case 'buy_get': {
      const { kind, buy, get, rate, pick, getSelect } = effect;
      const record = { kind, buy, get, rate: decimalRecord(rate), pick };
      return getSelect === undefined ? record : { ...record, getSelect: selectorCopy(getSelect) };
    }
    case 'units_off':
      return { kind: effect.kind, units: effect.units, rate: decimalRecord(effect.rate) };
    case 'bundle': {
      const parts = effect.parts.map(({ select, quantity }) => ({ select: selectorCopy(select), quantity }));
      return { kind: effect.kind, parts, offer: offerRecord(effect.offer, currency) };
    }
  }
}

function effectFrom(record: EffectRecord, currency: string): Effect {
  switch (record.kind) {
    case 'percent_off':
      return { kind: record.kind, rate: decimalFrom(record.rate) };
    case 'amount_off':
      return { kind: record.kind, amount: moneyFrom(record.amount, currency) };
    case 'fixed_price':
      return { kind: record.kind, price: moneyFrom(record.price, currency) };
    case 'quantity_break': {
      const tiers = record.tiers.map((tier) => ({ from: decimalFrom(tier.from), ...offerFrom(tier, currency) }));
      return { kind: record.kind, of: record.of, tiers };
    }
    case 'buy_get': {
      const { kind, buy, get, rate, pick, getSelect } = record;
      const effect = { kind, buy, get, rate: decimalFrom(rate), pick };
      return getSelect === undefined ? effect : { ...effect, getSelect };
    }
    case 'units_off':
      return { kind: record.kind, units: record.units, rate: decimalFrom(record.rate) };
    case 'bundle':
      return { kind: record.kind, parts: record.parts, offer: offerFrom(record.offer, currency) };
  }
}

function selectorCopy(selector: Selector): Selector {
  const { skus, categories, excludeSkus, excludeCategories, lineIds, comboParts } = selector;
  const copy: Writable<Selector> = { comboParts };
  if (skus !== undefined) copy.skus = skus;
  if (categories !== undefined) copy.categories = categories;
  if (excludeSkus !== undefined) copy.excludeSkus = excludeSkus;
  if (excludeCategories !== undefined) copy.excludeCategories = excludeCategories;
  if (lineIds !== undefined) copy.lineIds = lineIds;
  return copy;
}

function scheduleCopy({ startsOn, endsOn, windows }: ScheduleDraft): ScheduleDraft {
  const copy: Writable<ScheduleDraft> = {
    windows: windows.map(({ weekdays, from, to }) => ({ weekdays, from, to })),
  };
  if (startsOn !== undefined) copy.startsOn = startsOn;
  if (endsOn !== undefined) copy.endsOn = endsOn;
  return copy;
}

type Offer = Extract<Effect, { kind: 'bundle' }>['offer'];

function offerRecord(offer: Offer | QuantityTier, currency: string): OfferRecord {
  if ('rate' in offer) return { rate: decimalRecord(offer.rate) };
  if ('price' in offer) return { price: moneyRecord(offer.price, currency) };
  return { amountOff: moneyRecord(offer.amountOff, currency) };
}

function offerFrom({ rate, price, amountOff = 0 }: OfferRecord, currency: string): Offer {
  if (rate !== undefined) return { rate: decimalFrom(rate) };
  return price === undefined ? { amountOff: moneyFrom(amountOff, currency) } : { price: moneyFrom(price, currency) };
}
