import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { DECIMAL_ONE } from '../../../../kernel/decimal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import type { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import type { SelectedModifier } from '../../domain/modifier-choice.js';
import { CachedChoices } from './cached-choices.js';
import { CachedItems } from './cached-items.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });

let service: TestService;
let transactor: Transactor;
beforeAll(async () => {
  service = await startService();
  transactor = service.api.container.get(TRANSACTOR);
});
afterAll(() => service.close());

async function done(tenant: TestTenant, method: string, path: string, body?: object): Promise<string> {
  const answer = await service.call(method, `/catalog${path}`, { tenant, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body.id;
}

function item(tenant: TestTenant, sku: string, said: object = {}): Promise<string> {
  const details = { sku, name: sku, category: 'Coffee', price: USD(300), taxCategory: 's' };
  return done(tenant, 'POST', '/items', { ...details, ...said });
}

function group(code: string, amount: number, said: object = {}, ...groups: string[]): object {
  const modifiers = [{ code: `${code}_one`, name: 'One', price: USD(amount), default: true, groups }];
  return { code, name: code, modifiers, ...said };
}

/** A shop with a latte that has milk, a tea by its category, and a plain mug. */
async function shop(): Promise<{ tenant: TestTenant; milk: string; latte: string }> {
  const tenant = await service.createTenant();
  await done(tenant, 'POST', '/modifier-groups', group('foam', 7));
  const milk = await done(tenant, 'POST', '/modifier-groups', group('milk', 50, {}, 'foam'));
  await done(tenant, 'POST', '/modifier-groups', group('lemon', 20));
  const latte = await item(tenant, 'latte');
  await item(tenant, 'tea', { category: 'Tea' });
  await item(tenant, 'mug', { category: 'Things' });
  await done(tenant, 'PUT', `/items/${latte}/modifier-groups`, { groups: [{ group: 'milk' }] });
  await done(tenant, 'PUT', '/categories/Tea/modifier-groups', { groups: [{ group: 'lemon' }] });
  return { tenant, milk, latte };
}

class Catalogue {
  private readonly items = new CachedItems();
  readonly choices = new CachedChoices(this.items);

  /** What goes with the SKUs by default, and how many questions the database was asked about choices. */
  ask(tenant: TestTenant, ...skus: string[]): Promise<[string[][], number]> {
    return counted(tenant, async (tx, count) => {
      await this.items.sellables(tx, skus); // the sale has asked for its items before
      const before = count();
      const questions = skus.map((sku) => ({ sku, chosen: [], pointer: '' }));
      const selected = await this.choices.modifiers(tx, 'USD', questions);
      return [selected.map(shortly), count() - before];
    });
  }
}

async function counted<Result>(
  tenant: TestTenant,
  work: (tx: Tx, count: () => number) => Promise<Result>,
): Promise<Result> {
  return transactor.read({ tenantId: tenant.id }, async (tx) => {
    const query = jest.spyOn((tx as unknown as PostgresTx).client, 'query');
    try {
      return await work(tx, () => query.mock.calls.length);
    } finally {
      query.mockRestore();
    }
  });
}

function shortly(selected: readonly SelectedModifier[]): string[] {
  return selected.map(({ modifier, price }) => `${modifier} ${price.amount}`);
}

const LATTE = ['milk_one 50', 'foam_one 7'];
const TEA = ['lemon_one 20'];

test('one question reads all that a basket needs, and the next basket none, items without groups included', async () => {
  const { tenant } = await shop();
  const catalogue = new Catalogue();
  expect(await catalogue.ask(tenant, 'latte', 'tea', 'mug', 'latte')).toEqual([[LATTE, TEA, [], LATTE], 1]);
  expect(await catalogue.ask(tenant, 'mug', 'tea', 'latte')).toEqual([[[], TEA, LATTE], 0]);
  await item(tenant, 'cup', { category: 'Things' });
  expect(await catalogue.ask(tenant, 'cup')).toEqual([[[]], 1]);
  expect(await catalogue.ask(tenant, 'cup', 'mug')).toEqual([[[], []], 0]);
});

test('a variant has the groups of the item that it is a variant of, which need not be there', async () => {
  const { tenant } = await shop();
  const catalogue = new Catalogue();
  await item(tenant, 'latte_l', { variantOf: { sku: 'latte', attributes: { size: 'L' } } });
  await item(tenant, 'chai_l', { variantOf: { sku: 'chai', attributes: { size: 'L' } } });
  expect((await catalogue.ask(tenant, 'latte_l', 'chai_l'))[0]).toEqual([LATTE, []]);
  expect(await catalogue.ask(tenant, 'latte_l', 'chai_l')).toEqual([[LATTE, []], 0]);
  const chai = await item(tenant, 'chai');
  await done(tenant, 'PUT', `/items/${chai}/modifier-groups`, { groups: [{ group: 'milk' }] });
  expect((await catalogue.ask(tenant, 'chai_l'))[0]).toEqual([LATTE]);
});

test('a question about nothing asks nothing', async () => {
  const { tenant } = await shop();
  expect(await new Catalogue().ask(tenant)).toEqual([[], 0]);
});

test.each<[string, (shop: { tenant: TestTenant; milk: string; latte: string }) => Promise<unknown>, string[]]>([
  [
    'a group',
    ({ tenant, milk }) => done(tenant, 'PUT', `/modifier-groups/${milk}`, group('milk', 60)),
    ['milk_one 60'],
  ],
  [
    'a nested group',
    async ({ tenant }) => {
      const { body } = await service.call('GET', '/catalog/modifier-groups?code=foam', { tenant });
      await done(tenant, 'PUT', `/modifier-groups/${body.data[0].id}`, group('foam', 8));
    },
    ['milk_one 50', 'foam_one 8'],
  ],
  [
    'what is attached to an item',
    ({ tenant, latte }) => done(tenant, 'PUT', `/items/${latte}/modifier-groups`, { groups: [{ group: 'lemon' }] }),
    TEA,
  ],
  [
    'what is attached to a category',
    ({ tenant }) =>
      done(tenant, 'PUT', '/categories/Coffee/modifier-groups', { groups: [{ group: 'lemon', position: 5 }] }),
    [...LATTE, ...TEA],
  ],
  [
    'an item’s category',
    ({ tenant, latte }) => done(tenant, 'PATCH', `/items/${latte}`, { category: 'Tea' }),
    [...TEA, ...LATTE],
  ],
])('after a change of %s nothing is sold by what was before', async (_, change, expected) => {
  const opened = await shop();
  const catalogue = new Catalogue();
  expect(await catalogue.ask(opened.tenant, 'latte')).toEqual([[LATTE], 1]);
  await change(opened);
  expect((await catalogue.ask(opened.tenant, 'latte'))[0]).toEqual([expected]);
  expect((await catalogue.ask(opened.tenant, 'latte'))[1]).toBe(0);
});

test('tenants neither share nor disturb each other', async () => {
  const catalogue = new Catalogue();
  const [one, two] = [await shop(), await shop()];
  await catalogue.ask(one.tenant, 'latte');
  await done(two.tenant, 'PUT', `/modifier-groups/${two.milk}`, group('milk', 1));
  expect(await catalogue.ask(two.tenant, 'latte')).toEqual([[['milk_one 1']], 1]);
  expect(await catalogue.ask(one.tenant, 'latte')).toEqual([[LATTE], 0]);
});

test('a group in another currency than the sale’s is refused where something of it is sold', async () => {
  const { tenant } = await shop();
  const { choices } = new Catalogue();
  const ask = (sku: string) =>
    transactor.read({ tenantId: tenant.id }, (tx) =>
      choices.modifiers(tx, 'EUR', [{ sku, chosen: [], pointer: '/lines/3' }]),
    );
  await expect(ask('latte')).rejects.toMatchObject({ code: 'currency_mismatch', fields: [{ pointer: '/lines/3' }] });
  expect(await ask('mug')).toEqual([[]]);
});

describe('a combo', () => {
  const combo = (amount: number): object => ({
    pricing: { kind: 'percent_off', rate: '10' },
    slots: [
      { code: 'cup', name: 'Cup', choices: [{ sku: 'mug' }] },
      {
        code: 'drink',
        name: 'Drink',
        choices: [
          { sku: 'latte', default: true },
          { category: 'Tea', upcharge: USD(amount) },
        ],
      },
    ],
  });
  const ask = ({ choices }: Catalogue, tenant: TestTenant, sku: string, drink?: string) =>
    counted(tenant, async (tx, count) => {
      const chosen =
        drink === undefined ? [] : [{ slot: 'drink', sku: drink, quantity: 1, pointer: '/lines/0/components/0' }];
      const { pricing, parts } = await choices.combo(tx, sku, chosen, '/lines/0');
      return { pricing, parts: parts.map((part) => `${part.sku} ${part.upcharge.amount}`), questions: count() };
    });

  test('is read once, and never sold as it was before a change', async () => {
    const { tenant } = await shop();
    const catalogue = new Catalogue();
    const meal = await item(tenant, 'meal', { kind: 'combo' });
    await expect(ask(catalogue, tenant, 'meal')).rejects.toMatchObject({ code: 'combo_not_defined' });
    await done(tenant, 'PUT', `/items/${meal}/combo`, combo(30));
    const pricing = { kind: 'percent_off', rate: 10n * DECIMAL_ONE };
    expect(await ask(catalogue, tenant, 'meal', 'tea')).toMatchObject({ pricing, parts: ['mug 0', 'tea 30'] });
    expect(await ask(catalogue, tenant, 'meal', 'tea')).toMatchObject({ questions: 0 });
    expect(await ask(catalogue, tenant, 'meal')).toMatchObject({ parts: ['mug 0', 'latte 0'], questions: 0 });
    await done(tenant, 'PUT', `/items/${meal}/combo`, combo(40));
    expect(await ask(catalogue, tenant, 'meal', 'tea')).toMatchObject({ parts: ['mug 0', 'tea 40'] });
    await done(tenant, 'DELETE', `/items/${meal}/combo`);
    await expect(ask(catalogue, tenant, 'meal')).rejects.toMatchObject({ code: 'combo_not_defined' });
  });

  test('is refused where it is none', async () => {
    const { tenant } = await shop();
    await expect(ask(new Catalogue(), tenant, 'mug')).rejects.toMatchObject({ code: 'combo_not_defined' });
    await expect(ask(new Catalogue(), tenant, 'nothing')).rejects.toMatchObject({ code: 'combo_not_defined' });
  });
});
