import { fromMajorUnits, type Money } from '../../kernel/money.js';
import type { Body } from './demo-offers.js';
import { demoTables, type DemoTable } from './demo-tables.js';
import { demoCashierId } from './demo-staff.js';
import type { TenantSeed } from './demo-tenant.js';
import { namedUuid } from './named-uuid.js';

/** A thing with an id of its own. */
export type SeedThing = Body & { readonly id: string };

/** A setting, and where it is put. */
export interface SeedSetting {
  readonly path: string;
  readonly body: Body;
}

/** A sale of yesterday: paid in full by one tender. */
export interface SeedSale {
  readonly order: SeedThing;
  readonly payment: { readonly tender: string } & Body;
}

/** All that the demo knows about money at the till. */
export interface DemoTill {
  /** Items of the menu, by SKU and name, without which nothing was sold yesterday. */
  readonly menu: Readonly<Record<string, string>>;
  readonly outletId: string;
  /** What the outlet takes beside the tenders that it opened with. */
  readonly tenders: readonly string[];
  readonly settings: readonly SeedSetting[];
  readonly drawers: readonly SeedThing[];
  readonly trays: readonly SeedThing[];
  /** Those of all outlets. */
  readonly tables: readonly DemoTable[];
  readonly houseAccount: SeedThing;
  readonly sales: readonly SeedSale[];
  readonly shift: SeedThing;
  /** Made last of all: where it is, all of this was there once. */
  readonly session: { readonly drawerId: string; readonly body: SeedThing };
}

/** The house account of the demo, as a cashier types it. */
export const HOUSE_ACCOUNT = 'D-0001';
/** The drawer that the demo leaves open, and the one that it does not. */
export const DRAWER_NAMES = ['Front counter', 'Back counter'] as const;
/** From here on a refund takes a second person, in major units. */
export const REFUND_LIMIT = '50.00';

const MENU = {
  coffee: 'Filter coffee',
  croissant: 'Butter croissant',
  latte: 'Caffè latte',
  club_sandwich: 'Club sandwich',
  lemonade: 'House lemonade',
  cheesecake: 'Cheesecake',
};

/** The café's cash for a tenant; everything follows from the tenant, so the same seed is the same data. */
export function demoTill(tenant: TenantSeed): DemoTill {
  const outletId = tenant.outlets[0]?.id as string | undefined;
  if (outletId === undefined) throw new Error('the demo needs its café');
  const idOf = (name: string): string => namedUuid('pos demo till', tenant.id, name);
  const money = (text: string): Money => fromMajorUnits(text, tenant.currency);
  const [front, back] = DRAWER_NAMES;
  return {
    menu: MENU,
    outletId,
    tenders: ['mpesa', 'eftpos', 'house_account'],
    settings: settingsOf(outletId, money),
    drawers: [front, back].map((name) => ({ id: idOf(name), outletId, name })),
    trays: ['Tray 1', 'Tray 2'].map((name) => ({ id: idOf(name), outletId, name })),
    tables: demoTables(tenant),
    houseAccount: {
      ...{ id: idOf(HOUSE_ACCOUNT), number: HOUSE_ACCOUNT, name: 'Studio Grace', customerId: 'grace' },
      ...{ limit: money('200.00'), termsDays: 30 },
    },
    sales: salesOf(outletId, idOf, money),
    shift: { id: idOf('shift'), outletId, personId: demoCashierId(tenant), job: 'barista' },
    session: {
      drawerId: idOf(front),
      body: { id: idOf('session'), float: money('200.00'), trayId: idOf('Tray 1') },
    },
  };
}

function settingsOf(outletId: string, money: (text: string) => Money): SeedSetting[] {
  const outlet = `/outlets/${outletId}`;
  return [
    { path: '/tenders/mpesa', body: { name: 'M-Pesa', kind: 'mobile_money', provider: 'simulator' } },
    {
      path: `${outlet}/drawer-policy`,
      body: {
        // The first sale of a stranger names no drawer.
        ...{ sessionRequired: false, blindCount: true, varianceLimit: money('2.00').amount },
        ...{ cashLimit: money('500.00').amount, floatDefault: money('200.00').amount },
      },
    },
    {
      path: '/approval-rules/order.refund',
      body: { secondPerson: 'over', limits: [money(REFUND_LIMIT)], reasonRequired: true },
    },
    {
      path: `${outlet}/tip-rules`,
      body: {
        ...{ name: 'Counter', percent: 50, sources: 'card', basis: 'hours' },
        shares: [{ job: 'barista', weight: '1' }],
      },
    },
    { path: `${outlet}/day-policy`, body: { closure: 'automatic', graceMinutes: 60 } },
  ];
}

function salesOf(outletId: string, idOf: (name: string) => string, money: (text: string) => Money): SeedSale[] {
  const sale = (name: string, skus: readonly string[], payment: SeedSale['payment'], more: Body = {}): SeedSale => ({
    order: { id: idOf(name), outletId, lines: skus.map((sku) => ({ sku, quantity: '1' })), ...more },
    payment,
  });
  return [
    sale('sale in cash', ['coffee', 'croissant'], { tender: 'cash' }),
    sale('sale by card', ['latte', 'cheesecake'], { tender: 'card' }, { tip: money('1.50') }),
    sale('sale by mobile money', ['club_sandwich', 'lemonade'], { tender: 'mobile_money' }),
    sale('sale on account', ['latte', 'latte', 'croissant'], {
      tender: 'house_account',
      houseAccount: { account: HOUSE_ACCOUNT },
    }),
  ];
}
