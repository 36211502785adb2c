import { DECIMAL_ZERO, type Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { TipRefusal } from './tip-refusal.js';

/** What a guest paid a tip with: notes and coins, or anything else. */
export type TipMeans = 'cash' | 'card';
/** Which tips go to the pool. */
export type TipSources = 'all' | TipMeans;
/** By what the pool is shared: time worked, heads, or what each has sold. */
export type TipBasis = 'hours' | 'equal' | 'sales';

/** How much a job counts. */
export interface JobShare {
  readonly job: string;
  readonly weight: Decimal;
}

/** How an outlet pools tips. */
export interface TipRules {
  readonly outletId: OutletId;
  readonly name: string;
  readonly active: boolean;
  /** How much of a tip goes to the pool: 0 to 100. */
  readonly percent: number;
  readonly sources: TipSources;
  readonly basis: TipBasis;
  /** A job that is not named gets nothing. */
  readonly shares: readonly JobShare[];
  readonly version: number;
}

const SHARES_MAX = 50;

/** Checks rules before they are set. @throws Refusal `tip_rules_invalid`; its errors name each bad place. */
export function assertSound({ name, percent, shares }: TipRules): void {
  const fields: RefusedField[] = [];
  if (name.trim() === '') fields.push({ pointer: '/name', message: 'must not be blank' });
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    fields.push({ pointer: '/percent', message: 'must be a whole number from 0 to 100' });
  if (shares.length === 0 || shares.length > SHARES_MAX)
    fields.push({ pointer: '/shares', message: `must have 1 to ${SHARES_MAX} jobs` });
  const jobs = shares.map(({ job }) => job);
  shares.forEach(({ job, weight }, index) => {
    if (jobs.indexOf(job) !== index) fields.push({ pointer: `/shares/${index}/job`, message: 'must be named once' });
    if (weight <= DECIMAL_ZERO) fields.push({ pointer: `/shares/${index}/weight`, message: 'must be above zero' });
  });
  if (fields.length > 0) throw new Refusal<TipRefusal>('tip_rules_invalid', {}, fields);
}

/** How many percent of a tip go to the pool. */
export function pooledPercent(rules: TipRules | undefined, means: TipMeans): number {
  if (rules === undefined || !rules.active) return 0;
  return rules.sources === 'all' || rules.sources === means ? rules.percent : 0;
}
