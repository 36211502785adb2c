import { money, type Money } from '../../../../kernel/money.js';
import type { PricingInput } from './basket.js';
import { groupOf, TurnMaker, type Turn } from './discount-turns.js';
import type { Application, Discount } from './discount.js';
import type { DraftLine } from './draft-line.js';
import { effectOn } from './effects.js';
import { explainDiscount } from './explain-discount.js';
import { atMost, type Taken } from './taken.js';
import { amountOf, type Ledger } from './unit-prices.js';

/**
 * Takes off what discounts take off (docs/pricing.md, section 3), each on what the earlier ones left, and writes down by
 * discount and line what it was.
 * @throws Refusal `currency_mismatch` when a discount that is about a line names an amount in another currency.
 */
export function applyDiscounts(input: PricingInput, drafts: readonly DraftLine[], ledger: Ledger): void {
  if (input.discounts.length === 0 || drafts.length === 0) return;
  new Discounting(input, drafts, ledger).run();
}

class Discounting {
  private readonly maker: TurnMaker;
  /** Groups that had their turn, by level. */
  private readonly done = { line: new Set<string>(), order: new Set<string>() };
  /** Groups of which one took something off. */
  private readonly applied = new Set<string>();

  constructor(
    private readonly input: PricingInput,
    drafts: readonly DraftLine[],
    private readonly ledger: Ledger,
  ) {
    this.maker = new TurnMaker(input, drafts);
  }

  run(): void {
    const turns = this.maker.turns();
    for (const turn of turns) {
      const group = groupOf(turn.discount);
      if (group === null) this.apply(turn.discount, this.attempt(turn));
      else this.runGroup(group, turn.discount.level, turns);
    }
  }

  private runGroup(group: string, level: Discount['level'], turns: readonly Turn[]): void {
    if (this.done[level].has(group) || this.applied.has(group)) return;
    this.done[level].add(group);
    let best: { readonly discount: Discount; readonly taken: Taken } | undefined;
    for (const turn of turns) {
      if (groupOf(turn.discount) !== group || turn.discount.level !== level) continue;
      const taken = this.attempt(turn);
      if (taken !== null && (best === undefined || taken.total > best.taken.total)) {
        best = { discount: turn.discount, taken };
      }
    }
    if (best === undefined) return;
    this.applied.add(group);
    this.apply(best.discount, best.taken);
  }

  /** What the discount would take off now; `null` when that is nothing. */
  private attempt({ discount, lines }: Turn): Taken | null {
    if (lines.length === 0) return null;
    assertCurrency(discount, this.ledger);
    const eligible = stillOpen(discount, lines);
    if (eligible.length === 0 || !this.isMet(discount)) return null;
    const { effect, level, timesMax, amountMax } = discount;
    const getLines = (): readonly DraftLine[] => {
      const select = effect.kind === 'buy_get' ? effect.getSelect : undefined;
      return select === undefined ? [] : stillOpen(discount, this.maker.discountable(discount, select));
    };
    const taken = effectOn(effect, eligible, { level, timesMax, getLines });
    if (taken === null || taken.total === 0) return null;
    const limited = amountMax === null ? taken : atMost(taken, amountMax.amount);
    return limited.total === 0 ? null : limited;
  }

  private isMet(discount: Discount): boolean {
    const { conditions } = discount;
    if (conditions === null) return true;
    const lines = this.maker.scheduled(discount, conditions.select);
    if (conditions.minAmount !== undefined) {
      let amount = 0;
      for (const { remaining } of lines) amount += remaining;
      if (amount < conditions.minAmount.amount) return false;
    }
    if (conditions.minQuantity === undefined) return true;
    let quantity = 0n;
    for (const { line } of lines) quantity += line.quantity;
    return quantity >= conditions.minQuantity;
  }

  private apply(discount: Discount, taken: Taken | null): void {
    if (taken === null) return;
    explainDiscount(discount, taken, this.input.clock, this.ledger);
    const isPromotion = discount.source === 'promotion';
    taken.lines.forEach((draft, index) => {
      const amount = taken.amounts[index] as number;
      if (amount === 0) return;
      draft.remaining -= amount;
      draft.promoted ||= isPromotion;
      draft.closed ||= isPromotion && !discount.stackable;
      const application = applicationOf(discount, draft, money(amount, this.ledger.currency));
      if (draft.applications.length === 0) draft.applications = [application];
      else draft.applications.push(application);
    });
  }
}

/** The lines that stacking leaves to the discount at this moment. */
function stillOpen({ source, stackable }: Discount, lines: readonly DraftLine[]): readonly DraftLine[] {
  if (source === 'manual') return lines;
  const isOpen = ({ promoted, closed }: DraftLine): boolean => (stackable ? !closed : !promoted);
  return lines.every(isOpen) ? lines : lines.filter(isOpen);
}

function applicationOf(
  { source, id, version, name, code, level }: Discount,
  { line }: DraftLine,
  amount: Money,
): Application {
  return { source, id, version, name, code, level, lineId: line.lineId, amount };
}

function assertCurrency({ effect, conditions, amountMax }: Discount, ledger: Ledger): void {
  if (amountMax !== null) amountOf(amountMax, ledger);
  if (conditions?.minAmount !== undefined) amountOf(conditions.minAmount, ledger);
  for (const amount of amountsIn(effect)) amountOf(amount, ledger);
}

const NO_AMOUNTS: readonly Money[] = [];

function amountsIn(effect: Discount['effect']): readonly Money[] {
  switch (effect.kind) {
    case 'amount_off':
      return [effect.amount];
    case 'fixed_price':
      return [effect.price];
    case 'quantity_break':
      return effect.tiers.flatMap((tier) => ('price' in tier ? tier.price : 'amountOff' in tier ? tier.amountOff : []));
    case 'bundle':
      if ('rate' in effect.offer) return NO_AMOUNTS;
      return ['price' in effect.offer ? effect.offer.price : effect.offer.amountOff];
    default:
      return NO_AMOUNTS;
  }
}
