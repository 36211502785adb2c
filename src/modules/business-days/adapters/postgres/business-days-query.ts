import { sql, type RawBuilder } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { UNSETTLED } from './booked-in.js';

interface Period {
  /** `null`: from the beginning. */
  readonly from: string | null;
  readonly to: string;
  /** Whether the days named count, too. */
  readonly inclusive: boolean;
}

/** The days (`day`, a date) of an outlet that anything was booked into: sales, voids, payments, refunds, returns, drawers' entries. */
export function businessDays(outletId: OutletId, { from, to, inclusive }: Period): RawBuilder<unknown> {
  const within = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
    inclusive
      ? sql`${day} between coalesce(${from}::date, '-infinity') and ${to}::date`
      : sql`${day} > coalesce(${from}::date, '-infinity') and ${day} < ${to}::date`;
  return sql`
    select o.business_date as day from pos_orders o
     where o.outlet_id = ${outletId} and ${within(sql`o.business_date`)}
       and ((o.booked_on is null and o.status not in ${UNSETTLED})
         or exists (select from pos_payments p where p.order_id = o.id and p.booked_on is null))
    union
    select o.booked_on from pos_orders o
     where o.outlet_id = ${outletId} and o.booked_on is not null and ${within(sql`o.booked_on`)}
    union
    select p.booked_on from pos_payments p join pos_orders o on o.id = p.order_id
     where o.outlet_id = ${outletId} and p.booked_on is not null and ${within(sql`p.booked_on`)}
    union
    select coalesce(r.booked_on, r.business_date) from pos_refunds r
     where r.outlet_id = ${outletId} and (r.booked_on is null and ${within(sql`r.business_date`)}
       or r.booked_on is not null and ${within(sql`r.booked_on`)})
    union
    select r.business_date from pos_payment_returns r where r.outlet_id = ${outletId} and ${within(sql`r.business_date`)}
    union
    select e.business_date from drawer_entries e where e.outlet_id = ${outletId} and not e.late and ${within(sql`e.business_date`)}`;
}
