import type { DraftLine, DraftPayment, SaleDraft } from '../../sdk/src/engine.js';
import type { RungSale } from '../../sdk/src/register/rung-sale.js';
import type { BookedSale } from './device-book.js';
import { businessDateAt, CAUSE_OF, ITEMS, STEADY, type SimItem } from './sim-shop.js';
import type { VirtualTill } from './virtual-till.js';

/** An order that is still being worked on. */
interface OpenOrder {
  draft: SaleDraft & { readonly id: string };
  readonly receiptNumber: string;
  isHeld: boolean;
  /** What the kitchen was told to make, in thousandths, by line. */
  readonly fired: Map<string, number>;
}

const TOO_MUCH = 500;
const STEPS_MAX = 5;
/** Of all that is done with orders, this much is no sale of its own. */
const BETWEEN = 0.25;

/** Somebody who sells at a till, and keeps a few orders open meanwhile. */
export class VirtualSales {
  private readonly open: OpenOrder[] = [];

  constructor(private readonly till: VirtualTill) {}

  /** One more sale, and what cashiers do in between. */
  async next(): Promise<void> {
    const { chance } = this.till.parts;
    while (chance.happens(BETWEEN)) {
      await chance.weighted([
        [4, () => this.goOn()],
        [1.5, () => this.refund()],
      ])();
    }
    await chance.weighted([
      [14, () => this.sell()],
      [2, () => this.beginOne()],
    ])();
  }

  /** Everybody pays before the drawer is counted; by the end of a day each till has fired something, and given something back. */
  async finish(): Promise<void> {
    if (![...this.till.book.sales.values()].some(({ fired }) => fired > 0)) await this.fire(await this.begin());
    while (this.open.length > 0) await this.settle(this.open[0] as OpenOrder);
    if (![...this.till.book.sales.values()].some(({ refunded }) => refunded > 0)) await this.refund();
  }

  private get draft(): SaleDraft & { readonly id: string } {
    const { chance, outlet } = this.till.parts;
    const placedAt = new Date(this.till.now()).toISOString();
    return { id: chance.uuid(), outletId: outlet.id, channel: 'counter', placedAt };
  }

  private line(goods: readonly SimItem[]): DraftLine {
    const { chance } = this.till.parts;
    const { sku, weighed, milk, combo } = chance.pick(goods);
    const quantity = weighed ? `${chance.integer(0, 2)}.${chance.integer(100, 999)}` : String(chance.integer(1, 3));
    const chosen = milk && { modifiers: [chance.pick(['whole', 'oat'])] };
    const drink = chance.pick(['tea', 'coffee']);
    const drinking = { slot: 'drink', sku: drink, ...(drink === 'coffee' && { modifiers: ['oat'] }) };
    const components = [{ slot: 'main', sku: chance.pick(['wrap', 'soup']) }, drinking];
    const parts = components.map((part) => ({ ...part, id: chance.uuid() }));
    return { id: chance.uuid(), sku, quantity, ...chosen, ...(combo && { components: parts }) };
  }

  private async sell(): Promise<void> {
    const { chance } = this.till.parts;
    const lines = Array.from({ length: chance.integer(1, 4) }, () => this.line(ITEMS));
    const off = { id: chance.uuid(), percent: chance.pick(['5', '10', '33.3']), reason: 'regular' };
    const isCheaper = chance.happens(0.15);
    const draft = { ...this.draft, lines, ...(isCheaper && { discounts: [off] }) };
    const person = isCheaper ? this.till.personWithManager : this.till.parts.person;
    const { order } = await this.till.register.price(draft, person);
    const payments = this.paymentsOf(order.totals.due.amount);
    const receiptNumber = this.till.nextReceipt();
    const drawerSessionId = this.till.session.sessionId;
    const rung = await this.till.register.ring(draft, payments, person, {
      ...{ receiptNumber, drawerSessionId, complete: true },
    });
    const right = isCheaper ? 'orders:discount' : 'orders:write';
    const entryId = await this.till.did('order.place', rung.body, right);
    this.keep(rung, payments, receiptNumber);
    const causes = new Set(lines.flatMap(({ sku }) => CAUSE_OF[sku] ?? []));
    for (const cause of causes) this.till.book.conflicts.push({ entryId, cause });
  }

