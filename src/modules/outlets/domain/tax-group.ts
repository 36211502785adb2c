import { parseDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import { isDate } from '../../../kernel/schedule.js';
import { isPrintable } from './text.js';

/** The ways in which an order reaches the house (API.md "The sale"). */
export const SALES_CHANNELS = [
  'counter',
  'dine_in',
  'bar_tab',
  'takeaway',
  'delivery',
  'pickup',
  'drive_thru',
  'kiosk',
  'ecommerce',
] as const;
export type SalesChannel = (typeof SALES_CHANNELS)[number];

export type TaxMode = 'inclusive' | 'exclusive';
export type SwitchPolicy = 'keep_gross' | 'keep_net';

export interface Tax {
  readonly code: string;
  readonly name: string;
  /** In percent: `16` is sixteen hundredths. */
  readonly rate: Decimal;
  /** A compound tax is charged on net and the taxes listed before it. */
  readonly compound: boolean;
  /** First day of the outlet's calendar on which the rate holds, `YYYY-MM-DD`; absent: since ever. */
  readonly validFrom?: string;
  /** The last day; absent: until further notice. */
  readonly validTo?: string;
}

/** Other taxes on some channels, such as take-away, and what then stays the same: the price paid or the net (DOMAIN P3). */
export interface ChannelSwitch {
  readonly channels: readonly SalesChannel[];
  readonly taxes: readonly Tax[];
  readonly policy: SwitchPolicy;
}

/** The taxes of a kind of goods at one outlet. An item names its group by `taxCategory`. */
export interface TaxGroup {
  readonly code: string;
  readonly name: string;
  readonly mode: TaxMode;
  readonly taxes: readonly Tax[];
  readonly channelSwitch?: ChannelSwitch;
}

/** A tax as a caller or a row writes it: the rate is text. */
export interface TaxDraft {
  readonly code: string;
  readonly name: string;
  readonly rate: string;
  readonly compound: boolean;
  /** @format date */
  readonly validFrom?: string;
  /** @format date */
  readonly validTo?: string;
}

export interface TaxGroupDraft {
  readonly code: string;
  readonly name: string;
  readonly mode: TaxMode;
  readonly taxes: readonly TaxDraft[];
  readonly channelSwitch?: {
    readonly channels: readonly SalesChannel[];
    readonly taxes: readonly TaxDraft[];
    readonly policy: SwitchPolicy;
  };
}

const GROUP_CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,38}[\p{L}\p{N}._-])?$/u;
const TAX_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/;
const NAME_MAX = 100;
/** Different taxes of one group; each may have had several rates over the years. */
const TAXES_MAX = 8;
const RATES_MAX = 100;
const FULL_RATE = 100_000_000n as Decimal;

/** True for a code that a tax group can have. */
export function isTaxGroupCode(code: string): boolean {
  return GROUP_CODE.test(code);
}

/** What is wrong with a tax group, place by place; nothing when it can be used. */
export function problemsOfTaxGroup(draft: TaxGroupDraft, pointer: string): RefusedField[] {
  const problems: RefusedField[] = [];
  if (!isTaxGroupCode(draft.code)) {
    problems.push({ pointer: `${pointer}/code`, message: 'must be 1 to 40 letters, digits, blanks, ".", "_" or "-"' });
  }
  if (!isPrintable(draft.name, NAME_MAX)) {
    problems.push({ pointer: `${pointer}/name`, message: `must be 1 to ${NAME_MAX} printable characters` });
  }
  problems.push(...problemsOfTaxes(draft.taxes, `${pointer}/taxes`));
  if (draft.channelSwitch !== undefined) {
    const { channels, taxes } = draft.channelSwitch;
    if (channels.length === 0 || new Set(channels).size !== channels.length) {
      problems.push({
        pointer: `${pointer}/channelSwitch/channels`,
        message: 'must name each channel once, at least one',
      });
    }
    problems.push(...problemsOfTaxes(taxes, `${pointer}/channelSwitch/taxes`));
  }
  return problems;
}

/** The tax group that a draft without problems describes. @throws RangeError when a rate is not a decimal. */
export function taxGroupFrom({ code, name, mode, taxes, channelSwitch }: TaxGroupDraft): TaxGroup {
  const group = { code, name, mode, taxes: taxes.map(taxFrom) };
  return channelSwitch === undefined
    ? group
    : { ...group, channelSwitch: { ...channelSwitch, taxes: channelSwitch.taxes.map(taxFrom) } };
}

