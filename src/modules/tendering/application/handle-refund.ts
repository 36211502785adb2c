import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import type { ProviderRefundId, RefundTransfer, Transfer } from '../domain/transfer.js';
import { retryTransfer, settleByHand, type TransferDecision } from '../domain/transfer-lifecycle.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import type { SettleTransfer } from './settle-transfer.js';

/** What a person does about a refund that the provider refused, or never answered for. */
export class HandleRefund {
  constructor(
    private readonly transactor: Transactor,
    private readonly transfers: TransferRepository,
    private readonly settle: SettleTransfer,
  ) {}

  /** Has the provider asked again. @throws Refusal `provider_refund_not_found`, `provider_refund_settled`. */
  retry(context: RequestContext, id: ProviderRefundId): Promise<RefundTransfer> {
    return this.decide(context, id, (transfer) => retryTransfer(transfer, context.at));
  }

  /** Says that the money went back without the provider. @throws as above. */
  settleByHand(
    context: RequestContext,
    id: ProviderRefundId,
    { reason, reference }: { readonly reason: string; readonly reference: string | null },
  ): Promise<RefundTransfer> {
    const { principal, at } = context;
    const by = { actor: `${principal.kind}:${principal.id}`, reason, reference };
    return this.decide(context, id, (transfer) => settleByHand(transfer, by, at));
  }

  private decide(
    context: RequestContext,
    id: ProviderRefundId,
    decide: (transfer: Transfer) => TransferDecision,
  ): Promise<RefundTransfer> {
    return this.transactor.run(context, async (tx) => {
      await this.found(tx, context, id);
      const settled = await this.settle.decide(tx, 'refund', id, decide);
      if (settled?.kind !== 'refund') throw notFound(id);
      return settled;
    });
  }

  private async found(tx: Tx, { principal }: RequestContext, id: ProviderRefundId): Promise<void> {
    const refund = await this.transfers.find(tx, 'refund', id);
    const isTheirs = refund?.outletId == null ? principal.outlets === undefined : mayActFor(principal, refund.outletId);
    if (refund === undefined || !isTheirs) throw notFound(id);
  }
}

function notFound(id: string): Refusal {
  return new Refusal<TenderingRefusal>('provider_refund_not_found', { id });
}
