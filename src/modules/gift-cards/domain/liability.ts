import type { OutletId } from '../../../kernel/ids.js';
import { fromBigInt, type Money } from '../../../kernel/money.js';
import type { CardKind } from './gift-card.js';
import type { MovementKind } from './movement.js';

/** What is asked: half-open, up to `at` and not with it. */
export interface LiabilityQuestion {
  readonly at: Date;
  /** The period's beginning; null is since ever. */
  readonly from: Date | null;
  /** The outlets that owe; null is all, and what no outlet owes by name. */
  readonly outletIds: readonly OutletId[] | null;
}

/** The sum of the ledger's entries of one kind in the period, with the balances of before. */
export interface LiabilityFact {
  readonly currency: string;
  readonly kind: CardKind;
  /** `opening` is the sum of all entries before the period; `open` counts the cards with something on them at its end. */
  readonly figure: MovementKind | 'opening' | 'open';
  readonly cards: number;
  readonly amount: bigint;
}

/** What the business owes by its cards of one kind and currency. Opening and all that moved add up to the balance. */
export interface LiabilityRow {
  readonly currency: string;
  readonly kind: CardKind;
  /** Cards with something on them. */
  readonly openCards: number;
  readonly balance: Money;
  readonly opening: Money;
  readonly issuedCards: number;
  readonly activated: Money;
  readonly reloaded: Money;
  readonly redeemed: Money;
  readonly refunded: Money;
  readonly reversed: Money;
  readonly transferred: Money;
  readonly adjusted: Money;
  readonly expired: Money;
  readonly forfeited: Money;
  /** What will never be asked for: expired and forfeited. */
  readonly breakage: Money;
}

/** Puts the facts into rows, by currency and kind. Value that went off is told as less than nothing. */
export function liabilityRows(facts: readonly LiabilityFact[]): LiabilityRow[] {
  const groups = new Map<string, LiabilityFact[]>();
  for (const fact of facts) {
    const key = `${fact.currency} ${fact.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => rowOf(group));
}

function rowOf(facts: readonly LiabilityFact[]): LiabilityRow {
  const { currency, kind } = facts[0] as LiabilityFact;
  const of = (figure: LiabilityFact['figure']): LiabilityFact | undefined =>
    facts.find((fact) => fact.figure === figure);
  const sumOf = (...figures: LiabilityFact['figure'][]): Money =>
    fromBigInt(
      figures.reduce((sum, figure) => sum + (of(figure)?.amount ?? 0n), 0n),
      currency,
    );
  return {
    currency,
    kind,
    openCards: of('open')?.cards ?? 0,
    balance: sumOf('open'),
    opening: sumOf('opening'),
    issuedCards: of('issue')?.cards ?? 0,
    activated: sumOf('activate'),
    reloaded: sumOf('reload'),
    redeemed: sumOf('redeem'),
    refunded: sumOf('refund'),
    reversed: sumOf('reverse'),
    transferred: sumOf('transfer'),
    adjusted: sumOf('adjust'),
    expired: sumOf('expire'),
    forfeited: sumOf('forfeit'),
    breakage: sumOf('expire', 'forfeit'),
  };
}
