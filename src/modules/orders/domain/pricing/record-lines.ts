import type { WallClock } from '../../../../kernel/business-time.js';
import { DECIMAL_ONE } from '../../../../kernel/decimal.js';
import type { BasketCombo, BasketLine, LineModifier, PriceStep } from './basket.js';
import {
  decimalFrom,
  decimalRecord,
  moneyFrom,
  moneyRecord,
  type MoneyRecord,
  type Register,
  type TaxGroupRecord,
} from './record-values.js';
import type { TaxGroup } from './tax-group.js';

// Left out of a record is what is usual: one of it, no steps, no modifiers, the first clock, the first tax group.

export type ClockRecord = readonly [localDate: string, dayBefore: string, weekday: number, minute: number];

/** What is kept of a clock. */
export function clockRecord({ localDate, dayBefore, weekday, minute }: WallClock): ClockRecord {
  return [localDate, dayBefore, weekday, minute];
}

/** The clock that a record is of. */
export function clockFrom([localDate, dayBefore, weekday, minute]: ClockRecord): WallClock {
  return { localDate, dayBefore, weekday, minute };
}

interface PriceStepRecord {
  readonly source: PriceStep['source'];
  readonly id: string;
  readonly version?: number;
  readonly name: string;
  readonly reason: string;
  readonly price?: MoneyRecord;
  readonly rate?: string;
  readonly amount?: MoneyRecord;
}

interface ModifierRecord {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly quantity?: number;
  readonly price?: MoneyRecord;
}

export interface LineRecord {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly quantity?: string;
  readonly price: MoneyRecord;
  readonly steps?: readonly PriceStepRecord[];
  readonly modifiers?: readonly ModifierRecord[];
  readonly combo?: string;
  readonly upcharge?: MoneyRecord;
  /** Places in the registers of the record. */
  readonly taxGroup?: number;
  readonly clock?: number;
  readonly discountable?: false;
}

export interface ComboRecord {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity?: string;
  readonly price?: MoneyRecord;
  readonly steps?: readonly PriceStepRecord[];
  readonly percentOff?: string;
}

/** What lines share. */
export interface Shared {
  readonly currency: string;
  readonly taxGroups: Register<TaxGroup, TaxGroupRecord>;
  readonly clocks: Register<WallClock, ClockRecord>;
}

/** The same, read back: what a line names by place. */
export interface SharedValues {
  readonly currency: string;
  readonly taxGroups: readonly TaxGroup[];
  readonly clocks: readonly WallClock[];
}

type Writable<Of> = { -readonly [Member in keyof Of]: Of[Member] };

/** What is kept of a line. Its tax group and its clock get places among those shared. */
export function lineRecord(line: BasketLine, { currency, taxGroups, clocks }: Shared): LineRecord {
  const { lineId, sku, name, category, quantity, priceSteps, modifiers, combo } = line;
  const price = moneyRecord(line.listPrice, currency);
  const record: Writable<LineRecord> = { id: lineId, sku, name, category, price };
  if (quantity !== DECIMAL_ONE) record.quantity = decimalRecord(quantity);
  if (priceSteps.length > 0) record.steps = priceSteps.map((step) => priceStepRecord(step, currency));
  if (modifiers.length > 0) record.modifiers = modifiers.map((modifier) => modifierRecord(modifier, currency));
  if (combo !== null) {
    record.combo = combo.id;
    if (combo.upcharge.amount !== 0 || combo.upcharge.currency !== currency) {
      record.upcharge = moneyRecord(combo.upcharge, currency);
    }
  }
  const [taxGroup, clock] = [taxGroups.placeOf(line.taxGroup), clocks.placeOf(line.clock)];
  if (taxGroup !== 0) record.taxGroup = taxGroup;
  if (clock !== 0) record.clock = clock;
  if (!line.discountable) record.discountable = false;
  return record;
}

