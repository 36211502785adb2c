import type { Money } from '../../../kernel/money.js';

/** How often something may be used, and how often it is. */
export interface UseCount {
  readonly usesMax: number | null;
  readonly usesPerCustomerMax: number | null;
  readonly uses: number;
  /** Uses by the customer in question, in other orders. */
  readonly usesOfCustomer: number;
}

/** The same of a promotion as a whole, with its money. */
export interface PromotionCount extends UseCount {
  readonly budget: Money | null;
  /** What it has taken off, in the budget's currency. */
  readonly spent: number;
}

/** One promotion, by one code or by itself, on one order. */
export interface Use {
  readonly promotionId: string;
  readonly code: string | null;
  readonly amount: Money;
  readonly customerId: string | null;
}

/** What stands in the way of a use. */
export type UseRefusal =
  'promo_code_exhausted' | 'promotion_exhausted' | 'promotion_budget_exhausted' | 'promotion_customer_limit';

export interface RefusedPlan {
  readonly use: Use;
  readonly reason: UseRefusal;
}

/** The present counts, locked by who asks. */
export interface Counts {
  readonly promotions: ReadonlyMap<string, PromotionCount>;
  readonly codes: ReadonlyMap<string, UseCount>;
}

/** What a change of an order's uses adds to a promotion's or a code's counts. */
export interface CountChange {
  readonly uses: number;
  readonly spent: number;
}

/** What changes, or why nothing may. */
export interface UsePlan {
  readonly refused: readonly RefusedPlan[];
  readonly gone: readonly Use[];
  /** New, or with another amount or customer. */
  readonly written: readonly Use[];
  readonly promotions: ReadonlyMap<string, CountChange>;
  readonly codes: ReadonlyMap<string, CountChange>;
}

/** One key for one promotion and code; no id and no code holds a blank. */
export function keyOfUse({ promotionId, code }: Pick<Use, 'promotionId' | 'code'>): string {
  return `${promotionId} ${code ?? ''}`;
}

/**
 * Decides on the uses of an order, all or nothing. What the order had stays its own, however far limits were lowered since:
 * a limit is asked only by what takes more than it had.
 */
export function planUses(present: readonly Use[], wanted: readonly Use[], counts: Counts): UsePlan {
  const had = new Map(present.map((use) => [keyOfUse(use), use]));
  const wants = new Map(wanted.map((use) => [keyOfUse(use), use]));
  if (wants.size !== wanted.length) throw new Error('an order uses a promotion by one code once');
  const gone = present.filter((use) => !wants.has(keyOfUse(use)));
  const written = wanted.filter((use) => !isSameUse(had.get(keyOfUse(use)), use));
  const plan = new PlannedCounts(
    counts,
    wanted.filter((use) => !written.includes(use)),
  );
  for (const use of gone) plan.count(use, -1, -plan.spentBy(use));
  const refused: RefusedPlan[] = [];
  // One after the other, so that two uses of one promotion do not both take its last place.
  for (const use of written) {
    const reason = plan.take(use, had.get(keyOfUse(use)));
    if (reason !== undefined) refused.push({ use, reason });
  }
  return { refused, gone, written, promotions: plan.promotions, codes: plan.codes };
}

/** The counts as they would be after what has been planned so far. */
class PlannedCounts {
  readonly promotions = new Map<string, CountChange>();
  readonly codes = new Map<string, CountChange>();
  private readonly ofOrder = new Map<string, number>();

  constructor(
    private readonly counts: Counts,
    kept: readonly Use[],
  ) {
    for (const use of kept) this.keep(use);
  }

  /** What a use takes from its promotion's budget. */
  spentBy({ promotionId, amount }: Use): number {
    const { budget } = given(this.counts.promotions.get(promotionId));
    return budget?.currency === amount.currency ? amount.amount : 0;
  }

  count(use: Use, uses: number, spent: number): void {
    plus(this.promotions, use.promotionId, { uses, spent });
    if (use.code !== null) plus(this.codes, use.code, { uses, spent });
  }

