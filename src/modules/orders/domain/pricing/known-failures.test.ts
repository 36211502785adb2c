import { decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { Discount } from './discount.js';
import { price } from './price.js';
import {
  amountOff,
  basket,
  BHD,
  discountsOf,
  exclusive10,
  explained,
  fixedCombo,
  inclusive10,
  inclusive20,
  JPY,
  line,
  manual,
  partOf,
  percentOff,
  promotion,
  tax,
  totalsOf,
  untaxed,
  USD,
} from './pricing.examples.js';

// Numbers that other tills are known to get wrong. Each is worked out by hand.

test('tax-inclusive 10 × 38.23 at 20 %: 382.30 contains 63.72, not ten times 6.37', () => {
  const priced = price(basket([line('a', USD('38.23'), { quantity: '10', taxGroup: inclusive20 })]));
  expect(priced.totals).toMatchObject({ subtotal: USD('382.30'), tax: USD('63.72'), total: USD('382.30') });
  expect(priced.lines[0]).toMatchObject({ net: USD('318.58'), tax: USD('63.72') });
});

test('tax-inclusive ten lines of 38.23 at 20 %: the same receipt, and the lines add up to it', () => {
  const lines = Array.from({ length: 10 }, (_, index) => line(`l${index}`, USD('38.23'), { taxGroup: inclusive20 }));
  const priced = price(basket(lines));
  expect(priced.totals).toMatchObject({ subtotal: USD('382.30'), tax: USD('63.72'), total: USD('382.30') });
  expect(priced.lines.map((one) => one.tax.amount)).toEqual([638, 638, 637, 637, 637, 637, 637, 637, 637, 637]);
});

test('a combo whose parts have different rates: 12.00 for a burger of 9.00 at 10 % and a beer of 6.00 at 20 %', () => {
  const combo = partOf('menu', USD('0'));
  const lines = [
    line('burger', USD('9.00'), { ...combo, taxGroup: inclusive10 }),
    line('beer', USD('6.00'), { ...combo, taxGroup: inclusive20 }),
  ];
  const priced = price(basket(lines, { combos: [fixedCombo('menu', USD('12.00'))] }));
  expect(priced.lines.map(({ gross, tax: own, net }) => [gross.amount, own.amount, net.amount])).toEqual([
    [720, 65, 655],
    [480, 80, 400],
  ]);
  expect(priced.totals).toMatchObject({ total: USD('12.00'), tax: USD('1.45') });
});

test('a combo of three equal parts at 10.00 loses no cent: 3.34, 3.33, 3.33', () => {
  const lines = ['a', 'b', 'c'].map((id) => line(id, USD('5.00'), partOf('menu', USD('0'))));
  expect(totalsOf(price(basket(lines, { combos: [fixedCombo('menu', USD('10.00'))] })))).toEqual([334, 333, 333]);
});

/** 5.00 and 10 % off 50.00: the percent of what the amount left, or the other way round, but never by order of entry. */
test.each([
  { title: 'amount first by priority', amountFirst: true, total: '40.50' },
  { title: 'percent first by priority', amountFirst: false, total: '40.00' },
])('stacked amount and percent discounts, $title, in any order of entry', ({ amountFirst, total }) => {
  const five = promotion('five', amountOff(USD('5.00')), { level: 'order', priority: amountFirst ? 1 : 2 });
  const ten = promotion('ten', percentOff('10'), { level: 'order', priority: amountFirst ? 2 : 1 });
  const byHand = manual('zero', percentOff('0'));
  const lines = [line('a', USD('30.00')), line('b', USD('20.00'))];
  const orders: Discount[][] = [
    [five, ten, byHand],
    [ten, five, byHand],
    [byHand, ten, five],
    [ten, byHand, five],
  ];
  for (const discounts of orders) {
    const priced = price(basket(lines, { discounts }));
    expect(priced.totals.total).toEqual(USD(total));
    expect(priced).toEqual(price(basket(lines, { discounts: [five, ten, byHand] })));
  }
});

test('23 % off 54.00 is 12.42 and leaves 41.58', () => {
  const off23 = percentOff('23');
  for (const level of ['line', 'order'] as const) {
    const { totals } = price(basket([line('a', USD('54.00'))], { discounts: [promotion('p', off23, { level })] }));
    expect(totals).toMatchObject({ discount: USD('12.42'), total: USD('41.58') });
  }
});

test('23 % off 54.00 in three lines of 18.00: 4.14 each, by line and by order', () => {
  const lines = ['a', 'b', 'c'].map((id) => line(id, USD('18.00')));
  for (const level of ['line', 'order'] as const) {
    expect(discountsOf(price(basket(lines, { discounts: [promotion('p', percentOff('23'), { level })] })))).toEqual([
      414, 414, 414,
    ]);
  }
});

/** The same shop in three currencies: three at a third off, tax inside, a service charge. No digit appears or is lost. */
test.each<{ title: string; each: Money; discount: Money; service: Money; total: Money; tax: Money }>([
  {
    title: 'no digits',
    each: JPY('333'),
    discount: JPY('333'),
    service: JPY('67'),
    total: JPY('733'),
    tax: JPY('122'),
  },
  {
    title: 'two digits',
    each: USD('3.33'),
    discount: USD('3.33'),
    service: USD('0.67'),
    total: USD('7.33'),
    tax: USD('1.22'),
  },
  {
    title: 'three digits',
    each: BHD('0.333'),
    discount: BHD('0.333'),
    service: BHD('0.067'),
    total: BHD('0.733'),
    tax: BHD('0.122'),
  },
])('a currency of $title', ({ each, discount, service, total, tax: inside }) => {
  const lines = ['a', 'b', 'c'].map((id) => line(id, each, { taxGroup: inclusive20 }));
  const discounts = [promotion('p', percentOff('33.333333'), { level: 'order' })];
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'before_tax', taxGroup: inclusive20 } as const;
  const priced = price(basket(lines, { discounts, serviceCharge }));
  expect(priced.totals).toMatchObject({ discount, serviceCharge: service, total, tax: inside });
  expect(explained(priced)).toBe(total.amount);
});

