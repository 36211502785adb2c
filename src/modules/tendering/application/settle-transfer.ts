import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Patience } from '../domain/charge.js';
import { payoutEvent, refundEvent } from '../domain/event-making.js';
import type { RefundTransfer, Transfer, TransferKind } from '../domain/transfer.js';
import {
  hearTransfer,
  type TransferDecision,
  type TransferHappening,
  type TransferHeard,
} from '../domain/transfer-lifecycle.js';
import type { UnallocatedId } from '../domain/unallocated.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { PaymentClock } from '../ports/payment-clock.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import type { UnallocatedRepository } from '../ports/unallocated-repository.js';
import type { UnknownMsOf } from './settle-charge.js';

/**
 * Takes down what became of a refund or payout. Lock order: the charge or the unallocated money that a refund belongs to, whose
 * events it continues; then the refund.
 */
export class SettleTransfer {
  constructor(
    private readonly transfers: TransferRepository,
    private readonly charges: ChargeRepository,
    private readonly unallocated: UnallocatedRepository,
    private readonly outbox: Outbox,
    private readonly unknownMsOf: UnknownMsOf,
    private readonly clock: PaymentClock,
  ) {}

  /** Takes down what was heard. @returns the transfer as it is then; `undefined` when there is none. */
  hear(
    tx: Tx,
    { at }: RequestContext,
    kind: TransferKind,
    id: string,
    heard: TransferHeard,
  ): Promise<Transfer | undefined> {
    return this.decide(tx, kind, id, (transfer, patience) => hearTransfer(transfer, heard, at, patience));
  }

  /** Takes down what `decide` says of the transfer, locked. */
  async decide(
    tx: Tx,
    kind: TransferKind,
    id: string,
    decide: (transfer: Transfer, patience: Patience) => TransferDecision,
  ): Promise<Transfer | undefined> {
    const seen = await this.transfers.find(tx, kind, id);
    if (seen === undefined) return undefined;
    const patience = { unknownMs: await this.unknownMsOf(tx), chance: this.clock.chance() };
    if (decide(seen, patience).state === seen) return seen;
    const tell = seen.kind === 'refund' ? await this.historyOf(tx, seen) : undefined;
    const transfer = await this.transfers.lock(tx, kind, id);
    if (transfer === undefined) throw new Error('a transfer is never removed');
    const { state, happening } = decide(transfer, patience);
    if (state === transfer) return transfer;
    await this.transfers.save(tx, await this.told(tx, state, happening, transfer, tell));
    return state;
  }

  private async told(
    tx: Tx,
    state: Transfer,
    happening: TransferHappening | null,
    before: Transfer,
    tell: ((event: RefundTransfer, happening: TransferHappening, before: RefundTransfer) => Promise<void>) | undefined,
  ): Promise<Transfer> {
    if (happening === null) return state;
    if (state.kind === 'refund' && before.kind === 'refund') {
      await tell?.(state, happening, before);
      return state;
    }
    if (state.kind !== 'payout' || (happening !== 'done' && happening !== 'failed')) return state;
    const next = { ...state, sequence: before.sequence + 1 };
    this.outbox.append(tx, [payoutEvent(next, happening)]);
    return next;
  }

  /** Locks what the refund's events belong to. */
  private async historyOf(tx: Tx, { paymentId, refundId }: RefundTransfer) {
    if (paymentId === null) {
      const money = await this.unallocated.lock(tx, refundId as UnallocatedId);
      if (money === undefined) throw new Error('unallocated money is never removed');
      return async (refund: RefundTransfer, happening: TransferHappening, before: RefundTransfer): Promise<void> => {
        const version = money.version + 1;
        await this.unallocated.save(tx, { ...money, version });
        this.outbox.append(tx, [refundEvent(refund, happening, before, version)]);
      };
    }
    const charge = await this.charges.lock(tx, paymentId);
    if (charge === undefined) throw new Error('a charge is never removed');
    return async (refund: RefundTransfer, happening: TransferHappening, before: RefundTransfer): Promise<void> => {
      const sequence = charge.sequence + 1;
      await this.charges.save(tx, { ...charge, sequence }, null);
      this.outbox.append(tx, [refundEvent(refund, happening, before, sequence)]);
    };
  }
}
