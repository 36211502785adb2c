import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../../src/kernel/context.js';
import { UuidV7Source } from '../../../src/kernel/ids.js';
import {
  OfflineOrders,
  type OfflineAct,
  type OfflineDayTotals,
  type OfflineOrderKind,
  type OfflineResult,
} from '../../../src/modules/orders/index.js';
import { saleFrom } from '../../../src/modules/orders/application/read-sale.js';
import { SaleOpening } from '../../../src/modules/orders/application/sale-opening.js';
import { placeOrder } from '../../../src/modules/orders/domain/order.js';
import type { Order } from '../../../src/modules/orders/domain/order-state.js';
import { PERMISSIONS } from '../../../src/modules/access/index.js';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import type { TestService } from '../../harness/service.js';

const ids = new UuidV7Source(
  () => Date.now(),
  (size) => crypto.getRandomValues(new Uint8Array(size)),
);

/** A fresh id, as a device makes it. */
export const newId = (): string => ids.next<'test'>();

/** A sale as a device rang it up, before it is sent. */
export interface RungUp {
  readonly body: Record<string, unknown> & { readonly order: { readonly id: string } };
  readonly charged: Order;
}

/** Stands for a till: it prices with the server's engine on what the server's book says at that moment, and sends later. */
export class OfflineTill {
  readonly deviceId = randomUUID();
  private receipts = 0;

  constructor(
    private readonly service: TestService,
    private readonly outletId: string,
  ) {}

  /** Rings a sale up by the prices of now. Lines and payments get ids. @param cash what is tendered; absent: exactly what is due. */
  async ring(wish: {
    readonly lines: readonly object[];
    readonly more?: Record<string, unknown>;
    readonly payments?: readonly {
      readonly tender: string;
      readonly amount: number;
      readonly [more: string]: unknown;
    }[];
    readonly at?: Date;
    readonly complete?: boolean;
    readonly drawerSessionId?: string;
  }): Promise<RungUp> {
    const { at = new Date(), complete = true, more = {}, drawerSessionId } = wish;
    const lines = wish.lines.map((line) => ({ id: newId(), ...line }));
    const place = { outletId: this.outletId, placedAt: at.toISOString(), lines, ...more };
    const open = await this.priced({ id: newId(), ...place, payments: [], complete: false }, at);
    const { currency } = open;
    const asked = wish.payments ?? (complete ? [{ tender: 'cash', amount: open.totals.total.amount }] : []);
    const payments = asked.map(({ amount, ...payment }) => ({ id: newId(), ...payment, amount: { amount, currency } }));
    const order = {
      ...{ id: open.id as string, ...place, payments, complete },
      ...(drawerSessionId !== undefined && { drawerSessionId }),
    };
    const charged = await this.priced(order, at);
    this.receipts += 1;
    const receiptNumber = `T1-${String(this.receipts).padStart(6, '0')}`;
    const copies = charged.lines.map(({ id: lineId, itemId, name, category, unit }) => {
      return { lineId, itemId, name, category, unit, taxCategory: 'standard' };
    });
    const { totals, pricing, settings } = charged;
    const body = { order, receiptNumber, pricing: pricing?.input, totals, copies, cashRounding: settings.cashRounding };
    return { charged, body: JSON.parse(JSON.stringify({ ...body, bookRevision: '1' })) as RungUp['body'] };
  }

  /** Hands an act to the server, as an entry of a batch does. */
  send(kind: OfflineOrderKind, body: object, more: Partial<OfflineAct> & { now?: Date } = {}): Promise<OfflineResult> {
    const { now = new Date(), ...act } = more;
    const { container } = this.service.api;
    const context = this.context(now);
    const full = { kind, body, at: now, correctionMs: 0, deviceId: this.deviceId, approvedBy: null, ...act };
    return container.get(TRANSACTOR).run(context, (tx) => container.get(OfflineOrders).handle(tx, context, full));
  }

  /** What the server says that it sold. */
  sums(from: string, to: string): Promise<readonly OfflineDayTotals[]> {
    const { container } = this.service.api;
    const orders = container.get(OfflineOrders);
    return container
      .get(TRANSACTOR)
      .read(this.context(new Date()), (tx) => orders.totalsOf(tx, this.deviceId, from, to));
  }

  /** Whoever stands at it. */
  context(at: Date): RequestContext {
    const { id: tenantId, slug: tenantSlug } = this.service.tenant;
    const principal = { kind: 'user', id: 'user:ann', permissions: new Set<string>(PERMISSIONS), test: false } as const;
    return { tenantId, tenantSlug, principal: { ...principal, deviceId: this.deviceId }, requestId: 'offline', at };
  }

  private priced(written: object, at: Date): Promise<Order> {
    const { container } = this.service.api;
    const context = this.context(at);
    const sale = saleFrom(written as Parameters<typeof saleFrom>[0]);
    return container.get(TRANSACTOR).read(context, async (tx) => {
      const command = await container.get(SaleOpening).prepare(tx, context, sale, 'quote', () => Promise.resolve(''));
      return placeOrder(command).state;
    });
  }
}
