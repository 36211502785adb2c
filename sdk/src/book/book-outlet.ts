import { parseDecimal } from '../../../src/kernel/decimal.js';
import type { OutletId } from '../../../src/kernel/ids.js';
import type { Outlet } from '../../../src/modules/outlets/domain/outlet.js';
import { serviceChargeOn } from '../../../src/modules/outlets/domain/service-charge.js';
import { taxGroupsOn } from '../../../src/modules/outlets/domain/tax-calendar.js';
import { taxGroupFrom } from '../../../src/modules/outlets/domain/tax-group.js';
import type { OutletFacts } from '../../../src/modules/orders/domain/receipt.js';
import type { SalesOutlet } from '../../../src/modules/orders/ports/sales-outlets.js';
import type { BusinessRecord, OutletRecord, TenderRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { TenderKind, TenderRules } from '../../../src/modules/tendering/domain/tender.js';

/** The outlet as a sale there is computed by. */
export function salesOutlet(record: OutletRecord): SalesOutlet {
  const { taxGroups, tillKeys = {}, ...settings } = record;
  const outlet: Outlet = {
    ...settings,
    tillKeys,
    id: record.id as OutletId,
    taxGroups: new Map(taxGroups.map((group) => [group.code, taxGroupFrom(group)])),
    version: 0,
  };
  return {
    ...outlet,
    taxGroupsOn: (localDate) => taxGroupsOn(outlet, localDate),
    serviceChargeOn: (localDate, channel) => serviceChargeOn(outlet, localDate, channel),
  };
}

/** What receipts of the outlet say of the seller. */
export function outletFacts({ name, timeZone, locale, receipt }: OutletRecord, business: BusinessRecord): OutletFacts {
  const { addressLines, taxNumber, header: receiptHeader, footer: receiptFooter } = receipt;
  const digitOverrides = business.minorDigits;
  return { name, timeZone, locale, addressLines, taxNumber, receiptHeader, receiptFooter, digitOverrides };
}

/** How the outlet takes a tender. */
export function tenderRules({ kind, surcharge, ...record }: TenderRecord): TenderRules {
  return { ...record, kind: kind as TenderKind, surcharge: surchargeFrom(surcharge) };
}

function surchargeFrom(surcharge: TenderRecord['surcharge']): TenderRules['surcharge'] {
  if (surcharge === null || surcharge.kind === 'amount') return surcharge;
  const rate = parseDecimal(surcharge.rate);
  if (rate === undefined) throw new RangeError(`not a rate: ${surcharge.rate}`);
  return { kind: 'percent', rate };
}
