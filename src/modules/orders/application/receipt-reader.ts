import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { OrderId } from '../domain/order-state.js';
import { receiptOf, type Receipt } from '../domain/receipt.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import { outletOf } from './order-pricer.js';
import type { SaleRefusal } from './sale-refusal.js';

/** Writes receipts of orders as they stand. */
export class ReceiptReader {
  constructor(
    private readonly transactor: Transactor,
    private readonly orders: OrderRepository,
    private readonly outlets: SalesOutlets,
  ) {}

  /** @param copy marks it as one that was printed before. @throws Refusal `order_not_found`. */
  read(context: RequestContext, orderId: OrderId, copy: boolean): Promise<Receipt> {
    return this.transactor.read(context, async (tx) => {
      const order = await this.orders.find(tx, orderId);
      if (order === undefined || !mayActFor(context.principal, order.outletId)) {
        throw new Refusal<SaleRefusal>('order_not_found', { orderId });
      }
      const { name, timeZone, locale, receipt } = await outletOf(this.outlets, tx, order);
      const { addressLines, taxNumber, header: receiptHeader, footer: receiptFooter } = receipt;
      const digitOverrides = await this.outlets.minorDigits(tx);
      const outlet = { name, timeZone, locale, addressLines, taxNumber, receiptHeader, receiptFooter, digitOverrides };
      return receiptOf(order, outlet, copy);
    });
  }
}