  /** Takes a use that is new or has changed, or says what stands in its way. */
  take(use: Use, before: Use | undefined): UseRefusal | undefined {
    const uses = before === undefined ? 1 : 0;
    const spent = this.spentBy(use) - (before === undefined ? 0 : this.spentBy(before));
    const sameCustomer = before !== undefined && before.customerId === use.customerId;
    const reason =
      (uses === 0 ? undefined : this.fullFor(use)) ??
      (sameCustomer ? undefined : this.closedTo(use)) ??
      (spent > 0 ? this.overspentBy(use, spent) : undefined);
    if (reason !== undefined) return reason;
    this.count(use, uses, spent);
    this.keep(use);
    return undefined;
  }

  private fullFor({ promotionId, code }: Use): UseRefusal | undefined {
    if (code !== null) {
      const { usesMax, uses } = given(this.counts.codes.get(code));
      if (isFull(usesMax, uses + (this.codes.get(code)?.uses ?? 0))) return 'promo_code_exhausted';
    }
    const { usesMax, uses } = given(this.counts.promotions.get(promotionId));
    return isFull(usesMax, uses + (this.promotions.get(promotionId)?.uses ?? 0)) ? 'promotion_exhausted' : undefined;
  }

  private closedTo({ promotionId, code, customerId }: Use): UseRefusal | undefined {
    const promotion = given(this.counts.promotions.get(promotionId));
    const usesOfCustomer = promotion.usesOfCustomer + (this.ofOrder.get(promotionId) ?? 0);
    const open =
      hasRoomForCustomer({ ...promotion, usesOfCustomer }, customerId) &&
      (code === null || hasRoomForCustomer(given(this.counts.codes.get(code)), customerId));
    return open ? undefined : 'promotion_customer_limit';
  }

  private overspentBy({ promotionId }: Use, spent: number): UseRefusal | undefined {
    const promotion = given(this.counts.promotions.get(promotionId));
    const before = promotion.spent + (this.promotions.get(promotionId)?.spent ?? 0);
    const over = promotion.budget !== null && before + spent > promotion.budget.amount;
    return over ? 'promotion_budget_exhausted' : undefined;
  }

  private keep({ promotionId }: Use): void {
    this.ofOrder.set(promotionId, (this.ofOrder.get(promotionId) ?? 0) + 1);
  }
}

function hasRoomForCustomer({ usesPerCustomerMax, usesOfCustomer }: UseCount, customerId: string | null): boolean {
  return usesPerCustomerMax === null || (customerId !== null && usesOfCustomer < usesPerCustomerMax);
}

function isFull(most: number | null, uses: number): boolean {
  return most !== null && uses >= most;
}

/** Whether one more order could use it, as far as is known; what the order in question has is left out of the counts. */
export function hasRoom(count: UseCount | PromotionCount, customerId: string | null): boolean {
  const spent = 'budget' in count && count.budget !== null && count.spent >= count.budget.amount;
  return !spent && !isFull(count.usesMax, count.uses) && hasRoomForCustomer(count, customerId);
}

/** True when a change takes the last use of a promotion, or the last of its budget. */
export function exhausts({ usesMax, uses, budget, spent }: PromotionCount, change: CountChange): boolean {
  const lastUse = usesMax !== null && change.uses > 0 && uses + change.uses >= usesMax;
  return lastUse || (budget !== null && change.spent > 0 && spent + change.spent >= budget.amount);
}

function plus(changes: Map<string, CountChange>, key: string, { uses, spent }: CountChange): void {
  const known = changes.get(key) ?? { uses: 0, spent: 0 };
  changes.set(key, { uses: known.uses + uses, spent: known.spent + spent });
}

function isSameUse(a: Use | undefined, b: Use): boolean {
  return (
    a !== undefined &&
    a.amount.amount === b.amount.amount &&
    a.amount.currency === b.amount.currency &&
    a.customerId === b.customerId
  );
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an order uses a promotion or a code that does not exist');
  return value;
}
