import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { FigureSource, HistoryFigures } from '../../ports/business-activity.js';

/** How much is looked at, however large a business is: of one that has more within 30 days the rest is not counted. */
const EVENTS_MAX = 500_000;
const STORED_MAX = 5_000_000;

// The newest by position, which the index has; what the system does by itself is no activity.
const RECENT = `
  select max(occurred_at) filter (where actor not like 'system:%') as "lastActivityAt",
         max(occurred_at) filter (where type = 'pos.order.created') as "lastOrderAt",
         max(occurred_at) filter (where device_id is not null) as "lastSyncAt",
         count(distinct device_id) filter (where occurred_at > $1::timestamptz - interval '1 day')::int as "devicesActive",
         count(*) filter (where type = 'pos.order.created' and occurred_at > $1::timestamptz - interval '7 days')::int as "orders7Days",
         count(*) filter (where type = 'pos.order.created' and occurred_at > $1::timestamptz - interval '30 days')::int as "orders30Days"
    from (select actor, type, occurred_at, device_id from events order by position desc limit ${EVENTS_MAX}) recent`;
const STORED = `select count(*)::float8 as "storedEvents" from (select 1 from events limit ${STORED_MAX}) stored`;

/** Reads the events of the transaction's own business, once a day. */
export const EVENT_HISTORY: FigureSource<HistoryFigures> = {
  figures: async (tx: Tx, at: Date) => {
    const [recent] = await runPrepared<Omit<HistoryFigures, 'storedEvents'>>(tx, 'business_recent_events', RECENT, [
      at,
    ]);
    const [stored] = await runPrepared<Pick<HistoryFigures, 'storedEvents'>>(tx, 'business_stored_events', STORED, []);
    return { ...(recent as Omit<HistoryFigures, 'storedEvents'>), storedEvents: stored?.storedEvents ?? 0 };
  },
};
