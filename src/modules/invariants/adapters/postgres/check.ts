import { sql, type RawBuilder } from 'kysely';
import type { InvariantScope } from '../../domain/invariant.js';

/**
 * A query that answers with a row for each thing that is looked at: `subject` (its kind and id), `expected` and `actual` as text,
 * and `broken`. It has one statement's snapshot and goes once over what it reads.
 */
export type Check = (scope: InvariantScope) => RawBuilder<unknown>;

/** True for money that came in (`pos_payments p`); unless it was returned it counts as paid. */
export const CAME_IN = sql`p.status in ('captured', 'refunded', 'charged_back')`;

/** True for orders (`pos_orders o`) that count in the days and are of the outlets. */
export function ordersIn(scope: InvariantScope): RawBuilder<boolean> {
  return sql<boolean>`${countsIn('o', scope)} and ${ofOutlets('o', scope)}`;
}

/** True for rows that count in the days: where they were booked, or else on their own day. Both ways have an index. */
export function countsIn(alias: 'o' | 'r', { from, to }: InvariantScope): RawBuilder<boolean> {
  if (from === null && to === null) return sql<boolean>`true`;
  const [own, booked] = [sql.ref(`${alias}.business_date`), sql.ref(`${alias}.booked_on`)];
  return sql<boolean>`(${booked} is null and ${within(own, from, to)} or ${within(booked, from, to)})`;
}

/** True for rows whose own business date is one of the days. */
export function datedIn(alias: 's' | 'r' | 'z', { from, to }: InvariantScope): RawBuilder<boolean> {
  return from === null && to === null ? sql<boolean>`true` : within(sql.ref(`${alias}.business_date`), from, to);
}

/** True for rows of the outlets. */
export function ofOutlets(alias: string, { outletIds }: InvariantScope): RawBuilder<boolean> {
  if (outletIds === null) return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(`${alias}.outlet_id`)} = any(${[...outletIds]}::uuid[])`;
}

function within(day: RawBuilder<unknown>, from: string | null, to: string | null): RawBuilder<boolean> {
  return sql<boolean>`(${day} >= ${from ?? '-infinity'}::date and ${day} < ${to ?? 'infinity'}::date)`;
}
