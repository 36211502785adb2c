import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EndpointId, EndpointWish, WebhookEndpoint } from '../domain/endpoint.js';
import { changeEndpoint } from '../domain/endpoint-lifecycle.js';
import type { EndpointRepository } from '../ports/endpoint-repository.js';
import type { UrlCheck } from '../ports/webhook-caller.js';
import { assertOutlets, assertUrl, assertWithinReach } from './create-endpoint.js';

/** Decides whether the version that the caller saw is the present one; throws where not. */
export type VersionCheck = (currentVersion: number) => void;

export interface ChangeEndpointCommand {
  readonly endpointId: EndpointId;
  readonly changes: Partial<EndpointWish>;
  readonly checkVersion: VersionCheck;
}

/** Changes an endpoint's address, description and filters. What is queued already goes to the new address. */
export class ChangeEndpoint {
  constructor(
    private readonly transactor: Transactor,
    private readonly endpoints: EndpointRepository,
    private readonly outbox: Outbox,
    private readonly urls: UrlCheck,
  ) {}

  /** @throws Refusal of `EndpointRefusal`, or of the version check. */
  execute(context: RequestContext, command: ChangeEndpointCommand): Promise<WebhookEndpoint> {
    const { endpointId, changes, checkVersion } = command;
    return this.transactor.run(context, async (tx) => {
      const endpoint = await this.endpoints.get(tx, endpointId);
      assertWithinReach(context.principal, endpoint);
      checkVersion(endpoint.version);
      if (changes.url !== undefined) assertUrl(this.urls, changes.url);
      if (changes.outletIds !== undefined) assertOutlets(context.principal, changes.outletIds);
      const { state, events } = changeEndpoint(endpoint, changes, context.at);
      if (events.length > 0) await this.endpoints.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
