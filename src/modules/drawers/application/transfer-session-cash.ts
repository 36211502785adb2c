import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { DrawerRefusal } from '../domain/drawer-refusal.js';
import type { SessionId } from '../domain/drawer-session.js';
import { transferCash } from '../domain/move-cash.js';
import type { PolicyRepository } from '../ports/drawer-repository.js';
import type { SecondPerson } from '../ports/second-person.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { AtDesk, SessionDesk, SessionShown } from './session-desk.js';

export interface TransferCommand {
  readonly toSessionId: SessionId;
  readonly amount: Money;
  readonly reason: string;
  readonly approvalId: string | undefined;
}

/** Moves cash from one drawer to another of the same outlet. */
export class TransferSessionCash {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: SessionDesk,
    private readonly policies: PolicyRepository,
    private readonly secondPerson: SecondPerson,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal as for moving cash, and `drawer_transfer_invalid`. */
  execute(context: RequestContext, fromId: SessionId, command: TransferCommand): Promise<SessionShown> {
    const { toSessionId, amount, reason, approvalId } = command;
    this.screen(reason, '/reason');
    if (fromId === toSessionId)
      return Promise.reject(new Refusal<DrawerRefusal>('drawer_transfer_invalid', { drawerSessionId: fromId }));
    return this.transactor.run(context, async (tx) => {
      const { from, to } = await this.both(tx, context, fromId, toSessionId);
      const { id: targetId, outletId } = from.session;
      const act = { action: 'drawer.transfer', permission: 'drawers:move', targetId, outletId } as const;
      const { approvedBy } = await this.secondPerson.authorise(tx, context, { ...act, amount, reason, approvalId });
      const policy = await this.policies.of(tx, outletId);
      const decision = transferCash(from, to.session, { amount, reason }, policy, { ...from.doing, approvedBy });
      await this.desk.end(tx, decision.from);
      await this.desk.end(tx, decision.to);
      return this.desk.shown(context, decision.from, from.expected);
    });
  }

  /** Locked in the order of their ids, so that two transfers in opposite directions do not wait for each other. */
  private async both(
    tx: Tx,
    context: RequestContext,
    fromId: SessionId,
    toId: SessionId,
  ): Promise<{ readonly from: AtDesk; readonly to: AtDesk }> {
    const lockFrom = (): Promise<AtDesk> => this.desk.locked(tx, context, fromId);
    const lockTo = (): Promise<AtDesk> => this.desk.lockedForModule(tx, context, toId);
    if (fromId < toId) return { from: await lockFrom(), to: await lockTo() };
    const to = await lockTo();
    return { from: await lockFrom(), to };
  }
}
