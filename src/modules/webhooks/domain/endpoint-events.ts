import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { DisableReason, EndpointId, WebhookEndpoint } from './endpoint.js';

/** An endpoint as events show it. Never its secret, and of its URL only the host: paths of webhooks often are secrets. */
export interface WebhookEndpointSnapshot {
  readonly id: EndpointId;
  /** Scheme, host and port of the URL. */
  readonly origin: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  /** The outlets whose events it gets; null is all events. */
  readonly outletIds: readonly OutletId[] | null;
  readonly status: 'enabled' | 'disabled';
  /** Why it is disabled: by somebody, because the receiver said 410, or because nothing succeeded for five days. */
  readonly disabledReason: DisableReason | null;
  /** @asType integer */
  readonly version: number;
}

/** The data of the events of webhook endpoints by their types. */
export interface WebhookEndpointEvents {
  /** An endpoint was made. */
  'pos.webhook_endpoint.created': { readonly webhookEndpoint: WebhookEndpointSnapshot };
  /** Its address, description or filters changed. */
  'pos.webhook_endpoint.changed': { readonly webhookEndpoint: WebhookEndpointSnapshot };
  /** It got a new secret; the one before goes on signing for a while. */
  'pos.webhook_endpoint.rotated': {
    readonly webhookEndpoint: WebhookEndpointSnapshot;
    /** @format date-time */
    readonly previousSecretUntil: string;
  };
  /** It gets events again. */
  'pos.webhook_endpoint.enabled': { readonly webhookEndpoint: WebhookEndpointSnapshot };
  /** It gets no more events. */
  'pos.webhook_endpoint.disabled': { readonly webhookEndpoint: WebhookEndpointSnapshot };
  /** It was deleted, and with it what was still to be sent. */
  'pos.webhook_endpoint.deleted': { readonly webhookEndpoint: WebhookEndpointSnapshot };
}

export type WebhookEndpointEvent = {
  [Type in keyof WebhookEndpointEvents]: DomainEvent<Type, WebhookEndpointEvents[Type]>;
}[keyof WebhookEndpointEvents];

type PlainType = Exclude<WebhookEndpointEvent['type'], 'pos.webhook_endpoint.rotated'>;

/** The event of a change, placed in the endpoint's own history by its version. */
export function endpointEvent(type: PlainType, endpoint: WebhookEndpoint): WebhookEndpointEvent {
  return { type, ...placeOf(endpoint), data: { webhookEndpoint: snapshotOf(endpoint) } };
}

/** The event of a new secret. @param until when the one before ends. */
export function rotatedEvent(endpoint: WebhookEndpoint, until: Date): WebhookEndpointEvent {
  const data = { webhookEndpoint: snapshotOf(endpoint), previousSecretUntil: until.toISOString() };
  return { type: 'pos.webhook_endpoint.rotated', ...placeOf(endpoint), data };
}

function placeOf({
  id,
  version,
}: WebhookEndpoint): Pick<WebhookEndpointEvent, 'aggregate' | 'aggregateId' | 'sequence' | 'outletId'> {
  return { aggregate: 'webhook_endpoints', aggregateId: id, sequence: version, outletId: null };
}

function snapshotOf(endpoint: WebhookEndpoint): WebhookEndpointSnapshot {
  const { id, url, description, eventTypes, outletIds, status, version } = endpoint;
  const disabledReason = endpoint.status === 'disabled' ? endpoint.reason : null;
  return { id, origin: originOf(url), description, eventTypes, outletIds, status, disabledReason, version };
}

/** `https://host:port` of a URL that was checked. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
}
