/** An item of the demo's menu. The price is in major units of the tenant's currency. */
export interface MenuItem {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: string;
  readonly taxCategory: 'standard' | 'reduced' | 'none';
  readonly barcode?: string;
  readonly unit?: 'each' | 'kg';
}

type Priced = readonly [sku: string, name: string, price: string];

function drinks(category: string, items: readonly Priced[]): MenuItem[] {
  return items.map(([sku, name, price]) => ({ sku, name, category, price, taxCategory: 'standard' }));
}

function food(category: string, items: readonly Priced[]): MenuItem[] {
  return items.map(([sku, name, price]) => ({ sku, name, category, price, taxCategory: 'reduced' }));
}

/** What the demo sells: a café's board, a kitchen's lunch and a market's shelf. */
export const DEMO_MENU: readonly MenuItem[] = [
  ...drinks('Coffee', [
    ['coffee', 'Filter coffee', '3.00'],
    ['espresso', 'Espresso', '2.50'],
    ['double_espresso', 'Double espresso', '3.20'],
    ['cappuccino', 'Cappuccino', '3.80'],
    ['latte', 'Caffè latte', '4.20'],
    ['flat_white', 'Flat white', '4.00'],
    ['mocha', 'Mocha', '4.50'],
    ['iced_coffee', 'Iced coffee', '4.00'],
    ['oat_milk', 'Oat milk instead', '0.50'],
  ]),
  ...drinks('Tea', [
    ['black_tea', 'Black tea', '2.80'],
    ['green_tea', 'Green tea', '2.80'],
    ['masala_chai', 'Masala chai', '3.50'],
    ['fresh_mint_tea', 'Fresh mint tea', '3.20'],
  ]),
  ...drinks('Cold drinks', [
    ['still_water', 'Still water 0.5 l', '1.80'],
    ['sparkling_water', 'Sparkling water 0.5 l', '1.80'],
    ['orange_juice', 'Fresh orange juice', '4.50'],
    ['lemonade', 'House lemonade', '3.60'],
    ['cola', 'Cola 0.33 l', '2.60'],
    ['ginger_beer', 'Ginger beer', '3.40'],
  ]),
  ...food('Bakery', [
    ['croissant', 'Butter croissant', '2.90'],
    ['pain_au_chocolat', 'Pain au chocolat', '3.30'],
    ['cinnamon_roll', 'Cinnamon roll', '3.60'],
    ['banana_bread', 'Banana bread', '3.40'],
    ['blueberry_muffin', 'Blueberry muffin', '3.20'],
    ['bagel', 'Bagel with cream cheese', '4.40'],
    ['cookie', 'Chocolate chip cookie', '2.20'],
  ]),
  ...food('Kitchen', [
    ['soup_of_the_day', 'Soup of the day', '6.50'],
    ['caesar_salad', 'Caesar salad', '10.90'],
    ['club_sandwich', 'Club sandwich', '11.50'],
    ['grilled_cheese', 'Grilled cheese', '8.20'],
    ['margherita', 'Pizza Margherita', '12.00'],
    ['veggie_bowl', 'Veggie bowl', '11.90'],
    ['cheesecake', 'Cheesecake', '5.90'],
  ]),
  { sku: 'bananas', name: 'Bananas', category: 'Market', price: '1.99', taxCategory: 'none', unit: 'kg' },
  { sku: 'tomatoes', name: 'Tomatoes', category: 'Market', price: '3.49', taxCategory: 'none', unit: 'kg' },
  { sku: 'cheddar', name: 'Cheddar, cut', category: 'Market', price: '14.90', taxCategory: 'none', unit: 'kg' },
  {
    sku: 'milk_1l',
    name: 'Whole milk 1 l',
    category: 'Market',
    price: '1.59',
    taxCategory: 'none',
    barcode: '4006381333931',
  },
  {
    sku: 'bread',
    name: 'Sourdough bread',
    category: 'Market',
    price: '5.20',
    taxCategory: 'none',
    barcode: '4012345678901',
  },
  {
    sku: 'eggs_10',
    name: 'Eggs, box of ten',
    category: 'Market',
    price: '3.99',
    taxCategory: 'none',
    barcode: '4000417025005',
  },
  {
    sku: 'coffee_beans',
    name: 'House beans 250 g',
    category: 'Market',
    price: '9.80',
    taxCategory: 'standard',
    barcode: '5901234123457',
  },
];

/** The menu as the catalogue import takes it. */
export function menuAsCsv(menu: readonly MenuItem[], currency: string): string {
  const rows = menu.map(({ sku, name, category, price, taxCategory, barcode = '', unit = 'each' }) =>
    [sku, name, category, price, currency, taxCategory, barcode, unit, 'true'].map(quoted).join(','),
  );
  return `${['sku,name,category,price,currency,taxCategory,barcode,unit,active', ...rows].join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
