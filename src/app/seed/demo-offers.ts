import type { Money } from '../../kernel/money.js';

/** A body as the service's door takes it; the door checks it. */
export type Body = Readonly<Record<string, unknown>>;

/** A pricebook with the prices of its first version. */
export interface SeedPricebook {
  readonly book: Body & { readonly id: string };
  readonly entries: readonly Body[];
}

/** A promotion, with the code that brings it where one does. */
export interface SeedPromotion {
  readonly promotion: Body & { readonly id: string };
  readonly code?: string;
}

/** Happy hour at the bar of the restaurant, past midnight; and prices of the kiosk. */
export function demoPricebooks(
  idOf: (name: string) => string,
  money: (text: string) => Money,
  restaurant: string,
): SeedPricebook[] {
  const { currency } = money('0.00');
  const windows = [{ weekdays: [4, 5, 6], from: '22:00', to: '01:00' }];
  const absolute = (sku: string, price: string): Body => ({ sku, kind: 'absolute', amount: money(price) });
  return [
    {
      book: {
        ...{ id: idOf('happy-hour'), code: 'happy-hour', name: 'Happy hour', currency },
        scope: { outletIds: [restaurant], schedule: { windows } },
        rules: [{ category: 'Bar', kind: 'percent', rate: '-30' }],
      },
      entries: [],
    },
    {
      book: {
        ...{ id: idOf('kiosk'), code: 'kiosk', name: 'Kiosk', currency },
        scope: { channels: ['kiosk'] },
        rules: [{ category: 'Bakery', kind: 'percent', rate: '-5' }],
      },
      entries: [absolute('coffee', '2.70'), absolute('latte', '3.90'), absolute('still_water', '1.50')],
    },
  ];
}

/** A code for new guests, three cookies for two, coffee with a croissant, and what staff eat. */
export function demoPromotions(idOf: (name: string) => string, welcomeCode: string): SeedPromotion[] {
  return [
    {
      promotion: {
        ...{ id: idOf('cookies'), name: 'Three cookies for two', select: { skus: ['cookie'] } },
        effect: { kind: 'buy_get', buy: 2, get: 1, rate: '100', pick: 'same_item' },
      },
    },
    {
      promotion: {
        ...{ id: idOf('breakfast'), name: 'Coffee and croissant' },
        effect: {
          kind: 'bundle',
          parts: [
            { select: { categories: ['Coffee'], excludeSkus: ['oat_milk'] }, quantity: 1 },
            { select: { skus: ['croissant'] }, quantity: 1 },
          ],
          offer: { rate: '15' },
        },
      },
    },
    {
      promotion: {
        ...{ id: idOf('staff'), name: 'Staff meal', priority: 100, select: { categories: ['Kitchen'] } },
        effect: { kind: 'percent_off', rate: '50' },
        scope: { customerGroups: ['staff'] },
      },
    },
    {
      promotion: {
        ...{ id: idOf('welcome'), name: 'Welcome', activation: 'code', level: 'order' },
        effect: { kind: 'percent_off', rate: '10' },
        limits: { usesPerCustomerMax: 1 },
      },
      code: welcomeCode,
    },
  ];
}
