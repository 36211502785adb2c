import type { RequestContext } from '../../../../kernel/context.js';
import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { TenderingEvents } from '../../../tendering/index.js';
import type { KeepChargebacks } from '../../application/keep-chargebacks.js';

const TYPES: ReadonlySet<string> = new Set(['pos.payment.charged_back', 'pos.payment.chargeback_won']);

/** Tendering hears of chargebacks from providers. Told twice, one is opened: a payment has but one. */
export class ChargebackListener implements EventSubscriber {
  readonly pattern = 'pos.payment.*';

  constructor(
    private readonly chargebacks: Pick<KeepChargebacks, 'hear' | 'hearWon'>,
    private readonly now: () => Date,
  ) {}

  concerns({ type }: LoggedEvent): boolean {
    return TYPES.has(type);
  }

  async handle(event: PublishedEvent): Promise<void> {
    const { payment } = event.data as TenderingEvents['pos.payment.charged_back'];
    if (payment.test) return;
    const context = this.contextOf(event);
    if (event.type === 'pos.payment.chargeback_won') {
      await this.chargebacks.hearWon(context, payment.id);
      return;
    }
    const { id: paymentId, orderId, outletId, provider, reference, captured, amount, reason } = payment;
    const told = { paymentId, orderId, outletId, provider, reference, reason: reason ?? 'not told' };
    await this.chargebacks.hear(context, { ...told, amount: captured ?? amount });
  }

  private contextOf({ tenantId, tenantSlug, requestId, traceParent }: PublishedEvent): RequestContext {
    return {
      tenantId,
      tenantSlug,
      requestId,
      at: this.now(),
      principal: { kind: 'system', id: 'settlements', permissions: new Set(), test: false },
      ...(traceParent !== null && { traceParent }),
    };
  }
}
