import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { payingOf } from '../paying/paying.js';
import { refusalSentence } from '../paying/refusal-sentence.js';
import { SaleBooking } from '../paying/sale-booking.js';
import type { SaleToPay } from '../paying/sale-to-pay.js';
import { standFor } from '../shell/standing.js';
import type { Till } from '../till.js';
import { removeLine } from './basket-lines.js';
import { emptyBasket, isEmpty, type Basket, type BasketLine } from './basket.js';
import type { HeldBaskets } from './held-baskets.js';
import type { PricedSale, SalePricing } from './sale-pricing.js';
import type { BookTable, Order, ListedTable } from './sdk-types.js';
import { seatsOf, tableTyped, type Seat } from './seats.js';
import { unsentLines, withSent } from './sent-lines.js';

/** The sale in hand, as far as serving tables goes. */
export interface Serving {
  readonly till: Till;
  readonly basket: { readonly value: Basket };
  readonly pricing: SalePricing;
  readonly held: HeldBaskets;
  readonly locked: { readonly value: boolean };
  readonly typed: { value: string };
  change(next: (basket: Basket) => Basket): boolean;
  put(basket: Basket): void;
  saleOf(priced: PricedSale): SaleToPay;
}

const TABLES_MAX = 200;

/**
 * Serves the tables of the outlet: opens a table, sends what is new to the kitchen, and takes a table up again. An order that this
 * device began is held here with all its rows, so that it can be added to and paid without a network; others are asked of the service.
 */
export class TableService {
  /** The outlet's tables, in its order. */
  readonly tables: ReadonlySignal<readonly BookTable[]>;
  /** Who sits where. */
  readonly seats: ReadonlySignal<ReadonlyMap<string, Seat>>;
  /** When the service last said what other devices have at tables; `null`: it has not. */
  readonly toldAt = signal<Date | null>(null);
  /** Whether it has not said so when it was asked last. */
  readonly isStale = signal(false);
  private readonly elsewhere = signal<readonly ListedTable[]>([]);
  private readonly booking: SaleBooking;
  private sending = false;

  constructor(private readonly selling: Serving) {
    const { till, held, basket } = selling;
    this.booking = new SaleBooking(till);
    this.tables = computed(() => till.book.value?.tables ?? []);
    this.seats = computed(() => seatsOf(held.rows.value, this.elsewhere.value, basket.value.id));
  }

  /** Whether there is something that the kitchen could be told of. */
  get canSend(): boolean {
    const { basket, till } = this.selling;
    const isFor = basket.value.table !== null || payingOf(till).adding.order.value !== null;
    return isFor && unsentLines(basket.value).length > 0;
  }

  /** Reads anew who sits where. */
  async refresh(): Promise<void> {
    const { till, held } = this.selling;
    await held.refreshHere();
    const outletId = till.device.value?.outlet.id;
    if (!till.online.value || outletId === undefined || this.tables.value.length === 0) return;
    const query = { outletId, active: 'true', expand: 'orders', limit: TABLES_MAX };
    try {
      const answer = till.client().request<{ readonly data: readonly ListedTable[] }>('GET', '/pos/tables', { query });
      this.elsewhere.value = (await answer).data;
      this.toldAt.value = new Date();
      this.isStale.value = false;
    } catch {
      // What was told before stays in sight, with its time: the next look comes by itself.
      this.isStale.value = true;
    }
  }

  /** Opens the table that the typed number means. @returns false where none was typed. */
  openTyped(): boolean {
    const { till, typed } = this.selling;
    const { value: text } = typed;
    if (text === '') return false;
    typed.value = '';
    const table = tableTyped(this.tables.value, text);
    if (table === undefined) till.say(till.t('table.unknown', { name: text }));
    else void this.open(table);
    return true;
  }

  /** Opens a table: takes its order up, or begins one. What is in hand for no table yet goes to it. */
  async open(table: BookTable): Promise<void> {
    const { till, basket, locked, held } = this.selling;
    const now = basket.value;
    const { adding } = payingOf(till);
    const isForOther = adding.order.value !== null && !isEmpty(now);
    if (locked.value) till.say(till.t('sell.locked'));
    else if (isForOther) till.say(till.t('table.sendFirst'));
    else if (now.table?.id !== table.id) {
      const seat = this.seats.value.get(table.id);
      const taken = now.table !== null && !isEmpty(now);
      if (taken) await held.setAside(now);
      adding.giveUp();
      if (seat === undefined) this.seat(table);
      else if (seat.here) await this.takeUp(seat.orderId);
      else await this.takeOver(table, seat.orderId);
    }
  }

  /**
   * Tells the kitchen of what is new, and puts the table aside. What the queue has is safe: the kitchen hears of it with the next
   * contact. @returns whether it was told.
   */
  async send(): Promise<boolean> {
    const { till, locked, basket } = this.selling;
    if (till.training.value) till.say(till.t('table.notInTraining'));
    else if (locked.value) till.say(till.t('sell.locked'));
    else if (unsentLines(basket.value).length === 0) till.say(till.t('table.nothingToSend'));
    else if (payingOf(till).adding.order.value !== null) return this.sendToOther();
    else if (basket.value.table === null) till.say(till.t('table.chooseFirst'));
    else return this.sendOwn();
    return false;
  }

  /** Tells the kitchen of what is new and keeps the table in hand, before it is paid. @returns whether it was told. */
  async sendOn(): Promise<boolean> {
    return this.once(async (priced) => {
      await this.tell(priced);
    });
  }

