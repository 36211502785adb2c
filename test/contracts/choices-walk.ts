import type { Answer, TestService } from '../harness/service.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const GROUPS = '/catalog/modifier-groups';

/** Brings about every event of modifier groups and combos, over HTTP. */
export async function walkChoices(service: TestService): Promise<void> {
  const done = async (method: string, path: string, body?: object): Promise<Answer['body']> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const oat = { code: 'oat', name: 'Oat milk', price: USD(50), prices: { L: USD(80) }, allergens: ['gluten'] };
  const whole = { code: 'whole', name: 'Whole milk', price: USD(0), default: true, allergens: ['milk'] };
  const milk = { code: 'milk', name: 'Choice of milk', min: 1, max: 1, modifiers: [whole, oat] };
  const { id } = await done('POST', GROUPS, milk);
  await done('PATCH', `${GROUPS}/${id}`, { modifiers: [whole, { ...oat, price: USD(60), maxQuantity: 1 }] });

  const details = { category: 'Breakfast', price: USD(900), taxCategory: 'standard' };
  const flatWhite = await done('POST', '/catalog/items', { sku: 'flat_white', name: 'Flat white', ...details });
  const breakfast = await done('POST', '/catalog/items', {
    sku: 'breakfast',
    name: 'Breakfast',
    ...details,
    kind: 'combo',
  });
  await done('PUT', `/catalog/items/${flatWhite.id}/modifier-groups`, { groups: [{ group: 'milk', max: 2 }] });
  await done('PUT', '/catalog/categories/Breakfast/modifier-groups', { groups: [{ group: 'milk', min: 0 }] });
  const drink = { code: 'drink', name: 'Drink', choices: [{ sku: 'flat_white', default: true, upcharge: USD(50) }] };
  const combo = `/catalog/items/${breakfast.id}/combo`;
  await done('PUT', combo, { pricing: { kind: 'percent_off', rate: '10' }, slots: [drink] });
  await done('DELETE', combo);

  await done('PUT', `/catalog/items/${flatWhite.id}/modifier-groups`, { groups: [] });
  await done('PUT', '/catalog/categories/Breakfast/modifier-groups', { groups: [] });
  await done('DELETE', `${GROUPS}/${id}`);
}