function problemsOfTaxes(taxes: readonly TaxDraft[], pointer: string): RefusedField[] {
  const problems: RefusedField[] = [];
  const codes = new Set(taxes.map(({ code }) => code));
  if (codes.size > TAXES_MAX) problems.push({ pointer, message: `must have at most ${TAXES_MAX} taxes` });
  if (taxes.length > RATES_MAX) problems.push({ pointer, message: `must have at most ${RATES_MAX} rates` });
  taxes.slice(0, RATES_MAX).forEach((tax, index) => {
    const place = `${pointer}/${index}`;
    problems.push(...problemsOfTax(tax, place));
    const clash = taxes.slice(0, index).some((earlier) => earlier.code === tax.code && overlap(earlier, tax));
    if (clash) problems.push({ pointer: `${place}/code`, message: 'has another rate here on the same days' });
  });
  return problems;
}

function problemsOfTax({ code, name, rate, validFrom, validTo }: TaxDraft, place: string): RefusedField[] {
  const problems: RefusedField[] = [];
  if (!TAX_CODE.test(code)) {
    problems.push({ pointer: `${place}/code`, message: 'must be 1 to 20 letters, digits, ".", "_" or "-"' });
  }
  if (!isPrintable(name, NAME_MAX)) {
    problems.push({ pointer: `${place}/name`, message: `must be 1 to ${NAME_MAX} printable characters` });
  }
  if (parseRate(rate) === undefined) problems.push({ pointer: `${place}/rate`, message: RATE_MESSAGE });
  problems.push(...problemsOfValidity({ validFrom, validTo }, place));
  return problems;
}

const RATE_MESSAGE = 'must be a percentage from 0 to 100 with at most six places';

/** A percentage from 0 to 100; anything else is `undefined`. */
export function parseRate(text: string): Decimal | undefined {
  const value = parseDecimal(text);
  return value === undefined || value < 0n || value > FULL_RATE ? undefined : value;
}

/** First and last day of something. */
export interface Validity {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** What is wrong with the days on which something holds. */
export function problemsOfValidity({ validFrom, validTo }: Validity, place: string): RefusedField[] {
  const problems: RefusedField[] = [];
  if (validFrom !== undefined && !isDate(validFrom))
    problems.push({ pointer: `${place}/validFrom`, message: 'must be a date' });
  if (validTo !== undefined && !isDate(validTo))
    problems.push({ pointer: `${place}/validTo`, message: 'must be a date' });
  if (problems.length === 0 && validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    problems.push({ pointer: `${place}/validTo`, message: 'must not be before validFrom' });
  }
  return problems;
}

/** True when something holds on a day of the outlet's calendar. */
export function holdsOn({ validFrom, validTo }: Validity, localDate: string): boolean {
  return (validFrom === undefined || validFrom <= localDate) && (validTo === undefined || localDate <= validTo);
}

function overlap(a: Validity, b: Validity): boolean {
  return (
    (a.validFrom === undefined || b.validTo === undefined || a.validFrom <= b.validTo) &&
    (b.validFrom === undefined || a.validTo === undefined || b.validFrom <= a.validTo)
  );
}

function taxFrom({ code, name, rate, compound, validFrom, validTo }: TaxDraft): Tax {
  const value = parseDecimal(rate);
  if (value === undefined) throw new RangeError(`not a rate: ${rate}`);
  return { code, name, rate: value, compound, ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
}

/**
 * A tax group with the rates that hold on a day, and nothing else of its history. One that has no dates is given as it is.
 * @param localDate `YYYY-MM-DD` of the outlet's calendar.
 */
export function taxGroupOn(group: TaxGroup, localDate: string): TaxGroup {
  const { channelSwitch, taxes } = group;
  if (!taxes.some(isDated) && !channelSwitch?.taxes.some(isDated)) return group;
  const now = { code: group.code, name: group.name, mode: group.mode, taxes: taxesOn(taxes, localDate) };
  return channelSwitch === undefined
    ? now
    : { ...now, channelSwitch: { ...channelSwitch, taxes: taxesOn(channelSwitch.taxes, localDate) } };
}

function isDated({ validFrom, validTo }: Tax): boolean {
  return validFrom !== undefined || validTo !== undefined;
}

function taxesOn(taxes: readonly Tax[], localDate: string): Tax[] {
  return taxes
    .filter((tax) => holdsOn(tax, localDate))
    .map(({ code, name, rate, compound }) => ({ code, name, rate, compound }));
}
