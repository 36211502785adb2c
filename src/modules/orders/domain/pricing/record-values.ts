import { decimal, formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { Tax, TaxGroup } from './tax-group.js';

// The smallest parts of a stored pricing input. Nearly all money is in the basket's currency and then a bare number; decimals
// are strings, as everywhere outside the program.

export type MoneyRecord = number | { readonly amount: number; readonly currency: string };

/** What is kept of an amount: minor units alone when it is in the basket's currency. */
export function moneyRecord({ amount, currency }: Money, ofBasket: string): MoneyRecord {
  return currency === ofBasket ? amount : { amount, currency };
}

/** The amount that a record is of. @param currency of the basket. */
export function moneyFrom(record: MoneyRecord, currency: string): Money {
  if (typeof record === 'number') return { amount: record, currency };
  return { amount: record.amount, currency: record.currency };
}

/** What is kept of a decimal: its shortest string. */
export function decimalRecord(value: Decimal): string {
  return formatDecimal(value);
}

/** The decimal that a record is of. @throws RangeError when it is none. */
export function decimalFrom(record: string): Decimal {
  return decimal(record);
}

interface TaxRecord {
  readonly code: string;
  readonly name: string;
  readonly rate: string;
  /** Left out when it is not. */
  readonly compound?: true;
}

export interface TaxGroupRecord {
  readonly code: string;
  readonly mode: TaxGroup['mode'];
  readonly taxes: readonly TaxRecord[];
  readonly channelSwitch?: {
    readonly channels: NonNullable<TaxGroup['channelSwitch']>['channels'];
    readonly taxes: readonly TaxRecord[];
    readonly policy: 'keep_gross' | 'keep_net';
  };
}

/** What is kept of a tax group. */
export function taxGroupRecord({ code, mode, taxes, channelSwitch }: TaxGroup): TaxGroupRecord {
  const own = { code, mode, taxes: taxes.map(taxRecord) };
  if (channelSwitch === undefined) return own;
  const { channels, policy } = channelSwitch;
  return { ...own, channelSwitch: { channels, taxes: channelSwitch.taxes.map(taxRecord), policy } };
}

/** The tax group that a record is of. @throws RangeError on a rate that is no decimal. */
export function taxGroupFrom({ code, mode, taxes, channelSwitch }: TaxGroupRecord): TaxGroup {
  const own = { code, mode, taxes: taxes.map(taxFrom) };
  if (channelSwitch === undefined) return own;
  const { channels, policy } = channelSwitch;
  return { ...own, channelSwitch: { channels, taxes: channelSwitch.taxes.map(taxFrom), policy } };
}

function taxRecord({ code, name, rate, compound }: Tax): TaxRecord {
  const tax = { code, name, rate: decimalRecord(rate) };
  return compound ? { ...tax, compound: true } : tax;
}

function taxFrom({ code, name, rate, compound }: TaxRecord): Tax {
  return { code, name, rate: decimalFrom(rate), compound: compound ?? false };
}

/** Things that many lines share, written once: lines name their place. Equal things are one, whatever objects they are. */
export class Register<Value extends object, Written> {
  readonly written: Written[] = [];
  private readonly places = new Map<Value, number>();
  private readonly byText = new Map<string, number>();

  constructor(private readonly write: (value: Value) => Written) {}

  placeOf(value: Value): number {
    let place = this.places.get(value);
    if (place === undefined) this.places.set(value, (place = this.enter(this.write(value))));
    return place;
  }

  private enter(written: Written): number {
    const text = JSON.stringify(written);
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.written.length);
    return this.written.push(written) - 1;
  }
}
