import { decimal } from '../../../../kernel/decimal.js';
import type { PricingInput, ServiceCharge } from './basket.js';
import { price } from './price.js';
import {
  basket,
  compoundOnTop,
  exclusive10,
  explained,
  inclusive10,
  inclusive20,
  JPY,
  line,
  percentOff,
  promotion,
  tax,
  totalsOf,
  untaxed,
  USD,
} from './pricing.examples.js';
import type { TaxGroup } from './tax-group.js';

const charge = (rate: string, basis: ServiceCharge['basis'], taxGroup: TaxGroup | null): ServiceCharge => {
  return { name: 'Service', rate: decimal(rate), basis, taxGroup };
};
const before = (taxGroup: TaxGroup | null, rate = '10'): ServiceCharge => charge(rate, 'before_tax', taxGroup);
const after = (rate = '10'): ServiceCharge => charge(rate, 'after_tax', null);

const mixed = (first: TaxGroup, second: TaxGroup) => [
  line('a', USD('30.00'), { taxGroup: first }),
  line('b', USD('10.00'), { taxGroup: second }),
];

interface Row {
  readonly title: string;
  readonly charge: ServiceCharge;
  readonly groups: readonly [TaxGroup, TaxGroup];
  readonly but?: Partial<PricingInput>;
  /** Service charge, all taxes, exclusive taxes, total of the receipt; totals of the lines. */
  readonly receipt: readonly number[];
  readonly lines: readonly number[];
}

