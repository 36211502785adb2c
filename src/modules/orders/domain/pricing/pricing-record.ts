import type { WallClock } from '../../../../kernel/business-time.js';
import { DECIMAL_ONE } from '../../../../kernel/decimal.js';
import type { PricingInput, ServiceCharge } from './basket.js';
import type { InputOfAnyEngine, InputOfEngine1 } from './engines.js';
import { discountFrom, discountRecord, type DiscountRecord } from './record-discounts.js';
import {
  at,
  clockFrom,
  clockRecord,
  comboFrom,
  comboRecord,
  lineFrom,
  lineRecord,
  type ClockRecord,
  type ComboRecord,
  type LineRecord,
} from './record-lines.js';
import {
  decimalFrom,
  decimalRecord,
  moneyFrom,
  moneyRecord,
  Register,
  taxGroupFrom,
  taxGroupRecord,
  type MoneyRecord,
  type TaxGroupRecord,
} from './record-values.js';
import type { TaxGroup } from './tax-group.js';

export { outcomeText } from './outcome-text.js';

interface ServiceChargeRecord {
  readonly name: string;
  readonly rate: string;
  readonly basis: ServiceCharge['basis'];
  /** Its place among the tax groups. */
  readonly taxGroup?: number;
}

/** A pricing input as JSON. Left out is what is usual, as it is kept with every order for ever. */
export interface PricingRecord {
  readonly engineVersion: '1' | '2';
  readonly currency: string;
  readonly channel: PricingInput['channel'];
  readonly taxRounding?: 'line';
  readonly taxExempt?: true;
  readonly taxGroups: readonly TaxGroupRecord[];
  /** The first is the order's; engine 1 knew none. */
  readonly clocks?: readonly ClockRecord[];
  readonly lines: readonly LineRecord[];
  readonly combos?: readonly ComboRecord[];
  readonly discounts?: readonly DiscountRecord[];
  readonly serviceCharge?: ServiceChargeRecord;
  readonly tip?: MoneyRecord;
}

type Writable<Of> = { -readonly [Member in keyof Of]: Of[Member] };
type Registers = ReturnType<typeof registersOf>;

/**
 * Writes an input so that it can be stored as JSON and read back by `decodeInput` as it was. Equal inputs give equal records,
 * member by member in one order, so that their text can be hashed.
 */
export function encodeInput(input: InputOfAnyEngine): PricingRecord {
  const registers = registersOf(input.currency);
  const record: Writable<PricingRecord> = {
    engineVersion: input.engineVersion,
    currency: input.currency,
    channel: input.channel,
    taxGroups: registers.taxGroups.written,
    lines: [],
  };
  if (input.taxRounding === 'line') record.taxRounding = 'line';
  if (input.taxExempt) record.taxExempt = true;
  if (input.engineVersion === '1') record.lines = input.lines.map((line) => lineRecordOfEngine1(line, registers));
  else writeEngine2(input, registers, record);
  return record;
}

function registersOf(currency: string) {
  return {
    currency,
    taxGroups: new Register<TaxGroup, TaxGroupRecord>(taxGroupRecord),
    clocks: new Register<WallClock, ClockRecord>(clockRecord),
  };
}

function writeEngine2(input: PricingInput, registers: Registers, record: Writable<PricingRecord>): void {
  const { currency, combos, discounts, serviceCharge, tip } = input;
  registers.clocks.placeOf(input.clock);
  record.clocks = registers.clocks.written;
  record.lines = input.lines.map((line) => lineRecord(line, registers));
  if (combos.length > 0) record.combos = combos.map((combo) => comboRecord(combo, currency));
  if (discounts.length > 0) record.discounts = discounts.map((discount) => discountRecord(discount, currency));
  if (serviceCharge !== null) record.serviceCharge = serviceChargeRecord(serviceCharge, registers);
  if (tip.amount !== 0 || tip.currency !== currency) record.tip = moneyRecord(tip, currency);
}

function serviceChargeRecord({ name, rate, basis, taxGroup }: ServiceCharge, { taxGroups }: Registers) {
  const record = { name, rate: decimalRecord(rate), basis };
  return taxGroup === null ? record : { ...record, taxGroup: taxGroups.placeOf(taxGroup) };
}

/**
 * Reads what `encodeInput` wrote. Members may have come into another order, as databases store them.
 * @throws RangeError on an unknown engine version, or a record that is not whole.
 */
export function decodeInput(json: object): InputOfAnyEngine {
  const record = json as PricingRecord;
  switch (record.engineVersion) {
    case '1':
      return inputOfEngine1(record);
    case '2':
      return inputOfEngine2(record);
    default:
      throw new RangeError(`no such pricing engine: ${String(record.engineVersion)}`);
  }
}

function inputOfEngine2(record: PricingRecord): PricingInput {
  const { currency, channel, combos = [], discounts = [], serviceCharge, tip = 0 } = record;
  const taxGroups = record.taxGroups.map(taxGroupFrom);
  const clocks = (record.clocks ?? []).map(clockFrom);
  return {
    engineVersion: '2',
    currency,
    channel,
    taxRounding: record.taxRounding ?? 'receipt',
    taxExempt: record.taxExempt ?? false,
    clock: at(clocks, 0),
    lines: record.lines.map((line) => lineFrom(line, { currency, taxGroups, clocks })),
    combos: combos.map((combo) => comboFrom(combo, currency)),
    discounts: discounts.map((discount) => discountFrom(discount, currency)),
    serviceCharge: serviceCharge === undefined ? null : serviceChargeFrom(serviceCharge, taxGroups),
    tip: moneyFrom(tip, currency),
  };
}

function serviceChargeFrom(record: ServiceChargeRecord, taxGroups: readonly TaxGroup[]): ServiceCharge {
  const { name, rate, basis, taxGroup } = record;
  return { name, rate: decimalFrom(rate), basis, taxGroup: taxGroup === undefined ? null : at(taxGroups, taxGroup) };
}

function lineRecordOfEngine1(line: InputOfEngine1['lines'][number], { currency, taxGroups }: Registers): LineRecord {
  const { lineId, sku, name, category, unitPrice, quantity } = line;
  const price = moneyRecord(unitPrice, currency);
  const record: Writable<LineRecord> = { id: lineId, sku, name, category, price };
  if (quantity !== DECIMAL_ONE) record.quantity = decimalRecord(quantity);
  const taxGroup = taxGroups.placeOf(line.taxGroup);
  if (taxGroup !== 0) record.taxGroup = taxGroup;
  return record;
}

function inputOfEngine1(record: PricingRecord): InputOfEngine1 {
  const { currency, channel } = record;
  const taxGroups = record.taxGroups.map(taxGroupFrom);
  return {
    engineVersion: '1',
    currency,
    channel,
    taxRounding: record.taxRounding ?? 'receipt',
    taxExempt: record.taxExempt ?? false,
    lines: record.lines.map(({ id, sku, name, category, price, quantity, taxGroup = 0 }) => ({
      lineId: id,
      sku,
      name,
      category,
      unitPrice: moneyFrom(price, currency),
      quantity: quantity === undefined ? DECIMAL_ONE : decimalFrom(quantity),
      taxGroup: at(taxGroups, taxGroup),
    })),
  };
}
