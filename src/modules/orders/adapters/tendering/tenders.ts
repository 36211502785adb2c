import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { NewProviderRefund, TenderingFacade } from '../../../tendering/index.js';
import type { PaymentId } from '../../domain/order-state.js';
import type { BegunCharge, ChargeToBegin, RefundToBegin, TenderDesk, TenderRule } from '../../ports/tender-desk.js';

/** Tenders and providers as the tendering module has them. */
export class Tenders implements TenderDesk {
  constructor(private readonly tendering: TenderingFacade) {}

  rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRule>> {
    return this.tendering.rules(tx, outletId);
  }

  assertReachable(provider: string): void {
    this.tendering.assertReachable(provider);
  }

  known(tx: Tx, source: string): Promise<BegunCharge | undefined> {
    return this.tendering.known(tx, source);
  }

  begin(tx: Tx, charge: ChargeToBegin): void {
    this.tendering.begin(tx, charge);
  }

  send(context: RequestContext, paymentId: PaymentId): Promise<void> {
    return this.tendering.send(context, paymentId);
  }

  cancel(tx: Tx, paymentId: PaymentId): Promise<boolean> {
    return this.tendering.cancel(tx, paymentId);
  }

  beginRefund(tx: Tx, refund: RefundToBegin): void {
    this.tendering.beginRefund(tx, refund);
  }

  sendRefund(context: RequestContext, id: NewProviderRefund['id']): Promise<void> {
    return this.tendering.sendRefund(context, id);
  }
}
