import { Refusal } from '../../../kernel/refusal.js';
import { draft, open, vat } from './outlet.examples.js';
import { changeOutlet, openOutlet, putTaxGroup, removeTaxGroup } from './outlet-lifecycle.js';
import { serviceChargeOn, type ServiceChargeRule } from './service-charge.js';
import { taxGroupsOn } from './tax-calendar.js';

const service: ServiceChargeRule = {
  name: 'Service',
  rate: '10.0',
  basis: 'before_tax',
  taxGroup: 'standard',
  channels: ['dine_in'],
};

function refusalOf(run: () => unknown): { code: string; pointers: (string | undefined)[] } {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, pointers: error.fields.map(({ pointer }) => pointer) };
    throw error;
  }
  return { code: 'none', pointers: [] };
}

test.each<[string, Partial<ServiceChargeRule>, string]>([
  ['no name', { name: ' ' }, '/serviceCharges/0/name'],
  ['more than everything', { rate: '100.1' }, '/serviceCharges/0/rate'],
  ['no rate', { rate: 'ten' }, '/serviceCharges/0/rate'],
  ['no channel', { channels: [] }, '/serviceCharges/0/channels'],
  ['a channel twice', { channels: ['dine_in', 'dine_in'] }, '/serviceCharges/0/channels'],
  ['a tax group that is not there', { taxGroup: 'luxury' }, '/serviceCharges/0/taxGroup'],
  ['a tax on what comes after tax', { basis: 'after_tax' }, '/serviceCharges/0/taxGroup'],
  ['an end before its beginning', { validFrom: '2026-02-02', validTo: '2026-02-01' }, '/serviceCharges/0/validTo'],
])('a service charge of %s is refused', (_, bad, pointer) => {
  const serviceCharges = [{ ...service, ...bad }];
  expect(refusalOf(() => openOutlet({ ...draft, serviceCharges }))).toEqual({
    code: 'outlet_invalid',
    pointers: [pointer],
  });
  expect(refusalOf(() => changeOutlet(open, { serviceCharges }))).toEqual({
    code: 'outlet_invalid',
    pointers: [pointer],
  });
});

const charging = changeOutlet(open, {
  serviceCharges: [
    { ...service, rate: '12.5', validFrom: '2027-01-01' },
    { ...service, validTo: '2026-12-31' },
    { name: 'Delivery', rate: '3', basis: 'after_tax', taxGroup: null, channels: ['delivery', 'dine_in'] },
  ],
}).state;

test.each([
  ['2026-12-31', 'dine_in', 'Service', 10_000_000n],
  ['2027-01-01', 'dine_in', 'Service', 12_500_000n],
  ['2027-01-01', 'delivery', 'Delivery', 3_000_000n],
])('on %s and %s the first that holds is charged', (date, channel, name, rate) => {
  expect(serviceChargeOn(charging, date, channel)).toMatchObject({ name, rate });
});

test('where none holds, none is charged', () => {
  expect(serviceChargeOn(charging, '2026-12-31', 'counter')).toBeNull();
  expect(serviceChargeOn(open, '2026-12-31', 'dine_in')).toBeNull();
});

test('the tax group of a service charge stays', () => {
  expect(refusalOf(() => removeTaxGroup(charging, 'standard')).code).toBe('tax_group_in_use');
});

describe('rates with dates', () => {
  const [tax] = vat.taxes as [(typeof vat.taxes)[number]];
  const changing = putTaxGroup(open, {
    ...vat,
    taxes: [
      { ...tax, rate: '14', validTo: '2020-12-31' },
      { ...tax, rate: '16', validFrom: '2021-01-01', validTo: '2026-12-31' },
      { ...tax, rate: '18', validFrom: '2027-01-01' },
    ],
    channelSwitch: {
      channels: ['takeaway'],
      policy: 'keep_gross',
      taxes: [{ ...tax, rate: '5', validFrom: '2026-07-01' }],
    },
  }).state;

  test.each([
    ['2020-12-31', [14_000_000n], []],
    ['2021-01-01', [16_000_000n], []],
    ['2026-06-30', [16_000_000n], []],
    ['2026-07-01', [16_000_000n], [5_000_000n]],
    ['2027-01-01', [18_000_000n], [5_000_000n]],
  ])('on %s: %p, away from the table %p', (date, rates, away) => {
    const group = taxGroupsOn(changing, date).get('standard');
    expect(group?.taxes.map(({ rate }) => rate)).toEqual(rates);
    expect(group?.channelSwitch?.taxes.map(({ rate }) => rate)).toEqual(away);
    expect(group?.taxes[0]).not.toHaveProperty('validTo');
  });

  test('a group without dates is given as it is, and a day is worked out once', () => {
    expect(taxGroupsOn(open, '2026-01-01').get('standard')).toBe(open.taxGroups.get('standard'));
    expect(taxGroupsOn(changing, '2026-01-01')).toBe(taxGroupsOn(changing, '2026-01-01'));
  });
});
