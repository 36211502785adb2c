import { decimal } from '../../../kernel/decimal.js';
import { fromMajorUnits, type Money } from '../../../kernel/money.js';
import { refund } from './order-refunds.js';
import {
  BHD,
  CHF,
  exampleId,
  fiveCents,
  JPY,
  newLine,
  newPayment,
  refundOf,
  saleOf,
  settings,
  taxGroups,
  voidedBy,
} from './order.examples.js';
import { placeOrder, voidOrder } from './order.js';
import { receiptOf, type OutletFacts, type Receipt } from './receipt.js';

const KES = (major: string): Money => fromMajorUnits(major, 'KES');

const cafe: OutletFacts = {
  name: 'Café Kahawa “Moi Avenue”',
  addressLines: ['12 Moi Avenue', 'Nairobi'],
  taxNumber: 'P051234567X',
  receiptHeader: 'Roasted here every Tuesday',
  receiptFooter: 'Thank you, come again',
  timeZone: 'Africa/Nairobi',
  locale: 'en-KE',
};

/** What a guest of a café takes home: modifiers, a combo, discounts, taxes, two tenders. */
function longBill(facts: OutletFacts = cafe, copy = false): Receipt {
  const id = exampleId<'order-line'>(150);
  const combo = { id, upcharge: KES('0') };
  const milk = { id: 'oat', group: 'milk', name: 'Oat milk', quantity: 1, price: KES('40') };
  const shot = { id: 'shot', group: 'extras', name: 'Espresso shot', quantity: 2, price: KES('50') };
  const none = { id: 'dry', group: 'sugar', name: 'No sugar', quantity: 1, price: KES('0') };
  const value = { kind: 'percent', rate: decimal('10') } as const;
  const pricing = { kind: 'fixed', listPrice: KES('650.00'), priceSteps: [] } as const;
  const lines = [
    newLine(1, { name: 'Flat white', listPrice: KES('320'), quantity: decimal('2'), modifiers: [milk, shot, none] }),
    newLine(2, { name: 'Croissant with almonds from the bakery at the corner', listPrice: KES('280') }),
    newLine(3, { name: 'Ham sandwich', listPrice: KES('500'), combo }),
    newLine(4, { name: 'Lemonade', listPrice: KES('250'), combo, note: 'no ice' }),
    newLine(5, {
      name: 'Beans, Kirinyaga',
      unit: 'kg',
      quantity: decimal('0.25'),
      listPrice: KES('2400'),
      taxGroup: taxGroups.zeroRated,
    }),
    newLine(6, { name: 'Mug', listPrice: KES('1200'), taxGroup: taxGroups.exclusive8 }),
  ];
  const sale = saleOf({
    ...{ currency: 'KES', receiptNumber: 'T1-000123', lines, settings },
    combos: [{ id, sku: 'lunch', name: 'Lunch for one', quantity: decimal('1'), pricing }],
    discounts: [
      {
        id: exampleId<'discount'>(401),
        lineId: null,
        value,
        category: 'discount',
        reason: 'waited',
        pointer: '',
      } as const,
    ],
    serviceCharge: { name: 'Service', rate: decimal('5'), basis: 'after_tax', taxGroup: null },
    tip: KES('100'),
    payments: [newPayment(1, KES('2000'), { tender: 'mpesa', reference: 'RKT4X1Y2Z3' }), newPayment(2, KES('3000'))],
  });
  return receiptOf(placeOrder({ ...sale, tenders: ['cash', 'mpesa'] }).state, facts, copy);
}

/** A part of a sale given back, with coins of five cents, in French. */
function refunded(): Receipt {
  const lines = [newLine(1, { name: 'Rösti forestière', listPrice: CHF('19.98'), taxGroup: taxGroups.untaxed })];
  const rules = { ...settings, cashRounding: fiveCents };
  const payments = [newPayment(1, CHF('20.00'))];
  const sold = placeOrder(
    saleOf({ currency: 'CHF', receiptNumber: 'L2-000009', settings: rules, lines, payments }),
  ).state;
  const facts = { ...cafe, name: 'Brasserie du Lac', timeZone: 'Europe/Zurich', locale: 'fr-CH' };
  return receiptOf(refund(sold, refundOf(1, { amount: CHF('3.03') })).state, facts);
}

/** An order that was given up. */
function voided(): Receipt {
  const open = placeOrder(saleOf({ payments: [], complete: false })).state;
  if (open.status !== 'open') throw new Error('it is open');
  return receiptOf(voidOrder(open, 'guest left', voidedBy).state, cafe);
}

/** As a till writes it that is used for training, in Swahili. */
function training(): Receipt {
  const lines = [newLine(1, { name: 'Chai ya maziwa', listPrice: KES('80'), quantity: decimal('3') })];
  const sale = saleOf({ currency: 'KES', receiptNumber: 'TRAINING', lines, payments: [newPayment(1, KES('500'))] });
  const receipt = receiptOf({ ...placeOrder(sale).state, number: '' }, { ...cafe, locale: 'sw-KE' });
  return { ...receipt, marks: ['TRAINING'] };
}

/** Names of two columns a letter, and amounts without minor digits. */
function japanese(): Receipt {
  const lines = [
    newLine(1, { name: '抹茶ラテ', listPrice: JPY('580'), quantity: decimal('2') }),
    newLine(2, { name: '季節のフルーツとクリームのサンドイッチセット', listPrice: JPY('1280') }),
  ];
  const payments = [newPayment(1, JPY('3000'))];
  const facts = {
    ...cafe,
    name: '喫茶店 さくら',
    taxNumber: 'T1234567890123',
    timeZone: 'Asia/Tokyo',
    locale: 'ja-JP',
  };
  return receiptOf(placeOrder(saleOf({ currency: 'JPY', receiptNumber: 'S1-000042', lines, payments })).state, facts);
}

/** Names from right to left, and amounts of three minor digits. */
function bahraini(): Receipt {
  const lines = [
    newLine(1, { name: 'قهوة عربية', listPrice: BHD('1.325'), quantity: decimal('2') }),
    newLine(2, { name: 'كعك بالتمر مع الهيل والزعفران', listPrice: BHD('0.750') }),
  ];
  const payments = [newPayment(1, BHD('5.000'))];
  const facts = { ...cafe, name: 'مقهى البحرين', taxNumber: null, timeZone: 'Asia/Bahrain', locale: 'ar-BH' };
  return receiptOf(placeOrder(saleOf({ currency: 'BHD', receiptNumber: 'B1-000007', lines, payments })).state, facts);
}

/** Receipts of every kind, by the names of their golden files. */
export const exampleReceipts: Readonly<Record<string, () => Receipt>> = {
  'long-bill': longBill,
  copy: () => longBill(cafe, true),
  refund: refunded,
  void: voided,
  training,
  'wide-letters': japanese,
  'right-to-left': bahraini,
};
