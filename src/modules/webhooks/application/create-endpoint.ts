import { mayActFor, type Principal, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  ENDPOINTS_MAX,
  type EndpointId,
  type EndpointRefusal,
  type EndpointWish,
  type WebhookEndpoint,
} from '../domain/endpoint.js';
import { createEndpoint } from '../domain/endpoint-lifecycle.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { IntegrationAllowance } from '../ports/integration-allowance.js';
import type { SigningSecrets } from '../ports/signing-secrets.js';
import type { UrlCheck } from '../ports/webhook-caller.js';

/** An endpoint with a secret just made: the only time that its text is known. */
export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

export type CreateEndpointCommand = EndpointWish & { readonly id: EndpointId | undefined };

/** Makes an endpoint, which gets the events that happen from now on. */
export class CreateEndpoint {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: SigningSecrets,
    private readonly urls: UrlCheck,
    private readonly allowance: IntegrationAllowance,
  ) {}

  /** @throws Refusal of `EndpointRefusal`, `entitlement_exceeded`. */
  async execute(context: RequestContext, { id, ...wish }: CreateEndpointCommand): Promise<EndpointWithSecret> {
    const { tenantId, principal, at } = context;
    const endpointId = id ?? this.ids.next<'webhook-endpoint'>();
    // Sealed before the transaction: the key service may be far away.
    const { text, stored } = await this.secrets.make({ tenantId, endpointId }, 1);
    return this.transactor.run(context, async (tx) => {
      assertUrl(this.urls, wish.url);
      assertOutlets(principal, wish.outletIds);
      const making = { id: endpointId, secret: stored, by: principal.id, at };
      const { state, events } = createEndpoint(wish, making);
      const count = await this.endpoints.countForAdding(tx);
      if (count >= ENDPOINTS_MAX)
        throw new Refusal<EndpointRefusal>('too_many_webhook_endpoints', { limit: ENDPOINTS_MAX });
      await this.allowance.reserve(tx);
      await this.endpoints.add(tx, state);
      this.outbox.append(tx, events);
      return { endpoint: state, secret: text };
    });
  }
}

/** @throws Refusal `webhook_url_forbidden`. */
export function assertUrl(urls: UrlCheck, url: string): void {
  const message = urls.refusalOf(url);
  if (message !== undefined)
    throw new Refusal<EndpointRefusal>('webhook_url_forbidden', { reason: message }, [{ pointer: '/url', message }]);
}

/** Whoever acts for some outlets can send the events of those elsewhere, and no others. @throws Refusal `webhook_outlets_restricted`. */
export function assertOutlets(by: Principal, outletIds: readonly OutletId[] | null): void {
  const tooFar = outletIds === null ? by.outlets !== undefined : outletIds.some((outlet) => !mayActFor(by, outlet));
  if (!tooFar) return;
  const message = 'must be outlets that you may act for';
  throw new Refusal<EndpointRefusal>('webhook_outlets_restricted', {}, [{ pointer: '/outletIds', message }]);
}

/** An endpoint that gets events of other outlets too looks absent. @throws Refusal `webhook_endpoint_not_found`. */
export function assertWithinReach(by: Principal, { id, outletIds }: WebhookEndpoint): void {
  const within = by.outlets === undefined || (outletIds !== null && outletIds.every((outlet) => mayActFor(by, outlet)));
  if (!within) throw new Refusal<EndpointRefusal>('webhook_endpoint_not_found', { endpointId: id });
}
