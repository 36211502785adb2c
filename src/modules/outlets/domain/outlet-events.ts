import { formatDecimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import {
  WEEKDAYS,
  type CashRounding,
  type OpeningHours,
  type Outlet,
  type ReceiptTexts,
  type TillKeys,
} from './outlet.js';
import type { ServiceChargeRule } from './service-charge.js';
import type { Tax, TaxGroup, TaxGroupDraft, Validity } from './tax-group.js';

/** An outlet as JSON shows it. */
export interface OutletSnapshot {
  readonly id: OutletId;
  readonly name: string;
  /** @pattern ^[A-Z]{3}$ */
  readonly currency: string;
  /** A name of the IANA time zone database. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly locale: string;
  /** Minutes after local midnight at which the trading day changes. */
  readonly dayCutMinutes: number;
  readonly receiptPrefix: string;
  readonly tenders: readonly string[];
  readonly taxRounding: 'receipt' | 'line';
  /** The smallest coin; null where none is missing. */
  readonly cashRounding: CashRounding | null;
  readonly openingHours: OpeningHours;
  readonly receipt: ReceiptTexts;
  /** The first that holds on the day and channel of a sale is taken. */
  readonly serviceCharges: readonly ServiceChargeRule[];
  /** Keys of the till that are other than they come, by what they do. */
  readonly tillKeys: Readonly<Record<string, readonly string[]>>;
  /** False: it sells no more. */
  readonly active: boolean;
  /** In the order of their codes. */
  readonly taxGroups: readonly TaxGroupDraft[];
  readonly version: number;
}

/** The data of an outlet's events by their types: the outlet after the change. */
export interface OutletEvents {
  /** An outlet sells from now on: it is new, or was closed before. */
  'pos.outlet.opened': { readonly outlet: OutletSnapshot };
  /** Settings or tax groups of an outlet were changed. */
  'pos.outlet.changed': { readonly outlet: OutletSnapshot };
  /** An outlet sells no more. */
  'pos.outlet.closed': { readonly outlet: OutletSnapshot };
}

export type OutletEvent = { [Type in keyof OutletEvents]: DomainEvent<Type, OutletEvents[Type]> }[keyof OutletEvents];

/** The event of a change, placed in the outlet's own history by its version. */
export function outletEvent(type: OutletEvent['type'], outlet: Outlet): OutletEvent {
  const { id, version } = outlet;
  return {
    type,
    aggregate: 'outlets',
    aggregateId: id,
    sequence: version,
    outletId: id,
    data: { outlet: describeOutlet(outlet) },
  };
}

/** An outlet as JSON shows it. Equal outlets are described by equal text, whatever order their members came in. */
export function describeOutlet(outlet: Outlet): OutletSnapshot {
  const { cashRounding, receipt } = outlet;
  return {
    id: outlet.id,
    name: outlet.name,
    currency: outlet.currency,
    timeZone: outlet.timeZone,
    locale: outlet.locale,
    dayCutMinutes: outlet.dayCutMinutes,
    receiptPrefix: outlet.receiptPrefix,
    tenders: outlet.tenders,
    taxRounding: outlet.taxRounding,
    cashRounding: cashRounding && { stepMinor: cashRounding.stepMinor, mode: cashRounding.mode },
    openingHours: describeHours(outlet.openingHours),
    receipt: {
      addressLines: receipt.addressLines,
      taxNumber: receipt.taxNumber,
      header: receipt.header,
      footer: receipt.footer,
    },
    serviceCharges: outlet.serviceCharges.map(describeServiceCharge),
    tillKeys: describeKeys(outlet.tillKeys),
    active: outlet.active,
    taxGroups: [...outlet.taxGroups.values()].sort(byCode).map(describeTaxGroup),
    version: outlet.version,
  };
}

/** A tax group as JSON shows it: rates are decimal strings. */
export function describeTaxGroup({ code, name, mode, taxes, channelSwitch }: TaxGroup): TaxGroupDraft {
  const described = { code, name, mode, taxes: taxes.map(describeTax) };
  if (channelSwitch === undefined) return described;
  const { channels, policy } = channelSwitch;
  return { ...described, channelSwitch: { channels, taxes: channelSwitch.taxes.map(describeTax), policy } };
}

function describeTax({ code, name, rate, compound, validFrom, validTo }: Tax): TaxGroupDraft['taxes'][number] {
  return { code, name, rate: formatDecimal(rate), compound, ...datesOf({ validFrom, validTo }) };
}

function describeServiceCharge(rule: ServiceChargeRule): ServiceChargeRule {
  const { name, rate, basis, taxGroup, channels } = rule;
  return { name, rate, basis, taxGroup, channels: [...channels], ...datesOf(rule) };
}

function datesOf({ validFrom, validTo }: Validity): { validFrom?: string; validTo?: string } {
  return { ...(validFrom !== undefined && { validFrom }), ...(validTo !== undefined && { validTo }) };
}

function describeKeys(tillKeys: TillKeys): TillKeys {
  return Object.fromEntries(Object.entries(tillKeys).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function describeHours(hours: OpeningHours): OpeningHours {
  const days = WEEKDAYS.filter((day) => hours[day] !== undefined);
  return Object.fromEntries(days.map((day) => [day, (hours[day] ?? []).map(({ from, to }) => ({ from, to }))]));
}

function byCode(a: TaxGroup, b: TaxGroup): number {
  return a.code < b.code ? -1 : 1;
}
