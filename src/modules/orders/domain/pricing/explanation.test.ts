import { decimal } from '../../../../kernel/decimal.js';
import type { PricedBasket } from './basket.js';
import { price } from './price.js';
import {
  amountOff,
  basket,
  buyGet,
  exclusive10,
  explained,
  inclusive10,
  inclusive20,
  line,
  manual,
  modifier,
  percentOff,
  priceSteps,
  promotion,
  tax,
  untaxed,
  USD,
} from './pricing.examples.js';

const told = ({ explanation }: PricedBasket) => {
  return explanation.map(({ rule, lineId, base, rounding, amount, adds }) => {
    return [rule, lineId, base.amount, rounding, amount.amount, adds.amount];
  });
};

test('every step of an order is there, in the layers of P12', () => {
  const lines = [
    line('a', USD('4.00'), {
      quantity: '2',
      taxGroup: inclusive20,
      priceSteps: [priceSteps.percent('-20')],
      modifiers: [modifier('oat', USD('0.80'))],
    }),
    line('b', USD('2.00'), { taxGroup: exclusive10 }),
  ];
  const discounts = [
    manual('goodwill', amountOff(USD('1.00')), { level: 'order' }),
    promotion('drinks', percentOff('25'), { select: { skus: ['a'], comboParts: false } }),
  ];
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'before_tax', taxGroup: exclusive10 } as const;
  const priced = price(basket(lines, { discounts, serviceCharge, tip: USD('1.00') }));
  expect(told(priced)).toEqual([
    ['list_price', 'a', 400, 'none', 400, 0],
    ['pricebook', 'a', 400, 'half-up', 320, 0],
    ['modifier', 'a', 320, 'none', 400, 0],
    ['line_amount', 'a', 400, 'half-up', 800, 800],
    ['list_price', 'b', 200, 'none', 200, 0],
    ['line_amount', 'b', 200, 'half-up', 200, 200],
    ['discount', 'a', 800, 'half-up', 200, -200],
    ['discount', undefined, 800, 'half-up', 100, -100],
    ['discount_allocation', 'a', 600, 'largest-remainder', 75, 0],
    ['discount_allocation', 'b', 200, 'largest-remainder', 25, 0],
    ['service_charge', undefined, 700, 'half-up', 70, 70],
    ['service_charge_allocation', 'a', 525, 'largest-remainder', 53, 0],
    ['service_charge_allocation', 'b', 175, 'largest-remainder', 17, 0],
    ['tax', 'a', 438, 'half-up', 87, 0],
    ['tax', undefined, 245, 'half-up', 25, 25],
    ['tax_allocation', 'b', 175, 'largest-remainder', 18, 0],
    ['tax_allocation', 'a', 53, 'largest-remainder', 5, 0],
    ['tax_allocation', 'b', 17, 'largest-remainder', 2, 0],
    ['tip', undefined, 100, 'none', 100, 100],
  ]);
  expect(explained(priced)).toBe(priced.totals.total.amount);
});

test('a step of a pricebook names its version, what it did and why', () => {
  const lines = [
    line('a', USD('4.00'), {
      priceSteps: [priceSteps.percent('-20'), priceSteps.amount(USD('0.50')), priceSteps.override(USD('3.00'))],
    }),
  ];
  const steps = price(basket(lines)).explanation.slice(1, 4);
  expect(steps).toMatchObject([
    {
      rule: 'pricebook',
      source: { kind: 'pricebook', id: 'book', version: 3, name: 'Happy hour' },
      rate: decimal('-20'),
      detail: '-20 %, Fri 17:00–19:00',
    },
    { rule: 'pricebook', detail: '+50 minor units, Fri 17:00–19:00' },
    {
      rule: 'price_override',
      source: { kind: 'override', id: 'ov', name: 'Anna' },
      detail: 'a price of its own, dented',
    },
  ]);
});