  /** Takes back a row that the kitchen knows of: that takes the right to void, or somebody who has it. */
  async takeBack(line: BasketLine): Promise<void> {
    const { till, basket, locked } = this.selling;
    const { placed, id } = basket.value;
    if (locked.value) till.say(till.t('sell.locked'));
    if (locked.value || placed === null) return;
    const reason = till.t('table.takenBack');
    const what = till.t('table.takeBackWhat', { name: line.name });
    const act = { permission: 'orders:void', action: 'order.void', targetId: id, amount: null };
    const standing = await standFor(till, { ...act, what, reason });
    if (standing === undefined) return;
    await this.trying(async () => {
      const after = await this.booking.removeLine(placed, line.id, reason, standing.approver);
      const left = removeLine(this.selling.basket.value, line.id)?.basket;
      if (left !== undefined) this.selling.put({ ...left, placed: after });
      till.say(till.t('sell.removed', { name: line.name }));
    });
  }

  private seat({ id, name }: BookTable): void {
    this.selling.change((basket) => {
      const channelBefore = basket.table?.channelBefore ?? basket.channel;
      return { ...basket, table: { id, name, channelBefore }, channel: 'dine_in' };
    });
  }

  /** Takes up an order that this device holds: at once, so that nobody waits for a network. */
  private async takeUp(orderId: string): Promise<void> {
    const { held } = this.selling;
    const kept = await held.find(orderId);
    await held.recall({ id: orderId, elsewhere: false });
    if (kept !== undefined) void this.trying(() => this.compare(kept));
  }

  /** What somebody else did to the order meanwhile counts: then the rows that are new here go to the order as it is. */
  private async compare(kept: Basket): Promise<void> {
    const { till, basket, locked } = this.selling;
    const order = await this.toldOf(kept);
    if (order === null) return;
    const isOver = order.status !== 'open' && order.status !== 'held';
    const { value: now } = basket;
    if (now.id !== kept.id || locked.value || (!isOver && hasSameRows(kept, order))) return;
    const lines = unsentLines(now);
    const selected = lines.at(-1)?.id ?? null;
    this.selling.put({ ...emptyBasket(newId(), now.channel), table: now.table, lines, selected });
    const table = now.table?.name ?? '';
    till.say(till.t(isOver ? 'table.settledElsewhere' : 'table.changedElsewhere', { table }));
    if (!isOver) payingOf(till).adding.take(order);
  }

  /** Takes up an order of another device: what is rung up from now on goes to it. */
  private async takeOver(table: BookTable, orderId: string): Promise<void> {
    const { till } = this.selling;
    await this.trying(async () => {
      if (!till.online.value) {
        till.say(till.t('table.elsewhereOffline', { table: table.name }));
        return;
      }
      payingOf(till).adding.take(await this.orderOf(orderId));
      this.seat(table);
    });
  }

  /** An order that this device holds, as the service has it; `null` where it does not know yet all that was done here. */
  private async toldOf({ placed }: Basket): Promise<Order | null> {
    const { till } = this.selling;
    if (placed === null || !till.online.value) return null;
    const last = placed.entryId === null ? undefined : await till.queue.outcomeOf(placed.entryId);
    return last === undefined || last.state === 'applied' ? this.orderOf(placed.id) : null;
  }

  private orderOf(orderId: string): Promise<Order> {
    return this.selling.till.client().request<Order>('GET', `/pos/orders/${orderId}`, { attempts: 2 });
  }

  private sendOwn(): Promise<boolean> {
    return this.once(async (priced) => {
      const { till, held, basket } = this.selling;
      const name = basket.value.table?.name ?? '';
      await this.tell(priced);
      // Something may have been rung up meanwhile: then the table stays in hand.
      if (unsentLines(basket.value).length === 0) await held.setAside(basket.value);
      till.say(till.t('table.sent', { table: name }));
    });
  }

  private sendToOther(): Promise<boolean> {
    return this.once(async (priced) => {
      const { till } = this.selling;
      if (await payingOf(till).adding.send(this.selling.saleOf(priced), rowsOf(priced)))
        till.say(till.t('table.sent', { table: priced.basket.table?.name ?? '' }));
    });
  }

  private async tell(priced: PricedSale): Promise<void> {
    const ids = unsentLines(priced.basket).map(({ id }) => id);
    const placed = await this.booking.send(this.selling.saleOf(priced), priced.basket.placed, ids);
    this.selling.put({ ...withSent(this.selling.basket.value, new Set(ids)), placed });
  }

  /** Does it with exactly what is shown, and not twice at a time. */
  private async once(work: (priced: PricedSale) => Promise<void>): Promise<boolean> {
    const { pricing, basket, till } = this.selling;
    await pricing.settled();
    const { value: priced } = pricing.priced;
    if (this.sending || priced?.basket !== basket.value) return false;
    this.sending = true;
    try {
      await work(priced);
      return true;
    } catch (error) {
      till.say(refusalSentence(till, error));
      return false;
    } finally {
      this.sending = false;
    }
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.selling.till.say(refusalSentence(this.selling.till, error));
    }
  }
}

function rowsOf({ basket }: PricedSale): readonly string[] {
  return unsentLines(basket).map(({ id }) => id);
}

/** Whether an order has the rows of a basket and no others. A combo is one row. */
function hasSameRows({ lines }: Basket, order: Order): boolean {
  const there = new Set(order.lines.map((line) => line.combo?.id ?? line.id));
  const single = new Map(order.lines.map((line) => [line.id, Number(line.quantity)]));
  return (
    there.size === lines.length &&
    lines.every(({ id, quantity }) => there.has(id) && (single.get(id) ?? Number(quantity)) === Number(quantity))
  );
}
