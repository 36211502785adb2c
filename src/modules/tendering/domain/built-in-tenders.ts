import type { TenderKind, TenderRules } from './tender.js';

const KINDS: Readonly<Record<string, readonly [name: string, kind: TenderKind]>> = {
  cash: ['Cash', 'cash'],
  card: ['Card', 'card'],
  eftpos: ['EFTPOS', 'eftpos'],
  mobile_money: ['Mobile money', 'mobile_money'],
  mpesa: ['M-Pesa', 'mobile_money'],
  airtel_money: ['Airtel Money', 'mobile_money'],
  orange_money: ['Orange Money', 'mobile_money'],
  bank_transfer: ['Bank transfer', 'bank_transfer'],
  dinau: ['DINAU', 'house_account'],
  house_account: ['House account', 'house_account'],
  gift_card: ['Gift card', 'gift_card'],
  voucher: ['Voucher', 'voucher'],
  loyalty: ['Loyalty points', 'loyalty'],
};

/** How a tender is taken that nobody has configured: recorded by hand, without surcharge or limits. Unknown codes are custom. */
export function builtInTender(code: string): TenderRules {
  const [name, kind] = KINDS[code] ?? [code, 'custom'];
  return {
    code,
    name,
    kind,
    provider: null,
    surcharge: null,
    referenceRequired: false,
    minimum: null,
    maximum: null,
    refundable: true,
  };
}
