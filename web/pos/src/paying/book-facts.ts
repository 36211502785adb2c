import type { Order } from '../../../../sdk/src/contract/models.js';
import { denominationsOf, subtract, type Money } from '../../../../sdk/src/money.js';
import type { Till } from '../till.js';
import type { SmallestCoin } from './pay-session.js';
import type { PayTender } from './pay-tender.js';

/** The tenders that the outlet takes, cash first. */
export function tendersOf(till: Till): readonly PayTender[] {
  const tenders: readonly PayTender[] = till.book.value?.tenders ?? [];
  return [...tenders].sort((a, b) => Number(b.kind === 'cash') - Number(a.kind === 'cash'));
}

/** How the outlet rounds cash. */
export function coinOf(till: Till): SmallestCoin | null {
  return till.book.value?.outlet.cashRounding ?? null;
}

/** What is left to pay of an order, before cash rounding. */
export function unroundedDue({ totals }: { readonly totals: Readonly<Order['totals']> }): Money {
  return subtract(subtract(totals.total, totals.rounding), subtract(totals.paid, totals.change));
}

/** How the outlet's drawers are run; `null` while nobody has said. */
export function drawerPolicyOf(till: Till): NonNullable<Till['book']['value']>['drawerPolicy'] {
  return till.book.value?.drawerPolicy ?? null;
}

/** Coins and notes that a count may name, in minor units, the largest first. */
export function piecesToCount(till: Till, currency: string): readonly number[] {
  const pieces = drawerPolicyOf(till)?.denominations ?? denominationsOf(currency);
  return [...pieces].sort((a, b) => b - a);
}
