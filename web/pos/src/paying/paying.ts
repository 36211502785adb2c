import type { Order } from '../../../../sdk/src/contract/models.js';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { Money } from '../../../../sdk/src/money.js';
import { standFor } from '../shell/standing.js';
import type { Till } from '../till.js';
import { AddingLines } from './adding-lines.js';
import { amountOf, emptyEntry, erase, typeKey } from './amount-entry.js';
import { coinOf, tendersOf, unroundedDue } from './book-facts.js';
import { Collecting } from './collecting.js';
import { liveIn } from './collection.js';
import { openDrawer } from './drawer-memory.js';
import { EnterGate } from './enter-gate.js';
import {
  giveBack,
  join,
  leftOf,
  mayTake,
  openSession,
  split,
  takeCash,
  takeOther,
  type PaySession,
} from './pay-session.js';
import { flowOf, hindranceOf, type PayTender } from './pay-tender.js';
import { PayingState } from './paying-state.js';
import { placedFrom, SaleBooking } from './sale-booking.js';
import type { SaleToPay } from './sale-to-pay.js';
import { Settling } from './settling.js';

/** What the cashier does on the pay screen. */
export class Paying {
  readonly state: PayingState;
  readonly collecting: Collecting;
  readonly adding: AddingLines;
  readonly gate: EnterGate;
  private readonly booking: SaleBooking;
  private readonly settling: Settling;

  constructor(
    readonly till: Till,
    state = new PayingState(),
    gate = new EnterGate(),
  ) {
    this.state = state;
    this.gate = gate;
    this.booking = new SaleBooking(till);
    this.settling = new Settling(till, state, this.booking);
    this.collecting = new Collecting(till, state, this.settling);
    this.adding = new AddingLines(till, state, this.booking, (order) => this.beginOrder(order));
  }

  get stage(): PayingState['stage'] {
    return this.state.stage;
  }
  get locked(): PayingState['locked'] {
    return this.state.locked;
  }

  /**
   * Opens the pay screen for a basket. One that was rung up before the till was switched off is emptied instead; one of which
   * something was paid goes on where it was.
   */
  async begin(sale: SaleToPay): Promise<void> {
    const { state, till } = this;
    const before = state.session.value;
    if (this.adding.order.value !== null) return this.adding.add(sale);
    const goesOn = before !== null && before.orderId === sale.order.id;
    if (!goesOn) {
      state.clear();
      if (sale.placed === null && (await this.wasRung(sale))) return;
      state.placed.value ??= sale.placed;
    }
    this.prepare(goesOn ? before : openSession(sale.order.id, unroundedDue(sale.order), coinOf(till)));
    state.sale.value = sale;
    state.phone.value = sale.customer?.phone ?? '';
    till.go('pay');
    if (state.live.value !== null) this.collecting.watch();
  }

  /** Opens the pay screen for an order that the service has: recalled, or of another device. */
  async beginOrder(order: Order): Promise<void> {
    const { state, till } = this;
    state.live.value = liveIn(order);
    state.placed.value = placedFrom(order);
    state.sale.value = null;
    this.prepare(openSession(order.id, unroundedDue(order), coinOf(till)));
    till.go('pay');
    if (state.live.value !== null) this.collecting.watch();
  }

  /** Picks a tender. What was typed stays (UX §4). */
  pick(tender: PayTender): void {
    const { state } = this;
    if (state.stage.value !== 'paying') return;
    state.problem.value = this.hindrance(tender) ?? null;
    if (state.problem.value === null) state.tender.value = tender.code;
  }

  /** What stands in the way of a tender, in words. */
  hindrance(tender: PayTender): string | undefined {
    const { till, state } = this;
    const now = {
      online: till.online.value,
      training: till.training.value,
      customer: state.sale.value?.customer != null,
    };
    const key = hindranceOf(tender, now);
    return key === undefined ? undefined : till.t(key);
  }

  /** The tender that is picked. */
  get tender(): PayTender | undefined {
    return tendersOf(this.till).find(({ code }) => code === this.state.tender.value);
  }

  /** Types a key of the amount, or of the telephone where that is asked. */
  type(key: string): void {
    const { state } = this;
    if (state.stage.value !== 'paying') return;
    const { tender } = this;
    if (tender !== undefined && flowOf(tender) === 'phone') {
      state.phone.value = key === 'Backspace' ? state.phone.value.slice(0, -1) : typedPhone(this.phoneTyped(), key);
      return;
    }
    state.entry.value = key === 'Backspace' ? erase(state.entry.value) : typeKey(state.entry.value, key);
  }

  /** Enter: takes what is typed, or what is due, by the tender that is picked. */
  async confirm(): Promise<void> {
    const { state, tender } = this;
    if (state.stage.value !== 'paying' || tender === undefined || !this.gate.passes()) return;
    const amount = amountOf(state.entry.value) ?? state.asked.value;
    if (amount !== null) await this.take(tender, amount);
  }

