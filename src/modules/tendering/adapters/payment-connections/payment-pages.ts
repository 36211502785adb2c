import type { RequestContext } from '../../../../kernel/context.js';
import type { PaymentConnectionsFacade } from '../../../payment-connections/index.js';
import type { PaymentPages } from '../../ports/payment-views.js';

/** Pages that companies have named with their answers to what was asked of them. */
export class AnsweredPages implements PaymentPages {
  constructor(private readonly connections: Pick<PaymentConnectionsFacade, 'known'>) {}

  async urlOf(
    { tenantId, tenantSlug }: Pick<RequestContext, 'tenantId' | 'tenantSlug'>,
    key: string,
  ): Promise<string | null> {
    return (await this.connections.known({ tenantId, tenantSlug, key }))?.paymentUrl ?? null;
  }
}
