import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { NOT_REACHED } from '../domain/charge-lifecycle.js';
import { transferKey, type Transfer, type TransferKind } from '../domain/transfer.js';
import { sendTransfer, type TransferHeard } from '../domain/transfer-lifecycle.js';
import type { PaymentClock } from '../ports/payment-clock.js';
import type { PaymentObserver } from '../ports/payment-observer.js';
import type { PaymentProvider, TransferAnswer } from '../ports/payment-provider.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import type { Providers } from './providers.js';
import type { SendingTimes } from './send-charge.js';
import type { SettleTransfer } from './settle-transfer.js';
import { withinTime } from './within-time.js';

/** Has providers give money back or pay it out; each under a key of its own, so that it is done once. */
export class SendTransfer {
  constructor(
    private readonly transactor: Transactor,
    private readonly transfers: TransferRepository,
    private readonly providers: Providers,
    private readonly settle: SettleTransfer,
    private readonly observer: PaymentObserver,
    private readonly clock: PaymentClock,
    private readonly times: SendingTimes,
  ) {}

  /** Does what the transfer needs next: the wish itself, or a question about it. One call; the worker goes on after it. */
  async execute(given: RequestContext, kind: TransferKind, id: string): Promise<void> {
    const { idempotency: _ownTransaction, ...context } = given;
    const taken = await this.transactor.run(context, (tx) => this.take(tx, kind, id));
    if (taken === undefined) return;
    const { transfer, first } = taken;
    const provider = this.providers.get(transfer.provider);
    const heard = await this.ask(context, transfer, first, provider?.awayFor() === null ? provider : undefined);
    await this.hear(context, kind, id, heard);
  }

  private async take(tx: Parameters<TransferRepository['lock']>[0], kind: TransferKind, id: string) {
    const transfer = await this.transfers.lock(tx, kind, id);
    if (transfer === undefined || transfer.nextTryAt === null) return undefined;
    const sent = sendTransfer(transfer, this.clock.now(), this.times.answerMs + this.times.spareMs);
    if (sent !== undefined) await this.transfers.save(tx, sent);
    return { transfer: sent ?? transfer, first: sent !== undefined };
  }

  private async ask(
    context: RequestContext,
    transfer: Transfer,
    first: boolean,
    provider: PaymentProvider | undefined,
  ): Promise<TransferHeard> {
    if (provider === undefined) return { kind: first ? 'absent' : 'unknown', error: NOT_REACHED };
    const call = callOf(provider, context, transfer, first).catch((error: unknown): TransferAnswer => {
      this.observer.failed('a provider broke its promise to answer always', error);
      return { kind: 'unknown', error: 'provider_error' };
    });
    const answer = await withinTime(this.clock, call, this.times.answerMs);
    return answer ?? { kind: 'unknown', error: 'no_answer_in_time' };
  }

  private async hear(context: RequestContext, kind: TransferKind, id: string, heard: TransferHeard): Promise<void> {
    const now = { ...context, at: this.clock.now() };
    await this.transactor.run(now, (tx) => this.settle.hear(tx, now, kind, id, heard));
  }
}

function callOf(
  provider: PaymentProvider,
  { tenantId, tenantSlug }: RequestContext,
  transfer: Transfer,
  first: boolean,
): Promise<TransferAnswer> {
  const { amount, reason, providerReference: reference, createdAt } = transfer;
  const outletId = transfer.outletId ?? '';
  const wish = { key: transferKey(transfer), tenantId, tenantSlug, outletId, amount, reason, reference, createdAt };
  if (transfer.kind === 'payout') {
    const payout = { ...wish, payee: transfer.payee };
    return first ? provider.payOut(payout) : provider.statusOfPayout(payout);
  }
  const { orderId, chargeKey, chargeReference } = transfer;
  const refund = { ...wish, orderId: orderId ?? '', chargeKey, chargeReference };
  return first ? provider.refund(refund) : provider.statusOfRefund(refund);
}
