import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { SessionId } from '../domain/drawer-session.js';
import { moveCash, openWithoutSale, type CashMove } from '../domain/move-cash.js';
import type { PolicyRepository } from '../ports/drawer-repository.js';
import type { DrawerAct, SecondPerson } from '../ports/second-person.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { SessionDesk, SessionShown } from './session-desk.js';

/** Cash that somebody moves by hand, and their words for it. */
export interface CashMoveCommand {
  readonly kind: CashMove;
  readonly amount: Money;
  readonly reason: string | null;
  readonly category: string | null;
  readonly receiptReference: string | null;
  readonly person: string | null;
  readonly approvalId: string | undefined;
}

/** Nothing moves; the drawer is opened. */
export interface NoSaleCommand {
  readonly kind: 'no_sale';
  readonly reason: string;
  readonly approvalId: string | undefined;
}

/** Skims, pays in and out, pays tips out, and opens a drawer without a sale. */
export class MoveSessionCash {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: SessionDesk,
    private readonly policies: PolicyRepository,
    private readonly secondPerson: SecondPerson,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `drawer_session_not_found`, `drawer_session_not_open`, `drawer_count_forced`, `drawer_amount_invalid`,
   * `drawer_cash_too_low`, `currency_mismatch`, `card_data_not_allowed`, and those of approvals.
   */
  execute(context: RequestContext, id: SessionId, command: CashMoveCommand | NoSaleCommand): Promise<SessionShown> {
    this.assertTexts(command);
    return this.transactor.run(context, async (tx) => {
      const { session, expected, doing } = await this.desk.locked(tx, context, id);
      const policy = await this.policies.of(tx, session.outletId);
      const act = { ...actOf(command), targetId: session.id, outletId: session.outletId };
      const { approvedBy } = await this.secondPerson.authorise(tx, context, act);
      const approved = { ...doing, approvedBy };
      const decision =
        command.kind === 'no_sale'
          ? openWithoutSale(session, command.reason, approved)
          : moveCash(session, expected, command, policy, approved);
      await this.desk.end(tx, decision);
      return this.desk.shown(context, decision, expected);
    });
  }

  private assertTexts(command: CashMoveCommand | NoSaleCommand): void {
    for (const member of ['reason', 'category', 'receiptReference', 'person'] as const) {
      const text = member in command ? (command as CashMoveCommand)[member] : null;
      // What a bag says is its reference.
      const isBag = command.kind === 'skim' && member === 'receiptReference';
      if (text !== null) this.screen(text, isBag ? '/bag' : `/${member}`);
    }
  }
}

function actOf(
  command: CashMoveCommand | NoSaleCommand,
): Pick<DrawerAct, 'action' | 'permission' | 'amount' | 'reason' | 'approvalId'> {
  const { reason, approvalId } = command;
  if (command.kind === 'no_sale')
    return { action: 'drawer.no_sale', permission: 'drawers:no_sale', amount: null, reason, approvalId };
  const action = `drawer.${command.kind}` as const;
  return { action, permission: 'drawers:move', amount: command.amount, reason, approvalId };
}
