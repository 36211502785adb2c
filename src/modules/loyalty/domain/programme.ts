import { isCurrency } from '../../../kernel/currencies.js';
import { fromBigInt, type Money } from '../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { LoyaltyRefusal } from './loyalty-refusal.js';

/** How points are earned and what they are worth. A business has one. */
export interface Programme {
  readonly name: string;
  readonly currency: string;
  /** False: nobody earns or burns; balances stay. */
  readonly active: boolean;
  /** `points` for each whole `per` minor units spent. */
  readonly earn: { readonly points: number; readonly per: number };
  /** `points` pay for `worth` minor units. */
  readonly burn: { readonly points: number; readonly worth: number };
  readonly version: number;
}

export type ProgrammeDraft = Omit<Programme, 'version'>;

const RATE_MAX = 1_000_000_000;
const NAME_MAX = 100;

/** The programme that a draft describes. @throws Refusal `loyalty_programme_invalid` with a pointer for each bad place. */
export function programmeFrom(draft: ProgrammeDraft, version: number): Programme {
  const fields: RefusedField[] = [];
  const name = draft.name.trim();
  if (name === '' || name.length > NAME_MAX)
    fields.push({ pointer: '/name', message: `must have 1 to ${NAME_MAX} characters` });
  if (!isCurrency(draft.currency)) fields.push({ pointer: '/currency', message: 'must be a currency of ISO 4217' });
  const rates = {
    '/earn/points': draft.earn.points,
    '/earn/per': draft.earn.per,
    '/burn/points': draft.burn.points,
    '/burn/worth': draft.burn.worth,
  };
  for (const [pointer, value] of Object.entries(rates)) {
    if (!Number.isInteger(value) || value < 1 || value > RATE_MAX)
      fields.push({ pointer, message: `must be an integer from 1 to ${RATE_MAX}` });
  }
  if (fields.length > 0) throw new Refusal<LoyaltyRefusal>('loyalty_programme_invalid', {}, fields);
  return { ...draft, name, version };
}

/** What an amount earns: whole steps only. Of nothing, or less than nothing, no points. */
export function pointsEarned({ earn }: Programme, spent: Money): number {
  return Math.max(0, Math.floor(spent.amount / earn.per)) * earn.points;
}

/** The points that pay for an amount, rounded up: a point is never worth more than it says. */
export function pointsFor({ burn }: Programme, amount: Money): number {
  const needed = BigInt(amount.amount) * BigInt(burn.points);
  const worth = BigInt(burn.worth);
  return Number((needed + worth - 1n) / worth);
}

/** What points are worth as money, rounded down. */
export function worthOf({ burn, currency }: Programme, points: number): Money {
  return fromBigInt((BigInt(Math.max(0, points)) * BigInt(burn.worth)) / BigInt(burn.points), currency);
}
