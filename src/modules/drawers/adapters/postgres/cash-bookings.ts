import type { IdSource, OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { contextOf, runAtCommit, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';
import type { CashBookings, OrderEntry, SessionWanted } from '../../ports/cash-bookings.js';

const BOOK = { name: 'book_into_drawer', text: 'select book_into_drawer($1, $2, $3, $4)' };
const HOLD = `select 1 from drawer_sessions where id = $1 and status = 'open' and count_forced_at is null for share`;
interface SessionRow {
  readonly sessionId: string | null;
  readonly known: boolean;
}

// Found by its id first; the one of the device is the next best.
const SESSION_FOR = `
  select exists (select 1 from drawer_sessions where id = $1) as known, (
    select s.id from (
    select id, outlet_id, currency, status, count_forced_at, 0 as rank from drawer_sessions where id = $1
    union all
    select id, outlet_id, currency, status, count_forced_at, 1 from drawer_sessions where device_id = $2 and status <> 'closed') s
   where s.status = 'open' and s.count_forced_at is null and s.outlet_id = $3 and s.currency = $4
   order by s.rank limit 1) as "sessionId"`;

/** Books what orders do to drawers: the statement leaves with the commit and locks the session against its close. */
export class PostgresCashBookings implements CashBookings {
  constructor(private readonly ids: IdSource) {}

  book(
    tx: Tx,
    { sessionId, outletId, currency }: { sessionId: string; outletId: OutletId; currency: string },
    entries: readonly OrderEntry[],
  ): void {
    const [tenantId, { principal, at }] = [tenantOf(tx), contextOf(tx)];
    const rows = entries.map((entry) => ({
      ...{ tenant_id: tenantId, id: this.ids.next<'drawer-entry'>(), kind: entry.kind, amount: entry.amount },
      ...{ debit_account: entry.debit, credit_account: entry.credit, order_id: entry.orderId },
      ...{ payment_id: entry.paymentId, refund_id: entry.refundId, actor: principal.id, at },
    }));
    const refusals = {
      drawer_session_open: () => new Refusal<DrawerRefusal>('drawer_session_not_open', { drawerSessionId: sessionId }),
    };
    runAtCommit(tx, { ...BOOK, values: [sessionId, outletId, currency, JSON.stringify(rows)], refusals });
  }

  async holdOpen(tx: Tx, sessionId: string): Promise<boolean> {
    return (await runPrepared(tx, 'hold_drawer_open', HOLD, [sessionId])).length === 1;
  }

  async sessionFor(tx: Tx, { sessionId, deviceId, outletId, currency }: SessionWanted) {
    const values = [sessionId, deviceId, outletId, currency];
    const [row] = await runPrepared<SessionRow>(tx, 'drawer_session_for', SESSION_FOR, values);
    return row ?? { sessionId: null, known: false };
  }
}
