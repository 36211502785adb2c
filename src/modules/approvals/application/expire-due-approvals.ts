import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { expire } from '../domain/approval-lifecycle.js';
import type { ApprovalId } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';

/** Books that the time of approvals has passed. They hold no longer from that time on, whether or not it is booked. */
export class ExpireDueApprovals {
  constructor(
    private readonly transactor: Transactor,
    private readonly approvals: ApprovalRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under the locks: one that was decided or used since is left alone. @returns how many expired. */
  execute(tenantId: TenantId, ids: readonly ApprovalId[], at: Date): Promise<number> {
    const principal = { kind: 'system', id: 'approvals', permissions: new Set<string>(), test: false } as const;
    const context = { tenantId, tenantSlug: '', principal, requestId: 'approval-expiry', at };
    return this.transactor.run(context, async (tx) => {
      let done = 0;
      for (const approval of await this.approvals.lock(tx, ids)) {
        const decision = expire(approval, at);
        if (decision === undefined) continue;
        await this.approvals.save(tx, decision.state);
        this.outbox.append(tx, decision.events);
        done += 1;
      }
      return done;
    });
  }
}
