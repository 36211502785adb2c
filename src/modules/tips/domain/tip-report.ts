import { fromBigInt, money, type Money } from '../../../kernel/money.js';
import { divideRounded } from '../../../kernel/rounding.js';

/** Figures of a person's day in one currency, in minor units; `personId` null is the pool. */
export interface TipFact {
  readonly businessDate: string;
  readonly personId: string | null;
  readonly currency: string;
  readonly earned: number;
  readonly earnedCash: number;
  readonly earnedCard: number;
  /** Gone to the pool, and got out of it. */
  readonly pooled: number;
  readonly shared: number;
  readonly adjusted: number;
  readonly paid: number;
  /** What the day left owed: all of it together. */
  readonly owed: number;
  /** What guests paid for goods, with tax, in orders that the person opened. */
  readonly sales: number;
  /** Said at clock-out; null: nothing was said. */
  readonly declared: number | null;
}
export type TipFacts = readonly TipFact[];

export interface TipFigures {
  readonly earned: Money;
  readonly earnedCash: Money;
  readonly earnedCard: Money;
  readonly pooled: Money;
  readonly shared: Money;
  readonly adjusted: Money;
  readonly paid: Money;
  readonly owed: Money;
  readonly sales: Money;
  /** Tips earned in percent of sales, two places; null without sales. */
  readonly percentOfSales: string | null;
}

/** A person's day. */
export interface TipRow extends TipFigures {
  readonly businessDate: string;
  readonly personId: string;
  readonly declared: Money | null;
  /** Declared less earned; null where nothing was declared. */
  readonly variance: Money | null;
}

/** All days and people together, in one currency. */
export interface TipTotal extends TipFigures {
  readonly declared: Money;
  /** What lies in pools of these days and was not shared out. */
  readonly undistributed: Money;
}

export interface TipReport {
  /** By day, person and currency, by code units. */
  readonly rows: readonly TipRow[];
  /** By currency. */
  readonly totals: readonly TipTotal[];
}

/** Makes the report. */
export function tipReport(facts: TipFacts): TipReport {
  const people = facts.filter((fact) => fact.personId !== null);
  const currencies = [...new Set(facts.map(({ currency }) => currency))].sort();
  return {
    rows: people.map(rowOf).sort((a, b) => compare(keyOf(a), keyOf(b))),
    totals: currencies.map((currency) =>
      totalOf(
        currency,
        facts.filter((fact) => fact.currency === currency),
      ),
    ),
  };
}

function rowOf(fact: TipFact): TipRow {
  const { businessDate, personId, currency, declared, earned } = fact;
  return {
    ...{ businessDate, personId: personId ?? '' },
    ...figuresOf(currency, [fact]),
    declared: declared === null ? null : money(declared, currency),
    variance: declared === null ? null : money(declared - earned, currency),
  };
}

function totalOf(currency: string, facts: readonly TipFact[]): TipTotal {
  const people = facts.filter(({ personId }) => personId !== null);
  const pools = facts.filter(({ personId }) => personId === null);
  return {
    ...figuresOf(currency, people),
    declared: sumOf(currency, people, ({ declared }) => declared ?? 0),
    undistributed: sumOf(currency, pools, ({ owed }) => owed),
  };
}

function figuresOf(currency: string, facts: readonly TipFact[]): TipFigures {
  const of = (figure: (fact: TipFact) => number): Money => sumOf(currency, facts, figure);
  const [earned, sales] = [of((fact) => fact.earned), of((fact) => fact.sales)];
  return {
    earned,
    earnedCash: of((fact) => fact.earnedCash),
    earnedCard: of((fact) => fact.earnedCard),
    pooled: of((fact) => fact.pooled),
    shared: of((fact) => fact.shared),
    adjusted: of((fact) => fact.adjusted),
    paid: of((fact) => fact.paid),
    owed: of((fact) => fact.owed),
    sales,
    percentOfSales: percentOf(earned, sales),
  };
}

/** In percent with two places, half away from zero; null of nothing. */
export function percentOf(part: Money, whole: Money): string | null {
  if (whole.amount <= 0) return null;
  const hundredths = divideRounded(BigInt(part.amount) * 10_000n, BigInt(whole.amount), 'half-up');
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function sumOf(currency: string, facts: readonly TipFact[], figure: (fact: TipFact) => number): Money {
  return fromBigInt(
    facts.reduce((sum, fact) => sum + BigInt(figure(fact)), 0n),
    currency,
  );
}

function keyOf({ businessDate, personId, earned }: TipRow): string {
  return `${businessDate} ${personId} ${earned.currency}`;
}

// By code units: the same on every machine, whatever its locale.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
