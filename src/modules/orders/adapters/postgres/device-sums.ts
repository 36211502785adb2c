import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { DeviceDay, DeviceSums } from '../../ports/device-sums.js';

interface DayRow {
  readonly businessDate: string;
  readonly currency: string;
  readonly sales: number;
  readonly total: number;
  readonly paid: number;
  readonly refunded: number;
}

// The till's clock finds them by an index that there is; the dates decide. A day is at most a day and a half from its date.
const DAYS = `
  select o.business_date as "businessDate", o.currency, count(*) as sales, sum(o.total)::bigint as total,
         sum(o.paid - o.change_given)::bigint as paid, sum(r.amount)::bigint as refunded
    from pos_orders o, lateral (
      select coalesce(sum(r.amount + r.rounding), 0) as amount from pos_refunds r where r.order_id = o.id) r
   where o.device_id = $1 and o.business_date between $2::date and $3::date
     and o.placed_at >= $2::date - interval '2 days' and o.placed_at < $3::date + interval '3 days'
     and o.status in ('completed', 'partially_refunded', 'refunded')
   group by o.business_date, o.currency
   order by o.business_date, o.currency`;

const LAST = `
  select coalesce(max(substring(receipt_number from length($2) + 2)::bigint), 0) as last
    from pos_orders where outlet_id = $1 and receipt_number >= $2 || '-' and receipt_number < $2 || '.'`;

/** Sums over the orders of devices. */
export class PostgresDeviceSums implements DeviceSums {
  async ofDays(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly DeviceDay[]> {
    const rows = await runPrepared<DayRow>(tx, 'device_days', DAYS, [deviceId, from, to]);
    return rows.map(({ total, paid, refunded, ...day }) => {
      const amount = (minor: number) => money(minor, day.currency);
      return { ...day, total: amount(total), paid: amount(paid), refunded: amount(refunded) };
    });
  }

  async lastReceipt(tx: Tx, outletId: string, series: string): Promise<number> {
    const [row] = await runPrepared<{ last: number }>(tx, 'last_receipt', LAST, [outletId, series]);
    return row?.last ?? 0;
  }
}
