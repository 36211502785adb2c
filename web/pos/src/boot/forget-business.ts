import { BrowserSaleShelf } from '../paying/kept-sales.js';
import { forgetBaskets } from '../selling/basket-store.js';

/** How the names begin of what the till keeps in small. Language and colours are named otherwise: they stay. */
const SMALL = 'pos.';

/** Forgets what this device knows of a business beside its queue and its price list: baskets, receipts, the drawer, shifts. */
export async function forgetBusiness(): Promise<void> {
  await forgetBaskets();
  await (await BrowserSaleShelf.open()).clear();
  for (const name of Object.keys(localStorage)) if (name.startsWith(SMALL)) localStorage.removeItem(name);
}
