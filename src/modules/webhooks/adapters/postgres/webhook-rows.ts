import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Delivery, DeliveryId, DeliveryStatus } from '../../domain/delivery.js';
import type { DisableReason, EnabledEndpoint, EndpointId, WebhookEndpoint } from '../../domain/endpoint.js';

/** The tables of this module that callers reach, for kysely. */
export interface WebhookTables {
  webhook_endpoints: EndpointRow;
  webhook_deliveries: DeliveryRow;
}

export interface EndpointRow {
  tenant_id: TenantId;
  id: string;
  url: string;
  description: string;
  event_types: string[];
  outlet_ids: string[] | null;
  status: 'enabled' | 'disabled';
  disabled_reason: DisableReason | null;
  disabled_at: Date | null;
  secret: string | null;
  secret_number: number;
  secret_hint: string;
  previous_secret: string | null;
  previous_until: Date | null;
  failing_since: Date | null;
  last_success_at: Date | null;
  version: number;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface DeliveryRow {
  tenant_id: TenantId;
  id: string;
  endpoint_id: string;
  event_id: string;
  event_type: string;
  payload: string | null;
  test: boolean;
  status: DeliveryStatus;
  tries: number;
  replays: number;
  due_at: Date;
  claimed_until: Date | null;
  claim: string | null;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  finished_at: Date | null;
}

/** A row as the domain knows it. A row that contradicts its status is a defect and throws. */
export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  if (row.secret === null) throw new Error('a webhook endpoint that is not deleted has no secret');
  const { previous_secret: previous, previous_until: until } = row;
  const base: Omit<EnabledEndpoint, 'status'> = {
    id: row.id as EndpointId,
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    outletIds: row.outlet_ids as OutletId[] | null,
    secret: { sealed: row.secret, number: row.secret_number, hint: row.secret_hint },
    previous: previous === null || until === null ? null : { sealed: previous, until },
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    failingSince: row.failing_since,
    lastSuccessAt: row.last_success_at,
  };
  if (row.status === 'enabled') return { ...base, status: 'enabled' };
  if (row.disabled_reason === null || row.disabled_at === null) throw new Error('a disabled endpoint lacks its reason');
  return { ...base, status: 'disabled', reason: row.disabled_reason, disabledAt: row.disabled_at };
}

/** What of an endpoint callers change; how it fares is the worker's, but for a count that begins anew. */
export function fromEndpoint(
  endpoint: WebhookEndpoint,
): Omit<EndpointRow, 'tenant_id' | 'id' | 'created_at' | 'created_by' | 'last_success_at' | 'deleted_at'> {
  const disabled = endpoint.status === 'disabled';
  return {
    url: endpoint.url,
    description: endpoint.description,
    event_types: [...endpoint.eventTypes],
    outlet_ids: endpoint.outletIds === null ? null : [...endpoint.outletIds],
    status: endpoint.status,
    disabled_reason: disabled ? endpoint.reason : null,
    disabled_at: disabled ? endpoint.disabledAt : null,
    secret: endpoint.secret.sealed,
    secret_number: endpoint.secret.number,
    secret_hint: endpoint.secret.hint,
    previous_secret: endpoint.previous?.sealed ?? null,
    previous_until: endpoint.previous?.until ?? null,
    failing_since: endpoint.failingSince,
    version: endpoint.version,
    updated_at: endpoint.updatedAt,
  };
}

export const DELIVERY_COLUMNS = [
  'id',
  'endpoint_id',
  'event_id',
  'event_type',
  'test',
  'status',
  'tries',
  'replays',
  'due_at',
  'last_status',
  'last_error',
  'created_at',
  'finished_at',
] as const;

export type ShownDelivery = Pick<DeliveryRow, (typeof DELIVERY_COLUMNS)[number]>;

/** A row as the domain knows it. */
export function toDelivery(row: ShownDelivery): Delivery {
  return {
    id: row.id as DeliveryId,
    endpointId: row.endpoint_id as EndpointId,
    eventId: row.event_id,
    eventType: row.event_type,
    test: row.test,
    status: row.status,
    tries: row.tries,
    replays: row.replays,
    dueAt: row.due_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