test('half a yen goes up, and a yen is never split', () => {
  const lines = [line('a', JPY('101'), { taxGroup: exclusive10 }), line('b', JPY('104'), { taxGroup: exclusive10 })];
  const priced = price(basket(lines));
  expect(priced.totals).toMatchObject({ tax: JPY('21'), total: JPY('226') });
  expect(priced.lines.map((one) => one.tax.amount)).toEqual([10, 11]);
});

test('a fils of three digits is not a cent: 1.325 × 3 at 20 % inside contains 0.662', () => {
  const priced = price(basket([line('a', BHD('1.325'), { quantity: '3', taxGroup: inclusive20 })]));
  expect(priced.totals).toMatchObject({ subtotal: BHD('3.975'), tax: BHD('0.662'), total: BHD('3.975') });
});

test('an order discount over different rates moves the tax base of each by its share', () => {
  const lines = [
    line('food', USD('11.00'), { taxGroup: inclusive10 }),
    line('wine', USD('24.00'), { taxGroup: inclusive20 }),
  ];
  const priced = price(basket(lines, { discounts: [promotion('p', amountOff(USD('3.50')), { level: 'order' })] }));
  expect(discountsOf(priced)).toEqual([110, 240]);
  expect(priced.lines.map((one) => one.tax.amount)).toEqual([90, 360]);
});

test('a comp of 100 % leaves nothing, not even tax', () => {
  const lines = [line('a', USD('9.99'), { taxGroup: inclusive20 }), line('b', USD('0.01'), { taxGroup: exclusive10 })];
  const priced = price(basket(lines, { discounts: [manual('comp', percentOff('100'), { priority: 2000 })] }));
  expect(priced.totals).toMatchObject({ discount: USD('10.00'), tax: USD('0'), total: USD('0') });
});

test('discounts of more than a line are cut at the line, and the rest is not moved to another', () => {
  const lines = [line('a', USD('1.00')), line('b', USD('9.00'))];
  expect(discountsOf(price(basket(lines, { discounts: [promotion('p', amountOff(USD('2.00')))] })))).toEqual([
    100, 200,
  ]);
});

test('several taxes inside one price add up to what is not net', () => {
  const levies = {
    code: 'levies',
    mode: 'inclusive',
    taxes: [tax('NHIL', '2.5'), tax('GETF', '2.5'), tax('VAT', '15', true)],
  } as const;
  const priced = price(basket([line('a', USD('99.99'), { taxGroup: levies })]));
  const parts = priced.taxes.map(({ amount }) => amount.amount);
  expect(parts.reduce((sum, amount) => sum + amount, 0)).toBe(priced.totals.tax.amount);
  expect(priced.lines[0]).toMatchObject({ net: USD('82.81'), tax: USD('17.18') });
});

test('a tip is outside service charge, discount and tax', () => {
  const serviceCharge = { name: 'Service', rate: decimal('12.5'), basis: 'after_tax', taxGroup: null } as const;
  const discounts = [promotion('p', percentOff('10'), { level: 'order' })];
  const priced = price(
    basket([line('a', USD('40.00'), { taxGroup: untaxed })], { discounts, serviceCharge, tip: USD('5.00') }),
  );
  expect(priced.totals).toMatchObject({
    discount: USD('4.00'),
    serviceCharge: USD('4.50'),
    tip: USD('5.00'),
    total: USD('45.50'),
  });
  expect(totalsOf(priced)).toEqual([4050]);
});