  /** Takes an amount by a tender: at once, or by asking for it. */
  async take(
    tender: PayTender,
    amount: Money,
    more: { readonly code?: string; readonly account?: string } = {},
  ): Promise<void> {
    const { state } = this;
    const session = state.session.value;
    if (session === null || state.stage.value !== 'paying') return;
    state.problem.value = this.refusalOf(tender, amount, session) ?? null;
    if (state.problem.value !== null) return;
    const flow = flowOf(tender);
    if (flow === 'cash') return this.settling.take(takeCash(session, newId(), amount));
    if (flow === 'hand') return this.takeByHand(session, tender, amount);
    await this.collecting.collect(tender, amount, {
      ...(flow === 'phone' && { phone: state.phone.value }),
      ...(more.code !== undefined && { giftCardCode: more.code }),
      ...(more.account !== undefined && { account: more.account }),
    });
  }

  /** Splits what is left, or makes it one bill again. */
  split(parts: readonly Money[] | null): void {
    const { state } = this;
    const session = state.session.value;
    if (session === null || state.stage.value !== 'paying') return;
    state.session.value = parts === null ? join(session) : split(session, parts);
    state.entry.value = emptyEntry(session.bill.currency);
    state.keep();
  }

  /** Gives back what was taken last, while nothing has booked it. */
  undo(): void {
    const { state, till } = this;
    const found = state.session.value === null ? undefined : giveBack(state.session.value);
    if (found === undefined || state.stage.value !== 'paying') return;
    state.ready(found.session);
    till.say(till.t('pay.givenBack', { amount: till.money(found.back.pays) }));
  }

  /** Back to the basket, which stays. What was taken stays, too. */
  back(): void {
    const { state, till } = this;
    if (state.stage.value === 'busy' || state.stage.value === 'waiting') return;
    if (state.splitting.value) {
      state.splitting.value = false;
      return;
    }
    // Of an order that was placed before, nothing was taken: the basket may change again.
    const isUntouched = (state.session.value?.taken.length ?? 0) === 0 && state.live.value === null;
    if (state.sale.value?.placed != null && isUntouched) state.clear();
    else state.leave();
    till.go('sell');
  }

  /** The next sale. */
  next(): void {
    this.state.leave();
    this.till.go('sell');
  }

  /** Gives the placed order up, so that the basket can change; it takes the right to void, or somebody who has it. */
  async release(): Promise<void> {
    const { state, till } = this;
    const { value: placed } = state.placed;
    const { value: sale } = state.sale;
    if (placed === null || (state.session.value?.taken.length ?? 0) > 0 || state.stage.value !== 'paying') return;
    const reason = till.t('pay.voidReason');
    const about = { what: till.t('pay.voidWhat'), amount: state.session.value?.bill ?? null, reason };
    const act = { permission: 'orders:void', action: 'order.void', targetId: placed.id, ...about };
    const standing = await standFor(till, act);
    if (standing === undefined) return;
    await this.booking.void(placed, reason, standing.approver);
    sale?.renew();
    state.clear();
    till.go('sell');
  }

  private async wasRung(sale: SaleToPay): Promise<boolean> {
    const { till, state } = this;
    const rung = till.training.value ? undefined : await this.booking.rungAs(sale.order.id);
    if (rung === 'complete') {
      sale.sold();
      till.say(till.t('pay.alreadyRung'));
      return true;
    }
    if (rung === undefined) return false;
    // The till was switched off between placing the order and writing that down.
    state.placed.value = { id: sale.order.id, number: null, receiptNumber: null, entryId: sale.order.id };
    return false;
  }

  private prepare(session: PaySession): void {
    const { state, till } = this;
    state.done.value = null;
    state.problem.value = null;
    state.handBack.value = null;
    state.splitting.value = false;
    state.tender.value = tendersOf(till)[0]?.code ?? 'cash';
    state.ready(session);
  }

  private refusalOf(tender: PayTender, amount: Money, session: PaySession): string | undefined {
    const { till } = this;
    if (amount.amount <= 0) return till.t('pay.nothing');
    if (flowOf(tender) !== 'cash' && !mayTake(session, amount))
      return till.t('pay.onlyCashMore', { due: till.money(leftOf(session)) });
    if (flowOf(tender) === 'phone' && this.state.phone.value.length < 9) return till.t('pay.phoneMissing');
    if (this.settling.needsDrawer() && openDrawer(till) === null) return till.t('pay.needsDrawer');
    return this.hindrance(tender);
  }

  private async takeByHand(session: PaySession, tender: PayTender, amount: Money): Promise<void> {
    const { state, till } = this;
    const reference = state.reference.value.trim();
    if (tender.referenceRequired && reference === '') {
      state.problem.value = till.t('pay.referenceMissing');
      return;
    }
    const payment = { id: newId(), tender: tender.code, amount, booked: false };
    await this.settling.take(takeOther(session, { ...payment, reference: reference === '' ? null : reference }));
    state.reference.value = '';
  }

  /** What the customer's own number was is replaced by the first digit that is typed. */
  private phoneTyped(): string {
    const { state } = this;
    return state.phone.value === state.sale.value?.customer?.phone ? '' : state.phone.value;
  }
}

const payings = new WeakMap<Till, Paying>();

/** The paying of a till: one for as long as the program runs. */
export function payingOf(till: Till): Paying {
  const known = payings.get(till);
  if (known !== undefined) return known;
  const made = new Paying(till);
  payings.set(till, made);
  return made;
}

function typedPhone(before: string, key: string): string {
  return /^\d+$/.test(key) ? `${before}${key}`.slice(0, 15) : before;
}
