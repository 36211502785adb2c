import type { Order, Receipt } from '../../../../sdk/src/contract/models.js';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { RungSale } from '../../../../sdk/src/register/rung-sale.js';
import { personAtTill } from '../selling/person-at-till.js';
import type { SignedIn, Till, TillPerson } from '../till.js';
import { openDrawer } from './drawer-memory.js';
import type { TakenPayment } from './pay-session.js';
import type { PlacedOrder, SaleToPay } from './sale-to-pay.js';

type QueuedBody = Parameters<Till['queue']['append']>[1];

/** What is done to an order that is placed. */
type FollowingKind = `order.${'add_payment' | 'add_lines' | 'remove_line' | 'fire' | 'complete' | 'void'}`;

/** A sale that is in the queue; in training, one that nothing knows of. */
export interface BookedSale {
  readonly order: Order;
  readonly receipt: Receipt;
  /** `null` in training. */
  readonly receiptNumber: string | null;
}

/** Stands on receipts of training in the place of a number: none is used up. */
const TRAINING = 'TRAINING';

/** Puts what was sold and paid into the queue. What it has said is done is safe on the device: nothing is shown as done before. */
export class SaleBooking {
  constructor(private readonly till: Till) {}

  /** Whether the sale is in the queue from before the till was switched off, say, and whether as paid. */
  async rungAs(orderId: string): Promise<'complete' | 'placed' | undefined> {
    const found = await this.till.queue.outcomeOf(orderId);
    if (found === undefined) return undefined;
    // What was added to another order is done with.
    if (found.entry.kind !== 'order.place') return 'complete';
    const { order } = found.entry.body as { readonly order?: { readonly complete?: boolean } };
    return order?.complete === true ? 'complete' : 'placed';
  }

  /**
   * Rings up a sale, paid or to be paid. The entry has the order's id: rung up twice it is one sale.
   * @throws SaleRefused; QueueFull and QueueUnavailable where it cannot be kept.
   */
  async ring(sale: SaleToPay, taken: readonly TakenPayment[], complete: boolean): Promise<BookedSale> {
    const { till } = this;
    const receiptNumber = till.training.value ? TRAINING : await till.nextReceiptNumber();
    const rung = await till.register.ring(sale.draft, taken.map(draftOf), personAtTill(till, sale.approver), {
      ...{ receiptNumber, complete },
      drawerSessionId: till.training.value ? null : (openDrawer(till)?.sessionId ?? null),
    });
    if (till.training.value) return { ...asContract(rung), receiptNumber: null };
    const more = { id: rung.order.id, ...(sale.approver !== null && { approver: sale.approver }) };
    await till.queue.append('order.place', rung.body, actorOf(this.person()), more);
    return { ...asContract(rung), receiptNumber };
  }

  /** A receipt of a sale that was placed before, with all its payments. */
  async receiptOf(sale: SaleToPay, taken: readonly TakenPayment[], receiptNumber: string): Promise<Receipt> {
    const { till } = this;
    const more = { receiptNumber, complete: true, drawerSessionId: openDrawer(till)?.sessionId ?? null };
    return asContract(await till.register.ring(sale.draft, taken.map(draftOf), personAtTill(till, sale.approver), more))
      .receipt;
  }

  /** Adds a payment to an order that is placed. */
  async pay(placed: PlacedOrder, { id, tender, amount, reference }: TakenPayment): Promise<PlacedOrder> {
    const payment = { id, tender, amount: { ...amount }, ...(reference !== null && { reference }) };
    const drawerSessionId = openDrawer(this.till)?.sessionId;
    const body = { orderId: placed.id, payment, ...(drawerSessionId !== undefined && { drawerSessionId }) };
    return this.after(placed, 'order.add_payment', body);
  }

  /** Adds what a basket has to an order that exists, at the prices that are shown. The entry has the basket's id. */
  addLines(placed: PlacedOrder, sale: SaleToPay): Promise<PlacedOrder> {
    return this.add(placed, sale, () => true, sale.order.id);
  }

  /**
   * Tells the kitchen of rows of a basket: places its order, or adds them to the order that it is already, and fires them.
   * @param placed `null`: the basket is no order yet. @param rows that the kitchen was not told of.
   */
  async send(sale: SaleToPay, placed: PlacedOrder | null, rows: readonly string[]): Promise<PlacedOrder> {
    const isNew = (id: string): boolean => rows.includes(id);
    const known = placed === null ? await this.place(sale) : await this.add(placed, sale, isNew);
    return this.fire(known, rows);
  }

