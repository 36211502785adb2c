import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { add, negate, subtract, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { entryOf, type Payout, type TipAccount, type TipEntry } from '../domain/tip-entry.js';
import { accountEvent, entrySnapshot } from '../domain/tip-events.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import type { CashDesk, TipApprovals, TipOutlet, TipOutlets } from '../ports/neighbours.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { TipLedger } from '../ports/tip-ledger.js';
import { actorOf, assertCurrencyOf, workplace } from './tip-workplace.js';

/** Out of a drawer, or by somebody who makes payouts. */
export type TipOutWay =
  { readonly kind: 'cash'; readonly drawerSessionId: string } | { readonly kind: 'payout'; readonly payout: Payout };

export interface TipOutWish {
  readonly outletId: OutletId;
  readonly personId: string;
  readonly amount: Money;
  readonly way: TipOutWay;
  readonly reason: string;
  readonly approvalId: string | undefined;
}

export interface TipAdjustment {
  readonly outletId: OutletId;
  readonly personId: string;
  /** Signed: above zero, more is owed. */
  readonly amount: Money;
  readonly reason: string;
}

/** What was written, and what is owed after it. */
export interface TipMoved {
  readonly entry: TipEntry;
  readonly owed: Money;
}

/** Who is asked before tips are paid. */
export interface TipOutNeighbours {
  readonly outlets: TipOutlets;
  readonly desk: CashDesk;
  readonly approvals: TipApprovals;
  readonly screen: TextScreen;
}

/** Pays people what they are owed, and corrects by hand what that is. */
export class PayTipsOut {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: TipLedger,
    private readonly neighbours: TipOutNeighbours,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * Never more than is owed, unless a second person has approved it. Two who pay the same person wait for each other.
   * @throws Refusal `tip_outlet_not_found`, `currency_mismatch`, `tip_out_too_high`, `tip_session_elsewhere`,
   * `card_data_not_allowed`, and those of drawers and approvals.
   */
  execute(context: RequestContext, wish: TipOutWish): Promise<TipMoved> {
    this.assertHarmless(wish);
    return this.transactor.run(context, async (tx) => {
      const { outlet, account, before } = await this.opened(tx, context, wish);
      const approvedBy = await this.authorised(tx, context, wish, account, before);
      if (wish.way.kind === 'cash') await this.payCash(tx, context, wish, wish.way.drawerSessionId);
      const id = this.ids.next<'tip-entry'>();
      const entry = entryOf(account, {
        ...{ id, ...writtenIn(context, outlet), amount: negate(wish.amount), source: `paid:${id}` },
        ...(wish.way.kind === 'cash'
          ? { kind: 'paid_cash', drawerSessionId: wish.way.drawerSessionId }
          : { kind: 'paid_payout', payout: wish.way.payout }),
        ...{ reason: wish.reason, approvedBy },
      });
      const owed = subtract(before, wish.amount);
      const told = { entry: entrySnapshot(entry), before, payout: entry.payout, reason: wish.reason, approvedBy };
      await this.ledger.add(tx, [entry], [account]);
      this.outbox.append(tx, [accountEvent('pos.tip.paid_out', account, owed, told)]);
      return { entry, owed };
    });
  }

  /** @throws Refusal `tip_outlet_not_found`, `currency_mismatch`, `card_data_not_allowed`. */
  adjust(context: RequestContext, wish: TipAdjustment): Promise<TipMoved> {
    const { screen } = this.neighbours;
    screen.assertHarmless(wish.personId, '/personId');
    screen.assertHarmless(wish.reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const { outlet, account, before } = await this.opened(tx, context, wish);
      const id = this.ids.next<'tip-entry'>();
      const entry = entryOf(account, {
        ...{ id, ...writtenIn(context, outlet), kind: 'adjusted', amount: wish.amount, source: `adjusted:${id}` },
        reason: wish.reason,
      });
      const owed = add(before, wish.amount);
      const told = { entry: entrySnapshot(entry), before, reason: wish.reason };
      await this.ledger.add(tx, [entry], [account]);
      this.outbox.append(tx, [accountEvent('pos.tip.adjusted', account, owed, told)]);
      return { entry, owed };
    });
  }

  /** The person's account, locked, its next event counted, and what is owed before. */
  private async opened(
    tx: Tx,
    context: RequestContext,
    { outletId, personId, amount }: Pick<TipOutWish, 'outletId' | 'personId' | 'amount'>,
  ): Promise<{ readonly outlet: TipOutlet; readonly account: TipAccount; readonly before: Money }> {
    const outlet = await workplace(tx, context, this.neighbours.outlets, outletId);
    assertCurrencyOf(outlet, amount);
    const found = (await this.ledger.accounts(tx, outlet, [personId])).get(personId);
    if (found === undefined) throw new Error(`no account was opened for ${personId}`);
    const account = { ...found, eventSequence: found.eventSequence + 1 };
    return { outlet, account, before: await this.ledger.sum(tx, account) };
  }

  private authorised(
    tx: Tx,
    context: RequestContext,
    { outletId, personId, amount, way, reason, approvalId }: TipOutWish,
    account: TipAccount,
    owed: Money,
  ): Promise<string | null> {
    const beyondOwed = amount.amount > owed.amount;
    if (beyondOwed && approvalId === undefined)
      throw new Refusal<TipRefusal>('tip_out_too_high', { personId, owed, amount, accountId: account.id });
    const targetId = way.kind === 'cash' ? way.drawerSessionId : account.id;
    const act = { targetId, outletId, amount, reason, approvalId, beyondOwed };
    return this.neighbours.approvals.authorise(tx, context, act);
  }

  private async payCash(
    tx: Tx,
    context: RequestContext,
    { outletId, amount, personId: person, reason }: TipOutWish,
    sessionId: string,
  ): Promise<void> {
    const of = await this.neighbours.desk.tipOut(tx, context, { sessionId, amount, person, reason });
    if (of !== outletId)
      throw new Refusal<TipRefusal>('tip_session_elsewhere', { drawerSessionId: sessionId, outletId });
  }

  private assertHarmless({ personId, reason, way }: TipOutWish): void {
    const { screen } = this.neighbours;
    screen.assertHarmless(personId, '/personId');
    screen.assertHarmless(reason, '/reason');
    if (way.kind === 'payout') screen.assertHarmless(way.payout.payee, '/payout/payee');
  }
}

function writtenIn(
  context: RequestContext,
  { timeZone, dayCutMinutes }: TipOutlet,
): Pick<TipEntry, 'businessDate' | 'actor' | 'at'> {
  const { businessDate } = businessTimeOf(context.at, timeZone, dayCutMinutes);
  return { businessDate, actor: actorOf(context), at: context.at };
}
