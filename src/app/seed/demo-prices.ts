import { fromMajorUnits, type Money } from '../../kernel/money.js';
import { demoPricebooks, demoPromotions, type Body, type SeedPricebook, type SeedPromotion } from './demo-offers.js';
import type { TenantSeed } from './demo-tenant.js';
import { namedUuid } from './named-uuid.js';

/** What belongs to an item of the catalogue, by its SKU. */
export interface ForItem {
  readonly sku: string;
  readonly body: Body;
}

/** A gift card with a code that everybody knows: for a demo only. */
export interface SeedGiftCard {
  readonly code: string;
  readonly amount: Money;
}

/** All that the demo knows about prices beside its list prices. */
export interface DemoPrices {
  /** Items of the menu, by SKU and name, without which this is somebody else's catalogue. */
  readonly menu: Readonly<Record<string, string>>;
  readonly items: readonly Body[];
  readonly modifierGroups: readonly Body[];
  readonly attachments: readonly ForItem[];
  readonly combos: readonly ForItem[];
  readonly labelRules: { readonly outletId: string; readonly body: Body };
  readonly pricebooks: readonly SeedPricebook[];
  /** The last one is made last of all: where it is, all of this was there once. */
  readonly promotions: readonly SeedPromotion[];
  readonly programme: Body;
  readonly members: readonly Body[];
  readonly giftCards: readonly SeedGiftCard[];
}

/** The code that takes a tenth off, once a customer. */
export const WELCOME_CODE = 'WELCOME10';
/** Two gift cards: with 25.00 and with 50.00 of whatever currency. */
export const GIFT_CARD_CODES = ['DEMO-GIFT-0025', 'DEMO-GIFT-0050'] as const;
/** A label as the scales of the market print it: 1.234 kg of the Gouda with PLU 4593. */
export const SCALE_LABEL = '2104593012346';

const MILKY = ['cappuccino', 'latte', 'flat_white', 'mocha', 'iced_coffee'];
const MENU = {
  coffee: 'Filter coffee',
  latte: 'Caffè latte',
  croissant: 'Butter croissant',
  cookie: 'Chocolate chip cookie',
  margherita: 'Pizza Margherita',
  club_sandwich: 'Club sandwich',
  veggie_bowl: 'Veggie bowl',
  cola: 'Cola 0.33 l',
  orange_juice: 'Fresh orange juice',
};

/** The demo's prices for a tenant; everything follows from the tenant, so the same seed is the same data. */
export function demoPrices(tenant: TenantSeed): DemoPrices {
  const { currency, outlets } = tenant;
  const [, restaurant, market] = outlets.map(({ id }) => id as string);
  if (restaurant === undefined || market === undefined) throw new Error('the demo needs its three outlets');
  const idOf = (name: string): string => namedUuid('pos demo price', tenant.id, name);
  const money = (text: string): Money => fromMajorUnits(text, currency);
  const named = (bodies: readonly (Body & { sku?: string; code?: string })[]): Body[] =>
    bodies.map((body) => ({ id: idOf(String(body.sku ?? body.code)), ...body }));
  return {
    menu: MENU,
    items: named(itemsOf(money)),
    modifierGroups: named(groupsOf(money)),
    attachments: [
      ...MILKY.map((sku) => ({ sku, body: { groups: [{ group: 'size' }, { group: 'milk' }] } })),
      { sku: 'margherita', body: { groups: [{ group: 'pizza_toppings' }] } },
    ],
    combos: [{ sku: 'lunch_deal', body: lunchDeal(money) }],
    labelRules: { outletId: market, body: { rules: [SCALES] } },
    pricebooks: demoPricebooks(idOf, money, restaurant),
    promotions: demoPromotions(idOf, WELCOME_CODE),
    programme: {
      name: 'Street points',
      currency,
      earn: { points: 1, per: money('1.00').amount },
      burn: { points: 100, worth: money('1.00').amount },
    },
    members: [
      { id: idOf('member ada'), customerId: 'ada' },
      { id: idOf('member grace'), customerId: 'grace', entitlements: ['coffee_club'] },
      { id: idOf('member sam'), customerId: 'sam', groups: ['staff'] },
    ],
    giftCards: [
      { code: GIFT_CARD_CODES[0], amount: money('25.00') },
      { code: GIFT_CARD_CODES[1], amount: money('50.00') },
    ],
  };
}

