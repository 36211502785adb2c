import type { PayTender } from './pay-tender.js';
import { chargedBy, surchargeOn } from './surcharge.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const tender = (kind: string, surcharge: PayTender['surcharge']): PayTender => ({
  ...{ code: kind, kind, name: kind, provider: null, referenceRequired: false, refundable: true, surcharge },
});
const percent = (rate: bigint): PayTender['surcharge'] => ({ kind: 'percent', rate: rate as never });

test.each([
  { title: 'nothing', of: tender('card', null), amount: 1_000, added: null },
  { title: 'a part of it, half away from zero', of: tender('card', percent(2_500_000n)), amount: 1_020, added: 26 },
  { title: 'so much once', of: tender('card', { kind: 'amount', amount: KES(50) }), amount: 1_000, added: 50 },
  { title: 'nothing to cash', of: tender('cash', percent(2_500_000n)), amount: 1_000, added: null },
  {
    title: 'nothing in another currency',
    of: tender('card', { kind: 'amount', amount: { amount: 5, currency: 'USD' } }),
    amount: 1_000,
    added: null,
  },
])('adds $title', ({ of, amount, added }) => {
  expect(surchargeOn(of, KES(amount))).toEqual(added === null ? null : KES(added));
  expect(chargedBy(of, KES(amount))).toEqual(KES(amount + (added ?? 0)));
});
