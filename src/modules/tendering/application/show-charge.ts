import type { RequestContext } from '../../../kernel/context.js';
import { chargeKey, isInDoubt, type Charge, type PaymentId } from '../domain/charge.js';
import type { PaymentPages, PaymentViews, RecordedStep } from '../ports/payment-views.js';

export interface ShownCharge {
  readonly charge: Charge;
  readonly steps: readonly RecordedStep[];
  /** Where the customer pays, while there is something to pay and the provider has a page for it. */
  readonly paymentUrl: string | null;
}

/** Shows a charge, its history, and where the customer is to be sent. */
export class ShowCharge {
  constructor(
    private readonly views: PaymentViews,
    private readonly pages: PaymentPages,
  ) {}

  /** @throws Refusal `charge_not_found`. */
  async execute(context: RequestContext, id: PaymentId): Promise<ShownCharge> {
    const found = await this.views.charge(context, id);
    const { charge } = found;
    const isPayable = isInDoubt(charge) && charge.status !== 'cancelling';
    return { ...found, paymentUrl: isPayable ? await this.pages.urlOf(context, chargeKey(id)) : null };
  }
}
