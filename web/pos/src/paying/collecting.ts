import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { Money } from '../../../../sdk/src/money.js';
import { standFor } from '../shell/standing.js';
import type { Till } from '../till.js';
import { unroundedDue } from './book-facts.js';
import { cardTerminal } from './card-terminal.js';
import { Collection, type Collected, type CollectionWish, type PayerWish } from './collection.js';
import { openDrawer } from './drawer-memory.js';
import { leftOf, takeOther, type PaySession } from './pay-session.js';
import { flowOf, type PayTender } from './pay-tender.js';
import type { PayingState } from './paying-state.js';
import { refusalSentence } from './refusal-sentence.js';
import type { LivePayment } from './sale-to-pay.js';
import type { Settling } from './settling.js';
import { chargedBy } from './surcharge.js';

const LOOK_MS = 2_000;

/** Payments that somebody else collects: asked for, waited for, looked after, given up. */
export class Collecting {
  private readonly collection: Collection;
  /** What was asked, as long as the program runs: codes and telephone numbers are never written down. */
  private wish: CollectionWish | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly till: Till,
    private readonly state: PayingState,
    private readonly settling: Settling,
  ) {
    this.collection = new Collection(till);
  }

  /** Places the sale and has an amount of it collected. */
  async collect(tender: PayTender, amount: Money, wished: PayerWish): Promise<void> {
    const { state, till } = this;
    const terminal = flowOf(tender) === 'card' ? cardTerminal().read() : null;
    const payer = { ...wished, ...(terminal !== null && { terminal }) };
    const { value: before } = state.session;
    state.stage.value = 'busy';
    state.doing.value = till.t('pay.placing');
    try {
      const placed = await this.settling.place();
      const { value: session } = state.session;
      if (session === null) return;
      if (placed === null) {
        state.ready(session);
        return;
      }
      const drawerSessionId = openDrawer(till)?.sessionId ?? null;
      const asked = { tender: tender.code, amount, charged: chargedBy(tender, amount) };
      this.wish = { orderId: placed.id, paymentId: newId(), ...asked, payer, drawerSessionId };
      await this.ask(this.wish);
    } catch (error) {
      state.problem.value = refusalSentence(till, error);
      if (before !== null) state.ready(state.session.value ?? before);
    }
  }

  /** "Check again": the provider is asked where the person may, else the order is read. */
  async check(): Promise<void> {
    const { state, till, wish } = this;
    const { value: live } = state.live;
    if (live === null) return;
    if (live.state === 'no_answer' && wish !== null && wish.paymentId === live.id) return this.ask(wish);
    await this.hear(await this.collection.look(this.aim(live), till.may('payments:resolve')));
  }

  /** Looks after the payment that is under way until it has ended. */
  watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { value: live } = this.state.live;
      if (live === null || this.state.stage.value !== 'waiting') return;
      if (!this.till.online.value) {
        this.watch();
        return;
      }
      void this.collection.look(this.aim(live)).then((found) => this.hear(found, true));
    }, LOOK_MS);
  }

  /**
   * Gives the payment up, so that another may be taken. Where nobody knows whether the money comes, somebody has to stand for it who
   * may decide that.
   */
  async giveUp(): Promise<void> {
    const { state, till } = this;
    const { value: live } = state.live;
    const { value: placed } = state.placed;
    if (live === null || placed === null) return;
    const about = { what: till.t('pay.otherWhat'), targetId: live.id, amount: live.amount };
    const act = { permission: 'payments:resolve', action: 'payment.resolve', ...about };
    if (live.state !== 'pending' && (await standFor(till, act)) === undefined) return;
    try {
      await this.collection.giveUp(placed.id, live.id);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'payment_not_pending') return this.hear(await this.collection.look(this.aim(live)));
      // Never arrived: there is nothing to give up. Anything else is said, and the payment stays as it is.
      if (code !== 'payment_not_found') {
        state.problem.value = refusalSentence(till, error);
        return;
      }
    }
    this.over(till.t('pay.gaveUp'));
  }

  private async ask(wish: CollectionWish): Promise<void> {
    const { state, till } = this;
    state.live.value = { id: wish.paymentId, tender: wish.tender, amount: wish.charged, state: 'asking' };
    state.stage.value = 'waiting';
    state.doing.value = till.t('pay.asking');
    state.keep();
    await this.hear(await this.collection.ask(wish));
  }

  private async hear(found: Collected, again = false): Promise<void> {
    const { state, till } = this;
    if (state.live.value === null) return;
    switch (found.kind) {
      case 'live':
        // An order that cannot be read now says nothing new of a payment that it has.
        if (!(again && found.live.state === 'no_answer')) state.live.value = found.live;
        state.doing.value = null;
        state.keep();
        this.watch();
        return;
      case 'captured':
        return this.captured(found.order);
      case 'failed':
        this.over(till.t('pay.failed', { why: found.failure ?? till.t('pay.failedUnsaid') }));
        return;
      case 'absent':
        if (this.wish !== null && !again) return this.ask(this.wish);
        this.over(till.t('pay.notArrived'));
        return;
      default:
        if (again) this.watch();
        else this.over(found.why.detail ?? found.why.title);
    }
  }

  private async captured(order: Parameters<typeof unroundedDue>[0] & { id: string; status: string }): Promise<void> {
    const { state } = this;
    const { value: live } = state.live;
    const { value: session } = state.session;
    const { value: placed } = state.placed;
    if (live === null || session === null || placed === null) return;
    const paid = paidByOthers(session, live, unroundedDue(order));
    state.live.value = null;
    this.wish = null;
    if (!paid.settled) {
      state.ready(paid);
      return;
    }
    state.stage.value = 'busy';
    if (order.status === 'open') await this.collection.complete(order.id);
    await this.settling.finishOnline(paid, placed);
  }

  private over(why: string): void {
    const { state } = this;
    state.live.value = null;
    this.wish = null;
    state.problem.value = why;
    if (state.session.value !== null) state.ready(state.session.value);
  }

  private aim(live: LivePayment): Pick<CollectionWish, 'orderId' | 'paymentId' | 'tender' | 'charged'> {
    const orderId = this.state.placed.value?.id ?? '';
    return { orderId, paymentId: live.id, tender: live.tender, charged: live.amount };
  }
}

/** What came in: as much less as the order says is due now. */
function paidByOthers(session: PaySession, { id, tender }: LivePayment, due: Money): PaySession {
  const { currency } = session.bill;
  const amount = { amount: leftOf(session).amount - due.amount, currency };
  return amount.amount <= 0 ? session : takeOther(session, { id, tender, amount, reference: null, booked: true });
}
