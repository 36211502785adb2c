import type { RequestContext } from '../../../kernel/context.js';
import { money } from '../../../kernel/money.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { decideVariance } from '../domain/count-cash.js';
import type { SessionId } from '../domain/drawer-session.js';
import type { SecondPerson } from '../ports/second-person.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { SessionDesk, SessionShown } from './session-desk.js';

export interface VarianceCommand {
  readonly verdict: 'approved' | 'rejected';
  readonly reason: string;
  readonly approvalId: string | undefined;
}

/** Approves or rejects a variance that is above the outlet's limit. */
export class DecideOnVariance {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: SessionDesk,
    private readonly secondPerson: SecondPerson,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `drawer_session_not_found`, `drawer_variance_not_pending`, `drawer_variance_own_count`, and those of approvals.
   */
  execute(context: RequestContext, id: SessionId, command: VarianceCommand): Promise<SessionShown> {
    const { verdict, reason, approvalId } = command;
    this.screen(reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const { session, expected, doing } = await this.desk.lockedForModule(tx, context, id);
      const { outletId } = session;
      const amount = session.status === 'closed' ? money(Math.abs(session.variance.amount), session.currency) : null;
      const act = { action: 'drawer.variance', permission: 'drawers:approve', targetId: id, outletId } as const;
      const { approvedBy } = await this.secondPerson.authorise(tx, context, { ...act, amount, reason, approvalId });
      const decision = decideVariance(session, verdict, reason, { ...doing, approvedBy });
      await this.desk.end(tx, decision);
      return this.desk.shown(context, decision, expected);
    });
  }
}