test('a price below zero says that it was lifted', () => {
  const lines = [
    line('a', USD('1.00'), {
      priceSteps: [priceSteps.amount(USD('-2.00'))],
      modifiers: [modifier('cup', USD('-0.50'))],
    }),
  ];
  expect(told(price(basket(lines)))).toEqual([
    ['list_price', 'a', 100, 'none', 100, 0],
    ['pricebook', 'a', 100, 'none', -100, 0],
    ['floor_at_zero', 'a', -100, 'none', 0, 0],
    ['modifier', 'a', 0, 'none', -50, 0],
    ['floor_at_zero', 'a', -50, 'none', 0, 0],
    ['line_amount', 'a', 0, 'half-up', 0, 0],
  ]);
});

test('a promotion names its version, code, hours, group and limit', () => {
  const schedule = { windows: [{ weekdays: [5], from: '17:00', to: '19:00' }] };
  const rule = promotion('p', percentOff('20'), {
    code: 'FRIDAY',
    schedule,
    exclusiveGroup: 'drinks',
    amountMax: USD('0.10'),
  });
  const step = price(basket([line('a', USD('1.00'))], { discounts: [rule] })).explanation.find(
    (one) => one.rule === 'discount',
  );
  expect(step).toMatchObject({
    source: { kind: 'promotion', id: 'p', version: 1, name: 'Promotion p', code: 'FRIDAY' },
    rate: decimal('20'),
    rounding: 'largest-remainder',
    detail: 'Promotion p: 20 % off, at most 10 minor units, Fri 17:00–19:00, the best of drinks',
  });
});

test('what goes by units says of how many', () => {
  const lines = [line('a', USD('3.00'), { quantity: '2' }), line('b', USD('2.00'))];
  const steps = price(basket(lines, { discounts: [promotion('p', buyGet(2, 1))] })).explanation;
  expect(steps.filter(({ rule }) => rule === 'discount')).toMatchObject([
    { lineId: 'b', quantity: decimal('1'), rate: decimal('100'), amount: USD('2.00'), adds: USD('-2.00') },
  ]);
});

test('a discount that comes to nothing leaves no step', () => {
  const discounts = [
    promotion('p', percentOff('0')),
    promotion('q', percentOff('10'), { select: { skus: ['x'], comboParts: true } }),
  ];
  expect(told(price(basket([line('a', USD('3.00'))], { discounts })))).toHaveLength(2);
});

test('changes of tax are told where they happen, of a service charge after it', () => {
  const food = {
    ...inclusive10,
    channelSwitch: { channels: ['takeaway'], taxes: [tax('VAT', '20')], policy: 'keep_net' },
  } as const;
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'before_tax', taxGroup: food } as const;
  const input = basket([line('a', USD('11.00'), { taxGroup: food })], {
    serviceCharge,
    channel: 'takeaway',
    taxExempt: true,
  });
  expect(told(price(input))).toEqual([
    ['list_price', 'a', 1100, 'none', 1100, 0],
    ['tax_switch', 'a', 1100, 'half-up', 1200, 0],
    ['tax_exemption', 'a', 1200, 'half-up', 1000, 0],
    ['line_amount', 'a', 1000, 'half-up', 1000, 1000],
    ['service_charge', undefined, 1000, 'half-up', 100, 91],
    ['tax_switch', undefined, 100, 'half-up', 109, 0],
    ['tax_exemption', undefined, 109, 'half-up', 91, 0],
    ['service_charge_allocation', 'a', 1000, 'largest-remainder', 91, 0],
    ['tax', 'a', 1091, 'half-up', 0, 0],
  ]);
});

test('a charge after tax comes after the taxes', () => {
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'after_tax', taxGroup: null } as const;
  const input = basket(
    [line('a', USD('10.00'), { taxGroup: exclusive10 }), line('b', USD('0'), { taxGroup: untaxed })],
    { serviceCharge },
  );
  expect(told(price(input)).slice(4)).toEqual([
    ['tax', 'a', 1000, 'half-up', 100, 100],
    ['service_charge', undefined, 1100, 'half-up', 110, 110],
    ['service_charge_allocation', 'a', 1100, 'largest-remainder', 110, 0],
  ]);
});
