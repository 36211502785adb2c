import { describeTaxGroup } from '../../domain/outlet-events.js';
import type { TaxDraft, TaxGroup, TaxGroupDraft } from '../../domain/tax-group.js';

/**
 * A percentage from 0 to 100 as a decimal string of at most six places.
 * @pattern ^\d{1,3}(\.\d{1,6})?$ must be a percentage from 0 to 100 with at most six places
 * @example "16.0"
 */
export type TaxRate = string;

/**
 * A day of the outlet's calendar.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date such as 2026-01-31
 * @example "2026-01-01"
 */
export type DateText = string;

export interface TaxDto {
  /** @example "VAT" */
  code: string;
  /** @example "Value added tax" */
  name: string;
  rate: TaxRate;
  /** true: charged on net and the taxes listed before it; false or absent: on net alone. */
  compound?: boolean;
  /** First day on which the rate holds, by the outlet's calendar; since ever when absent. */
  validFrom?: DateText | null;
  /** The last day; until further notice when absent. The same tax may be listed again with another rate for other days. */
  validTo?: DateText | null;
}

/** Other taxes on some channels, such as take-away. */
export interface ChannelSwitchDto {
  channels: SalesChannelDto[];
  taxes: TaxDto[];
  /** What stays the same when the taxes change: what the guest pays, or the price before tax. */
  policy: 'keep_gross' | 'keep_net';
}

export type SalesChannelDto =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/** A tax group without its code, which the path has. */
export interface PutTaxGroupRequest {
  /** @example "Standard rate" */
  name: string;
  /** Whether prices contain the taxes or the taxes come on top. */
  mode: 'inclusive' | 'exclusive';
  /** None for goods that are exempt. */
  taxes: TaxDto[];
  channelSwitch?: ChannelSwitchDto | null;
}

/** The taxes of a kind of goods. Items name their group by `taxCategory`. */
export interface TaxGroupDto extends PutTaxGroupRequest {
  /** @example "standard" */
  code: string;
}

/** Reads a tax group. */
export function taxGroupDraftFrom({ code, name, mode, taxes, channelSwitch }: TaxGroupDto): TaxGroupDraft {
  const draft = { code, name, mode, taxes: taxes.map(taxFrom) };
  if (channelSwitch == null) return draft;
  return { ...draft, channelSwitch: { ...channelSwitch, taxes: channelSwitch.taxes.map(taxFrom) } };
}

/** Shows a tax group. */
export function toTaxGroupDto(group: TaxGroup): TaxGroupDto {
  const { channelSwitch, taxes, ...rest } = describeTaxGroup(group);
  return {
    ...rest,
    taxes: [...taxes],
    channelSwitch:
      channelSwitch === undefined
        ? null
        : { channels: [...channelSwitch.channels], taxes: [...channelSwitch.taxes], policy: channelSwitch.policy },
  };
}

function taxFrom({ code, name, rate, compound = false, ...dates }: TaxDto): TaxDraft {
  return { code, name, rate, compound, ...datesFrom(dates) };
}

/** Reads the days on which something holds; null says as little as leaving it out. */
export function datesFrom({ validFrom, validTo }: { validFrom?: DateText | null; validTo?: DateText | null }): Dates {
  return { ...(validFrom != null && { validFrom }), ...(validTo != null && { validTo }) };
}

interface Dates {
  validFrom?: string;
  validTo?: string;
}
