import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { TenderingEvents } from '../../../tendering/index.js';
import type { SettleTipPayout } from '../../application/settle-tip-payout.js';
import { heardContext } from '../../application/tip-workplace.js';

/** Hears what became of payouts, those of tips among them. Told twice, it writes once. */
export class PayoutListener implements EventSubscriber {
  readonly pattern = 'pos.payout.*';

  constructor(
    private readonly settle: Pick<SettleTipPayout, 'failed' | 'paid'>,
    private readonly now: () => Date,
  ) {}

  concerns({ type }: LoggedEvent): boolean {
    return type === 'pos.payout.failed' || type === 'pos.payout.paid';
  }

  async handle(event: PublishedEvent): Promise<void> {
    const context = heardContext(event, this.now());
    const { payout } = event.data as TenderingEvents['pos.payout.failed'];
    if (event.type === 'pos.payout.paid') await this.settle.paid(context, payout.id);
    // Of one that nobody knows the end of, people find out what became of the money.
    else if (payout.status === 'failed') await this.settle.failed(context, payout.id, payout.failure);
  }
}
