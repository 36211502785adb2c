import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { payoutEvent } from '../domain/event-making.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import { newPayout, type PayoutTransfer } from '../domain/transfer.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import { SIMULATOR, type Providers } from './providers.js';
import type { TenderOutlets } from './tender-board.js';

export interface PayoutWish {
  readonly provider: string;
  readonly payee: string;
  readonly amount: Money;
  readonly outletId: OutletId;
  readonly reason: string;
}

/** Has a provider pay money out: tips, a supplier. The worker does it within a second; its outcome is in the payout. */
export class PayOut {
  constructor(
    private readonly transactor: Transactor,
    private readonly transfers: TransferRepository,
    private readonly outlets: TenderOutlets,
    private readonly providers: Providers,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `payout_invalid`, `outlet_not_found`, `payment_provider_unavailable`. */
  execute(context: RequestContext, wish: PayoutWish): Promise<PayoutTransfer> {
    const { principal, at } = context;
    const provider = principal.test ? SIMULATOR : wish.provider;
    this.providers.assertPays(provider, '/provider');
    return this.transactor.run(context, async (tx) => {
      const { outletId, amount, payee, reason } = wish;
      const outlet = mayActFor(principal, outletId) ? await this.outlets.outlet(tx, outletId) : undefined;
      if (outlet === undefined) throw new Refusal('outlet_not_found', { outletId });
      if (amount.amount <= 0) throw invalid('/amount', 'must be more than nothing');
      if (amount.currency !== outlet.currency) throw invalid('/amount/currency', `must be ${outlet.currency}`);
      const what = { id: this.ids.next<'payout'>(), outletId, provider, amount, reason, payee };
      const payout = newPayout(what, { by: `${principal.kind}:${principal.id}`, test: principal.test, at }, at);
      await this.transfers.add(tx, payout);
      this.outbox.append(tx, [payoutEvent(payout, 'requested')]);
      return payout;
    });
  }
}

function invalid(pointer: string, message: string): Refusal {
  return new Refusal<TenderingRefusal>('payout_invalid', {}, [{ pointer, message }]);
}