  /** Tells the kitchen to make rows of an order. */
  fire(placed: PlacedOrder, rows: readonly string[]): Promise<PlacedOrder> {
    return this.after(placed, 'order.fire', { orderId: placed.id, lines: rows.map((lineId) => ({ lineId })) });
  }

  /** Takes a row off an order. */
  removeLine(placed: PlacedOrder, lineId: string, reason: string, approver: TillPerson | null): Promise<PlacedOrder> {
    return this.after(placed, 'order.remove_line', { orderId: placed.id, lineId, reason }, approver);
  }

  /** Ends a sale that is paid. */
  complete(placed: PlacedOrder): Promise<PlacedOrder> {
    return this.after(placed, 'order.complete', { orderId: placed.id });
  }

  /** Gives an order up before it is settled. */
  void(order: PlacedOrder, reason: string, approver: TillPerson | null): Promise<PlacedOrder> {
    return this.after(order, 'order.void', { orderId: order.id, reason }, approver);
  }

  /**
   * Hands what waits to the service, and waits until it has said what became of the order.
   * @returns the order as the service has it; `null` where it has not answered in time, or has not taken it: `why` in words.
   */
  async settle(placed: PlacedOrder, waitMs: number): Promise<{ placed: PlacedOrder | null; why: string | null }> {
    if (placed.entryId === null) return { placed, why: null };
    await this.till.queue.send('button');
    const settled = await this.till.queue.whenSettled(placed.entryId, waitMs);
    if (settled?.state === 'applied') {
      return { placed: { ...placed, number: settled.order?.number ?? placed.number, entryId: null }, why: null };
    }
    return { placed: null, why: settled === undefined || settled.state === 'waiting' ? null : settled.detail };
  }

  /** Places the order of a basket. It may have been, before the till was switched off, perhaps with less: then it gets the rest. */
  private async place(sale: SaleToPay): Promise<PlacedOrder> {
    const { id } = sale.order;
    if ((await this.rungAs(id)) === undefined) return placedBy(await this.ring(sale, [], false));
    return this.add({ id, number: null, receiptNumber: null, entryId: id }, sale, () => true);
  }

  private async add(
    placed: PlacedOrder,
    sale: SaleToPay,
    isNew: (rowId: string) => boolean,
    entryId?: string,
  ): Promise<PlacedOrder> {
    const { till } = this;
    const more = { receiptNumber: '', complete: false, drawerSessionId: null };
    const rung = await till.register.ring(sale.draft, [], personAtTill(till, sale.approver), more);
    const { order, pricing = null, copies = [] } = rung.body;
    const { lines = [] } = order as { readonly lines?: readonly { readonly id: string }[] };
    const body = { orderId: placed.id, lines: lines.filter(({ id }) => isNew(id)), pricing, copies };
    return this.after(placed, 'order.add_lines', body, sale.approver, entryId);
  }

  private async after(
    placed: PlacedOrder,
    kind: FollowingKind,
    body: QueuedBody,
    approver: TillPerson | null = null,
    id: string = newId(),
  ): Promise<PlacedOrder> {
    const dependsOn = placed.entryId === null ? {} : { dependsOn: [placed.entryId] };
    const more = { id, ...dependsOn, ...(approver !== null && { approver }) };
    const entry = await this.till.queue.append(kind, body, actorOf(this.person()), more);
    return { ...placed, entryId: entry.id };
  }

  private person(): SignedIn {
    const person = this.till.person.value;
    if (person === null) throw new Error('nobody is signed in');
    return person;
  }
}

/** Somebody as entries name them. */
export function actorOf({ personId, sessionId }: SignedIn): TillPerson {
  return { personId, sessionId };
}

/** An order that was just rung up, waiting in the queue. */
export function placedBy({ order, receiptNumber }: BookedSale): PlacedOrder {
  return { id: order.id, number: null, receiptNumber, entryId: order.id };
}

/** An order that the service told of. */
export function placedFrom(order: Pick<Order, 'id' | 'number'>): PlacedOrder {
  return { id: order.id, number: order.number, receiptNumber: null, entryId: null };
}

/** The register shows sales as the API does: only whether lists may be written to differs between the two descriptions. */
function asContract({ order, receipt }: RungSale): { order: Order; receipt: Receipt } {
  return { order, receipt: receipt as unknown as Receipt };
}

function draftOf({ id, tender, amount, reference }: TakenPayment): {
  id: string;
  tender: string;
  amount: { amount: number; currency: string };
  reference?: string;
} {
  return { id, tender, amount: { ...amount }, ...(reference !== null && { reference }) };
}
