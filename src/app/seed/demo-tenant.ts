import type { OutletId, TenantId } from '../../kernel/ids.js';
import type { OpenOutletCommand, ServiceChargeRule, TaxGroupDraft } from '../../modules/outlets/index.js';
import { namedUuid } from './named-uuid.js';

/** A tenant to be seeded; everything in it follows from the seed, so the same seed is the same data. */
export interface TenantSeed {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly outlets: readonly OpenOutletCommand[];
}

const CURRENCY = 'USD';
const TIME_ZONE = 'America/New_York';
const DAY_CUT_MINUTES = 240;

/** Prices contain their tax, so what the menu says is what is paid, whatever the group. */
export const DEMO_TAX_GROUPS: readonly TaxGroupDraft[] = [
  inclusive('standard', 'Standard rate', '16.0'),
  inclusive('reduced', 'Reduced rate', '8.0'),
  inclusive('none', 'Zero-rated', '0'),
];

/** What guests at a table pay on top, taxed. */
const TABLE_SERVICE: ServiceChargeRule = {
  name: 'Service',
  rate: '10',
  basis: 'before_tax',
  taxGroup: 'standard',
  channels: ['dine_in'],
};

interface OutletSeed {
  readonly name: string;
  readonly receiptPrefix: string;
  readonly from: string;
  readonly to: string;
  readonly serviceCharges?: readonly ServiceChargeRule[];
}

/** The outlets of the demo: a café, a restaurant and a market. */
const OUTLETS: readonly OutletSeed[] = [
  { name: 'Corner Café', receiptPrefix: 'A', from: '07:00', to: '19:00' },
  { name: 'Pizza Place', receiptPrefix: 'B', from: '09:30', to: '01:00', serviceCharges: [TABLE_SERVICE] },
  { name: 'Market Lane', receiptPrefix: 'C', from: '08:00', to: '20:00' },
];

/** The demo's tenant. */
export function demoTenant(seed: string, slug: string, currency = CURRENCY): TenantSeed {
  return {
    id: namedUuid('pos demo', seed, slug) as TenantId,
    slug,
    name: slug === 'demo' ? 'Demo Street Food' : `Demo Street Food (${slug})`,
    currency,
    outlets: OUTLETS.map((outlet) => outletOf(seed, slug, currency, outlet)),
  };
}

function outletOf(seed: string, slug: string, currency: string, outlet: OutletSeed): OpenOutletCommand {
  const hours = [{ from: outlet.from, to: outlet.to }];
  return {
    id: namedUuid('pos demo outlet', seed, slug, outlet.receiptPrefix) as OutletId,
    name: outlet.name,
    currency,
    timeZone: TIME_ZONE,
    locale: 'en-US',
    dayCutMinutes: DAY_CUT_MINUTES,
    receiptPrefix: outlet.receiptPrefix,
    tenders: ['cash', 'card', 'mobile_money', 'gift_card', 'voucher', 'loyalty'],
    taxRounding: 'receipt',
    cashRounding: null,
    openingHours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    receipt: {
      addressLines: ['1 Demo Street, New York'],
      taxNumber: null,
      header: null,
      footer: 'Thank you!',
    },
    taxGroups: DEMO_TAX_GROUPS,
    serviceCharges: outlet.serviceCharges ?? [],
  };
}

function inclusive(code: string, name: string, rate: string): TaxGroupDraft {
  return {
    code,
    name,
    mode: 'inclusive',
    taxes: [{ code: 'VAT', name: 'VAT', rate, compound: false }],
  };
}
