import { decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import { draft, open, tenantDraft, vat } from './outlet.examples.js';
import type { OutletChanges, OutletDraft } from './outlet.js';
import { changeOutlet, isSame, openOutlet, putTaxGroup, removeTaxGroup } from './outlet-lifecycle.js';
import type { TaxGroupDraft } from './tax-group.js';
import { changeTenant, registerTenant, type TenantDraft } from './tenant.js';

function refusalOf(work: () => unknown): { code: string; pointers: string[] } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, pointers: error.fields.map(({ pointer }) => pointer) };
    throw error;
  }
  return { code: 'nothing', pointers: [] };
}

test('an opened outlet tells of itself with its tax groups', () => {
  const { state, events } = openOutlet(draft);
  expect(state).toMatchObject({ active: true, version: 1 });
  expect(state.taxGroups.get('standard')?.taxes[0]?.rate).toBe(decimal('16'));
  expect(events).toMatchObject([
    {
      type: 'pos.outlet.opened',
      aggregate: 'outlets',
      sequence: 1,
      data: { outlet: { taxGroups: [{ taxes: [{ rate: '16' }] }] } },
    },
  ]);
});

const badOpenings: readonly [string, Partial<OutletDraft>, string[]][] = [
  ['a blank name', { name: ' ' }, ['/name']],
  ['a control character', { name: 'a\u0007b' }, ['/name']],
  ['half a character', { name: 'a\ud800' }, ['/name']],
  ['an unknown currency', { currency: 'XAU' }, ['/currency']],
  ['a time zone of another planet', { timeZone: 'Mars/Olympus' }, ['/timeZone']],
  ['no language', { locale: '??' }, ['/locale']],
  ['a day cut after the day', { dayCutMinutes: 1440 }, ['/dayCut']],
  ['a lower-case prefix', { receiptPrefix: 'a' }, ['/receiptPrefix']],
  ['no tender', { tenders: [] }, ['/tenders']],
  ['a tender twice', { tenders: ['cash', 'cash'] }, ['/tenders']],
  ['a tender in capitals', { tenders: ['cash', 'CARD'] }, ['/tenders/1']],
  ['a coin of nothing', { cashRounding: { stepMinor: 0, mode: 'up' } }, ['/cashRounding/stepMinor']],
  ['hours of no length', { openingHours: { sun: [{ from: '08:00', to: '08:00' }] } }, ['/openingHours/sun/0']],
  [
    'a receipt line that is no text',
    { receipt: { ...draft.receipt, addressLines: ['ok', '\0'] } },
    ['/receipt/addressLines/1'],
  ],
  ['a tax group twice', { taxGroups: [vat, vat] }, ['/taxGroups/1/code']],
  ['a key twice', { tillKeys: { pay: ['F9'], hold: ['F9'] } }, ['/tillKeys']],
  ["a browser's own key", { tillKeys: { pay: ['End', 'F5'] } }, ['/tillKeys/pay/1']],
  ['a digit as a key', { tillKeys: { pay: ['7'] } }, ['/tillKeys/pay/0']],
  ['no key at all', { tillKeys: { pay: ['any key'] } }, ['/tillKeys/pay/0']],
  ['an act that is no word', { tillKeys: { 'pay now': ['End'] } }, ['/tillKeys/pay now']],
  ['two bad places', { name: '', timeZone: '' }, ['/name', '/timeZone']],
];
test.each(badOpenings)('%s cannot be opened', (_, changes, pointers) => {
  expect(refusalOf(() => openOutlet({ ...draft, ...changes }))).toEqual({ code: 'outlet_invalid', pointers });
});

const changes: readonly [string, OutletChanges, string | undefined][] = [
  ['another name', { name: 'Side street' }, 'pos.outlet.changed'],
  ['closing', { active: false }, 'pos.outlet.closed'],
  ['the same name', { name: draft.name }, undefined],
  ['no rounding', { cashRounding: null }, 'pos.outlet.changed'],
  ['another key for paying', { tillKeys: { pay: ['F9', 'End'], hold: [] } }, 'pos.outlet.changed'],
  ['the same keys', { tillKeys: {} }, undefined],
];
test.each(changes)('%s: %#', (_, change, type) => {
  const { state, events } = changeOutlet(open, change, 1);
  expect(events.map((event) => event.type)).toEqual(type === undefined ? [] : [type]);
  expect(state.version).toBe(type === undefined ? 1 : 2);
});

test('a closed outlet opens again', () => {
  const { state: closed } = changeOutlet(open, { active: false });
  expect(changeOutlet(closed, { active: true }).events).toMatchObject([{ type: 'pos.outlet.opened', sequence: 3 }]);
});

