import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import type { PlanRequests } from '../../application/plan-requests.js';
import { systemContext } from '../../application/system-context.js';
import type { LicenceEvents } from '../../domain/licence-events.js';
import type { PlanRequestId } from '../../domain/plan-request.js';

/** Brings what a business asks for to the vendor, who is another tenant. Told twice, it is one request. */
export class PlanRequestListener implements EventSubscriber {
  readonly pattern = 'pos.licence.plan_requested';

  constructor(private readonly requests: Pick<PlanRequests, 'receive'>) {}

  async handle(event: PublishedEvent): Promise<void> {
    const { tenantId: businessId, tenantSlug: businessSlug, occurredAt, actor, requestId } = event;
    const { request } = event.data as LicenceEvents['pos.licence.plan_requested'];
    const context = { ...systemContext(businessId, businessSlug, occurredAt), requestId };
    await this.requests.receive(context, {
      ...{ id: request.id as PlanRequestId, businessId, businessSlug, plan: request.plan, note: request.note },
      ...{ requestedBy: actor, requestedAt: occurredAt },
    });
  }
}
