import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { AccountEntry } from '../domain/account-entry.js';
import { payAccount, type Repayment } from '../domain/account-ledger.js';
import type { HouseAccount, HouseAccountId, HouseAccountRefusal } from '../domain/house-account.js';
import type { AccountDrawers } from '../ports/account-drawers.js';
import type { AccountOutlets } from '../ports/account-outlets.js';
import type { HouseAccountRepository } from '../ports/house-account-repository.js';

/** An account after a repayment, and the entry that tells of it. */
export interface PaidAccount {
  readonly account: HouseAccount;
  readonly entry: AccountEntry;
}

/** Takes money for what is owed on an account; cash goes into a drawer. */
export class PayAccount {
  constructor(
    private readonly transactor: Transactor,
    private readonly accounts: HouseAccountRepository,
    private readonly outbox: Outbox,
    private readonly outlets: AccountOutlets,
    private readonly drawers: AccountDrawers,
  ) {}

  /**
   * @throws Refusal `house_account_not_found`, `house_account_closed`, `house_account_amount_invalid`, `house_account_currency`,
   * `house_account_payment_too_high`, `house_account_outlets_invalid`, `house_account_drawer_needed`, and those of the drawer:
   * `drawer_session_not_found`, `drawer_session_not_open`, `drawer_count_forced`.
   */
  execute(context: RequestContext, id: HouseAccountId, repayment: Repayment): Promise<PaidAccount> {
    return this.transactor.run(context, async (tx) => {
      await this.assertPlace(tx, context, repayment);
      const account = await this.accounts.get(tx, id, context.principal.outlets);
      const outletId = await this.drawerOutlet(tx, context, account, repayment);
      const decision = payAccount(account, { ...repayment, outletId }, context.at);
      await this.accounts.save(tx, decision);
      this.outbox.append(tx, decision.events);
      return { account: decision.state, entry: decision.entries[0] as AccountEntry };
    });
  }

  /** Puts cash into its drawer, which is locked after the account, and tells where the money was taken. */
  private async drawerOutlet(
    tx: Tx,
    context: RequestContext,
    { number }: HouseAccount,
    { amount, outletId, drawerSessionId: sessionId }: Repayment,
  ): Promise<OutletId | null> {
    if (sessionId === null) return outletId;
    const reason = `house account ${number}`;
    const ofDrawer = await this.drawers.paidIn(tx, context, { sessionId, amount, reason });
    if (outletId !== null && outletId !== ofDrawer) throw drawerNeeded('/outletId', 'the drawer is of another outlet');
    return ofDrawer;
  }

  /** Cash belongs into a drawer wherever drawers are kept; what comes otherwise never does. */
  private async assertPlace(tx: Tx, context: RequestContext, { tender, outletId, drawerSessionId }: Repayment) {
    if (outletId !== null) await this.assertOutlet(tx, context, outletId);
    if (tender !== 'cash') {
      if (drawerSessionId !== null) throw drawerNeeded('/drawerSessionId', 'only cash goes into a drawer');
      return;
    }
    if (drawerSessionId !== null) return;
    if (outletId === null) throw drawerNeeded('/drawerSessionId', 'cash goes into a drawer, or is taken at an outlet');
    if (await this.drawers.sessionRequired(tx, outletId)) {
      throw drawerNeeded('/drawerSessionId', 'the outlet takes cash only into an open drawer');
    }
  }

  private async assertOutlet(tx: Tx, { principal }: RequestContext, outletId: OutletId): Promise<void> {
    if (mayActFor(principal, outletId) && (await this.outlets.all(tx)).includes(outletId)) return;
    const field = { pointer: '/outletId', message: 'must be an outlet that you act for' };
    throw new Refusal<HouseAccountRefusal>('house_account_outlets_invalid', { outletId }, [field]);
  }
}

function drawerNeeded(pointer: string, message: string): Refusal<HouseAccountRefusal> {
  return new Refusal('house_account_drawer_needed', {}, [{ pointer, message }]);
}
