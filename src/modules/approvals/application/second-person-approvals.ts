import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Act } from '../domain/act.js';
import { actorOf } from '../domain/actor.js';
import { approvalEvent } from '../domain/approval-events.js';
import type { ApprovalRefusal } from '../domain/approval-refusal.js';
import { assertReason, NO_RULE, secondPersonFor } from '../domain/approval-rule.js';
import { whyInvalid } from '../domain/approval-use.js';
import type { ApprovalId } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';
import type { ApprovalRules } from '../ports/approval-rules.js';
import { ApprovalsFacade, type Authorised } from './approvals-facade.js';

/** Acts by rights, rules and a second person's word. Costs no round trip where no second person is needed. */
export class SecondPersonApprovals extends ApprovalsFacade {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly rules: ApprovalRules,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async authorise(tx: Tx, context: RequestContext, act: Act): Promise<Authorised> {
    const { action, permission, amount, approvalId } = act;
    const isAllowed = context.principal.permissions.has(permission);
    if (!isAllowed && approvalId === undefined) throw new Refusal('permission_missing', { permission });
    const rule = (await this.rules.known(tx)).get(action) ?? NO_RULE;
    assertReason(rule, act);
    const wanted = secondPersonFor(rule, amount);
    if (isAllowed && wanted === undefined) return { approvedBy: null };
    if (approvalId === undefined) {
      const limit = wanted?.limit ?? null;
      throw new Refusal<ApprovalRefusal>('approval_required', { action, limit, approval: { action, limit } });
    }
    return { approvedBy: await this.useUp(tx, context, act, approvalId) };
  }

  private async useUp(tx: Tx, context: RequestContext, act: Act, id: string): Promise<string> {
    const { action, targetId, outletId, amount } = act;
    const { at, requestId, principal } = context;
    const use = { action, targetId, outletId, amount, at, requestId, actor: actorOf(principal) };
    const used = await this.approvals.use(tx, id, use);
    if (used?.decidedBy == null) {
      const why = whyInvalid(await this.approvals.find(tx, id as ApprovalId), use) ?? 'used';
      throw new Refusal<ApprovalRefusal>('approval_invalid', { action, why, approval: { action, why } });
    }
    this.outbox.append(tx, [approvalEvent('pos.approval.used', used)]);
    return used.decidedBy;
  }
}
