import type { RequestContext } from '../../../../kernel/context.js';
import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import type { ReportSession } from '../../application/report-session.js';

/** Hears of drawer sessions that were closed and has their Z reports made. Told twice, it finds the report that is there. */
export class ClosedSessionsListener implements EventSubscriber {
  readonly pattern = 'pos.cashdrawer.closed';

  constructor(
    private readonly reportSession: Pick<ReportSession, 'execute'>,
    private readonly now: () => Date,
  ) {}

  async handle({ tenantId, tenantSlug, aggregateId, requestId, traceParent }: PublishedEvent): Promise<void> {
    const principal = { kind: 'system', id: 'business-days', permissions: new Set<string>(), test: false } as const;
    const trace = traceParent === null ? {} : { traceParent };
    const context: RequestContext = { tenantId, tenantSlug, principal, requestId, at: this.now(), ...trace };
    await this.reportSession.execute(context, aggregateId);
  }
}
