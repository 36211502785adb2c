import fc from 'fast-check';
import { formatDecimal } from '../../../kernel/decimal.js';
import { sum } from '../../../kernel/money.js';
import { figures } from './sales.examples.js';
import { sharesOfTenders, type MixedTender } from './tender-shares.js';

test('an order of two tenders is split by what each paid, the odd cent to the larger fraction', () => {
  const mixed: MixedTender = {
    ...figures({ orders: 1, quantity: '3', net: 862, tax: 138, discount: 100 }),
    tenders: { cash: 333, card: 667 },
  };
  expect(sharesOfTenders(mixed)).toEqual([
    { key: 'card', name: null, ...figures({ orders: 1, quantity: '2.001', net: 575, tax: 92, discount: 67 }) },
    { key: 'cash', name: null, ...figures({ orders: 1, quantity: '0.999', net: 287, tax: 46, discount: 33 }) },
  ]);
});

test('of equal fractions the tender that is first in the alphabet gets the cent, whatever the order of payment', () => {
  const tenders = { mpesa: 50, cash: 50 };
  expect(
    sharesOfTenders({ ...figures({ orders: 1, net: 101 }), tenders }).map(({ key, net }) => [key, net.amount]),
  ).toEqual([
    ['cash', 51],
    ['mpesa', 50],
  ]);
});

test('a refund over two tenders counts no order', () => {
  const shares = sharesOfTenders({ ...figures({ refunds: 100 }), tenders: { card: 70, cash: 35 } });
  expect(shares.map(({ key, orders, refunds }) => [key, orders, refunds.amount])).toEqual([
    ['card', 0, 67],
    ['cash', 0, 33],
  ]);
});

test('nothing is lost or gained, and a share adds up in itself', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  const weights = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(amount, amount, amount, amount, weights, (net, tax, discount, refunds, paid) => {
      const whole = figures({ orders: 1, quantity: '7.123457', net, tax, discount, refunds });
      const shares = sharesOfTenders({
        ...whole,
        tenders: Object.fromEntries(paid.map((kept, index) => [`tender${index}`, kept])),
      });
      for (const figure of ['gross', 'net', 'tax', 'discount', 'refunds'] as const) {
        expect(
          sum(
            shares.map((share) => share[figure]),
            'USD',
          ),
        ).toEqual(whole[figure]);
      }
      expect(
        formatDecimal(
          shares.reduce((all, { quantity }) => (all + quantity) as typeof quantity, 0n as typeof whole.quantity),
        ),
      ).toBe('7.123457');
      for (const share of shares) expect(sum([share.net, share.tax, share.discount], 'USD')).toEqual(share.gross);
    }),
  );
});
