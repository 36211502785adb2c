import { computed, signal } from '@preact/signals';
import type { Money } from '../../../../sdk/src/money.js';
import { emptyEntry } from './amount-entry.js';
import { KeptValue, type Keeping } from './kept-value.js';
import { dueInCash, dueNow, type PaySession } from './pay-session.js';
import type { LivePayment, PaidSale, PlacedOrder, SaleToPay } from './sale-to-pay.js';

/**
 * `idle`: nothing is being paid. `paying`: the till waits for the cashier. `busy`: for the device or the service. `waiting`: for a
 * payment that somebody else collects. `done`: paid; the change stays in sight until the next sale begins.
 */
export type Stage = 'idle' | 'paying' | 'busy' | 'waiting' | 'done';

/** What outlives a restart in the midst of paying. */
interface KeptPaying {
  readonly session: PaySession;
  readonly placed: PlacedOrder | null;
  readonly live: LivePayment | null;
}

/** What the pay screen shows. */
export class PayingState {
  readonly stage = signal<Stage>('idle');
  /** `null` while an order is paid that is no basket of this till. */
  readonly sale = signal<SaleToPay | null>(null);
  readonly session = signal<PaySession | null>(null);
  readonly placed = signal<PlacedOrder | null>(null);
  readonly live = signal<LivePayment | null>(null);
  readonly tender = signal('cash');
  readonly entry = signal(emptyEntry('XXX'));
  /** Telephone of who pays by mobile money. */
  readonly phone = signal('');
  /** What proves a payment that is recorded by hand: the number of a slip. */
  readonly reference = signal('');
  /** A gift card that was scanned on the pay screen; shown once, kept nowhere. */
  readonly scannedCode = signal<string | null>(null);
  /** What went wrong last, in words. */
  readonly problem = signal<string | null>(null);
  /** What the till is at, in words, while it is busy. */
  readonly doing = signal<string | null>(null);
  readonly splitting = signal(false);
  /** What was handed back of the part that was paid last. */
  readonly handBack = signal<Money | null>(null);
  readonly done = signal<PaidSale | null>(null);
  readonly locked;
  /** What the tender chosen is to pay when nothing is typed. */
  readonly asked;
  private readonly kept: KeptValue<KeptPaying>;

  constructor(keeping?: Keeping) {
    this.kept = new KeptValue<KeptPaying>('pos.paying', keeping);
    const before = this.kept.read();
    this.session.value = before?.session ?? null;
    this.placed.value = before?.placed ?? null;
    this.live.value = before?.live ?? null;
    this.locked = computed(() => {
      const { value: session } = this.session;
      return session !== null && !session.settled && (session.taken.length > 0 || this.placed.value !== null);
    });
    this.asked = computed(() => {
      const { value: session } = this.session;
      if (session === null) return null;
      return this.tender.value === 'cash' ? dueInCash(session) : dueNow(session);
    });
  }

  /** Puts the screen before the next act of the cashier. */
  ready(session: PaySession): void {
    this.session.value = session;
    this.entry.value = emptyEntry(session.bill.currency);
    this.doing.value = null;
    this.stage.value = this.live.value === null ? 'paying' : 'waiting';
    this.keep();
  }

  /** Shows that the bill is paid, and forgets it: from here on nothing is kept but what the queue has. */
  finish(paid: PaidSale): void {
    this.done.value = paid;
    this.session.value = null;
    this.placed.value = null;
    this.live.value = null;
    this.sale.value = null;
    this.doing.value = null;
    this.problem.value = null;
    this.splitting.value = false;
    this.stage.value = 'done';
    this.kept.write(null);
  }

  /** Nothing is being paid. */
  clear(): void {
    this.session.value = null;
    this.placed.value = null;
    this.live.value = null;
    this.leave();
    this.kept.write(null);
  }

  /** Leaves the screen: what was taken stays known. */
  leave(): void {
    this.sale.value = null;
    this.done.value = null;
    this.problem.value = null;
    this.handBack.value = null;
    this.splitting.value = false;
    this.stage.value = 'idle';
  }

  /** Keeps what must not be lost if the device is switched off now. */
  keep(): void {
    const { value: session } = this.session;
    const worth = session !== null && (session.taken.length > 0 || this.placed.value !== null);
    this.kept.write(worth ? { session, placed: this.placed.value, live: this.live.value } : null);
  }
}
