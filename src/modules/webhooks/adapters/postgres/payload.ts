import { sql, type RawBuilder } from 'kysely';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { structured } from '../../../../platform/cloudevents/envelope.js';

/** A delivery's payload where it is stored, and else its event, from which it is rendered: the same bytes every time. */
export interface PayloadRow {
  readonly payload: string | null;
  readonly tenant_id: string;
  readonly slug: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly aggregate: string | null;
  readonly aggregate_id: string | null;
  readonly event_sequence: number | null;
  readonly outlet_id: string | null;
  /** Null when the event was cleared away. */
  readonly json: string | null;
  readonly actor: string | null;
  readonly request_id: string | null;
  readonly trace_parent: string | null;
  readonly occurred_at: Date | null;
}

/** For `webhook_deliveries d left join events v left join tenants t`. */
export const PAYLOAD_COLUMNS = `d.payload, d.tenant_id, t.slug, d.event_id, d.event_type, d.aggregate, d.aggregate_id,
  d.event_sequence, v.outlet_id, v.data::text as json, v.actor, v.request_id, v.trace_parent, v.occurred_at`;
export const PAYLOAD_JOINS = `left join events v on v.tenant_id = d.tenant_id and v.aggregate = d.aggregate
    and v.aggregate_id = d.aggregate_id and v.sequence = d.event_sequence
  join tenants t on t.tenant_id = d.tenant_id`;

export const payloadColumns: RawBuilder<unknown> = sql.raw(PAYLOAD_COLUMNS);
export const payloadJoins: RawBuilder<unknown> = sql.raw(PAYLOAD_JOINS);

/** What is sent; `undefined` when the event was cleared away. */
export function payloadFrom(row: PayloadRow): string | undefined {
  if (row.payload !== null) return row.payload;
  const { json, aggregate, aggregate_id, event_sequence, occurred_at } = row;
  if (json === null || aggregate === null || aggregate_id === null || event_sequence === null || occurred_at === null)
    return undefined;
  return structured({
    id: row.event_id,
    type: row.event_type,
    tenantId: row.tenant_id as TenantId,
    tenantSlug: row.slug,
    aggregate,
    aggregateId: aggregate_id,
    sequence: event_sequence,
    outletId: row.outlet_id as OutletId | null,
    json,
    actor: row.actor ?? '',
    requestId: row.request_id ?? '',
    traceParent: row.trace_parent,
    occurredAt: occurred_at,
    position: 0,
  });
}
