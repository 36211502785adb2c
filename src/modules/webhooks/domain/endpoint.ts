import type { Id, OutletId } from '../../../kernel/ids.js';

export type EndpointId = Id<'webhook-endpoint'>;

/** Why no events are sent: somebody said so, the receiver said 410, or nothing succeeded for five days. */
export type DisableReason = 'manual' | 'gone' | 'failing';

/** Where a tenant wants its events sent. */
export type WebhookEndpoint = EnabledEndpoint | DisabledEndpoint;

/** A secret in its sealed form: what it says, only the worker that signs gets to know. */
export interface StoredSecret {
  readonly sealed: string;
  /** Counts the secrets that the endpoint has had. */
  readonly number: number;
  /** Its last characters. */
  readonly hint: string;
}

interface EndpointBase {
  readonly id: EndpointId;
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  /** Events of these outlets only, and none of the tenant as a whole; null is all events. */
  readonly outletIds: readonly OutletId[] | null;
  readonly secret: StoredSecret;
  /** The one before, which signs too until then. */
  readonly previous: { readonly sealed: string; readonly until: Date } | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Since when no try has succeeded; kept by the deliveries, as is the next. */
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
}
export interface EnabledEndpoint extends EndpointBase {
  readonly status: 'enabled';
}
export interface DisabledEndpoint extends EndpointBase {
  readonly status: 'disabled';
  readonly reason: DisableReason;
  readonly disabledAt: Date;
}

export type EndpointRefusal =
  | 'webhook_endpoint_not_found'
  | 'webhook_endpoint_already_exists'
  | 'webhook_endpoint_invalid'
  | 'webhook_endpoint_disabled'
  | 'webhook_url_forbidden'
  | 'webhook_outlets_restricted'
  | 'too_many_webhook_endpoints'
  | 'webhook_secret_changed'
  | 'secrets_not_configured';

/** What somebody wants an endpoint to be. */
export interface EndpointWish {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  readonly outletIds: readonly OutletId[] | null;
}

/** What making an endpoint adds to the wish. */
export interface EndpointMaking {
  readonly id: EndpointId;
  readonly secret: StoredSecret;
  readonly by: string;
  readonly at: Date;
}

export const ENDPOINTS_MAX = 50;
