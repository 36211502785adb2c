import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { OutletDraft } from './outlet.js';
import { openOutlet } from './outlet-lifecycle.js';
import type { TaxGroupDraft } from './tax-group.js';
import type { TenantDraft } from './tenant.js';

export const OUTLET_ID = '0197a3c2-7b1e-7000-8000-0000000000a1' as OutletId;

export const vat: TaxGroupDraft = {
  code: 'standard',
  name: 'Standard rate',
  mode: 'inclusive',
  taxes: [{ code: 'VAT', name: 'VAT', rate: '16.0', compound: false }],
};

export const draft: OutletDraft = {
  id: OUTLET_ID,
  name: 'Main street',
  currency: 'KES',
  timeZone: 'Africa/Nairobi',
  locale: 'en-KE',
  dayCutMinutes: 240,
  receiptPrefix: 'A',
  tenders: ['cash', 'card'],
  taxRounding: 'receipt',
  cashRounding: { stepMinor: 100, mode: 'half-up' },
  openingHours: { mon: [{ from: '08:00', to: '22:00' }], fri: [{ from: '18:00', to: '02:00' }] },
  receipt: { addressLines: ['Main street 1'], taxNumber: 'P000111222A', header: null, footer: 'Thank you\nCome again' },
  taxGroups: [vat],
};

/** An outlet that was just opened. */
export const open = openOutlet(draft).state;

export const tenantDraft: TenantDraft = {
  id: '0197a3c2-7b1e-7000-8000-000000000001' as TenantId,
  slug: 'acme',
  name: 'Acme',
  currency: 'KES',
  minorDigits: {},
};
