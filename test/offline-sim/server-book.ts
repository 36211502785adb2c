import type { Client } from 'pg';
import type { BookedSale } from './device-book.js';

/** An order as the database has it. */
export interface KeptOrder extends Omit<BookedSale, 'orderId' | 'receiptNumber' | 'tender' | 'rounding' | 'settledOn'> {
  readonly id: string;
  readonly outletId: string;
  readonly deviceId: string | null;
  readonly bookedOn: string | null;
  readonly late: boolean;
  readonly receiptNumber: string | null;
}

export interface KeptSession {
  readonly expected: number;
  readonly counted: number | null;
  readonly expectedAtClose: number | null;
}

/** Where an entry stands, and what it is said to wait for. */
export interface KeptEntry {
  readonly status: string;
  readonly code: string | null;
  readonly waitsFor: string | null;
}

/** All that the server has of what devices did. */
export interface ServerBook {
  readonly orders: readonly KeptOrder[];
  /** By the entry's own id; copies that nobody believes are not among them. */
  readonly entries: ReadonlyMap<string, KeptEntry>;
  readonly quarantined: readonly { readonly entryId: string; readonly code: string }[];
  readonly conflicts: readonly { readonly entryId: string; readonly cause: string }[];
  readonly sessions: ReadonlyMap<string, KeptSession>;
  readonly shifts: ReadonlyMap<string, string>;
  /** What is said to be missing, by device. */
  readonly missing: ReadonlyMap<string, string>;
}

const ORDERS = `
  select o.id, o.outlet_id as "outletId", o.device_id as "deviceId", o.status, o.business_date::text as "businessDate",
    o.booked_on::text as "bookedOn", o.late, o.receipt_number as "receiptNumber", o.total::float8 as total, o.tax::float8 as tax,
    o.discount::float8 as discount, o.paid::float8 as paid, o.change_given::float8 as change,
    (select count(*)::int from pos_order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id) as lines,
    (select coalesce(sum(l.fired_quantity * 1000), 0)::int from pos_order_lines l
     where l.tenant_id = o.tenant_id and l.order_id = o.id) as fired,
    (select coalesce(sum(r.amount + r.rounding), 0)::float8 from pos_refunds r
     where r.tenant_id = o.tenant_id and r.order_id = o.id) as refunded
  from pos_orders o where o.tenant_id = $1`;

const ENTRIES = `
  select e.id, e.entry_id as "entryId", e.status, e.code,
    (select string_agg(w.kind || ' ' || w.status, ', ') from offline_event_queue w
     where w.tenant_id = e.tenant_id and w.id in (select unnest(e.waits_for))) as "waitsFor"
  from offline_event_queue e where e.tenant_id = $1 order by e.device_id, e.sequence`;

const SESSIONS = `
  select s.id, s.counted::float8 as counted, s.expected_at_close::float8 as "expectedAtClose",
    (select coalesce(sum(case when e.kind in ('float', 'sale', 'paid_in') then e.amount else -e.amount end), 0)::float8
     from drawer_entries e where e.tenant_id = s.tenant_id and e.session_id = s.id
       and e.kind in ('float', 'sale', 'paid_in', 'change', 'refund', 'paid_out', 'skim')) as expected
  from drawer_sessions s where s.tenant_id = $1`;

/** Reads it. @param client as the owner of the database. */
export async function readServer(client: Client, tenantId: string): Promise<ServerBook> {
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await client.query<Row>(sql, [tenantId])).rows;
  const orders = await rows<KeptOrder>(ORDERS);
  const entries = await rows<KeptEntry & { id: string; entryId: string; code: string }>(ENTRIES);
  const conflicts = await rows<{ entryId: string; cause: string }>(
    'select entry_id as "entryId", cause from sync_conflicts where tenant_id = $1',
  );
  const sessions = await rows<KeptSession & { id: string }>(SESSIONS);
  const shifts = await rows<{ id: string; status: string }>('select id, status from shifts where tenant_id = $1');
  const devices = await rows<{ id: string; missing: string }>(
    'select device_id as id, missing::text as missing from sync_devices where tenant_id = $1',
  );
  return {
    ...{ orders, conflicts },
    entries: new Map(entries.filter(({ id, entryId }) => id === entryId).map((entry) => [entry.id, entry])),
    quarantined: entries.filter(({ status }) => status === 'quarantined'),
    sessions: new Map(sessions.map(({ id, ...session }) => [id, session])),
    shifts: new Map(shifts.map(({ id, status }) => [id, status])),
    missing: new Map(devices.map(({ id, missing }) => [id, missing])),
  };
}
