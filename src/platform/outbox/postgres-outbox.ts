import type { IdSource } from '../../kernel/ids.js';
import type { DomainEvent, Outbox } from '../../kernel/outbox.js';
import type { Tx } from '../../kernel/transaction.js';
import type { InsertShape } from '../postgres/deferred-inserts.js';
import { appendRows, contextOf, noteEvents } from '../postgres/transaction.js';

interface EventRow {
  tenant_id: string;
  aggregate: string;
  aggregate_id: string;
  sequence: number;
  id: string;
  type: string;
  outlet_id: string | null;
  data: object;
  actor: string;
  request_id: string;
  trace_parent: string | null;
  occurred_at: Date;
  device_id: string | null;
}

const EVENTS: InsertShape<EventRow> = {
  table: 'events',
  // prettier-ignore
  columns: [
    'tenant_id', 'aggregate', 'aggregate_id', 'sequence', 'id', 'type', 'outlet_id', 'data', 'actor', 'request_id',
    'trace_parent', 'occurred_at', 'device_id',
  ],
};

/** Writes events among the rows that their transaction commits: an event exists exactly if its change does (GUARANTEES G5). */
export class PostgresOutbox implements Outbox {
  constructor(private readonly ids: IdSource) {}

  append(tx: Tx, events: readonly DomainEvent[]): void {
    const { tenantId, principal, requestId, traceParent, at } = contextOf(tx);
    const rows = events.map(({ aggregate, aggregateId, sequence, type, outletId, data }) => ({
      tenant_id: tenantId,
      aggregate,
      aggregate_id: aggregateId,
      sequence,
      id: this.ids.next(),
      type,
      outlet_id: outletId,
      data,
      actor: `${principal.kind}:${principal.id}`,
      request_id: requestId,
      trace_parent: traceParent ?? null,
      occurred_at: at,
      device_id: principal.deviceId ?? null,
    }));
    appendRows(tx, EVENTS, rows);
    if (rows.length > 0) noteEvents(tx);
  }
}
