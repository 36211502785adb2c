import type { IdSource } from '../../../../kernel/ids.js';
import { SinkUnavailable, type EventSink, type LoggedEvent } from '../../../../kernel/outbox.js';
import { isConnectionLost, tookTooLong, wasUndone } from '../../../../platform/postgres/database-errors.js';
import { asksFor } from '../../domain/event-pattern.js';
import type { WakeUp } from '../../ports/wake-up.js';
import type { WorkerConnections } from './worker-connections.js';

interface EndpointRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly event_types: string[];
  readonly outlet_ids: string[] | null;
  readonly created_at: Date;
}

const ENDPOINTS = `select tenant_id, id, event_types, outlet_ids, created_at from webhook_endpoints
  where tenant_id = any($1::uuid[]) and status = 'enabled' and deleted_at is null`;

const COLUMNS = 'tenant_id, id, endpoint_id, event_id, event_type, aggregate, aggregate_id, event_sequence';
const QUEUE = `insert into webhook_deliveries (${COLUMNS}, status, due_at)
  select ${COLUMNS}, 'pending', now() from json_populate_recordset(null::webhook_deliveries, $1::json)
  on conflict on constraint webhook_deliveries_event_key do nothing`;

/**
 * Queues events for the endpoints that ask for them: one question and one insert a batch. Events come at least once; each is
 * queued once for an endpoint. An endpoint gets nothing that happened before it was made.
 */
export class WebhookFanOut implements EventSink {
  readonly name = 'webhooks';

  constructor(
    private readonly connections: WorkerConnections,
    private readonly ids: IdSource,
    private readonly wakeUp: WakeUp,
  ) {}

  async deliver(events: readonly LoggedEvent[]): Promise<void> {
    try {
      const deliveries = deliveriesOf(events, await this.endpointsOf(events), this.ids);
      if (deliveries.length === 0) return;
      await this.connections.query({ name: 'webhooks_queue', text: QUEUE, values: [JSON.stringify(deliveries)] });
      this.wakeUp.now();
    } catch (error) {
      // The database is away or busy: no event is to blame for that.
      if (isConnectionLost(error) || tookTooLong(error) || wasUndone(error))
        throw new SinkUnavailable('webhooks cannot be queued', 'unreachable', { cause: error });
      throw error;
    }
  }

  private async endpointsOf(events: readonly LoggedEvent[]): Promise<ReadonlyMap<string, EndpointRow[]>> {
    const tenants = [...new Set(events.map(({ tenantId }) => tenantId))];
    const { rows } = await this.connections.query({ name: 'webhooks_endpoints', text: ENDPOINTS, values: [tenants] });
    const byTenant = new Map<string, EndpointRow[]>();
    for (const row of rows as EndpointRow[]) {
      const known = byTenant.get(row.tenant_id);
      if (known === undefined) byTenant.set(row.tenant_id, [row]);
      else known.push(row);
    }
    return byTenant;
  }
}

function deliveriesOf(
  events: readonly LoggedEvent[],
  endpoints: ReadonlyMap<string, EndpointRow[]>,
  ids: IdSource,
): object[] {
  return events.flatMap((event) =>
    (endpoints.get(event.tenantId) ?? [])
      .filter((endpoint) => wants(endpoint, event))
      .map((endpoint) => ({
        tenant_id: event.tenantId,
        id: ids.next(),
        endpoint_id: endpoint.id,
        event_id: event.id,
        event_type: event.type,
        aggregate: event.aggregate,
        aggregate_id: event.aggregateId,
        event_sequence: event.sequence,
      })),
  );
}

function wants(
  { event_types, outlet_ids, created_at }: EndpointRow,
  { type, outletId, occurredAt }: LoggedEvent,
): boolean {
  if (occurredAt < created_at || !asksFor(event_types, type)) return false;
  return outlet_ids === null || (outletId !== null && outlet_ids.includes(outletId));
}
