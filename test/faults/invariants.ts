/** A rule that must hold in the database whatever was killed; its query lists what breaks it. `$1` is the tenant. */
export interface Invariant {
  readonly name: string;
  readonly sql: string;
}

const SETTLED = `('completed', 'partially_refunded', 'refunded')`;

const SALES: readonly Invariant[] = [
  {
    name: 'no sale is there twice',
    sql: `select customer_id || ' has ' || count(*) || ' orders' as detail from pos_orders
          where tenant_id = $1 and customer_id is not null group by customer_id having count(*) > 1`,
  },
  {
    name: 'no order number is given twice',
    sql: `select outlet_id || ' ' || number || ' is on ' || count(*) || ' orders' as detail from pos_orders
          where tenant_id = $1 group by outlet_id, number having count(*) > 1`,
  },
  {
    name: 'order numbers are below their counter',
    sql: `select o.number || ' is not below ' || coalesce(c.next::text, 'any counter') as detail from pos_orders o
          left join order_number_counters c on c.tenant_id = o.tenant_id and c.outlet_id = o.outlet_id
          where o.tenant_id = $1 and substring(o.number from '[0-9]+$')::bigint >= coalesce(c.next, 0)`,
  },
];

const MONEY: readonly Invariant[] = [
  {
    name: 'totals are the sum of their parts',
    sql: `select o.id || ' says ' || o.total || ', its parts ' || p.total as detail from pos_orders o, lateral (
            select o.subtotal - o.discount + o.service_charge + o.tip + o.rounding + o.surcharge + coalesce(
              (select sum((t ->> 'amount')::bigint) from jsonb_array_elements(o.taxes) t where t ->> 'mode' = 'exclusive'), 0) as total) p
          where o.tenant_id = $1 and p.total <> o.total`,
  },
  {
    name: 'lines add up to their order',
    sql: `select o.id || ' has lines of ' || l.total || ' and tax ' || l.tax as detail from pos_orders o, lateral (
            select coalesce(sum(total), 0) as total, coalesce(sum(tax), 0) as tax, coalesce(sum(gross), 0) as gross,
                   coalesce(bool_and(net + tax = total), true) as split
            from pos_order_lines where tenant_id = o.tenant_id and order_id = o.id) l
          where o.tenant_id = $1
            and (l.total + o.tip + o.service_charge + o.rounding + o.surcharge <> o.total or l.tax <> o.tax or l.gross <> o.subtotal or not l.split)`,
  },
  {
    name: 'payments add up to what their order says was paid',
    sql: `select o.id || ' says paid ' || o.paid || ', its payments ' || p.paid as detail from pos_orders o, lateral (
            select coalesce(sum(amount), 0) as paid from pos_payments where tenant_id = o.tenant_id and order_id = o.id
               and returned_at is null and status in ('captured', 'refunded', 'charged_back')) p
          where o.tenant_id = $1 and (p.paid <> o.paid or o.due <> greatest(o.total - o.paid + o.change_given, 0)
            or (o.status in ${SETTLED} and o.due <> 0) or (o.status = 'voided' and o.paid <> 0))`,
  },
  {
    name: 'I1: completed sales are captured payments less change and refunds, by outlet, currency and day',
    sql: `select outlet_id || ' ' || currency || ' ' || business_date || ': ' || sum(kept) || ' sold and kept, ' || sum(held) || ' in hand' as detail
          from (
            select o.outlet_id, o.currency, o.business_date,
              o.total - (select coalesce(sum(r.amount + r.rounding), 0) from pos_refunds r
                         where r.tenant_id = o.tenant_id and r.order_id = o.id) as kept,
              (select coalesce(sum(p.amount - p.refunded), 0) from pos_payments p
               where p.tenant_id = o.tenant_id and p.order_id = o.id and p.status in ('captured', 'refunded')) - o.change_given as held
            from pos_orders o where o.tenant_id = $1 and o.status in ${SETTLED}) sales
          group by outlet_id, currency, business_date having sum(kept) <> sum(held)`,
  },
  {
    name: 'a refund gives back what its lines and payments say',
    sql: `select r.id || ' of order ' || r.order_id as detail from pos_refunds r where r.tenant_id = $1 and (
            r.amount <> (select coalesce(sum((l ->> 'amount')::bigint), 0) from jsonb_array_elements(r.lines) l)
            or r.amount + r.rounding <> (select coalesce(sum((p ->> 'amount')::bigint), 0) from jsonb_array_elements(r.payments) p))`,
  },
  {
    name: 'lines and payments know their refunds, and no more was given back than sold',
    sql: `select o.id || ' was refunded ' || r.amount || ', its lines say ' || l.amount || ', its payments ' || p.amount as detail
          from pos_orders o,
            lateral (select coalesce(sum(amount), 0) as amount, coalesce(sum(amount + rounding), 0) as paid_out, count(*) as refunds
                     from pos_refunds where tenant_id = o.tenant_id and order_id = o.id) r,
            lateral (select coalesce(sum(refunded_amount), 0) as amount, coalesce(sum(total), 0) as total,
                            coalesce(bool_or(refunded_amount > total or refunded_quantity > quantity), false) as too_much
                     from pos_order_lines where tenant_id = o.tenant_id and order_id = o.id) l,
            lateral (select coalesce(sum(refunded), 0) as amount from pos_payments where tenant_id = o.tenant_id and order_id = o.id) p
          where o.tenant_id = $1 and (r.amount <> l.amount or r.paid_out <> p.amount or l.too_much
            or (o.status = 'refunded') <> (r.refunds > 0 and l.amount = l.total)
            or (o.status = 'partially_refunded') <> (r.refunds > 0 and l.amount < l.total))`,
  },
];

