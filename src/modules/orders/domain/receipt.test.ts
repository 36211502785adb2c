import { decimal } from '../../../kernel/decimal.js';
import { refund } from './order-refunds.js';
import type { Order } from './order-state.js';
import {
  BHD,
  CHF,
  exampleId,
  fiveCents,
  newLine,
  newPayment,
  orders,
  refundOf,
  saleOf,
  settings,
  taxGroups,
  USD,
} from './order.examples.js';
import { placeOrder } from './order.js';
import { layoutReceipt } from './receipt-layout.js';
import { renderReceiptText, type ReceiptColumns } from './receipt-text.js';
import { receiptOf, type OutletFacts } from './receipt.js';

const outlet: OutletFacts = {
  name: 'Café Kahawa',
  addressLines: ['12 Moi Avenue', 'Nairobi'],
  taxNumber: 'P051234567X',
  receiptHeader: null,
  receiptFooter: 'Thank you, come again',
  timeZone: 'Africa/Nairobi',
  locale: 'en-KE',
};

function print(order: Order, columns: ReceiptColumns, facts = outlet, copy = false): string {
  return renderReceiptText(layoutReceipt(receiptOf(order, facts, copy)), columns);
}

const mixed = placeOrder(
  saleOf({
    lines: [
      newLine(1, { quantity: decimal('2'), note: 'oat milk' }),
      newLine(2, {
        name: 'Parmigiano Reggiano, aged for thirty-six months',
        unit: 'kg',
        quantity: decimal('0.482'),
        listPrice: USD('45.90'),
        taxGroup: taxGroups.zeroRated,
      }),
      newLine(3, { name: 'Mug', listPrice: USD('12.00'), taxGroup: taxGroups.exclusive8 }),
    ],
    payments: [newPayment(1, USD('20.00'), { tender: 'card', reference: 'slip 4711' }), newPayment(2, USD('50.00'))],
  }),
).state;

test('58 mm: a coffee, a weight, a tax on top, two tenders and change', () => {
  expect(`\n${print(mixed, 32)}`).toBe(`
          Café Kahawa
         12 Moi Avenue
            Nairobi
      Tax no. P051234567X
--------------------------------
A-000001        2025-03-14 14:38
--------------------------------
Espresso                    7.00
  2 x 3.50
  oat milk
Parmigiano Reggiano, aged
for thirty-six months      22.12
  0.482 kg x 45.90
Mug                        12.00
--------------------------------
Subtotal                   41.12
SALES 8.875%                1.07
  on 12.00
incl. VAT 16.0%             0.97
  on 6.03
incl. VAT 0.0%              0.00
  on 22.12
================================
TOTAL USD                  42.19
================================
Card                       20.00
  slip 4711
Cash                       50.00
Change                     27.81
--------------------------------
     Thank you, come again
`);
});

test('a combo, choices, discounts by name, a service charge, an exemption, a tip and a gift card', () => {
  const id = exampleId<'order-line'>(150);
  const pricing = { kind: 'fixed', listPrice: USD('10.00'), priceSteps: [] } as const;
  const combo = { id, upcharge: USD('0') };
  const bacon = { id: 'bacon', group: 'extras', name: 'Bacon', quantity: 2, price: USD('0.75') };
  const free = { ...bacon, name: 'No onion', quantity: 1, price: USD('0') };
  const lines = [
    newLine(1, { name: 'Burger', listPrice: USD('8.00'), combo, modifiers: [bacon, free] }),
    newLine(2, { name: 'Fries', listPrice: USD('4.00'), combo, note: 'crisp' }),
    newLine(3, {
      ...{ name: 'Gift card', listPrice: USD('25.00'), taxGroup: taxGroups.untaxed, discountable: false },
      giftCard: { cardId: exampleId(800), last4: 'V4CE' },
    }),
  ];
  const value = { kind: 'percent', rate: decimal('10') } as const;
  const waited = {
    id: exampleId<'discount'>(401),
    lineId: null,
    value,
    category: 'discount',
    reason: 'waited',
    pointer: '',
  } as const;
  const order = placeOrder(
    saleOf({
      lines,
      combos: [{ id, sku: 'menu', name: 'Menu', quantity: decimal('1'), pricing }],
      discounts: [waited],
      serviceCharge: { name: 'Service', rate: decimal('10'), basis: 'after_tax', taxGroup: null },
      settings: { ...settings, taxExempt: true },
      taxExemption: { reference: 'UN-4711', grantedBy: 'api-key:demo' },
      tip: USD('1.00'),
      payments: [],
      complete: false,
    }),
  ).state;
  const text = print(order, 32);
  expect(text.slice(text.indexOf('Menu'), text.indexOf('TOTAL'))).toBe(`Menu                        9.91
  Burger: 7.04
  + 2 x Bacon +0.75
  + No onion
  Fries: 2.87
  crisp
Gift card                  25.00
  Card …V4CE
--------------------------------
Subtotal                   34.91
Discount                   -0.99
Service charge              3.39
incl. VAT 0.0%              0.00
  on 8.92
  Exempt from tax: UN-4711
Tip                         1.00
================================
`);
  expect(text).not.toContain('waited');
});

