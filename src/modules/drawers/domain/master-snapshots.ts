import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

/** A drawer as events show it. */
export interface DrawerSnapshot {
  readonly id: Id<'drawer'>;
  readonly outletId: OutletId;
  readonly name: string;
  readonly deviceId: string | null;
  readonly active: boolean;
  /** @asType integer */
  readonly version: number;
}

/** A tray as events show it. */
export interface DrawerTraySnapshot {
  readonly id: Id<'drawer-tray'>;
  readonly outletId: OutletId;
  readonly name: string;
  readonly owner: string | null;
  readonly active: boolean;
  /** @asType integer */
  readonly version: number;
}

/** How an outlet's drawers are run, as events show it. Amounts are minor units of the outlet's currency. */
export interface DrawerPolicySnapshot {
  readonly outletId: OutletId;
  readonly sessionRequired: boolean;
  /** @asType integer */
  readonly varianceLimit: number;
  readonly cashLimit: DrawerLimit | null;
  readonly denominations: readonly CashDenomination[] | null;
  readonly blindCount: boolean;
  readonly forcedCountEvery: DrawerCountEvery;
  /** @asType integer */
  readonly floatDefault: number;
  /** @asType integer */
  readonly version: number;
}

/** @asType integer */
export type DrawerLimit = number;

/** @asType integer */
export type CashDenomination = number;

/** After how many sales in cash, or minutes, a count is forced. */
export interface DrawerCountEvery {
  readonly sales: DrawerLimit | null;
  readonly minutes: DrawerLimit | null;
}

/** Money on its way to the bank, as events show it. */
export interface BankDepositSnapshot {
  readonly id: Id<'bank-deposit'>;
  readonly outletId: OutletId;
  readonly amount: Money;
  /** What the bag or the slip says. */
  readonly reference: string | null;
  readonly status: string;
  /** What the bank counted. */
  readonly countedAmount: Money | null;
  readonly difference: Money | null;
  /** @asType integer */
  readonly version: number;
}
