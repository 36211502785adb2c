import { signal, type ReadonlySignal } from '@preact/signals';
import type { Order } from '../../../../sdk/src/contract/models.js';
import type { Till } from '../till.js';
import { KeptValue, type Keeping } from './kept-value.js';
import type { PayingState } from './paying-state.js';
import { refusalSentence } from './refusal-sentence.js';
import { placedFrom, type SaleBooking } from './sale-booking.js';
import type { PlacedOrder, SaleToPay } from './sale-to-pay.js';

const SETTLE_MS = 10_000;

/** Puts items of the basket into an order that exists, such as one that another device held. */
export class AddingLines {
  private readonly to = signal<PlacedOrder | null>(null);
  private readonly kept: KeptValue<PlacedOrder>;

  /** @param show opens the pay screen for the order. */
  constructor(
    private readonly till: Till,
    private readonly state: PayingState,
    private readonly booking: SaleBooking,
    private readonly show: (order: Order) => Promise<void>,
    keeping?: Keeping,
  ) {
    this.kept = new KeptValue<PlacedOrder>('pos.adding', keeping);
    this.to.value = this.kept.read();
  }

  /** The order that the basket is for; `null`: the basket is a sale of its own. */
  get order(): ReadonlySignal<PlacedOrder | null> {
    return this.to;
  }

  /** True while the order on the pay screen can have more: nothing of it was taken here. */
  get isOpen(): boolean {
    const { sale, placed, session, live, stage } = this.state;
    const untouched = sale.value === null && (session.value?.taken.length ?? 0) === 0 && live.value === null;
    return placed.value !== null && untouched && stage.value === 'paying' && !this.till.training.value;
  }

  /** Back to the items, for more. What is in hand would go to the order, too: it has to be held first. */
  begin(): void {
    const { till, state } = this;
    const { value: placed } = state.placed;
    if (placed === null || !this.isOpen) return;
    if (!till.basketEmpty.value) {
      state.problem.value = till.t('pay.addHoldFirst');
      return;
    }
    this.remember(placed);
    state.clear();
    till.go('sell');
  }

  /** What is rung up from now on goes to an order that the service told of. */
  take(order: Pick<Order, 'id' | 'number'>): void {
    this.remember(placedFrom(order));
  }

  /** The basket is a sale of its own after all; the order stays open. */
  giveUp(): void {
    this.remember(null);
  }

  /** Shows the order again, with nothing added. */
  async back(): Promise<void> {
    const { value: placed } = this.to;
    if (placed !== null) await this.trying(() => this.showAnew(placed));
  }

  /** Adds what the basket has through the queue: once that has it the basket is empty. Then the order is paid, if the service answers. */
  async add(sale: SaleToPay): Promise<void> {
    const { till } = this;
    const { value: placed } = this.to;
    if (placed === null) return;
    if (hasMore(sale)) {
      till.say(till.t('pay.addItemsOnly'));
      return;
    }
    await this.trying(async () => {
      const added = await this.booking.addLines(placed, sale);
      sale.sold();
      this.remember(null);
      const settled = till.online.value ? await this.booking.settle(added, SETTLE_MS) : null;
      if (settled?.placed == null) till.say(settled?.why ?? till.t('pay.addKept'));
      else await this.showAnew(settled.placed);
    });
  }

  /**
   * Adds what the basket has through the queue and tells the kitchen of it; the order is paid later. @returns false, and says why,
   * where the basket has more than items.
   */
  async send(sale: SaleToPay, rows: readonly string[]): Promise<boolean> {
    const { till } = this;
    const { value: placed } = this.to;
    if (placed === null) return false;
    if (hasMore(sale)) {
      till.say(till.t('pay.addItemsOnly'));
      return false;
    }
    await this.booking.fire(await this.booking.addLines(placed, sale), rows);
    sale.sold();
    this.remember(null);
    return true;
  }

  private async showAnew({ id }: PlacedOrder): Promise<void> {
    await this.show(await this.till.client().request<Order>('GET', `/pos/orders/${id}`, { attempts: 2 }));
    this.remember(null);
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.till.say(refusalSentence(this.till, error));
    }
  }

  private remember(placed: PlacedOrder | null): void {
    this.kept.write(placed);
    this.to.value = placed;
  }
}

/** Only items go to an order that exists: a discount or a tip would be lost. */
function hasMore({ draft }: SaleToPay): boolean {
  const { discounts = [], promoCodes = [], tip, taxExemption, waiveServiceCharge } = draft;
  return discounts.length + promoCodes.length > 0 || [tip, taxExemption, waiveServiceCharge].some(Boolean);
}
