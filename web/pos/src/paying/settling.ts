import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { subtract, sum, type Money } from '../../../../sdk/src/money.js';
import type { Till } from '../till.js';
import { drawerPolicyOf, tendersOf } from './book-facts.js';
import { keepSale } from './kept-sales.js';
import { booked, leftOf, type PaySession, type TakenPayment } from './pay-session.js';
import { needsNetwork } from './pay-tender.js';
import type { PayingState } from './paying-state.js';
import { refusalSentence } from './refusal-sentence.js';
import { placedBy, type SaleBooking } from './sale-booking.js';
import type { PlacedOrder } from './sale-to-pay.js';

const RECEIPT_MS = 10_000;

/** Writes payments down, and ends the sale when nothing is due. */
export class Settling {
  constructor(
    private readonly till: Till,
    private readonly state: PayingState,
    private readonly booking: SaleBooking,
  ) {}

  /** Whether the outlet takes money only into an open drawer. */
  needsDrawer(): boolean {
    return !this.till.training.value && drawerPolicyOf(this.till)?.sessionRequired === true;
  }

  /** Takes a payment that is in hand. What it settles is done; what it does not, waits for the rest. */
  async take(next: PaySession): Promise<void> {
    const { state } = this;
    const before = state.session.value;
    state.stage.value = 'busy';
    try {
      if (state.placed.value !== null) await this.addTo(state.placed.value, next);
      else if (next.settled) {
        await this.ringUp(next);
        this.openDrawerFor(next);
        return;
      }
      this.openDrawerFor(next);
      state.handBack.value = next.taken.at(-1)?.change ?? null;
      const known = state.placed.value === null ? next : booked(next);
      if (next.settled && state.placed.value !== null) await this.complete(state.placed.value, known);
      else state.ready(known);
    } catch (error) {
      state.problem.value = refusalSentence(this.till, error);
      if (before !== null) state.ready(before);
    }
  }

  /** Places the sale as it is, so that the service can have the rest collected. @returns the order, or `null` with a word why not. */
  async place(): Promise<PlacedOrder | null> {
    const { state, booking, till } = this;
    const { value: session } = state.session;
    const { value: sale } = state.sale;
    if (session === null) return null;
    if (state.placed.value === null && sale !== null) {
      const rung = await booking.ring(sale, session.taken, false);
      state.placed.value = placedBy(rung);
      state.session.value = booked(session);
      state.keep();
    }
    if (state.placed.value === null) return null;
    const { placed, why } = await booking.settle(state.placed.value, RECEIPT_MS);
    if (placed !== null) {
      state.placed.value = placed;
      state.keep();
      return placed;
    }
    state.problem.value = why ?? till.t('pay.notPlaced');
    return null;
  }

  /** Shows a sale as paid that the service has ended, with the receipt that it writes. */
  async finishOnline(session: PaySession, placed: PlacedOrder): Promise<void> {
    const receipt = await this.serviceReceipt(placed.id);
    this.finish(session, placed, receipt);
  }

  /** Cash goes into the drawer, and change comes out of it. */
  private openDrawerFor({ taken }: PaySession): void {
    if (taken.at(-1)?.tender === 'cash' && !this.till.training.value) this.till.openDrawer();
  }

  private async ringUp(session: PaySession): Promise<void> {
    const { state, booking, till } = this;
    const { value: sale } = state.sale;
    if (sale === null) throw new Error('there is no sale to ring up');
    const rung = await booking.ring(sale, session.taken, true);
    const { receiptNumber } = rung;
    if (!till.training.value) await keepSale(till, { order: rung.order, receipt: rung.receipt, receiptNumber });
    sale.sold();
    const { total } = rung.order.totals;
    const change = lastChange(session);
    state.finish({ orderId: rung.order.id, total, change, receipt: rung.receipt, receiptNumber });
  }

  private async addTo(placed: PlacedOrder, next: PaySession): Promise<void> {
    const payment = next.taken.at(-1);
    if (payment === undefined) return;
    this.state.placed.value = await this.booking.pay(placed, payment);
  }

  private async complete(placed: PlacedOrder, session: PaySession): Promise<void> {
    const ended = await this.booking.complete(placed);
    this.state.placed.value = ended;
    const ownReceipt = this.isByHand(session.taken) ? await this.ownReceipt(session, ended) : null;
    if (ownReceipt !== null) {
      this.finish(session, ended, ownReceipt);
      return;
    }
    if (this.till.online.value) await this.booking.settle(ended, RECEIPT_MS);
    await this.finishOnline(session, ended);
  }

  private finish(session: PaySession, placed: PlacedOrder, receipt: Receipt | null): void {
    const { state } = this;
    const { value: sale } = state.sale;
    sale?.sold();
    const total = receipt?.totals.total ?? paidIn(session);
    const { id: orderId, receiptNumber } = placed;
    state.finish({ orderId, total, change: lastChange(session), receipt, receiptNumber });
  }

  private async ownReceipt(session: PaySession, placed: PlacedOrder): Promise<Receipt | null> {
    const { value: sale } = this.state.sale;
    const { receiptNumber } = placed;
    return sale === null || receiptNumber === null ? null : this.booking.receiptOf(sale, session.taken, receiptNumber);
  }

  /** Whether the register can write the receipt: it knows nothing of what others collect. */
  private isByHand(taken: readonly TakenPayment[]): boolean {
    const tenders = tendersOf(this.till);
    return taken.every(({ tender }) => !tenders.some((one) => one.code === tender && needsNetwork(one)));
  }

  private async serviceReceipt(orderId: string): Promise<Receipt | null> {
    if (!this.till.online.value) return null;
    try {
      return await this.till.client().request<Receipt>('GET', `/pos/orders/${orderId}/receipt`, { attempts: 2 });
    } catch (error) {
      // The sale is paid all the same: the receipt can be had later.
      this.till.say(refusalSentence(this.till, error));
      return null;
    }
  }
}

function lastChange(session: PaySession): Money {
  return session.taken.at(-1)?.change ?? leftOf(session);
}

function paidIn({ taken, bill }: PaySession): Money {
  return sum(
    taken.map(({ amount, change, pays }) => (amount.amount > pays.amount ? subtract(amount, change) : amount)),
    bill.currency,
  );
}
