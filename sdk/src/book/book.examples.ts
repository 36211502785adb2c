import type { ItemRecord, SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { BOOK_FORMAT, type KeptBook } from './book-store.js';
import type { PriceBook } from './price-book.js';
import { ShelvedBook } from './shelved-book.js';

export const OUTLET_ID = '0197a3c2-7b1e-7000-8000-0000000000a1';
export const NOW = Date.parse('2026-11-21T12:00:00Z');
export const CURSOR = 'cursor-1';

/** Shillings, in cents. */
export const KES = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'KES' });

/** An item of the example shop. */
export function itemRecord(sku: string, changes: Partial<ItemRecord> = {}): ItemRecord {
  return {
    ...{ id: `item-${sku}`, sku, name: sku, category: 'Coffee', price: KES(30_000), taxCategory: 'standard' },
    ...{ barcode: null, barcodes: [], unit: 'each', active: true, kind: 'product', openPrice: false },
    ...{ discountable: true, minimumAge: null, plu: null, measure: 'each', tare: null, variantOf: null },
    ...{ allergens: [], images: [], channels: null, schedule: null },
    ...changes,
  };
}

const TENDER = {
  ...{ provider: null, surcharge: null, referenceRequired: false, minimum: null, maximum: null, refundable: true },
};

/** A shop in Nairobi: its records, of which a test may add more. */
export function chunksOfShop(items: readonly ItemRecord[] = MENU): SectionChunk[] {
  return [
    {
      section: 'business',
      records: [{ id: 'business-1', slug: 'mama', name: 'Mama', currency: 'KES', minorDigits: {} }],
    },
    {
      section: 'outlet',
      records: [
        {
          ...{ id: OUTLET_ID, name: 'Harbour', currency: 'KES', timeZone: 'Africa/Nairobi', locale: 'en-KE' },
          ...{ dayCutMinutes: 240, receiptPrefix: 'H', tenders: ['cash', 'card', 'gift_card', 'mpesa'] },
          ...{ taxRounding: 'receipt', cashRounding: { stepMinor: 100, mode: 'half-up' }, openingHours: {} },
          receipt: { addressLines: ['Moi Avenue'], taxNumber: 'P051', header: 'Karibu', footer: null },
          ...{ serviceCharges: [], active: true, closedThrough: null, closureDue: null },
          taxGroups: [
            {
              ...{ code: 'standard', name: 'Standard', mode: 'inclusive' },
              taxes: [{ code: 'VAT', name: 'VAT', rate: '16', compound: false }],
            },
          ],
        },
      ],
    },
    {
      section: 'tenders',
      records: [
        { code: 'card', name: 'Card', kind: 'card', ...TENDER, referenceRequired: true },
        { code: 'cash', name: 'Cash', kind: 'cash', ...TENDER },
        { code: 'gift_card', name: 'Gift card', kind: 'gift_card', ...TENDER },
        { code: 'mpesa', name: 'M-Pesa', kind: 'mobile_money', ...TENDER, provider: 'treasury' },
      ],
    },
    {
      section: 'availability',
      records: [
        { sku: 'scone', available: false, reason: 'oven broken', until: null, counted: false, soldOut: false },
        { sku: 'cake', available: true, reason: null, until: null, counted: true, soldOut: true },
      ],
    },
    {
      section: 'approvalRules',
      records: [
        {
          ...{ action: 'order.discount', secondPerson: 'over', limits: [KES(10_000)] },
          ...{ reasonRequired: true, reasons: [] },
        },
      ],
    },
    { section: 'items', records: items },
  ];
}

const MENU: readonly ItemRecord[] = [
  itemRecord('latte', { name: 'Café latte', plu: '12', barcodes: ['5901234123457'], barcode: '5901234123457' }),
  itemRecord('mocha', { name: 'Mocha', price: KES(35_000) }),
  itemRecord('tomato', { name: 'Tomatoes', category: 'Fruit', unit: 'kg', measure: 'weight', price: KES(12_000) }),
  itemRecord('scone', { name: 'Scone', category: 'Bakery' }),
  itemRecord('cake', { name: 'Cake', category: 'Bakery' }),
  itemRecord('wine', { name: 'Wine', category: 'Bar', minimumAge: 18 }),
  itemRecord('old', { name: 'Café of last year', active: false }),
];

/** The shop as a till keeps it. */
export function keptShop(chunks: readonly SectionChunk[] = chunksOfShop()): KeptBook {
  return { mark: { format: BOOK_FORMAT, cursor: CURSOR, updatedAt: NOW }, chunks };
}

/** The shop's book. */
export function exampleBook(chunks: readonly SectionChunk[] = chunksOfShop()): PriceBook {
  return ShelvedBook.from(keptShop(chunks), () => NOW).book;
}
