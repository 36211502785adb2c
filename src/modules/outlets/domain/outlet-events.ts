import { formatDecimal } from '../../../kernel/decimal.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { WEEKDAYS, type OpeningHours, type Outlet } from './outlet.js';
import type { Tax, TaxGroup, TaxGroupDraft } from './tax-group.js';

/** `opened` also tells of a reopening, `closed` of an outlet that sells no more; each carries the state after the change. */
export type OutletEvent = DomainEvent<
  'pos.outlet.opened' | 'pos.outlet.changed' | 'pos.outlet.closed',
  { outlet: object }
>;

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
export function describeOutlet(outlet: Outlet): object {
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

function describeTax({ code, name, rate, compound }: Tax): TaxGroupDraft['taxes'][number] {
  return { code, name, rate: formatDecimal(rate), compound };
}

function describeHours(hours: OpeningHours): OpeningHours {
  const days = WEEKDAYS.filter((day) => hours[day] !== undefined);
  return Object.fromEntries(days.map((day) => [day, (hours[day] ?? []).map(({ from, to }) => ({ from, to }))]));
}

function byCode(a: TaxGroup, b: TaxGroup): number {
  return a.code < b.code ? -1 : 1;
}
