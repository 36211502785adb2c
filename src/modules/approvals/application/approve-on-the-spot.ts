import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/actor.js';
import { grantBeforehand } from '../domain/approval-lifecycle.js';
import type { Approval, ApprovalDraft, ApprovalId } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';
import type { PersonProof } from '../ports/person-proof.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { Workplaces } from '../ports/workplaces.js';

export interface OnTheSpotCommand extends Omit<ApprovalDraft, 'id'> {
  readonly id: ApprovalId | undefined;
  /** The second person, who enters the PIN at the caller's device. */
  readonly approverId: string;
  readonly pin: string;
}

/** What approving on the spot takes. */
export interface OnTheSpotParts {
  readonly transactor: Transactor;
  readonly approvals: ApprovalRepository;
  readonly places: Workplaces;
  readonly proof: PersonProof;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly screen: TextScreen;
}

/** A second person stands for an act of the caller by entering a PIN at the caller's device. */
export class ApproveOnTheSpot {
  constructor(private readonly use: OnTheSpotParts) {}

  /**
   * @returns the approval, granted to the caller. @throws Refusal `outlet_not_found`, `credentials_refused`, `sign_in_locked`,
   * `device_required`, `permission_missing` (the second person lacks `approvals:grant` or the right of the act),
   * `approval_of_own_act`, `approval_id_taken`, `card_data_not_allowed`.
   */
  async execute(context: RequestContext, command: OnTheSpotCommand): Promise<Approval> {
    const { transactor, approvals, places, proof, outbox, ids, screen } = this.use;
    const { id, approverId, pin, ...scope } = command;
    screen.assertHarmless(scope.reason, '/reason');
    const { principal, at } = context;
    const draft = { ...scope, id: id ?? ids.next<'approval'>() };
    if (!mayActFor(principal, draft.outletId)) throw noOutlet(draft);
    const { actor, permissions } = await proof.prove(context, approverId, pin);
    return transactor.run(context, async (tx) => {
      if (!(await places.exists(tx, draft.outletId))) throw noOutlet(draft);
      if (!permissions.has('approvals:grant'))
        throw new Refusal('permission_missing', { permission: 'approvals:grant' });
      const { state, events } = grantBeforehand(draft, actorOf(principal), { actor, permissions, note: null }, at);
      approvals.add(tx, state);
      outbox.append(tx, events);
      return state;
    });
  }
}

function noOutlet({ outletId }: ApprovalDraft): Refusal {
  return new Refusal('outlet_not_found', { outletId });
}
