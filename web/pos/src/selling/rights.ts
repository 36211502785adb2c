import { listedReasons, standFor as standForAct, type Standing } from '../shell/standing.js';
import type { Till } from '../till.js';
import type { Money } from './sdk-types.js';

/** What takes a right at the basket, and the act that a second person stands for. */
export const BASKET_ACTS = {
  discount: { permission: 'orders:discount', action: 'order.discount' },
  comp: { permission: 'orders:comp', action: 'order.comp' },
  price: { permission: 'orders:override_price', action: 'order.price_override' },
  waive: { permission: 'orders:discount', action: 'order.discount' },
  /** Nobody can stand for it: it takes the right of who rings up. */
  exempt: { permission: 'orders:tax_exempt', action: null },
} as const;
export type BasketAct = keyof typeof BASKET_ACTS;

/**
 * Makes sure that something may be done to the basket: by the cashier's own right within the business's rule for it, or by
 * somebody who enters a PIN for it.
 * @param what in words, for the person who is asked. @param amount what it is about, where it is about money.
 */
export function standFor(
  till: Till,
  act: BasketAct,
  about: { what: string; amount: Money | null; reason: string; targetId: string },
): Promise<Standing> {
  return standForAct(till, { ...BASKET_ACTS[act], ...about });
}

/** The reasons that the business lists for an act; empty: any. */
export function reasonsFor(till: Till, act: BasketAct): readonly string[] {
  return listedReasons(till, BASKET_ACTS[act].action);
}
