import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/actor.js';
import type { ApprovalEvent } from '../domain/approval-events.js';
import { deny, grant, withdraw } from '../domain/approval-lifecycle.js';
import type { ApprovalRefusal } from '../domain/approval-refusal.js';
import type { Approval, ApprovalId } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

export interface DecideCommand {
  readonly id: ApprovalId;
  readonly verb: 'grant' | 'deny' | 'withdraw';
  readonly note: string | null;
}

/** Answers somebody who asks for a second person, or takes the question back. */
export class DecideApproval {
  constructor(
    private readonly transactor: Transactor,
    private readonly approvals: ApprovalRepository,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `approval_not_found`, `approval_not_open`, `card_data_not_allowed`; granting and denying also
   * `approval_of_own_act` and `permission_missing` (that of the act), withdrawing `approval_of_another`.
   */
  execute(context: RequestContext, command: DecideCommand): Promise<Approval> {
    if (command.note !== null) this.screen.assertHarmless(command.note, '/note');
    return this.transactor.run(context, async (tx) => {
      const [approval] = await this.approvals.lock(tx, [command.id]);
      if (approval === undefined || !mayActFor(context.principal, approval.outletId)) {
        throw new Refusal<ApprovalRefusal>('approval_not_found', { approvalId: command.id });
      }
      const { state, events } = decided(context, command, approval);
      await this.approvals.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

function decided(
  { principal, at }: RequestContext,
  { verb, note }: DecideCommand,
  approval: Approval,
): Decision<Approval, ApprovalEvent> {
  const actor = actorOf(principal);
  if (verb === 'withdraw') return withdraw(approval, actor, at);
  const decide = verb === 'grant' ? grant : deny;
  return decide(approval, { actor, permissions: principal.permissions, note }, at);
}
