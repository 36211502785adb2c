import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { chargeAccount, refundToAccount, type AccountDecision } from '../domain/account-ledger.js';
import { normalNumber } from '../domain/account-number.js';
import { refusalOf, type HouseAccount, type HouseAccountRefusal } from '../domain/house-account.js';
import type { HouseAccountRepository } from '../ports/house-account-repository.js';
import { HouseAccountsFacade, type AccountCharge } from './house-accounts-facade.js';

type GiveBack = Parameters<HouseAccountsFacade['giveBack']>[1];

/** What the till does with house accounts, as parts of the order's own transaction. */
export class TillHouseAccounts extends HouseAccountsFacade {
  /** @param contextOf the operation that a transaction belongs to. */
  constructor(
    private readonly accounts: HouseAccountRepository,
    private readonly outbox: Outbox,
    private readonly contextOf: (tx: Tx) => RequestContext,
  ) {
    super();
  }

  async charge(tx: Tx, charge: AccountCharge): Promise<{ readonly accountId: string; readonly number: string }> {
    const { orderId, paymentId, outletId, amount } = charge;
    const account = await this.accountOf(tx, charge);
    // Under the account's lock: of two requests with one payment id the second one sees what the first has booked.
    if (await this.accounts.isCharged(tx, paymentId)) throw new Refusal('payment_id_taken', { paymentId });
    const { at } = this.contextOf(tx);
    const { id, number } = await this.booked(tx, chargeAccount(account, amount, { orderId, paymentId, outletId }, at));
    return { accountId: id, number };
  }

  async giveBack(tx: Tx, { amount, ...refund }: GiveBack): Promise<void> {
    const { paymentId, refundId } = refund;
    const first = await this.accounts.payment(tx, paymentId, refundId);
    if (first === undefined) throw new Error(`the payment ${paymentId} charged no house account`);
    // Whoever may refund the order may give it back, whichever outlets the account is for.
    const account = await this.accounts.get(tx, first.accountId, undefined);
    const known = await this.accounts.payment(tx, paymentId, refundId);
    if (known === undefined || known.isDone) return;
    const { charged, refunded } = known;
    if (refunded + amount.amount > charged) throw refusalOf('house_account_refund_too_high', account);
    await this.booked(tx, refundToAccount(account, amount, refund, this.contextOf(tx).at));
  }

  private async accountOf(tx: Tx, { account: number, customerId, amount }: AccountCharge): Promise<HouseAccount> {
    const account =
      number !== null
        ? await this.accounts.byNumber(tx, normalNumber(number))
        : customerId === null
          ? undefined
          : await this.accounts.byCustomer(tx, customerId, amount.currency);
    if (account === undefined) throw new Refusal<HouseAccountRefusal>('house_account_unknown');
    return account;
  }

  private async booked(tx: Tx, decision: AccountDecision): Promise<HouseAccount> {
    await this.accounts.save(tx, decision);
    this.outbox.append(tx, decision.events);
    return decision.state;
  }
}
