import type { RequestContext } from '../../../kernel/context.js';
import type { Delivery, DeliveryId, DeliveryStatus } from '../domain/delivery.js';
import type { EndpointId } from '../domain/endpoint.js';

/** One try and what came of it. */
export interface Attempt {
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>> | null;
  readonly responseBody: string | null;
  readonly truncated: boolean;
}

/** A delivery with what was sent and what was answered. */
export interface DeliveryDetail {
  readonly delivery: Delivery;
  readonly url: string;
  /** `undefined` when the event was cleared away. */
  readonly payload: string | undefined;
  /** The latest hundred, first to last. */
  readonly attempts: readonly Attempt[];
}

export interface DeliveryFilter {
  readonly endpointId?: EndpointId | undefined;
  readonly status?: DeliveryStatus | undefined;
  readonly eventType?: string | undefined;
  readonly eventId?: string | undefined;
  /** By when it was first queued: from then on, and before then. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Questions about deliveries that change nothing. Callers for some outlets see those of their endpoints only. */
export interface DeliveryViews {
  /** Newest first. */
  list(
    context: RequestContext,
    filter: DeliveryFilter,
    page: { readonly limit: number; readonly after: { createdAt: string; id: string } | undefined },
  ): Promise<Delivery[]>;
  /** @throws Refusal `webhook_delivery_not_found`. */
  one(context: RequestContext, id: DeliveryId): Promise<DeliveryDetail>;
}
