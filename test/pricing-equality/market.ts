import type { TestService, TestTenant } from '../harness/service.js';
import type { Chance } from '../faults/chance.js';
import { combosOf, goodsOf, modifierGroupsOf, type Good } from './market-goods.js';
import { outletsOf, pricebooksOf, promotionsOf } from './market-rules.js';

/** A business with everything that a price can depend on. */
export interface Market {
  readonly tenant: TestTenant;
  readonly currency: string;
  readonly outletIds: readonly string[];
  readonly goods: readonly Good[];
}

/** Opens a market over HTTP, as an owner would. The same chance opens the same market. */
export async function openMarket(service: TestService, chance: Chance, currency: string): Promise<Market> {
  const tenant = await service.createTenant(undefined, currency);
  const cash = (amount: number) => ({ amount, currency });
  const done = async (method: string, path: string, body: object): Promise<string> => {
    const answer = await service.call(method, path, { body, tenant });
    if (answer.status >= 300) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.text}`);
    return answer.body.id as string;
  };
  const outletIds: string[] = [];
  for (const outlet of outletsOf(chance, currency)) outletIds.push(await done('POST', '/outlets', outlet));
  const goods = goodsOf(chance, cash);
  await stock(done, chance, cash, goods, outletIds);
  const books = new Map<string, string>();
  for (const { body, parent, entries } of pricebooksOf(chance, cash, currency, outletIds)) {
    const parentId = parent === undefined ? {} : { parentId: books.get(parent) };
    const id = await done('POST', '/pricebooks', { ...body, ...parentId });
    books.set(body['name'] as string, id);
    await done('PATCH', `/pricebooks/${id}/draft/entries`, { set: entries });
    await done('POST', `/pricebooks/${id}/publish`, {});
  }
  for (const { body, code } of promotionsOf(chance, cash)) {
    const id = await done('POST', '/promotions', body);
    if (code !== undefined) await done('POST', `/promotions/${id}/codes`, { code });
    await done('POST', `/promotions/${id}/activate`, {});
  }
  return { tenant, currency, outletIds, goods };
}

async function stock(
  done: (method: string, path: string, body: object) => Promise<string>,
  chance: Chance,
  cash: (amount: number) => { amount: number; currency: string },
  goods: readonly Good[],
  outletIds: readonly string[],
): Promise<void> {
  const ids = new Map<string, string>();
  for (const { body } of goods) ids.set(body.sku, await done('POST', '/catalog/items', body));
  for (const group of modifierGroupsOf(chance, cash)) await done('POST', '/catalog/modifier-groups', group);
  const attach = (path: string, groups: object[]) => done('PUT', `${path}/modifier-groups`, { groups });
  await attach('/catalog/categories/Coffee', [{ group: 'milk' }]);
  await attach(`/catalog/items/${ids.get('coffee-0')}`, [{ group: 'syrup', position: 1 }]);
  await attach(`/catalog/items/${ids.get('kitchen-1')}`, [{ group: 'sauce', min: 1 }]);
  await attach(`/catalog/items/${ids.get('coffee-4')}`, [{ group: 'milk', max: 0 }]);
  for (const [sku, combo] of Object.entries(combosOf(chance, cash))) {
    await done('PUT', `/catalog/items/${ids.get(sku)}/combo`, combo);
  }
  await done('PUT', `/outlets/${outletIds[0]}/availability/tea-7`, { available: false, reason: 'none left' });
  await done('PUT', `/outlets/${outletIds[0]}/availability/bar-5`, { available: true, remaining: '0' });
}