const EVENTS: readonly Invariant[] = [
  {
    name: 'every order has its events 1 to n',
    sql: `select o.id || ' is at event ' || o.event_sequence || ', the log has ' || e.known || ' up to ' || e.last as detail
          from pos_orders o, lateral (
            select count(*) as known, coalesce(max(sequence), 0) as last, coalesce(min(sequence), 0) as first from events
            where tenant_id = o.tenant_id and aggregate = 'orders' and aggregate_id = o.id) e
          where o.tenant_id = $1 and (e.known <> o.event_sequence or e.last <> o.event_sequence or e.first <> 1)`,
  },
  {
    name: 'every event of an order has its order',
    sql: `select e.id || ' ' || e.type as detail from events e where e.tenant_id = $1 and e.aggregate = 'orders'
          and not exists (select from pos_orders o where o.tenant_id = e.tenant_id and o.id = e.aggregate_id)`,
  },
  {
    name: 'no event id is there twice',
    sql: `select id || ' is on ' || count(*) || ' events' as detail from events where $1::uuid is not null group by id having count(*) > 1`,
  },
  {
    name: 'the last event shows the order as it is',
    sql: `select o.id || ' is ' || o.status || ' at version ' || o.version || ', its last event says ' || (e.said ->> 'status') as detail
          from pos_orders o, lateral (
            select data -> 'order' as said from events where tenant_id = o.tenant_id and aggregate = 'orders' and aggregate_id = o.id
            order by sequence desc limit 1) e
          where o.tenant_id = $1 and (e.said ->> 'status' <> o.status or (e.said ->> 'version')::int <> o.version
            or (e.said -> 'totals' -> 'total' ->> 'amount')::bigint <> o.total
            or json_array_length(e.said -> 'payments') <> (select count(*) from pos_payments where tenant_id = o.tenant_id and order_id = o.id)
            or json_array_length(e.said -> 'lines') <> (select count(*) from pos_order_lines where tenant_id = o.tenant_id and order_id = o.id)
            or json_array_length(e.said -> 'refunds') <> (select count(*) from pos_refunds where tenant_id = o.tenant_id and order_id = o.id))`,
  },
  {
    name: 'every refund has exactly one event',
    sql: `select r.id || ' has ' || count(e.id) || ' events' as detail from pos_refunds r left join events e
            on e.tenant_id = r.tenant_id and e.aggregate = 'orders' and e.aggregate_id = r.order_id
            and e.type = 'pos.order.refunded' and e.data -> 'refund' ->> 'id' = r.id::text
          where r.tenant_id = $1 group by r.id having count(e.id) <> 1`,
  },
];

const KEYS: readonly Invariant[] = [
  {
    name: 'the key that created an order has its answer',
    sql: `select o.id || ' was created under ' || o.created_key as detail from pos_orders o
          left join idempotency_keys k on k.tenant_id = o.tenant_id and k.key = o.created_key
          where o.tenant_id = $1 and o.created_key is not null
            and (k.key is null or k.status <> 201 or k.fingerprint <> o.created_fingerprint or k.body::json ->> 'id' <> o.id::text)`,
  },
  {
    name: 'every answer that shows an order has that order',
    sql: `select k.key || ' shows ' || (k.body::json ->> 'id') as detail from idempotency_keys k
          where k.tenant_id = $1 and k.status < 300 and k.body::json ->> 'number' is not null
            and not exists (select from pos_orders o where o.tenant_id = k.tenant_id and o.id = (k.body::json ->> 'id')::uuid)`,
  },
  {
    // Every command goes in under a key and makes one version, so versions 1 to n are each under exactly one key.
    name: 'every command had its effect exactly once',
    sql: `select o.id || ' is at version ' || o.version || ', answers were given for ' || k.answers as detail from pos_orders o, lateral (
            select count(*) as answers, count(distinct version) as versions, coalesce(max(version), 0) as last
            from (select (body::json ->> 'version')::int as version from idempotency_keys
                  where tenant_id = o.tenant_id and status < 300 and body::json ->> 'id' = o.id::text) given) k
          where o.tenant_id = $1 and (k.answers <> o.version or k.versions <> o.version or k.last <> o.version)`,
  },
];

/** All that one tenant's rows must obey, whoever wrote them. */
export const INVARIANTS: readonly Invariant[] = [...SALES, ...MONEY, ...EVENTS, ...KEYS];

/** What dispatching owes at rest: every sink has been served up to the last event. */
export const DISPATCHED: Invariant = {
  name: 'I5: everything was dispatched',
  sql: `select coalesce(c.sink, 'no sink at all') || ' stands at ' || coalesce(c.position, 0) || ' of ' || e.last as detail
        from (select coalesce(max(position), 0) as last from events where $1::uuid is not null) e
        left join outbox_shards c on true where coalesce(c.position, -1) < e.last`,
};
