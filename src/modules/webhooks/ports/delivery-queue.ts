import type { TenantId } from '../../../kernel/ids.js';
import type { DeliveryId, Verdict } from '../domain/delivery.js';
import type { EndpointId } from '../domain/endpoint.js';

/** Names an endpoint among those of all tenants. */
export interface EndpointKey {
  readonly tenantId: TenantId;
  readonly endpointId: EndpointId;
}

/** A delivery that a worker has in hand until its lease ends. */
export interface ClaimedDelivery extends EndpointKey {
  readonly id: DeliveryId;
  /** Proves that the lease is still ours. */
  readonly claim: string;
  readonly tenantSlug: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly tries: number;
  readonly url: string;
  /** Sealed; the present one first, then the one before while it goes on signing. */
  readonly secrets: readonly { readonly sealed: string; readonly number: number }[];
  /** `undefined` when the event was cleared away. */
  readonly payload: string | undefined;
}

/** Where a round of the worker stands among the endpoints for which something waits. */
export interface WaitingEndpoints {
  /** Those with something due. */
  readonly due: readonly EndpointKey[];
  /** The last one looked at, to go on behind; `undefined` when there are none behind. */
  readonly next: EndpointKey | undefined;
}

export interface ClaimWish {
  readonly endpoints: readonly EndpointKey[];
  /** Of endpoints whose last try succeeded, or of the others: failing, never tried, or named as slow. */
  readonly trusted: boolean;
  readonly slow: readonly EndpointId[];
  readonly limit: number;
  /** For one endpoint; less what it has in hand here. */
  readonly slots: number;
  readonly inHand: ReadonlyMap<EndpointId, number>;
}

/** What came of a try, to be written down. */
export interface TryRecord {
  readonly id: string;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>> | undefined;
  readonly responseBody: string | undefined;
  readonly truncated: boolean;
}

/** The queue as the worker sees it: of all tenants, by the clock of the database. */
export interface DeliveryQueue {
  /** Looks through endpoints for which something waits, from behind `after` on, a bounded number of them. */
  waiting(after: EndpointKey | undefined): Promise<WaitingEndpoints>;
  /** Takes what is due of enabled endpoints. Whoever does not come back loses it when the lease ends. */
  claim(wish: ClaimWish): Promise<ClaimedDelivery[]>;
  /**
   * Writes down a try and what becomes of the delivery; the latter only while the claim is ours.
   * @returns for how long the endpoint has had no success, `undefined` after one or with the first failure.
   */
  save(delivery: ClaimedDelivery, verdict: Verdict, record: TryRecord): Promise<number | undefined>;
  /** Lets go of a delivery that was not tried. It is due again after the delay. */
  giveBack(delivery: ClaimedDelivery, delayMs: number, error?: string): Promise<void>;
  /** Ends a delivery that cannot be tried, because its event is gone. */
  abandon(delivery: ClaimedDelivery, error: string): Promise<void>;
}
