import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { NewPayout, TenderingFacade } from '../../../tendering/index.js';
import type { PayoutDesk } from '../../ports/neighbours.js';

/** The providers that pay for the business. */
export class ProviderPayouts implements PayoutDesk {
  constructor(private readonly tendering: Pick<TenderingFacade, 'beginPayout' | 'sendPayout'>) {}

  begin(tx: Tx, payout: Parameters<PayoutDesk['begin']>[1]): Promise<void> {
    const { id, outletId, provider, payee, amount, reason } = payout;
    const wish = { id: id as NewPayout['id'], outletId, provider, payee, amount, reason };
    return this.tendering.beginPayout(tx, wish, '/payout/provider');
  }

  send(context: RequestContext, id: string): Promise<void> {
    return this.tendering.sendPayout(context, id as NewPayout['id']);
  }
}
