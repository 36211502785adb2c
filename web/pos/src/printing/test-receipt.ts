import type { Receipt } from '../../../../sdk/src/contract/models.js';
import type { LinkedDevice } from '../../../../sdk/src/device/linking.js';

/** A receipt of nothing, to see whether a printer prints, how wide, and which letters it has. */
export function testReceipt({ outlet, device }: LinkedDevice, now: Date): Receipt {
  const zero = { amount: 0, currency: outlet.currency };
  const names = ['subtotal', 'discount', 'serviceCharge', 'tax', 'tip', 'rounding', 'surcharge', 'total'] as const;
  const sums = Object.fromEntries(names.map((name) => [name, zero])) as Record<(typeof names)[number], typeof zero>;
  return {
    marks: ['TRAINING'],
    seller: {
      name: outlet.name,
      addressLines: [],
      taxNumber: null,
      receiptHeader: device.name,
      receiptFooter: 'ÄÖÜ äöü ß éèêç ñ €',
    },
    ...{ orderId: device.id, number: 'TEST', receiptNumber: null, status: 'completed', channel: 'counter' },
    placedAt: now.toISOString(),
    localTime: now.toISOString().slice(0, 16).replace('T', ' '),
    ...{ currency: outlet.currency, minorDigits: 2, locale: outlet.locale },
    ...{ lines: [], discounts: [], taxes: [], payments: [], refunds: [], taxExemption: null },
    totals: { ...sums, paid: zero, change: zero, due: zero },
  };
}
