import { parseDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { RefusedField } from '../../../kernel/refusal.js';
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
const TAXES_MAX = 8;
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
  if (taxes.length > TAXES_MAX) problems.push({ pointer, message: `must have at most ${TAXES_MAX} taxes` });
  const codes = new Set<string>();
  taxes.slice(0, TAXES_MAX).forEach(({ code, name, rate }, index) => {
    const place = `${pointer}/${index}`;
    if (!TAX_CODE.test(code)) {
      problems.push({ pointer: `${place}/code`, message: 'must be 1 to 20 letters, digits, ".", "_" or "-"' });
    } else if (codes.has(code)) {
      problems.push({ pointer: `${place}/code`, message: 'is used twice in this group' });
    }
    codes.add(code);
    if (!isPrintable(name, NAME_MAX)) {
      problems.push({ pointer: `${place}/name`, message: `must be 1 to ${NAME_MAX} printable characters` });
    }
    const value = parseDecimal(rate);
    if (value === undefined || value < 0n || value > FULL_RATE) {
      problems.push({
        pointer: `${place}/rate`,
        message: 'must be a percentage from 0 to 100 with at most six places',
      });
    }
  });
  return problems;
}

function taxFrom({ code, name, rate, compound }: TaxDraft): Tax {
  const value = parseDecimal(rate);
  if (value === undefined) throw new RangeError(`not a rate: ${rate}`);
  return { code, name, rate: value, compound };
}