/** The line that a record is of. @throws RangeError when it names a place that is not there, or a decimal is none. */
export function lineFrom(record: LineRecord, { currency, taxGroups, clocks }: SharedValues): BasketLine {
  const { id, sku, name, category, quantity, price, steps = [], modifiers = [], combo, upcharge = 0 } = record;
  return {
    lineId: id,
    sku,
    name,
    category,
    quantity: quantity === undefined ? DECIMAL_ONE : decimalFrom(quantity),
    listPrice: moneyFrom(price, currency),
    priceSteps: steps.map((step) => priceStepFrom(step, currency)),
    modifiers: modifiers.map((modifier) => modifierFrom(modifier, currency)),
    combo: combo === undefined ? null : { id: combo, upcharge: moneyFrom(upcharge, currency) },
    taxGroup: at(taxGroups, record.taxGroup ?? 0),
    clock: at(clocks, record.clock ?? 0),
    discountable: record.discountable ?? true,
  };
}

/** The value at a place that a record names. @throws RangeError when it has no such place. */
export function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined) throw new RangeError(`a pricing record has no place ${place}`);
  return value;
}

/** What is kept of a combo. @param currency of the basket: amounts in it are bare numbers. */
export function comboRecord({ id, sku, name, quantity, pricing }: BasketCombo, currency: string): ComboRecord {
  const record: Writable<ComboRecord> = { id, sku, name };
  if (quantity !== DECIMAL_ONE) record.quantity = decimalRecord(quantity);
  if (pricing.kind === 'percent_off') {
    record.percentOff = decimalRecord(pricing.rate);
    return record;
  }
  record.price = moneyRecord(pricing.listPrice, currency);
  if (pricing.priceSteps.length > 0) {
    record.steps = pricing.priceSteps.map((step) => priceStepRecord(step, currency));
  }
  return record;
}

/** The combo that a record is of. @throws RangeError on a decimal that is none. */
export function comboFrom(record: ComboRecord, currency: string): BasketCombo {
  const { id, sku, name, quantity, price = 0, steps = [], percentOff } = record;
  return {
    id,
    sku,
    name,
    quantity: quantity === undefined ? DECIMAL_ONE : decimalFrom(quantity),
    pricing:
      percentOff === undefined
        ? {
            kind: 'fixed',
            listPrice: moneyFrom(price, currency),
            priceSteps: steps.map((step) => priceStepFrom(step, currency)),
          }
        : { kind: 'percent_off', rate: decimalFrom(percentOff) },
  };
}

function priceStepRecord(step: PriceStep, currency: string): PriceStepRecord {
  const { source, id, version, name, reason } = step;
  const record: Writable<PriceStepRecord> = { source, id, name, reason };
  if (version !== null) record.version = version;
  if (step.kind === 'absolute') record.price = moneyRecord(step.price, currency);
  else if (step.kind === 'percent') record.rate = decimalRecord(step.rate);
  else record.amount = moneyRecord(step.amount, currency);
  return record;
}

function priceStepFrom(record: PriceStepRecord, currency: string): PriceStep {
  const { source, id, version = null, name, reason, price, rate, amount = 0 } = record;
  const step = { source, id, version, name, reason };
  if (price !== undefined) return { ...step, kind: 'absolute', price: moneyFrom(price, currency) };
  if (rate !== undefined) return { ...step, kind: 'percent', rate: decimalFrom(rate) };
  return { ...step, kind: 'amount', amount: moneyFrom(amount, currency) };
}

function modifierRecord({ id, group, name, quantity, price }: LineModifier, currency: string): ModifierRecord {
  const record: Writable<ModifierRecord> = { id, group, name };
  if (quantity !== 1) record.quantity = quantity;
  if (price.amount !== 0 || price.currency !== currency) record.price = moneyRecord(price, currency);
  return record;
}

function modifierFrom({ id, group, name, quantity = 1, price = 0 }: ModifierRecord, currency: string): LineModifier {
  return { id, group, name, quantity, price: moneyFrom(price, currency) };
}
