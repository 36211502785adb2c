import { allocate } from '../../../kernel/allocation.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { fromBigInt, negate, type Money } from '../../../kernel/money.js';
import { entryOf, type TipAccount, type TipEntry } from './tip-entry.js';
import { pooledPercent, type TipMeans, type TipRules } from './tip-rules.js';

/** A tender's part of a sale. */
export interface TenderPaid {
  readonly tender: string;
  readonly amount: Money;
}

/** A guest's gift: of a sale as a whole, or added to a payment later, then less than nothing where it was made smaller. */
export interface TipGiven {
  /** The event that tells of it. */
  readonly eventId: string;
  readonly orderId: string;
  readonly paymentId: string | null;
  readonly outletId: OutletId;
  readonly businessDate: string;
  readonly personId: string;
  readonly amount: Money;
  /** What the order was paid with; cash with its change taken off. */
  readonly paid: readonly TenderPaid[];
}

/** A tip as it was paid: cash lies in the drawer, the rest is still to come from whoever processes cards. */
export type TipByMeans = readonly (readonly [TipMeans, Money])[];

/**
 * Splits a tip over cash and everything else by what each paid of the order (DOMAIN P4): a guest does not say which of two tenders
 * the tip is on. Nothing paid is cash: somebody gave it by hand.
 */
export function byMeans(tip: Money, paid: readonly TenderPaid[]): TipByMeans {
  const sumOf = (isCash: boolean): bigint =>
    paid
      .filter(({ tender, amount }) => (tender === 'cash') === isCash && amount.amount > 0)
      .reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
  const [card, cash] = [sumOf(false), sumOf(true)];
  if (card === 0n) return [['cash', tip]];
  const [onCard, inCash] = allocate(tip, [card, cash]);
  const parts: TipByMeans = [
    ['card', onCard as Money],
    ['cash', inCash as Money],
  ];
  return parts.filter(([, { amount }]) => amount !== 0);
}

/** What goes to the pool of a tip: a minor unit that cannot be parted stays with whoever earned it. */
export function pooledPart(tip: Money, percent: number): Money {
  const part = (BigInt(Math.abs(tip.amount)) * BigInt(percent)) / 100n;
  return fromBigInt(tip.amount < 0 ? -part : part, tip.currency);
}

export interface EarningAccounts {
  readonly person: TipAccount;
  /** Absent where the outlet pools nothing. */
  readonly pool: TipAccount | undefined;
}

/** The entries of a tip: all of it to whoever earned it, and from there the pool's part to the pool. */
export function earn(
  given: TipGiven,
  { person, pool }: EarningAccounts,
  rules: TipRules | undefined,
  written: { readonly ids: IdSource; readonly actor: string; readonly at: Date },
): TipEntry[] {
  const { ids, actor, at } = written;
  const { businessDate, orderId, paymentId } = given;
  const beside = { businessDate, orderId, paymentId, actor, at };
  return byMeans(given.amount, given.paid).flatMap(([means, amount]) => {
    const source = `${given.eventId}:${means}`;
    const entries = [
      entryOf(person, { ...beside, id: ids.next(), kind: 'earned', amount, means, source: `earned:${source}` }),
    ];
    const part = pooledPart(amount, pooledPercent(rules, means));
    if (part.amount === 0 || pool === undefined) return entries;
    const into = { ...beside, kind: 'pool_in', means } as const;
    return [
      ...entries,
      entryOf(person, { ...into, id: ids.next(), amount: negate(part), source: `pool-from:${source}` }),
      entryOf(pool, { ...into, id: ids.next(), amount: part, source: `pool-to:${source}` }),
    ];
  });
}
