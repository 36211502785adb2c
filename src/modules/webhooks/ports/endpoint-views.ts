import type { RequestContext } from '../../../kernel/context.js';
import type { EndpointId, WebhookEndpoint } from '../domain/endpoint.js';

/** Questions about endpoints that change nothing. Callers for some outlets see endpoints of only those. */
export interface EndpointViews {
  /** Newest first. `after` is the position of the last one seen; one more than `limit` may come back. */
  list(
    context: RequestContext,
    page: { readonly limit: number; readonly after: { createdAt: string; id: string } | undefined },
  ): Promise<WebhookEndpoint[]>;
  /** @throws Refusal `webhook_endpoint_not_found`. */
  one(context: RequestContext, id: EndpointId): Promise<WebhookEndpoint>;
}
