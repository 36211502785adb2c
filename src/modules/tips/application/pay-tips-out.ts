import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { add, negate, subtract, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { entryOf, payoutSource, type PayoutWish, type TipAccount, type TipEntry } from '../domain/tip-entry.js';
import { accountEvent, entrySnapshot, payoutSnapshot } from '../domain/tip-events.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import type { CashDesk, PayoutDesk, TipApprovals, TipOutlet, TipOutlets } from '../ports/neighbours.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { TipLedger } from '../ports/tip-ledger.js';
import { assertCurrencyOf, workplace, writtenIn } from './tip-workplace.js';

/** Out of a drawer, or by somebody who makes payouts. */
export type TipOutWay =
  | { readonly kind: 'cash'; readonly drawerSessionId: string }
  | { readonly kind: 'payout'; readonly payout: PayoutWish };

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
  readonly payouts: PayoutDesk;
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
   * Never more than is owed, unless a second person has approved it. Two who pay the same person wait for each other. A provider
   * is asked once the entry is committed; when it does not pay, the tip is owed again (`SettleTipPayout`).
   * @throws Refusal `tip_outlet_not_found`, `currency_mismatch`, `tip_out_too_high`, `tip_session_elsewhere`,
   * `card_data_not_allowed`, and those of drawers, approvals and payouts.
   */
  async execute(context: RequestContext, wish: TipOutWish): Promise<TipMoved> {
    this.assertHarmless(wish);
    const moved = await this.transactor.run(context, (tx) => this.payIn(tx, context, wish));
    if (moved.entry.payout !== null) await this.neighbours.payouts.send(context, moved.entry.payout.id);
    return moved;
  }

  private async payIn(tx: Tx, context: RequestContext, wish: TipOutWish): Promise<TipMoved> {
    const { outlet, account, before } = await this.opened(tx, context, wish);
    const approvedBy = await this.authorised(tx, context, wish, account, before);
    const entry = entryOf(account, {
      ...{ id: this.ids.next<'tip-entry'>(), ...writtenIn(context, outlet), amount: negate(wish.amount) },
      ...(await this.pay(tx, context, wish)),
      ...{ reason: wish.reason, approvedBy },
    });
    const owed = subtract(before, wish.amount);
    const payout = entry.payout && payoutSnapshot(entry.payout);
    const told = { entry: entrySnapshot(entry), before, payout, reason: wish.reason, approvedBy };
    await this.ledger.add(tx, [entry], [account]);
    this.outbox.append(tx, [accountEvent('pos.tip.paid_out', account, owed, told)]);
    return { entry, owed };
  }

  private async pay(
    tx: Tx,
    context: RequestContext,
    wish: TipOutWish,
  ): Promise<Pick<TipEntry, 'kind' | 'source'> & Partial<Pick<TipEntry, 'drawerSessionId' | 'payout'>>> {
    const { way, outletId, amount, reason } = wish;
    if (way.kind === 'cash') {
      const { drawerSessionId } = way;
      await this.payCash(tx, context, wish, drawerSessionId);
      return { kind: 'paid_cash', drawerSessionId, source: `paid:${this.ids.next()}` };
    }
    const payout = { id: this.ids.next<'payout'>(), ...way.payout };
    await this.neighbours.payouts.begin(tx, { ...payout, outletId, amount, reason });
    return { kind: 'paid_payout', payout, source: payoutSource('begun', payout.id) };
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
