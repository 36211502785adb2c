import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/actor.js';
import { ask, grantBeforehand } from '../domain/approval-lifecycle.js';
import type { Approval, ApprovalDraft, ApprovalId } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { Workplaces } from '../ports/workplaces.js';

export interface AskCommand extends Omit<ApprovalDraft, 'id'> {
  readonly id: ApprovalId | undefined;
  /** Who may do the act: the caller grants beforehand. `undefined`: the caller asks to do it. */
  readonly grantTo: string | undefined;
}

/** Asks for a second person, or is one before anybody asks. */
export class AskForApproval {
  constructor(
    private readonly transactor: Transactor,
    private readonly approvals: ApprovalRepository,
    private readonly places: Workplaces,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `outlet_not_found`, `approval_id_taken`, `card_data_not_allowed`; where the caller grants
   * beforehand also `permission_missing`, `approval_of_own_act`.
   */
  execute(context: RequestContext, { id, grantTo, ...scope }: AskCommand): Promise<Approval> {
    this.screen.assertHarmless(scope.reason, '/reason');
    const { principal, at } = context;
    const actor = actorOf(principal);
    const draft = { ...scope, id: id ?? this.ids.next<'approval'>() };
    return this.transactor.run(context, async (tx) => {
      const isTheirs = mayActFor(principal, draft.outletId) && (await this.places.exists(tx, draft.outletId));
      if (!isTheirs) throw new Refusal('outlet_not_found', { outletId: draft.outletId });
      const { state, events } =
        grantTo === undefined ? ask(draft, actor, at) : grantBeforehand(draft, grantTo, deciderOf(principal), at);
      this.approvals.add(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

function deciderOf(principal: RequestContext['principal']) {
  const { permissions } = principal;
  if (!permissions.has('approvals:grant')) throw new Refusal('permission_missing', { permission: 'approvals:grant' });
  return { actor: actorOf(principal), permissions, note: null };
}