test('80 mm: the same, wider', () => {
  expect(`\n${print(mixed, 48)}`).toBe(`
                  Café Kahawa
                 12 Moi Avenue
                    Nairobi
              Tax no. P051234567X
------------------------------------------------
A-000001                        2025-03-14 14:38
------------------------------------------------
Espresso                                    7.00
  2 x 3.50
  oat milk
Parmigiano Reggiano, aged for thirty-six
months                                     22.12
  0.482 kg x 45.90
Mug                                        12.00
------------------------------------------------
Subtotal                                   41.12
SALES 8.875%                                1.07
  on 12.00
incl. VAT 16.0%                             0.97
  on 6.03
incl. VAT 0.0%                              0.00
  on 22.12
================================================
TOTAL USD                                  42.19
================================================
Card                                       20.00
  slip 4711
Cash                                       50.00
Change                                     27.81
------------------------------------------------
             Thank you, come again
`);
});

test('a copy of a refunded sale with cash rounding, in German marks', () => {
  const lines = [newLine(1, { name: 'Rösti', listPrice: CHF('19.98'), taxGroup: taxGroups.untaxed })];
  const rules = { ...settings, cashRounding: fiveCents };
  const sold = placeOrder(
    saleOf({ currency: 'CHF', settings: rules, lines, payments: [newPayment(1, CHF('20.00'))] }),
  ).state;
  const refunded = refund(sold, refundOf(1, { amount: CHF('3.03') })).state;
  const facts = {
    ...outlet,
    addressLines: [],
    taxNumber: null,
    receiptHeader: 'Zum Löwen',
    receiptFooter: null,
    timeZone: 'Europe/Zurich',
    locale: 'de-DE',
  };
  expect(`\n${print(refunded, 32, facts, true)}`).toBe(`
          *** COPY ***
          Café Kahawa
           Zum Löwen
--------------------------------
A-000001        2025-03-14 12:38
--------------------------------
Rösti                      19,98
--------------------------------
Subtotal                   19,98
Rounding                    0,02
================================
TOTAL CHF                  20,00
================================
Cash                       20,00
Refund 2025-03-14 13:00    -3,05
          *** COPY ***
`);
});

test.each([
  { status: 'open', copy: false, marks: ['UNPAID'] },
  { status: 'held', copy: true, marks: ['COPY', 'UNPAID'] },
  { status: 'voided', copy: false, marks: ['VOID'] },
  { status: 'completed', copy: false, marks: [] },
  { status: 'completed', copy: true, marks: ['COPY'] },
  { status: 'partially_refunded', copy: false, marks: [] },
  { status: 'refunded', copy: true, marks: ['COPY'] },
] as const)('the receipt of an order that is $status, copy $copy, is marked $marks', ({ status, copy, marks }) => {
  const receipt = receiptOf(orders[status], outlet, copy);
  expect(receipt.marks).toEqual(marks);
  const text = print(orders[status], 32, outlet, copy);
  for (const mark of marks) expect(text.split(`*** ${mark} ***`)).toHaveLength(3);
});

test('what is still due is on the bill, unless it was voided', () => {
  expect(print(orders.open, 32)).toContain('Due                         7.00\n');
  expect(print(orders.voided, 32)).not.toContain('Due');
});

test('the document is plain JSON', () => {
  const receipt = receiptOf(mixed, outlet);
  expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
  expect(receipt).toMatchObject({
    number: 'A-000001',
    placedAt: '2025-03-14T11:38:00.000Z',
    localTime: '2025-03-14 14:38',
    currency: 'USD',
  });
});

test('blocks come in the order of UX.md §9', () => {
  const kinds = layoutReceipt(receiptOf(mixed, outlet, true)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'total')).toHaveLength(1);
  expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(['mark', 'heading', 'mark']);
});

test.each([
  { title: 'three digits', total: BHD('1.325'), shown: '1.325' },
  { title: 'the digits of the tenant', total: { amount: 80, currency: 'TWD' }, shown: '80' },
])('amounts have $title', ({ total, shown }) => {
  const lines = [newLine(1, { listPrice: total, taxGroup: taxGroups.untaxed })];
  const order = placeOrder(saleOf({ currency: total.currency, lines, payments: [newPayment(1, total)] })).state;
  expect(print(order, 32, { ...outlet, digitOverrides: { TWD: 0 } })).toContain(
    `TOTAL ${total.currency}${shown.padStart(23)}\n`,
  );
});

test.each([32, 48] as const)('no line is wider than %d columns, whatever is on it', (columns) => {
  const name = `${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} 🍕`;
  const lines = [
    newLine(1, { name, note: name, unit: name, listPrice: USD('9999999999.99'), quantity: decimal('1.5') }),
  ];
  const order = placeOrder(saleOf({ lines, payments: [newPayment(1, USD('99999999999.99'))] })).state;
  const text = print(order, columns, { ...outlet, name, receiptFooter: name });
  for (const line of text.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(columns);
  expect(text.endsWith('\n')).toBe(true);
});

test('two sides that only just meet are kept apart', () => {
  const [left, right] = ['Parmigianissimo!', '1234567890123.00'];
  expect(renderReceiptText([{ kind: 'row', left, right }], 32)).toBe(`${left}\n${right.padStart(32)}\n`);
});