type Priced = (text: string) => Money;

/** Prefix, five digits of PLU, five of grams, check digit. */
const SCALES = { prefix: '21', kind: 'weight', decimals: 3, itemDigits: 5, valueDigits: 5, unit: 'kg' };

function itemsOf(money: Priced): (Body & { sku: string })[] {
  const beer = { category: 'Bar', taxCategory: 'standard', minimumAge: 21 };
  return [
    {
      ...{ sku: 'gouda', name: 'Gouda, from the counter', category: 'Market', price: money('16.90') },
      ...{ taxCategory: 'none', unit: 'kg', measure: 'weight', plu: '4593', tare: '0.008', allergens: ['milk'] },
      barcodes: ['4009999900014', '4009999900021'],
    },
    {
      ...beer,
      ...{ sku: 'lager', name: 'Lager 0.5 l', price: money('6.00'), barcode: '4009999900106', allergens: ['gluten'] },
    },
    { ...beer, sku: 'house_red', name: 'House red, glass', price: money('8.00'), allergens: ['sulphites'] },
    {
      ...{ sku: 'lunch_deal', name: 'Lunch deal', category: 'Deals', price: money('13.50') },
      ...{ taxCategory: 'reduced', kind: 'combo', description: 'A main and a cold drink' },
    },
    {
      ...{ sku: 'gift_card', name: 'Gift card', category: 'Gift cards', price: money('25.00') },
      ...{ taxCategory: 'none', kind: 'gift_card', openPrice: true, discountable: false },
    },
  ];
}

function groupsOf(money: Priced): (Body & { code: string })[] {
  const free = money('0.00');
  return [
    {
      ...{ code: 'size', name: 'Size', min: 1, max: 1 },
      modifiers: [
        { code: 'regular', name: 'Regular', price: free, default: true },
        { code: 'large', name: 'Large', price: money('0.80') },
      ],
    },
    {
      ...{ code: 'milk', name: 'Milk', min: 1, max: 1 },
      modifiers: [
        { code: 'whole', name: 'Whole milk', price: free, default: true, allergens: ['milk'] },
        { code: 'oat', name: 'Oat milk', price: money('0.50'), allergens: ['gluten'] },
        { code: 'soy', name: 'Soy milk', price: money('0.50'), allergens: ['soybeans'] },
      ],
    },
    {
      ...{ code: 'pizza_toppings', name: 'Toppings', max: 5 },
      modifiers: [
        { code: 'mozzarella', name: 'Extra mozzarella', price: money('1.50'), maxQuantity: 2, allergens: ['milk'] },
        { code: 'mushrooms', name: 'Mushrooms', price: money('1.20') },
        { code: 'olives', name: 'Olives', price: money('1.00') },
        { code: 'salami', name: 'Salami', price: money('1.80') },
        { code: 'no_basil', name: 'No basil', price: free, maxQuantity: 1 },
      ],
    },
  ];
}

/** A main of the reduced rate and a drink of the standard one, so that its price is shared out over both. */
function lunchDeal(money: Priced): Body {
  return {
    pricing: { kind: 'fixed' },
    slots: [
      {
        ...{ code: 'main', name: 'Main', min: 1, max: 1 },
        choices: [
          { sku: 'club_sandwich', default: true },
          { sku: 'margherita' },
          { sku: 'veggie_bowl', upcharge: money('1.00') },
        ],
      },
      {
        ...{ code: 'drink', name: 'Drink', min: 1, max: 1 },
        choices: [
          { sku: 'cola', default: true },
          { sku: 'orange_juice', upcharge: money('1.50') },
          { category: 'Cold drinks' },
        ],
      },
    ],
  };
}
