import type { RequestContext } from '../../../kernel/context.js';
import { zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { readCount, type CountDraft, type CountedCash } from '../domain/cash-count.js';
import { closeSession, countCash, handOver, reopenCount, startCount, swapTray } from '../domain/count-cash.js';
import { countable, type DrawerPolicy } from '../domain/drawer-policy.js';
import type { DrawerRefusal } from '../domain/drawer-refusal.js';
import type { SessionId } from '../domain/drawer-session.js';
import type { Tray, TrayId } from '../domain/drawer.js';
import type { SessionDecision } from '../domain/session-decision.js';
import type { DrawerRepository, PolicyRepository } from '../ports/drawer-repository.js';
import type { AtDesk, CountShown, SessionDesk } from './session-desk.js';

/** What is done with a session beside moving cash. */
export type SessionCommand =
  | { readonly verb: 'count'; readonly draft: CountDraft }
  | { readonly verb: 'hand_over'; readonly cashierId: string; readonly draft: CountDraft | null }
  | { readonly verb: 'swap_tray'; readonly trayId: TrayId | null; readonly draft: CountDraft }
  | { readonly verb: 'start_count' | 'reopen_count' }
  | { readonly verb: 'close'; readonly draft: CountDraft; readonly keepAsFloat: Money | null };

/** Counts a drawer, hands it over, changes its tray, and closes it. */
export class WorkSession {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: SessionDesk,
    private readonly policies: PolicyRepository,
    private readonly drawers: DrawerRepository,
  ) {}

  /** @throws Refusal `drawer_session_not_found`, `permission_missing`, and what says why it cannot be done in this state. */
  execute(context: RequestContext, id: SessionId, command: SessionCommand): Promise<CountShown> {
    return this.transactor.run(context, async (tx) => {
      const at = await this.desk.locked(tx, context, id);
      const policy = await this.policies.of(tx, at.session.outletId);
      const decision = await this.decide(tx, at, command, policy);
      await this.desk.end(tx, decision);
      return this.desk.shown(context, decision, at.expected);
    });
  }

  private async decide(tx: Tx, at: AtDesk, command: SessionCommand, policy: DrawerPolicy): Promise<SessionDecision> {
    const { session, expected, doing } = at;
    const read = (draft: CountDraft, pointer = ''): CountedCash =>
      readCount(draft, session.currency, countable(policy, session.currency), pointer);
    switch (command.verb) {
      case 'count':
        return countCash(session, expected, read(command.draft), policy, doing);
      case 'hand_over': {
        const counted = command.draft && { cash: read(command.draft, '/count'), expected };
        return handOver(session, command.cashierId, counted, policy, doing);
      }
      case 'swap_tray': {
        const tray = command.trayId && (await this.freeTray(tx, command.trayId));
        return swapTray(session, tray, { cash: read(command.draft, '/count'), expected }, policy, doing);
      }
      case 'start_count':
        return startCount(session, doing);
      case 'reopen_count':
        return reopenCount(session);
      case 'close': {
        const keptFloat = command.keepAsFloat ?? zero(session.currency);
        return closeSession(session, expected, { cash: read(command.draft), keptFloat }, policy, doing);
      }
    }
  }

  private async freeTray(tx: Tx, trayId: TrayId): Promise<Tray> {
    const tray = await this.drawers.tray(tx, trayId);
    if (await this.drawers.inUse(tx, { trayId })) throw new Refusal<DrawerRefusal>('drawer_tray_in_use', { trayId });
    return tray;
  }
}