  private paymentsOf(due: number): DraftPayment[] {
    const { chance } = this.till.parts;
    const cash = (amount: number): DraftPayment => {
      return { id: chance.uuid(), tender: 'cash', amount: this.till.cash(amount) };
    };
    const card = (amount: number): DraftPayment => {
      const reference = `slip ${chance.integer(1, 99_999)}`;
      return { id: chance.uuid(), tender: 'card', amount: this.till.cash(amount), reference };
    };
    const half = Math.floor(due / 2);
    const over = chance.integer(0, TOO_MUCH);
    return chance.weighted<() => DraftPayment[]>([
      [5, () => [cash(due + TOO_MUCH + over)]],
      [3, () => [card(due)]],
      [2, () => [card(half), cash(due - half + over + TOO_MUCH)]],
    ])();
  }

  /** Takes a sale into the device's own book, and its cash into the drawer. */
  private keep({ order }: RungSale, payments: readonly DraftPayment[], receiptNumber: string): BookedSale {
    const { totals, status, businessDate, lines } = order;
    const settledOn = businessDateAt(this.till.parts.outlet, this.till.now());
    const tenders = new Set(payments.map(({ tender }) => tender));
    const sale: BookedSale = {
      ...{ orderId: order.id, status, receiptNumber, businessDate, settledOn },
      ...{ lines: lines.length, fired: 0, total: totals.total.amount, tax: totals.tax.amount, refunded: 0 },
      ...{ discount: totals.discount.amount, rounding: totals.rounding.amount },
      ...{ paid: totals.paid.amount, change: totals.change.amount },
      tender: tenders.size === 1 ? ([...tenders][0] ?? null) : null,
    };
    this.till.book.sales.set(order.id, sale);
    const cash = payments.filter(({ tender }) => tender === 'cash').reduce((sum, { amount }) => sum + amount.amount, 0);
    if (cash > 0) this.till.session.expected += cash - sale.change;
    return sale;
  }

  private ring(order: OpenOrder, payments: readonly DraftPayment[], complete: boolean): Promise<RungSale> {
    const { receiptNumber, draft } = order;
    const where = { receiptNumber, drawerSessionId: this.till.session.sessionId, complete };
    return this.till.register.ring(draft, payments, this.till.parts.person, where);
  }

  private async beginOne(): Promise<void> {
    await this.begin();
  }

  private async begin(): Promise<OpenOrder> {
    const draft = { ...this.draft, lines: [this.line(STEADY)] };
    const order: OpenOrder = { draft, receiptNumber: this.till.nextReceipt(), isHeld: false, fired: new Map() };
    const rung = await this.ring(order, [], false);
    await this.till.did('order.place', rung.body, 'orders:write');
    this.keep(rung, [], order.receiptNumber);
    this.open.push(order);
    return order;
  }

  private async goOn(): Promise<void> {
    const { chance } = this.till.parts;
    const order = this.open.length === 0 ? undefined : chance.pick(this.open);
    if (order === undefined) return this.beginOne();
    if (order.isHeld) return this.setAside(order, false);
    const isLong = (order.draft.lines?.length ?? 0) >= STEPS_MAX;
    await chance.weighted([
      [isLong ? 0 : 4, () => this.addLine(order)],
      [2, () => this.changeLine(order)],
      [1, () => this.removeLine(order)],
      [1, () => this.setAside(order, true)],
      [2, () => this.fire(order)],
      [1, () => this.void(order)],
      [4, () => this.settle(order)],
    ])();
  }

  private async addLine(order: OpenOrder): Promise<void> {
    const line = this.line(STEADY);
    order.draft = { ...order.draft, lines: [...(order.draft.lines ?? []), line] };
    const rung = await this.ring(order, [], false);
    const { pricing, copies } = rung.body;
    await this.till.did('order.add_lines', { orderId: order.draft.id, lines: [line], pricing, copies }, 'orders:write');
    this.keepOpen(order, rung);
  }

  private async changeLine(order: OpenOrder): Promise<void> {
    const { chance } = this.till.parts;
    const line = chance.pick(order.draft.lines ?? []);
    const quantity = String(chance.integer(1, 6));
    const lines = (order.draft.lines ?? []).map((one) => (one === line ? { ...line, quantity } : one));
    order.draft = { ...order.draft, lines };
    const body = { orderId: order.draft.id, lineId: line.id, quantity };
    await this.till.did('order.change_line', body, 'orders:write');
    const before = order.fired.get(String(line.id)) ?? 0;
    order.fired.set(String(line.id), Math.min(before, thousandths(quantity)));
    this.keepOpen(order, await this.ring(order, [], false));
  }