test.each<Row>([
  {
    title: 'untaxed, before tax',
    charge: before(null),
    groups: [untaxed, untaxed],
    receipt: [400, 0, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'untaxed, beside taxes on top',
    charge: before(null),
    groups: [exclusive10, exclusive10],
    receipt: [400, 400, 400, 4800],
    lines: [3600, 1200],
  },
  {
    title: 'taxed inside',
    charge: before(inclusive20),
    groups: [inclusive20, inclusive20],
    receipt: [400, 733, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'taxed inside at another rate',
    charge: before(inclusive20),
    groups: [inclusive10, inclusive10],
    receipt: [400, 431, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'taxed on top',
    charge: before(exclusive10),
    groups: [exclusive10, exclusive10],
    receipt: [400, 440, 440, 4840],
    lines: [3630, 1210],
  },
  {
    title: 'taxed on top of goods with their tax inside',
    charge: before(exclusive10),
    groups: [inclusive20, inclusive10],
    receipt: [400, 631, 40, 4440],
    lines: [3330, 1110],
  },
  {
    title: 'with compound taxes',
    charge: before(compoundOnTop),
    groups: [compoundOnTop, compoundOnTop],
    receipt: [400, 659, 659, 5059],
    lines: [3794, 1265],
  },
  {
    title: 'after tax on top',
    charge: after(),
    groups: [exclusive10, exclusive10],
    receipt: [440, 400, 400, 4840],
    lines: [3630, 1210],
  },
  {
    title: 'after tax inside',
    charge: after(),
    groups: [inclusive20, inclusive10],
    receipt: [400, 591, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'after tax and tip: the tip is not charged',
    charge: after(),
    groups: [untaxed, untaxed],
    but: { tip: USD('5.00') },
    receipt: [400, 0, 0, 4900],
    lines: [3300, 1100],
  },
  {
    title: 'for an exempt guest without its tax inside',
    charge: before(inclusive10, '11'),
    groups: [untaxed, untaxed],
    but: { taxExempt: true },
    receipt: [400, 0, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'for an exempt guest without its tax on top',
    charge: before(exclusive10),
    groups: [untaxed, untaxed],
    but: { taxExempt: true },
    receipt: [400, 0, 0, 4400],
    lines: [3300, 1100],
  },
  {
    title: 'of nothing per cent',
    charge: before(inclusive20, '0'),
    groups: [untaxed, untaxed],
    receipt: [0, 0, 0, 4000],
    lines: [3000, 1000],
  },
  {
    title: 'with taxes by line: goods each, the charge as one',
    charge: before(inclusive20),
    groups: [inclusive20, inclusive20],
    but: { taxRounding: 'line' },
    receipt: [400, 734, 0, 4400],
    lines: [3300, 1100],
  },
])('$title', ({ charge: serviceCharge, groups, but, receipt, lines }) => {
  const priced = price(basket(mixed(...groups), { serviceCharge, ...but }));
  const { totals } = priced;
  expect([totals.serviceCharge.amount, totals.tax.amount, totals.exclusiveTax.amount, totals.total.amount]).toEqual(
    receipt,
  );
  expect(totalsOf(priced)).toEqual(lines);
  expect(explained(priced)).toBe(totals.total.amount);
});

test('is charged on what discounts left, rounded once and shared', () => {
  const lines = ['a', 'b', 'c'].map((id) => line(id, USD('0.66')));
  const discounts = [promotion('p', percentOff('50'))];
  const priced = price(basket(lines, { discounts, serviceCharge: before(null, '12.5') }));
  expect(priced.totals.serviceCharge).toEqual(USD('0.12'));
  expect(priced.lines.map(({ serviceCharge }) => serviceCharge.amount)).toEqual([4, 4, 4]);
  expect(
    price(basket(lines, { serviceCharge: before(null, '0.5') })).lines.map(({ serviceCharge }) => serviceCharge.amount),
  ).toEqual([1, 0, 0]);
});

test('is nothing on what costs nothing', () => {
  const lines = [line('a', JPY('0')), line('b', JPY('0'))];
  expect(price(basket(lines, { serviceCharge: before(inclusive20) })).totals.total).toEqual(JPY('0'));
  expect(price(basket(lines, { serviceCharge: after() })).totals.total).toEqual(JPY('0'));
});

test('is switched with the channel', () => {
  const group: TaxGroup = {
    ...inclusive10,
    channelSwitch: { channels: ['delivery'], taxes: [tax('VAT', '21')], policy: 'keep_net' },
  };
  const priced = price(basket(mixed(untaxed, untaxed), { serviceCharge: before(group), channel: 'delivery' }));
  expect(priced.totals).toMatchObject({ serviceCharge: USD('4.40'), tax: USD('0.76'), total: USD('44.40') });
  expect(explained(priced)).toBe(4440);
});

test('shares a rounding with goods of the same taxes, and a line lists both as one tax', () => {
  const priced = price(
    basket([line('a', USD('10.00'), { taxGroup: inclusive20 })], {
      serviceCharge: before({ ...inclusive20, code: 'service' }),
    }),
  );
  expect(priced.lines[0]?.taxes).toEqual([
    { code: 'VAT', name: 'VAT', rate: decimal('20'), base: USD('9.17'), amount: USD('1.83') },
  ]);
  expect(priced.taxes).toEqual([
    { code: 'VAT', name: 'VAT', rate: decimal('20'), base: USD('9.17'), amount: USD('1.83'), mode: 'inclusive' },
  ]);
});

test('a line lists taxes of one code apart when rate or mode differ', () => {
  const onTop: TaxGroup = { code: 'service', mode: 'exclusive', taxes: [tax('VAT', '20')] };
  const priced = price(basket([line('a', USD('12.00'), { taxGroup: inclusive20 })], { serviceCharge: before(onTop) }));
  expect(priced.lines[0]?.taxes.map(({ code, base, amount }) => [code, base.amount, amount.amount])).toEqual([
    ['VAT', 1000, 200],
    ['VAT', 120, 24],
  ]);
  expect(priced.taxes.map(({ mode, amount }) => [mode, amount.amount])).toEqual([
    ['exclusive', 24],
    ['inclusive', 200],
  ]);
  expect(priced.lines[0]).toMatchObject({ tax: USD('2.24'), net: USD('11.20'), total: USD('13.44') });
});
