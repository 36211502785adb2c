import type { OutletId } from '../../../../kernel/ids.js';
import type { OpenOutletCommand } from '../../application/open-outlet.js';
import type { OpeningHours, Outlet, OutletChanges, ReceiptTexts } from '../../domain/outlet.js';
import type {
  ChangeOutletRequest,
  OpeningHoursDto,
  OpenOutletRequest,
  OutletResponse,
  ReceiptTextsDto,
  ServiceChargeDto,
} from './outlet-dto.js';
import type { ServiceChargeRule } from '../../domain/service-charge.js';
import { datesFrom, taxGroupDraftFrom, toTaxGroupDto } from './tax-group-dto.js';

const DAY_CUT = '04:00';
const TENDERS = ['cash', 'card'];

/** Reads an opening; what is left out gets its default. */
export function openingFrom(body: OpenOutletRequest, freshId: OutletId): OpenOutletCommand {
  return {
    id: (body.id as OutletId | undefined) ?? freshId,
    name: body.name,
    timeZone: body.timeZone,
    locale: body.locale ?? 'en',
    dayCutMinutes: minutesFrom(body.dayCut ?? DAY_CUT),
    receiptPrefix: body.receiptPrefix,
    tenders: body.tenders ?? TENDERS,
    taxRounding: body.taxRounding ?? 'receipt',
    cashRounding: body.cashRounding ?? null,
    openingHours: hoursFrom(body.openingHours ?? {}),
    receipt: receiptFrom(body.receipt ?? {}),
    taxGroups: (body.taxGroups ?? []).map(taxGroupDraftFrom),
    serviceCharges: (body.serviceCharges ?? []).map(serviceChargeFrom),
    tillKeys: body.tillKeys ?? {},
    ...(body.currency === undefined ? {} : { currency: body.currency }),
  };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom({
  dayCut,
  openingHours,
  receipt,
  serviceCharges,
  ...plain
}: ChangeOutletRequest): OutletChanges {
  const members = Object.entries(plain) as [string, unknown][];
  const sent: OutletChanges = Object.fromEntries(members.filter(([, value]) => value !== undefined));
  return {
    ...sent,
    ...(dayCut === undefined ? {} : { dayCutMinutes: minutesFrom(dayCut) }),
    ...(openingHours === undefined ? {} : { openingHours: hoursFrom(openingHours) }),
    ...(receipt === undefined ? {} : { receipt: receiptFrom(receipt) }),
    ...(serviceCharges === undefined ? {} : { serviceCharges: serviceCharges.map(serviceChargeFrom) }),
  };
}

/** Shows an outlet. */
export function toOutletResponse(outlet: Outlet): OutletResponse {
  const { cashRounding, receipt } = outlet;
  return {
    id: outlet.id,
    name: outlet.name,
    currency: outlet.currency,
    timeZone: outlet.timeZone,
    locale: outlet.locale,
    dayCut: timeOf(outlet.dayCutMinutes),
    receiptPrefix: outlet.receiptPrefix,
    tenders: [...outlet.tenders],
    taxRounding: outlet.taxRounding,
    cashRounding: cashRounding && { ...cashRounding },
    openingHours: outlet.openingHours as OpeningHoursDto,
    receipt: { ...receipt, addressLines: [...receipt.addressLines] },
    active: outlet.active,
    taxGroups: [...outlet.taxGroups.values()].map(toTaxGroupDto),
    serviceCharges: outlet.serviceCharges.map((rule) => ({ ...rule, channels: [...rule.channels] })),
    tillKeys: Object.fromEntries(Object.entries(outlet.tillKeys).map(([action, keys]) => [action, [...keys]])),
    version: outlet.version,
  };
}

function serviceChargeFrom({
  name,
  rate,
  basis,
  taxGroup = null,
  channels,
  ...dates
}: ServiceChargeDto): ServiceChargeRule {
  return { name, rate, basis, taxGroup, channels, ...datesFrom(dates) };
}

function hoursFrom(hours: OpeningHoursDto): OpeningHours {
  return Object.fromEntries(Object.entries(hours).filter(([, ranges]) => ranges !== undefined));
}

function receiptFrom({
  addressLines = [],
  taxNumber = null,
  header = null,
  footer = null,
}: ReceiptTextsDto): ReceiptTexts {
  return { addressLines, taxNumber, header, footer };
}

function minutesFrom(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
