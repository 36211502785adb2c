import { startService, type Answer, type TestService } from '../../harness/service.js';

/** US dollars in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** A shop with a menu that prices can be told apart on, over HTTP alone. */
export interface PricingShop {
  readonly service: TestService;
  /** In New York, with taxes inside its prices. */
  readonly outletId: string;
  /** Items by SKU. */
  readonly items: ReadonlyMap<string, string>;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: object, token?: string) => Promise<Answer>;
  readonly put: (path: string, body: object) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
  /** An order, which has to be accepted. */
  readonly order: (body: object) => Promise<Answer['body']>;
  /** A key of somebody who may not do everything. */
  readonly keyWith: (permissions: readonly string[]) => Promise<string>;
}

const TAXES = [
  { code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '20.0' }] },
  { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '5.0' }] },
  { code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] },
];

const ITEMS = [
  { sku: 'burger', name: 'Burger', price: 1200, taxCategory: 'standard', category: 'Food' },
  { sku: 'fries', name: 'Fries', price: 450, taxCategory: 'reduced', category: 'Food' },
  { sku: 'cola', name: 'Cola', price: 350, taxCategory: 'standard', category: 'Drinks' },
  { sku: 'beer', name: 'Beer', price: 500, taxCategory: 'standard', category: 'Drinks' },
  { sku: 'menu', name: 'Burger menu', price: 1700, taxCategory: 'standard', category: 'Menus', kind: 'combo' },
  { sku: 'buffet', name: 'Salad by price', price: 900, taxCategory: 'reduced', category: 'Food', openPrice: true },
  { sku: 'odd', name: 'Odd thing', price: 3333, taxCategory: 'none', category: 'Things' },
  {
    sku: 'card',
    name: 'Gift card',
    price: 2500,
    taxCategory: 'none',
    category: 'Cards',
    kind: 'gift_card',
    openPrice: true,
  },
];

/** Opens the shop. @param more of the outlet's settings. */
export async function openPricingShop(more: object = {}): Promise<PricingShop> {
  const service = await startService();
  const call = async (method: string, path: string, body?: object, token?: string): Promise<Answer> =>
    service.call(method, path, { ...(body && { body }), ...(token !== undefined && { token }) });
  const made = async (path: string, body: object): Promise<Answer['body']> => {
    const answer = await call('POST', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const { id: outletId } = await made('/outlets', {
    name: 'Corner',
    timeZone: 'America/New_York',
    receiptPrefix: 'C',
    tenders: ['cash', 'card', 'gift_card', 'voucher', 'loyalty'],
    taxGroups: TAXES,
    ...more,
  });
  const items = new Map<string, string>();
  for (const { price, ...item } of ITEMS) {
    const { id } = await made('/catalog/items', { unit: 'each', active: true, ...item, price: USD(price) });
    items.set(item.sku, id);
  }
  return {
    service,
    outletId,
    items,
    get: (path) => call('GET', path),
    post: (path, body = {}, token) => call('POST', path, body, token),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
    order: (body) => made('/orders', { outletId, ...body }),
    keyWith: (permissions) => service.createKey(service.tenant, { permissions: permissions as never }),
  };
}

/** Makes `menu` a combo of a burger, a side and a drink; beer costs 1.00 extra. */
export async function defineMenu({ put, items }: PricingShop): Promise<void> {
  const slots = [
    { code: 'main', name: 'Main', min: 1, max: 1, choices: [{ sku: 'burger', default: true }] },
    { code: 'side', name: 'Side', min: 1, max: 1, choices: [{ sku: 'fries', default: true }] },
    {
      code: 'drink',
      name: 'Drink',
      min: 1,
      max: 1,
      choices: [
        { sku: 'cola', default: true },
        { sku: 'beer', upcharge: USD(100) },
      ],
    },
  ];
  const answer = await put(`/catalog/items/${items.get('menu')}/combo`, { pricing: { kind: 'fixed' }, slots });
  if (answer.status !== 200) throw new Error(answer.text);
}

/** A promotion that is on. @returns its id. */
export async function promote({ post }: PricingShop, promotion: object): Promise<string> {
  const made = await post('/promotions', promotion);
  if (made.status !== 201) throw new Error(made.text);
  const active = await post(`/promotions/${made.body.id}/activate`);
  if (active.status !== 200) throw new Error(active.text);
  return made.body.id as string;
}

/** A gift card that holds an amount. @returns its code. */
export async function giftCard({ post }: PricingShop, amount: number, active = true): Promise<string> {
  const wish = { kind: 'gift_card', currency: 'USD', amount: USD(amount) };
  const { status, text, body } = await post('/gift-cards', active ? { ...wish, activateBecause: 'a test' } : wish);
  if (status !== 201) throw new Error(text);
  return body.cards[0].code as string;
}

/** What a card holds. */
export async function balanceOf({ post }: PricingShop, code: string): Promise<{ status: string; balance: object }> {
  const { status, balance } = (await post('/gift-cards/lookup', { code })).body;
  return { status, balance };
}

/** The sum of amounts. */
export function total(amounts: readonly { amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}
