import { decimal } from '../../../../kernel/decimal.js';
import { tax, USD } from '../order.examples.js';
import { resolvePrice, taxShares, type ChannelSwitch, type TaxGroup } from './tax-group.js';

const [at19, at7] = [[tax('VAT', '19')], [tax('VAT', '7')]];

function groupOf(mode: TaxGroup['mode'], policy?: ChannelSwitch['policy']): TaxGroup {
  const group = { code: 'food', mode, taxes: at19 };
  return policy === undefined ? group : { ...group, channelSwitch: { channels: ['takeaway'], taxes: at7, policy } };
}

test.each([
  { mode: 'inclusive', policy: 'keep_gross', channel: 'takeaway', exempt: false, price: '11.90', rate: '7' },
  { mode: 'inclusive', policy: 'keep_net', channel: 'takeaway', exempt: false, price: '10.70', rate: '7' },
  { mode: 'exclusive', policy: 'keep_gross', channel: 'takeaway', exempt: false, price: '13.23', rate: '7' },
  { mode: 'exclusive', policy: 'keep_net', channel: 'takeaway', exempt: false, price: '11.90', rate: '7' },
  { mode: 'inclusive', policy: 'keep_net', channel: 'dine_in', exempt: false, price: '11.90', rate: '19' },
  { mode: 'inclusive', policy: undefined, channel: 'takeaway', exempt: false, price: '11.90', rate: '19' },
  { mode: 'inclusive', policy: undefined, channel: 'counter', exempt: true, price: '10.00', rate: '0' },
  { mode: 'exclusive', policy: undefined, channel: 'counter', exempt: true, price: '11.90', rate: '0' },
  { mode: 'inclusive', policy: 'keep_gross', channel: 'takeaway', exempt: true, price: '11.12', rate: '0' },
  { mode: 'inclusive', policy: 'keep_net', channel: 'takeaway', exempt: true, price: '10.00', rate: '0' },
] as const)(
  '11.90 $mode, $policy, $channel, exempt $exempt: $price at $rate %',
  ({ mode, policy, channel, exempt, price, rate }) => {
    const resolved = resolvePrice(USD('11.90'), groupOf(mode, policy), channel, exempt);
    expect(resolved.unitPrice).toEqual(USD(price));
    expect(resolved.taxGroup.taxes.map((one) => one.rate)).toEqual([decimal(rate)]);
    const again = resolvePrice(resolved.unitPrice, resolved.taxGroup, channel, exempt);
    expect(again).toMatchObject({ unitPrice: resolved.unitPrice, taxGroup: resolved.taxGroup, changes: [] });
  },
);

test('an exempt guest is told of each tax that is not charged', () => {
  const group: TaxGroup = { code: 'two', mode: 'exclusive', taxes: [tax('GST', '5'), tax('QST', '9.975')] };
  const { taxGroup, changes } = resolvePrice(USD('1'), group, 'counter', true);
  expect(taxGroup.taxes.map(({ code, rate }) => [code, rate])).toEqual([
    ['GST', 0n],
    ['QST', 0n],
  ]);
  expect(changes).toMatchObject([{ rule: 'tax_exemption', before: USD('1'), after: USD('1') }]);
});

test.each([
  { title: 'none', taxes: [], shares: [], gross: '1' },
  { title: 'one', taxes: [tax('A', '16')], shares: ['0.16'], gross: '1.16' },
  { title: 'two side by side', taxes: [tax('A', '10'), tax('B', '5')], shares: ['0.1', '0.05'], gross: '1.15' },
  {
    title: 'the second on the first',
    taxes: [tax('A', '10'), tax('B', '5', true)],
    shares: ['0.1', '0.055'],
    gross: '1.155',
  },
  {
    title: 'a compound one first has nothing below it',
    taxes: [tax('A', '10', true), tax('B', '5')],
    shares: ['0.1', '0.05'],
    gross: '1.15',
  },
])('taxes on a net of one: $title', ({ taxes, shares, gross }) => {
  const { net, taxes: parts, gross: whole } = taxShares(taxes);
  expect(parts.map((part) => (part * 1_000_000n) / net)).toEqual(shares.map(decimal));
  expect((whole * 1_000_000n) / net).toBe(decimal(gross));
});
