import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { ACCOUNTS } from '../domain/drawer-ledger.js';
import type { SessionId } from '../domain/drawer-session.js';
import { moveCash, type CashMove } from '../domain/move-cash.js';
import type { CashBookings, OrderEntry } from '../ports/cash-bookings.js';
import type { PolicyRepository } from '../ports/drawer-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import {
  DrawersFacade,
  type CashBooked,
  type NamedCash,
  type OrderCash,
  type SessionAsked,
  type SessionBooking,
  type SessionFound,
} from './drawers-facade.js';
import type { SessionDesk } from './session-desk.js';

/** Drawers as orders, tips and house accounts use them. */
export class CashTill extends DrawersFacade {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly bookings: CashBookings,
    private readonly desk: SessionDesk,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  async sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean> {
    return (await this.policies.of(tx, outletId)).sessionRequired;
  }

  book(tx: Tx, booking: SessionBooking): void {
    const drawer = ACCOUNTS.drawer(booking.sessionId);
    this.bookings.book(
      tx,
      booking,
      booking.cash.map((cash) => entryOf(cash, drawer)),
    );
  }

  holdOpen(tx: Tx, sessionId: string): Promise<boolean> {
    return this.bookings.holdOpen(tx, sessionId);
  }

  sessionFor(tx: Tx, asked: SessionAsked): Promise<SessionFound> {
    return this.bookings.sessionFor(tx, asked);
  }

  tipOut(tx: Tx, context: RequestContext, cash: NamedCash & { readonly person: string }): Promise<CashBooked> {
    this.screen(cash.person, '/person');
    return this.move(tx, context, 'tip_out', cash, { person: cash.person });
  }

  paidIn(tx: Tx, context: RequestContext, cash: NamedCash & { readonly category: string }): Promise<CashBooked> {
    this.screen(cash.category, '/category');
    return this.move(tx, context, 'paid_in', cash, { category: cash.category });
  }

  private async move(
    tx: Tx,
    context: RequestContext,
    kind: CashMove,
    { sessionId, amount, reason }: NamedCash,
    words: { readonly person: string } | { readonly category: string },
  ): Promise<CashBooked> {
    this.screen(reason, '/reason');
    const at = await this.desk.lockedForModule(tx, context, sessionId as SessionId);
    const policy = await this.policies.of(tx, at.session.outletId);
    const decision = moveCash(at.session, at.expected, { kind, amount, reason, ...words }, policy, at.doing);
    const [entryId] = await this.desk.end(tx, decision);
    if (entryId === undefined) throw new Error('cash was moved without an entry');
    return { entryId, outletId: at.session.outletId };
  }
}

function entryOf({ kind, amount, orderId, paymentId, refundId }: OrderCash, drawer: string): OrderEntry {
  const [debit, credit] = kind === 'sale' ? [drawer, ACCOUNTS.sales] : [ACCOUNTS.sales, drawer];
  return { kind, amount: amount.amount, debit, credit, orderId, paymentId, refundId };
}
