import type { Body, SeedPricebook, SeedPromotion } from './demo-offers.js';
import type { DemoPrices, ForItem } from './demo-prices.js';
import type { SeedDoor } from './seed-door.js';

interface Listed {
  readonly data: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Brings the demo's prices to a tenant that sells the demo's menu. What is there stays as it is; where all of it was there
 * once, one question says so, and what people have changed or taken away since stays so.
 * @returns whether something was to be done.
 */
export async function fillPrices(door: SeedDoor, prices: DemoPrices): Promise<boolean> {
  if ((await wasFilled(door, prices)) || !(await sellsMenu(door, prices.menu))) return false;
  for (const item of prices.items) await addItem(door, item);
  for (const group of prices.modifierGroups)
    await makeAbsent(door, `/catalog/modifier-groups/${String(group['id'])}`, '/catalog/modifier-groups', group);
  for (const attachment of prices.attachments) await putForItem(door, 'modifier-groups', attachment);
  for (const combo of prices.combos) await putForItem(door, 'combo', combo);
  await setLabelRules(door, prices.labelRules);
  for (const pricebook of prices.pricebooks) await publish(door, pricebook);
  await startLoyalty(door, prices);
  for (const { code, amount } of prices.giftCards) {
    const card = {
      kind: 'gift_card',
      currency: amount.currency,
      codes: [code],
      amount,
      activateBecause: 'for the demo',
    };
    await door.send('POST', '/gift-cards', card, 'gift_card_code_taken');
  }
  for (const promotion of prices.promotions) await activate(door, promotion);
  return true;
}

/** A promotion can be ended but never taken away, and the last one is put in force when all else is there. */
async function wasFilled(door: SeedDoor, { promotions }: DemoPrices): Promise<boolean> {
  const last = promotions.at(-1);
  if (last === undefined) return true;
  const found = await door.find<{ status: string }>(`/promotions/${last.promotion.id}`);
  return found !== undefined && found.status !== 'draft';
}

/** A tenant with a catalogue of its own is not given promotions for things that it does not sell. */
export async function sellsMenu(door: SeedDoor, menu: DemoPrices['menu']): Promise<boolean> {
  for (const [sku, name] of Object.entries(menu)) {
    if ((await itemOf(door, sku))?.name !== name) return false;
  }
  return true;
}

async function itemOf(door: SeedDoor, sku: string): Promise<{ id: string; name: string } | undefined> {
  return (await door.find<Listed>(`/catalog/items?sku=${encodeURIComponent(sku)}`))?.data[0];
}

async function addItem(door: SeedDoor, item: Body): Promise<void> {
  if ((await itemOf(door, String(item['sku']))) !== undefined) return;
  await door.send('POST', '/catalog/items', item);
}

async function makeAbsent(door: SeedDoor, path: string, list: string, body: Body): Promise<void> {
  if ((await door.find<object>(path)) === undefined) await door.send('POST', list, body);
}

/** Says something of an item about which nobody has said it before. */
async function putForItem(door: SeedDoor, what: 'modifier-groups' | 'combo', { sku, body }: ForItem): Promise<void> {
  const item = await itemOf(door, sku);
  if (item === undefined) return; // somebody has taken it off the menu
  const path = `/catalog/items/${item.id}/${what}`;
  const said = await door.find<{ version: number }>(path);
  if (said === undefined || said.version === 0) await door.send('PUT', path, body);
}

async function setLabelRules(door: SeedDoor, { outletId, body }: DemoPrices['labelRules']): Promise<void> {
  const path = `/outlets/${outletId}/label-rules`;
  const said = await door.find<{ version: number }>(path);
  if (said?.version === 0) await door.send('PUT', path, body);
}

async function publish(door: SeedDoor, { book, entries }: SeedPricebook): Promise<void> {
  const path = `/pricebooks/${book.id}`;
  const found = await door.find<{ status: string }>(path);
  if (found === undefined) await door.send('POST', '/pricebooks', book);
  else if (found.status !== 'draft') return;
  if (entries.length > 0) await door.send('PUT', `${path}/draft/entries`, { entries });
  await door.send('POST', `${path}/publish`, {});
}

async function startLoyalty(door: SeedDoor, { programme, members }: DemoPrices): Promise<void> {
  if ((await door.find<object>('/loyalty/programme', 'loyalty_not_configured')) === undefined)
    await door.send('PUT', '/loyalty/programme', programme);
  for (const member of members) await door.send('POST', '/loyalty/members', member, 'loyalty_member_exists');
}

async function activate(door: SeedDoor, { promotion, code }: SeedPromotion): Promise<void> {
  const path = `/promotions/${promotion.id}`;
  const found = await door.find<{ status: string }>(path);
  if (found === undefined) await door.send('POST', '/promotions', promotion);
  else if (found.status !== 'draft') return;
  if (code !== undefined) await door.send('POST', `${path}/codes`, { code }, 'promo_code_taken');
  await door.send('POST', `${path}/activate`, {});
}
