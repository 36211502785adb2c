import { sql, type RawBuilder } from 'kysely';
import type { ReportScope } from '../../domain/report-scope.js';

/** Statuses of orders that are still to be settled. */
export const UNSETTLED = sql`('open', 'held')`;
/** Statuses of payments whose money came in, whatever became of it later. */
export const COUNTED = sql`('captured', 'refunded', 'charged_back')`;
/** Statuses of payments that nobody knows the end of yet. */
export const IN_DOUBT = sql`('initiated', 'pending', 'unknown')`;

/**
 * Rows of a table with `outlet_id`, `business_date`, `booked_on` and `drawer_session_id` that are booked into the scope: for a day
 * two looks at two indexes, because few rows are booked elsewhere and no index is paid for by all.
 * @param columns of the table, by its alias `b`.
 */
export function bookedIn(
  { outletId, businessDate, sessionId }: ReportScope,
  table: RawBuilder<unknown>,
  columns: RawBuilder<unknown>,
  condition: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  if (sessionId !== null) {
    return sql`select ${columns} from ${table} b
      where b.drawer_session_id = ${sessionId}::uuid and b.outlet_id = ${outletId} and ${condition}`;
  }
  return sql`select ${columns} from ${table} b
      where b.booked_on is null and b.business_date = ${businessDate}::date and b.outlet_id = ${outletId} and ${condition}
    union all
    select ${columns} from ${table} b
      where b.booked_on = ${businessDate}::date and b.outlet_id = ${outletId} and ${condition}`;
}

/** True of a payment `p` of an order `o` that was received in the scope. */
export function receivedIn({ businessDate, sessionId }: ReportScope): RawBuilder<boolean> {
  return sessionId === null
    ? sql<boolean>`coalesce(p.booked_on, o.business_date) = ${businessDate}::date`
    : sql<boolean>`(p.drawer_session_id is not distinct from ${sessionId}::uuid)`;
}

/** True of an order `o` that was settled in the scope. */
export function settledIn({ businessDate, sessionId }: ReportScope): RawBuilder<boolean> {
  const here =
    sessionId === null
      ? sql`coalesce(o.booked_on, o.business_date) = ${businessDate}::date`
      : sql`o.drawer_session_id is not distinct from ${sessionId}::uuid`;
  return sql<boolean>`(o.status not in ${UNSETTLED} and o.status <> 'voided' and ${here})`;
}
