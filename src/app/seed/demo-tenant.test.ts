import { isUuid } from '../../kernel/ids.js';
import { fromMajorUnits } from '../../kernel/money.js';
import { DEMO_MENU, menuAsCsv } from './demo-menu.js';
import { DEMO_TAX_GROUPS, demoTenant } from './demo-tenant.js';
import { namedUuid } from './named-uuid.js';

test('the same seed is the same data, another seed or tenant has other ids', () => {
  expect(demoTenant('a', 'demo')).toEqual(demoTenant('a', 'demo'));
  const all = [demoTenant('a', 'demo'), demoTenant('b', 'demo'), demoTenant('a', 'other')];
  const ids = all.flatMap(({ id, outlets }) => [id, ...outlets.map((outlet) => outlet.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isUuid)).toBe(true);
});

test('names do not run into each other', () => {
  expect(namedUuid('a', 'bc')).not.toBe(namedUuid('ab', 'c'));
});

test('every item of the menu can be sold at every outlet', () => {
  const codes = new Set(DEMO_TAX_GROUPS.map(({ code }) => code));
  for (const { sku, price, taxCategory } of DEMO_MENU) {
    expect(codes).toContain(taxCategory);
    expect(fromMajorUnits(price, 'USD').amount).toBeGreaterThan(0);
    expect(sku).toMatch(/^[a-z0-9_]+$/);
  }
  expect(new Set(DEMO_MENU.map(({ sku }) => sku)).size).toBe(DEMO_MENU.length);
  expect(menuAsCsv(DEMO_MENU, 'USD')).toContain('\ncoffee,Filter coffee,Coffee,3.00,USD,standard,,each,true\n');
});
