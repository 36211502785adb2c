import { setTimeout as sleep } from 'node:timers/promises';
import { receiptOf, type OrderReceipt, type SaleReceipt } from './receipts.js';
import { ITEMS } from './shop.js';
import type { Till, TillCommand } from './till.js';

const ON_SALE = ITEMS.filter(({ active }) => active);
const INCLUSIVE = ON_SALE.filter(({ taxCategory }) => taxCategory !== 'on_top');
const COMPLETED_MAX = 40;

/** Someone at a till: sells, changes their mind, gives money back; without end, until told to stop. */
export class Cashier {
  /** Sales that can still be refunded. */
  private readonly completed: { sale: SaleReceipt; order: OrderReceipt }[] = [];
  sales = 0;

  constructor(
    private readonly till: Till,
    private readonly thinkMs: number,
  ) {}

  /** Works until the signal, and finishes what is in hand. */
  async work(until: AbortSignal): Promise<void> {
    const { chance } = this.till;
    while (!until.aborted) {
      await chance.weighted([
        [45, () => this.sellAtOnce()],
        [30, () => this.sellStepByStep()],
        [20, () => this.refund()],
        [5, () => this.sellUnpaid()],
      ])();
      await sleep(chance.next() * this.thinkMs * 2);
    }
  }

  private begin(): { sale: SaleReceipt; opening: object } {
    const { chance, shop } = this.till;
    const clientId = chance.happens(0.6) ? chance.uuid() : undefined;
    const sale = this.till.begin(clientId);
    this.sales += 1;
    const opening = {
      ...(clientId && { id: clientId }),
      outletId: chance.pick(shop.outlets).id,
      customerId: sale.token,
    };
    return { sale, opening };
  }

  private async sellAtOnce(): Promise<void> {
    const { chance, shop } = this.till;
    const { sale, opening } = this.begin();
    const byCard = chance.happens(0.4);
    const goods = byCard ? INCLUSIVE : ON_SALE;
    const bought = Array.from({ length: chance.integer(1, 5) }, () => ({
      item: chance.pick(goods),
      count: chance.integer(1, 3),
    }));
    const total = bought.reduce((sum, { item, count }) => sum + item.price * count, 0);
    const amount = { amount: byCard ? total : total * 2, currency: shop.currency };
    const body = {
      ...opening,
      lines: bought.map(({ item, count }) => ({ sku: item.sku, quantity: String(count) })),
      payments: [{ tender: byCard ? 'card' : 'cash', amount }],
      complete: true,
    };
    this.remember(sale, await this.order(sale, { method: 'POST', path: '/orders', body, expected: 201 }));
  }

  private async sellStepByStep(): Promise<void> {
    const { chance } = this.till;
    const { sale, opening } = this.begin();
    let order = await this.order(sale, { method: 'POST', path: '/orders', body: opening, expected: 201 });
    for (let lines = chance.integer(1, 3); lines > 0 && order; lines -= 1) {
      const body = { sku: chance.pick(ON_SALE).sku, quantity: `${chance.integer(1, 4)}.5` };
      order = await this.on(sale, order, { method: 'POST', path: '/lines', body, expected: 201 });
    }
    if (order && chance.happens(0.4)) order = await this.changeLine(sale, order);
    if (order && chance.happens(0.3)) {
      order = await this.on(sale, order, { method: 'POST', path: '/hold', body: {}, expected: 200 });
      order &&= await this.on(sale, order, { method: 'POST', path: '/recall', body: {}, expected: 200 });
    }
    if (order && chance.happens(0.15)) {
      await this.on(sale, order, {
        method: 'POST',
        path: '/void',
        body: { reason: 'changed their mind' },
        expected: 200,
      });
      return;
    }
    await this.settle(sale, order);
  }

  private async changeLine(sale: SaleReceipt, order: OrderReceipt): Promise<OrderReceipt | undefined> {
    const lineId = String(this.till.chance.pick(order.lines).split(' ')[0]);
    const body = { quantity: String(this.till.chance.integer(1, 9)) };
    return this.on(sale, order, {
      method: 'PATCH',
      path: `/lines/${lineId}`,
      body,
      ifMatch: order.version,
      expected: 200,
    });
  }

  private async settle(sale: SaleReceipt, opened: OrderReceipt | undefined): Promise<void> {
    let order = opened;
    const due = (): number => order?.totals['due'] ?? 0;
    if (order && this.till.chance.happens(0.5)) order = await this.pay(sale, order, 'card', Math.floor(due() / 2));
    if (order) order = await this.pay(sale, order, 'cash', due() + 100);
    order &&= await this.on(sale, order, { method: 'POST', path: '/complete', body: {}, expected: 200 });
    this.remember(sale, order);
  }

  private pay(
    sale: SaleReceipt,
    order: OrderReceipt,
    tender: string,
    amount: number,
  ): Promise<OrderReceipt | undefined> {
    const body = { id: this.till.chance.uuid(), tender, amount: { amount, currency: this.till.shop.currency } };
    return this.on(sale, order, { method: 'POST', path: '/payments', body, expected: 201 });
  }

  private async refund(): Promise<void> {
    const { chance, shop } = this.till;
    const sold = this.completed.splice(chance.integer(0, Math.max(0, this.completed.length - 1)), 1)[0];
    if (sold === undefined) return;
    const { sale, order } = sold;
    const [lineId = '', quantity = ''] = chance.pick(order.lines).split(' ');
    const total = order.totals['total'] ?? 0;
    const of = chance.weighted<object>([
      [4, { lines: [{ lineId, quantity }] }],
      [3, { amount: { amount: Math.max(1, Math.floor(total / 3)), currency: shop.currency } }],
      [3, { amount: { amount: total, currency: shop.currency } }],
    ]);
    const body = { ...(chance.happens(0.5) && { id: chance.uuid() }), ...of, reason: 'cold' };
    const refunded = await this.on(sale, order, { method: 'POST', path: '/refunds', body, expected: 201 });
    if (refunded === undefined || !chance.happens(0.3)) return;
    const tooMuch = { amount: { amount: total * 2, currency: shop.currency }, reason: 'greed' };
    const expected = refunded.status === 'refunded' ? 409 : 422;
    await this.on(sale, refunded, { method: 'POST', path: '/refunds', body: tooMuch, expected });
  }

  /** Completing what is not paid is refused, and the refusal is as durable as an answer. */
  private async sellUnpaid(): Promise<void> {
    const { sale, opening } = this.begin();
    const lines = [{ sku: 'coffee', quantity: '1' }];
    const order = await this.order(sale, {
      method: 'POST',
      path: '/orders',
      body: { ...opening, lines },
      expected: 201,
    });
    if (order) await this.on(sale, order, { method: 'POST', path: '/complete', body: {}, expected: 422 });
  }

  private on(sale: SaleReceipt, { id }: OrderReceipt, command: TillCommand): Promise<OrderReceipt | undefined> {
    return this.order(sale, { ...command, path: `/orders/${id}${command.path}` });
  }

  private async order(sale: SaleReceipt, command: TillCommand): Promise<OrderReceipt | undefined> {
    const answer = await this.till.command(sale, command);
    return answer === undefined || answer.status >= 300 ? undefined : receiptOf(answer.body);
  }

  private remember(sale: SaleReceipt, order: OrderReceipt | undefined): void {
    if (order === undefined) return;
    this.completed.push({ sale, order });
    if (this.completed.length > COMPLETED_MAX) this.completed.shift();
  }
}