  private async removeLine(order: OpenOrder): Promise<void> {
    const { lines = [] } = order.draft;
    const [first] = lines;
    if (first === undefined || lines.length < 2) return;
    order.draft = { ...order.draft, lines: lines.slice(1) };
    await this.till.did('order.remove_line', { orderId: order.draft.id, lineId: first.id }, 'orders:write');
    order.fired.delete(String(first.id));
    this.keepOpen(order, await this.ring(order, [], false));
  }

  /** Tells the kitchen of some lines, or of all that it was not told of. */
  private async fire(order: OpenOrder): Promise<void> {
    const { chance } = this.till.parts;
    const { lines = [] } = order.draft;
    const some = chance.happens(0.5) ? lines : lines.slice(0, 1);
    const named = some === lines ? {} : { lines: some.map(({ id }) => ({ lineId: id })) };
    await this.till.did('order.fire', { orderId: order.draft.id, ...named }, 'orders:write');
    for (const { id, quantity } of some) order.fired.set(String(id), thousandths(String(quantity)));
    this.saleOf(order).fired = firedOf(order);
  }

  private keepOpen(order: OpenOrder, rung: RungSale, payments: readonly DraftPayment[] = []): void {
    this.keep(rung, payments, order.receiptNumber).fired = firedOf(order);
  }

  private async setAside(order: OpenOrder, aside: boolean): Promise<void> {
    await this.till.did(aside ? 'order.hold' : 'order.recall', { orderId: order.draft.id }, 'orders:write');
    order.isHeld = aside;
    this.saleOf(order).status = aside ? 'held' : 'open';
  }

  private async void(order: OpenOrder): Promise<void> {
    await this.till.did('order.void', { orderId: order.draft.id, reason: 'walked out' }, 'orders:void');
    this.saleOf(order).status = 'voided';
    this.open.splice(this.open.indexOf(order), 1);
  }

  private async settle(order: OpenOrder): Promise<void> {
    if (order.isHeld) await this.setAside(order, false);
    const orderId = order.draft.id;
    const { order: priced } = await this.till.register.price(order.draft, this.till.parts.person);
    const payments = this.paymentsOf(priced.totals.due.amount);
    const rung = await this.ring(order, payments, true);
    const drawerSessionId = this.till.session.sessionId;
    for (const payment of payments) {
      await this.till.did('order.add_payment', { orderId, payment, drawerSessionId }, 'orders:write');
    }
    await this.till.did('order.complete', { orderId }, 'orders:write');
    this.keepOpen(order, rung, payments);
    this.open.splice(this.open.indexOf(order), 1);
  }

  /** Gives back what was paid in one tender, all of it or a part. Sums that were rounded are left to tests of their own. */
  private async refund(): Promise<void> {
    const { chance } = this.till.parts;
    const { session } = this.till;
    const known = [...this.till.book.sales.values()].filter(({ status, rounding, tender, total }) => {
      return status === 'completed' && rounding === 0 && tender !== null && total > 10 && total <= session.expected;
    });
    if (known.length === 0) return;
    const sale = chance.pick(known);
    const isWhole = sale.tender === 'card' || chance.happens(0.6);
    const amount = isWhole ? sale.total : Math.floor(sale.total / 15) * 5;
    if (amount === 0) return;
    const { orderId } = sale;
    const refund = { orderId, refundId: chance.uuid(), amount: this.till.cash(amount), reason: 'cold' };
    await this.till.did('order.refund', { ...refund, drawerSessionId: session.sessionId }, 'orders:refund');
    sale.refunded = amount;
    sale.status = isWhole ? 'refunded' : 'partially_refunded';
    if (sale.tender === 'cash') session.expected -= amount;
  }

  private saleOf({ draft }: OpenOrder): BookedSale {
    const sale = this.till.book.sales.get(draft.id);
    if (sale === undefined) throw new Error(`order ${draft.id} is not in the book`);
    return sale;
  }
}

function thousandths(quantity: string): number {
  return Math.round(Number(quantity) * 1_000);
}

function firedOf({ fired }: OpenOrder): number {
  return [...fired.values()].reduce((sum, quantity) => sum + quantity, 0);
}
