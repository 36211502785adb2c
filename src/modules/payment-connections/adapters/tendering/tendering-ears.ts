import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { HearOfPayment } from '../../../tendering/index.js';
import type { PaymentNotice } from '../../domain/heard-callback.js';
import type { PaymentEars } from '../../ports/providers.js';

/** Tendering keeps the payments. */
export class TenderingEars implements PaymentEars {
  constructor(private readonly hearing: Pick<HearOfPayment, 'execute'>) {}

  hear(tx: Tx, context: RequestContext, notice: PaymentNotice): Promise<void> {
    return this.hearing.execute(tx, context, notice);
  }
}
