import type { OutletId } from '../../../../kernel/ids.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { CreateEndpointCommand, EndpointWithSecret } from '../../application/create-endpoint.js';
import type { EndpointId, EndpointWish, WebhookEndpoint } from '../../domain/endpoint.js';

/**
 * Where to send events: https, on port 443 or 8443, reachable from the internet.
 * @minLength 1
 * @maxLength 2048
 * @example "https://hooks.example.com/pos"
 */
export type WebhookUrl = string;

/**
 * A type of events, types by their beginning, or `*` for all.
 * @maxLength 100
 * @example "pos.order.*"
 */
export type EventTypePattern = string;

/** An endpoint to be made. */
export interface CreateWebhookEndpointRequest {
  /** Your own id for the endpoint; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  url: WebhookUrl;
  /**
   * For people.
   * @maxLength 500
   */
  description?: string;
  /**
   * All events when absent.
   * @maxItems 100
   */
  eventTypes?: EventTypePattern[];
  /**
   * Only events of these outlets, and none of the business as a whole; null or absent is all events.
   * @maxItems 1000
   */
  outletIds?: Uuid[] | null;
}

/** What is to change; members left out stay. */
export interface ChangeWebhookEndpointRequest {
  url?: WebhookUrl;
  /** @maxLength 500 */
  description?: string;
  /** @maxItems 100 */
  eventTypes?: EventTypePattern[];
  /** @maxItems 1000 */
  outletIds?: Uuid[] | null;
}

/** How to change to a new secret. */
export interface RotateWebhookSecretRequest {
  /**
   * For how long messages are signed with the present secret too; 24 when absent, 0 ends it now.
   * @isInt must be an integer
   * @minimum 0
   * @maximum 168
   */
  overlapHours?: number;
}

/** What to send as a test. */
export interface TestWebhookRequest {
  /**
   * A type of events, of which an example is sent; `pos.webhook.test` when absent.
   * @pattern ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$ must be a type of events
   * @maxLength 100
   * @example "pos.order.created"
   */
  type?: string;
}

/** An endpoint and how it fares. */
export interface WebhookEndpointResponse {
  id: Uuid;
  url: string;
  description: string;
  eventTypes: string[];
  outletIds: Uuid[] | null;
  status: 'enabled' | 'disabled';
  /** Somebody disabled it, the receiver answered 410, or nothing succeeded for five days. */
  disabledReason: 'manual' | 'gone' | 'failing' | null;
  disabledAt: Timestamp | null;
  /** The secret that messages are signed with, masked. Shown in full once, when it is made. */
  secret: string;
  /** Until then messages are signed with the secret before, too. */
  previousSecretUntil: Timestamp | null;
  /** Since when no try has succeeded; null when the last one did. */
  failingSince: Timestamp | null;
  /** To the minute. */
  lastSuccessAt: Timestamp | null;
  createdBy: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  /** @isInt */
  version: number;
}

const MASK = 'whsec_…';

/** Reads what is to be made. */
export function creationFrom(body: CreateWebhookEndpointRequest): CreateEndpointCommand {
  const { id, url, description = '', eventTypes = ['*'], outletIds = null } = body;
  return {
    id: id as EndpointId | undefined,
    url,
    description,
    eventTypes,
    outletIds: outletIds as OutletId[] | null,
  };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangeWebhookEndpointRequest): Partial<EndpointWish> {
  const sent = Object.entries(body).filter(([, value]) => (value as unknown) !== undefined);
  return Object.fromEntries(sent);
}

/** Shows an endpoint; its secret masked. */
export function toEndpointResponse(endpoint: WebhookEndpoint): WebhookEndpointResponse {
  const disabled = endpoint.status === 'disabled' ? endpoint : undefined;
  return {
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description,
    eventTypes: [...endpoint.eventTypes],
    outletIds: endpoint.outletIds === null ? null : [...endpoint.outletIds],
    status: endpoint.status,
    disabledReason: disabled?.reason ?? null,
    disabledAt: disabled?.disabledAt.toISOString() ?? null,
    secret: `${MASK}${endpoint.secret.hint}`,
    previousSecretUntil: endpoint.previous?.until.toISOString() ?? null,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    lastSuccessAt: endpoint.lastSuccessAt?.toISOString() ?? null,
    createdBy: endpoint.createdBy,
    createdAt: endpoint.createdAt.toISOString(),
    updatedAt: endpoint.updatedAt.toISOString(),
    version: endpoint.version,
  };
}

/** Shows an endpoint with its new secret, this once. */
export function toEndpointWithSecret({ endpoint, secret }: EndpointWithSecret): WebhookEndpointResponse {
  return { ...toEndpointResponse(endpoint), secret };
}

/** The same as a repeat shows it, and as it is stored: with the mask. */
export function toEndpointAgain({ endpoint }: EndpointWithSecret): WebhookEndpointResponse {
  return toEndpointResponse(endpoint);
}
