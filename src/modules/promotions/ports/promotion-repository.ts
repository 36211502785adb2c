import type { Tx } from '../../../kernel/transaction.js';
import type { CodeId, PromoCode } from '../domain/promo-code.js';
import type { Promotion, PromotionId } from '../domain/promotion.js';

/**
 * Promotions as commands need them. Whoever changes a tenant's prices first locks them, then the promotion: sales lock
 * promotions, too, and nothing after them that commands lock before.
 */
export interface PromotionRepository {
  /** Keeps every other writer of this tenant's promotions and pricebooks out until the transaction ends. */
  lock(tx: Tx): Promise<void>;
  /** The promotion, which no sale uses or gives back until the transaction ends. @throws Refusal `promotion_not_found`. */
  get(tx: Tx, id: PromotionId): Promise<Promotion>;
  find(tx: Tx, id: PromotionId): Promise<Promotion | undefined>;
  /** Adds a new promotion with its first version; `false` when one with its id is there already. */
  add(tx: Tx, promotion: Promotion): Promise<boolean>;
  /** Writes what a command changed, and a version where `by` made one. */
  save(tx: Tx, promotion: Promotion, by: string): Promise<void>;
  /** Active ones by their status, whether their time is over or not. */
  activeCount(tx: Tx): Promise<number>;
}

/** Codes as commands need them. The promotion is to be locked first. */
export interface CodeRepository {
  /** How many codes the promotion has. */
  countOf(tx: Tx, promotionId: PromotionId): Promise<number>;
  /** Adds codes and leaves out those whose text the tenant has already; gives those that are in. */
  add(tx: Tx, codes: readonly PromoCode[]): Promise<readonly string[]>;
  /** Keeps what came of issuing: the promotion's count of codes and of events. */
  issued(tx: Tx, promotion: Promotion, codes: number): Promise<void>;
  /** The code, which no sale uses until the transaction ends. @throws Refusal `promo_code_not_found`. */
  get(tx: Tx, promotionId: PromotionId, id: CodeId): Promise<PromoCode>;
  /** Writes a code that was switched, and the promotion's count of events. */
  save(tx: Tx, code: PromoCode, promotion: Promotion): Promise<void>;
}