test('a decision on a stale version is refused with the present one', () => {
  expect(refusalOf(() => changeOutlet(open, { name: 'x' }, 7)).code).toBe('version_mismatch');
  expect(refusalOf(() => putTaxGroup(open, vat, 7)).code).toBe('version_mismatch');
  expect(refusalOf(() => removeTaxGroup(open, 'standard', 7)).code).toBe('version_mismatch');
});

const tax = vat.taxes[0] as TaxGroupDraft['taxes'][number];
const badGroups: readonly [string, Partial<TaxGroupDraft>, string[]][] = [
  ['a code with a slash', { code: 'a/b' }, ['/code']],
  ['a rate above everything', { taxes: [{ ...tax, rate: '100.000001' }] }, ['/taxes/0/rate']],
  ['a negative rate', { taxes: [{ ...tax, rate: '-1' }] }, ['/taxes/0/rate']],
  ['a rate of seven places', { taxes: [{ ...tax, rate: '1.1234567' }] }, ['/taxes/0/rate']],
  ['the same tax twice', { taxes: [tax, tax] }, ['/taxes/1/code']],
  ['a rate from no date', { taxes: [{ ...tax, validFrom: '2026-02-30' }] }, ['/taxes/0/validFrom']],
  [
    'a rate that ends before it begins',
    { taxes: [{ ...tax, validFrom: '2026-02-02', validTo: '2026-02-01' }] },
    ['/taxes/0/validTo'],
  ],
  [
    'two rates on one day',
    {
      taxes: [
        { ...tax, validTo: '2026-01-01' },
        { ...tax, rate: '18', validFrom: '2026-01-01' },
      ],
    },
    ['/taxes/1/code'],
  ],
  [
    'a hundred and one rates',
    {
      taxes: Array.from({ length: 101 }, (_, n) => ({
        ...tax,
        validFrom: `${1900 + n}-01-01`,
        validTo: `${1900 + n}-12-31`,
      })),
    },
    ['/taxes'],
  ],
  ['nine taxes', { taxes: Array.from({ length: 9 }, (_, n) => ({ ...tax, code: `T${n}` })) }, ['/taxes']],
  [
    'a switch of no channel',
    { channelSwitch: { channels: [], taxes: [tax], policy: 'keep_net' } },
    ['/channelSwitch/channels'],
  ],
];
test.each(badGroups)('%s is no tax group', (_, group, pointers) => {
  expect(refusalOf(() => putTaxGroup(open, { ...vat, ...group }))).toEqual({ code: 'tax_group_invalid', pointers });
});

test('tax groups come, change and go', () => {
  const zero: TaxGroupDraft = { code: 'zero', name: 'Zero', mode: 'exclusive', taxes: [] };
  const added = putTaxGroup(open, zero).state;
  expect([...added.taxGroups.keys()]).toEqual(['standard', 'zero']);
  expect(putTaxGroup(added, zero).events).toEqual([]);
  const removed = removeTaxGroup(added, 'zero').state;
  expect(isSame({ ...removed, version: 1 }, open)).toBe(true);
  expect(refusalOf(() => removeTaxGroup(open, 'zero')).code).toBe('tax_group_not_found');
});

test('the outlet that a command was given stays as it was', () => {
  putTaxGroup(open, { ...vat, code: 'other' });
  removeTaxGroup(open, 'standard');
  expect([...open.taxGroups.keys()]).toEqual(['standard']);
});

const badTenants: readonly [string, Partial<TenantDraft>, string[]][] = [
  ['a slug in capitals', { slug: 'Acme' }, ['/slug']],
  ['a slug that ends in a dash', { slug: 'acme-' }, ['/slug']],
  ['a blank name', { name: '' }, ['/name']],
  ['no currency', { currency: 'XXX' }, ['/currency']],
  ['digits of no currency', { minorDigits: { constructor: 2 } }, ['/minorDigits/constructor']],
  ['half a digit', { minorDigits: { TWD: 0.5 } }, ['/minorDigits/TWD']],
];
test.each(badTenants)('%s is no business', (_, draftChanges, pointers) => {
  expect(refusalOf(() => registerTenant({ ...tenantDraft, ...draftChanges }))).toEqual({
    code: 'tenant_invalid',
    pointers,
  });
});

test('a tenant registers and changes', () => {
  const { state, events } = registerTenant({ ...tenantDraft, minorDigits: { TWD: 0 } });
  expect(events).toMatchObject([{ type: 'pos.tenant.registered', aggregate: 'tenants', sequence: 1 }]);
  expect(changeTenant(state, { name: 'Acme & Sons' }, 1).events).toMatchObject([
    { type: 'pos.tenant.changed', sequence: 2 },
  ]);
  expect(changeTenant(state, { name: 'Acme' }).events).toEqual([]);
});
