import type { WallClock } from '../../../kernel/business-time.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { countedUses, promotionKey, type PricingTerms } from '../domain/order-pricing.js';
import type { Order } from '../domain/order-state.js';
import type { PromotionRules, RefusedPromotion } from '../ports/promotion-rules.js';
import { refuseAt, type SaleRefusal } from './sale-refusal.js';
import type { Selling } from './selling.js';

/** Where in the request a promotion code stands; codes are compared in their normal form. */
export type CodePointer = (code: string) => string;

/** What may apply, and the codes that were asked with, in their normal form. */
export interface PromotionTerms extends PricingTerms {
  readonly codes: readonly string[];
}

/** What uses are taken for. */
export interface Settling {
  readonly terms: PricingTerms;
  /** The order as it was, with the uses that it has; `null` for a new one. */
  readonly before: Order | null;
  readonly pointerTo: CodePointer;
}

/** Asks for promotions and takes their counted uses, so that no limit is passed whoever sells at the same time. */
export class PromotionCounter {
  constructor(private readonly promotions: PromotionRules) {}

  /**
   * What may apply on an occasion.
   * @param clock what the outlet's clock showed when the order was placed.
   * @param kept codes that were accepted before: that they bring nothing more is no refusal.
   * @throws Refusal `promo_code_…` when a code brings nothing.
   */
  async terms(
    tx: Tx,
    { outlet, channel, customer, at }: Selling,
    codes: readonly string[],
    clock: WallClock,
    pointerTo: CodePointer,
    kept: ReadonlySet<string> = new Set(),
  ): Promise<PromotionTerms> {
    const { id: customerId, groups: customerGroups, entitlements } = customer;
    const who = { outletId: outlet.id, channel, currency: outlet.currency, customerId, customerGroups, entitlements };
    const { candidates, rejected } = await this.promotions.candidates(tx, { ...who, codes, at });
    const first = rejected.find(({ code }) => !kept.has(normalCode(code)));
    if (first !== undefined) refuseCode(first, pointerTo);
    const accepted = new Set(candidates.flatMap(({ discount: { code } }) => (code === null ? [] : [code])));
    return { candidates, dropped: new Set(), clock, codes: [...accepted] };
  }

  /**
   * Prices and takes the uses of what applied. A promotion that a limit has no room for is left out and all is priced again;
   * where a code brought it, the caller is told instead.
   * @param decide prices under terms; it is pure, and may be asked several times.
   * @param orderOf the order in what it made.
   * @throws Refusal `promo_code_exhausted`, `promotion_…` for a code whose limit is reached.
   */
  async settle<Result>(
    tx: Tx,
    { terms, before, pointerTo }: Settling,
    decide: (terms: PricingTerms) => Result,
    orderOf: (result: Result) => Order,
  ): Promise<Result> {
    const dropped = new Set<string>();
    for (;;) {
      const result = decide({ ...terms, dropped });
      const order = orderOf(result);
      const uses = countedUses(order);
      if (uses.length === 0 && (before === null || before.countedPromotions.length === 0)) return result;
      const refused = await this.promotions.use(tx, order.id, order.customerId, uses);
      if (refused.length === 0) return result;
      // Each round leaves out what took a use in the one before, so there are no more rounds than promotions.
      const known = dropped.size;
      for (const one of refused) dropped.add(keyOf(one, pointerTo));
      if (dropped.size === known) throw new Error('a use was refused that nobody asked for');
    }
  }

  /** Frees what an order used that is given up. */
  async release(tx: Tx, order: Order): Promise<void> {
    if (order.countedPromotions.length > 0) await this.promotions.use(tx, order.id, order.customerId, []);
  }
}

/** A promotion code as the promotions module writes it, however it was typed: what is accepted is compared with what is asked. */
export function normalCode(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase().normalize('NFKC');
}

function keyOf(refused: RefusedPromotion, pointerTo: CodePointer): string {
  const { promotionId, code } = refused;
  if (code !== null) refuseCode({ code, reason: refused.reason }, pointerTo);
  return promotionKey({ id: promotionId, code });
}

function refuseCode(
  { code, reason }: { code: string; reason: RefusedPromotion['reason'] | SaleRefusal },
  pointerTo: CodePointer,
): never {
  const pointer = pointerTo(normalCode(code));
  if (pointer === '') throw new Refusal<SaleRefusal>(reason, { promoCode: code });
  return refuseAt(reason, { promoCode: code }, pointer, 'brings nothing');
}
