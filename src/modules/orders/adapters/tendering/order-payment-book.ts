import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { PaymentBook, type Applied, type PaymentChange } from '../../../tendering/index.js';
import type { SettlePayment } from '../../application/settle-payment.js';

/** What providers did to payments, told to their orders. */
export class OrderPaymentBook extends PaymentBook {
  constructor(private readonly settle: SettlePayment) {
    super();
  }

  apply(tx: Tx, context: RequestContext, change: PaymentChange): Promise<Applied> {
    return this.settle.apply(tx, context, change);
  }

  allocate(tx: Tx, context: RequestContext, money: Parameters<PaymentBook['allocate']>[2]): Promise<void> {
    return this.settle.allocate(tx, context, money);
  }
}
