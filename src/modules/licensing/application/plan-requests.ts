import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { close, receive, type PlanRequest, type PlanRequestId } from '../domain/plan-request.js';
import { PLATFORM } from '../domain/platform.js';
import type { PlanRequestQuery, PlanRequestRepository } from '../ports/plan-request-repository.js';

/** What businesses ask the vendor for, in the vendor's own tenant. */
export class PlanRequests {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: PlanRequestRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Takes in what a business asked for: one request, however often it is told. */
  async receive(
    context: RequestContext,
    request: Omit<PlanRequest, 'status' | 'closedAt' | 'answer' | 'version'>,
  ): Promise<void> {
    const { state, events } = receive({ ...request, status: 'open', closedAt: null, answer: null, version: 1 });
    await this.transactor.run({ ...context, tenantId: PLATFORM.id, tenantSlug: PLATFORM.slug }, async (tx) => {
      if (await this.requests.add(tx, state)) this.outbox.append(tx, events);
    });
  }

  list(query: PlanRequestQuery): Promise<readonly PlanRequest[]> {
    return this.transactor.read({ tenantId: PLATFORM.id }, (tx) => this.requests.list(tx, query));
  }

  /** @throws Refusal `plan_request_not_found`, `plan_request_closed`. */
  close(context: RequestContext, id: PlanRequestId, answer: string | null): Promise<PlanRequest> {
    return this.transactor.run(context, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (request === undefined) throw new Refusal<LicensingRefusal>('plan_request_not_found', { requestId: id });
      const { state, events } = close(request, answer, context.at);
      await this.requests.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
