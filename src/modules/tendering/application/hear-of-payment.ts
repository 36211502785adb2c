import type { RequestContext } from '../../../kernel/context.js';
import { isUuid } from '../../../kernel/ids.js';
import { isSameMoney, type Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import { type Charge, type PaymentId } from '../domain/charge.js';
import { doubt, lookAgain, type Heard } from '../domain/charge-lifecycle.js';
import { transferKey, type TransferKind } from '../domain/transfer.js';
import type { TransferHeard } from '../domain/transfer-lifecycle.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { ProviderNotice } from '../ports/payment-provider.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import type { Providers } from './providers.js';
import type { SettleCharge } from './settle-charge.js';
import type { SettleTransfer } from './settle-transfer.js';
import type { StrayMoney } from './stray-money.js';

const KEY = /^(charge|refund|payout)-([0-9a-f-]{36})(?:-\d{1,4})?$/;

/**
 * Takes down what providers tell without being asked, in any order, however often. What is not proven to come from the provider
 * changes nothing by itself: the provider is asked. Money for none of our charges is kept as unallocated.
 */
export class HearOfPayment {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly transfers: TransferRepository,
    private readonly providers: Providers,
    private readonly settle: SettleCharge,
    private readonly settleTransfer: SettleTransfer,
    private readonly stray: StrayMoney,
  ) {}

  /** In the transaction of whoever received it. Never throws for what a notice says. */
  async execute(tx: Tx, context: RequestContext, notice: ProviderNotice): Promise<void> {
    if (notice.about === 'refund' || notice.about === 'payout')
      return this.ofTransfer(tx, context, notice, notice.about);
    const charge = await this.chargeOf(tx, notice);
    if (charge === undefined) return this.ofStranger(tx, context, notice);
    const heard = heardOf(notice);
    if (heard === undefined) return;
    if (notice.trusted) {
      await this.settle.hear(tx, context, charge.paymentId, heard, notice.payerHint);
    } else if (this.providers.get(charge.provider)?.withoutStatus === true) {
      await this.believe(tx, context, charge, notice, heard);
    } else {
      await this.askSoon(tx, context, charge, notice, heard);
    }
  }

  private async chargeOf(tx: Tx, { key, provider, reference }: ProviderNotice): Promise<Charge | undefined> {
    const id = idIn(key, 'charge');
    const named = id === undefined ? undefined : await this.charges.find(tx, id as PaymentId);
    if (named?.provider === provider) return named;
    return reference === null ? undefined : this.charges.ofReference(tx, provider, reference);
  }

  private async ofStranger(tx: Tx, { at }: RequestContext, notice: ProviderNotice): Promise<void> {
    const { provider, amount, outcome, reference, noticeId, payerHint, trusted, about } = notice;
    if (about !== 'charge' || outcome !== 'captured' || amount === null) return;
    const providerReference = reference ?? noticeId;
    if (providerReference === null) return;
    const nobody = { tender: null, paymentId: null, orderId: null, outletId: null };
    const reason = trusted ? 'orphan' : 'orphan_unproven';
    await this.stray.keep(tx, { ...nobody, provider, amount, reason, providerReference, payerHint, test: false }, at);
  }

  /** Of a provider that cannot be asked: as far as it fits what was asked. */
  private async believe(
    tx: Tx,
    context: RequestContext,
    charge: Charge,
    { reference, amount, payerHint }: ProviderNotice,
    heard: Heard,
  ): Promise<void> {
    const isOurs = reference !== null && [charge.requestReference, charge.providerReference].includes(reference);
    if (!isOurs || (heard.kind !== 'captured' && heard.kind !== 'failed')) return;
    if (heard.kind === 'failed' || (amount !== null && isSameMoney(amount, charge.amount))) {
      await this.settle.hear(tx, context, charge.paymentId, heard, payerHint);
      return;
    }
    if (amount !== null) await this.flag(tx, context, charge.paymentId, { amount, reference, payerHint });
  }

  /** The provider is to say whether it is so. Another amount than was asked is kept for a person, whatever the provider says. */
  private async askSoon(
    tx: Tx,
    context: RequestContext,
    { paymentId, ...seen }: Charge,
    { amount, reference, payerHint }: ProviderNotice,
    heard: Heard,
  ): Promise<void> {
    if (heard.kind === 'captured' && amount !== null && isOther(amount, seen))
      await this.flag(tx, context, paymentId, { amount, reference, payerHint });
    const charge = await this.charges.lock(tx, paymentId);
    const next = charge && lookAgain(charge, heard.kind, context.at);
    if (next === undefined || next === charge) return;
    await this.charges.save(tx, next, { what: 'hint', detail: heard.kind });
  }

  /** Keeps an amount that nobody proved, once, and leaves the payment to people: nothing of it is the order's. */
  private async flag(
    tx: Tx,
    context: RequestContext,
    id: PaymentId,
    { amount, reference, payerHint }: Pick<ProviderNotice, 'reference' | 'payerHint'> & { readonly amount: Money },
  ): Promise<void> {
    const stray = { amount, reason: 'amount_differs', reference } as const;
    const told = { what: 'amount_differs', detail: null, payerHint, finding: null };
    await this.settle.decide(tx, context, id, (now) => doubt(now, context.at, stray), told);
  }

  private async ofTransfer(tx: Tx, context: RequestContext, notice: ProviderNotice, kind: TransferKind): Promise<void> {
    const id = idIn(notice.key, kind);
    const transfer = id === undefined ? undefined : await this.transfers.find(tx, kind, id);
    const heard = transferHeardOf(notice);
    if (transfer === undefined || heard === undefined || transfer.provider !== notice.provider) return;
    // What is told of an earlier attempt says nothing of this one, unless the money went.
    if (heard.kind !== 'done' && transferKey(transfer) !== notice.key) return;
    if (notice.trusted) {
      await this.settleTransfer.hear(tx, context, kind, transfer.id, heard);
    } else if (transfer.nextTryAt !== null) {
      await this.settleTransfer.decide(tx, kind, transfer.id, (now) => ({
        state: { ...now, nextTryAt: context.at, version: now.version + 1 },
        happening: null,
      }));
    }
  }
}

/** True of an amount that is neither what was asked nor what is known to have come. */
function isOther(amount: Money, { amount: asked, amountCaptured }: Pick<Charge, 'amount' | 'amountCaptured'>): boolean {
  return !isSameMoney(amount, asked) && (amountCaptured === null || !isSameMoney(amount, amountCaptured));
}

function idIn(key: string | null, kind: 'charge' | TransferKind): string | undefined {
  const [, of, id = ''] = KEY.exec(key ?? '') ?? [];
  return of === kind && isUuid(id) ? id : undefined;
}

function heardOf({ outcome, amount, reference, reason }: ProviderNotice): Heard | undefined {
  switch (outcome) {
    case 'captured':
    case 'done':
      return { kind: 'captured', amount, reference };
    case 'pending':
      return { kind: 'pending', reference };
    case 'failed':
      return { kind: 'failed', reason: reason ?? 'declined', reference };
    case 'charged_back':
      return { kind: 'charged_back', reason };
    case 'chargeback_won':
      return { kind: 'chargeback_won' };
  }
}

function transferHeardOf({ outcome, reference, reason }: ProviderNotice): TransferHeard | undefined {
  if (outcome === 'done' || outcome === 'captured') return { kind: 'done', reference };
  if (outcome === 'pending') return { kind: 'pending', reference };
  return outcome === 'failed' ? { kind: 'failed', reason: reason ?? 'declined', reference } : undefined;
}
