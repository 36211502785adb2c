import { businessTimeOf } from '../../src/kernel/business-time.js';
import type { TestService } from '../harness/service.js';

/** An outlet of the shop, and how its days are cut. */
export interface SimOutlet {
  readonly id: string;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
}

/** What baskets know of an item. */
export interface SimItem {
  readonly sku: string;
  readonly price: number;
  readonly weighed?: true;
  readonly milk?: true;
  readonly combo?: true;
}

/** A business whose tills lose the network. */
export interface SimShop {
  readonly service: TestService;
  readonly currency: string;
  readonly outlets: readonly [SimOutlet, SimOutlet];
  /** Asks as the owner. @throws Error when it is refused. */
  owner(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
}

/** What the shop sells. Three of them are not what they were when the tills come back: see `changeMasterData`. */
export const ITEMS: readonly SimItem[] = [
  { sku: 'coffee', price: 300, milk: true },
  { sku: 'tea', price: 250 },
  { sku: 'soup', price: 790 },
  { sku: 'wrap', price: 650 },
  { sku: 'bananas', price: 199, weighed: true },
  { sku: 'menu', price: 890, combo: true },
  { sku: 'cake', price: 425 },
  { sku: 'juice', price: 455 },
  { sku: 'water', price: 120 },
];

/** Items that nobody touches meanwhile, and that no promotion is of: what an open order is made of. */
export const STEADY = ITEMS.filter(({ sku }) => ['tea', 'soup', 'wrap', 'bananas'].includes(sku));

/** What a sale with the item is told to differ in, once the tills are back. */
export const CAUSE_OF: Readonly<Record<string, string>> = {
  juice: 'price_differs',
  cake: 'promotion_differs',
  water: 'item_unknown',
};

const TAX = [{ code: 'VAT', name: 'VAT', rate: '16' }];
const REDUCED = [{ code: 'VAT', name: 'VAT', rate: '8' }];
const NOTES_MINOR = 5;

/** Opens the shop over HTTP, as an owner would. */
export async function openSimShop(service: TestService, currency = 'USD'): Promise<SimShop> {
  const owner: SimShop['owner'] = async (method, path, body) => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.text}`);
    return (answer.body ?? {}) as Record<string, unknown>;
  };
  const first = await openOutlet(owner, 'Harbour', 'Africa/Nairobi', {});
  const rounding = { cashRounding: { stepMinor: NOTES_MINOR, mode: 'half-up' } };
  const second = await openOutlet(owner, 'Airport', 'America/New_York', rounding);
  await stock(owner, currency);
  return { service, currency, outlets: [first, second], owner };
}

async function openOutlet(owner: SimShop['owner'], name: string, timeZone: string, more: object): Promise<SimOutlet> {
  const taxGroups = [
    { code: 'standard', name: 'Standard', mode: 'inclusive', taxes: TAX },
    { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: REDUCED },
  ];
  const body = { name, timeZone, receiptPrefix: name.slice(0, 1), taxGroups, tenders: ['cash', 'card'], ...more };
  const made = await owner('POST', '/outlets', body);
  const [hours = 0, minutes = 0] = String(made['dayCut']).split(':').map(Number);
  return { id: String(made['id']), timeZone, dayCutMinutes: hours * 60 + minutes };
}

async function stock(owner: SimShop['owner'], currency: string): Promise<void> {
  const cash = (amount: number) => ({ amount, currency });
  const whole = { code: 'whole', name: 'Whole', price: cash(0), default: true };
  const modifiers = [whole, { code: 'oat', name: 'Oat', price: cash(60) }];
  await owner('POST', '/catalog/modifier-groups', { code: 'milk', name: 'Milk', min: 1, max: 1, modifiers });
  for (const { sku, price, weighed, milk, combo } of ITEMS) {
    const said = { sku, name: sku, category: 'Food', price: cash(price), taxCategory: combo ? 'reduced' : 'standard' };
    const kind = { ...(weighed && { unit: 'kg', measure: 'weight' }), ...(combo && { kind: 'combo' }) };
    const { id } = await owner('POST', '/catalog/items', { ...said, ...kind });
    if (milk) await owner('PUT', `/catalog/items/${String(id)}/modifier-groups`, { groups: [{ group: 'milk' }] });
    if (combo) await owner('PUT', `/catalog/items/${String(id)}/combo`, { pricing: { kind: 'fixed' }, slots: SLOTS });
  }
  const effect = { kind: 'percent_off', rate: '20' };
  const made = await owner('POST', '/promotions', { name: 'Cake off', select: { skus: ['cake'] }, effect });
  await owner('POST', `/promotions/${String(made['id'])}/activate`, {});
}

const SLOTS = [
  { code: 'main', name: 'Main', choices: [{ sku: 'wrap', default: true }, { sku: 'soup' }] },
  { code: 'drink', name: 'Drink', choices: [{ sku: 'tea', default: true }, { sku: 'coffee' }] },
];

/** What happens to the master data while the tills cannot hear of it: a price, a promotion, an item, and a day that is closed. */
export async function changeMasterData(shop: SimShop, closedAt: number): Promise<{ readonly closedThrough: string }> {
  const { owner, currency } = shop;
  const { data: items } = (await owner('GET', '/catalog/items?limit=100')) as { data: { id: string; sku: string }[] };
  const idOf = (sku: string): string => items.find((item) => item.sku === sku)?.id ?? '';
  await changed(shop, 'PATCH', `/catalog/items/${idOf('juice')}`, { price: { amount: 520, currency } });
  await changed(shop, 'DELETE', `/catalog/items/${idOf('water')}`);
  const { data: promotions } = (await owner('GET', '/promotions?limit=100')) as { data: { id: string }[] };
  for (const { id } of promotions) await owner('POST', `/promotions/${id}/end`, {});
  const [outlet] = shop.outlets;
  const closedThrough = businessDateAt(outlet, closedAt);
  await owner('POST', `/outlets/${outlet.id}/days/${closedThrough}/close`, { acceptOpenSessions: true });
  return { closedThrough };
}

async function changed({ service, owner }: SimShop, method: string, path: string, body?: object): Promise<void> {
  const etag = (await service.call('GET', path)).headers.get('etag');
  if (etag === null) return void (await owner(method, path, body));
  const answer = await service.call(method, path, { ...(body && { body }), headers: { 'If-Match': etag } });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
}

/** The trading day of a moment at an outlet. */
export function businessDateAt({ timeZone, dayCutMinutes }: SimOutlet, at: number): string {
  return businessTimeOf(new Date(at), timeZone, dayCutMinutes).businessDate;
}
