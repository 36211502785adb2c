import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { HearOfPayment } from '../../application/hear-of-payment.js';
import type { ProviderNotice } from '../../ports/payment-provider.js';
import { amountOf, nameOf, payerHintOf, wordOf, type Told } from './told-values.js';

export type TreasuryRefusal = 'treasury_event_invalid';

type Kind = Pick<ProviderNotice, 'about' | 'outcome'>;

const KINDS: Readonly<Record<string, Kind>> = {
  'treasury.payment_initiated': { about: 'charge', outcome: 'pending' },
  'treasury.payment_captured': { about: 'charge', outcome: 'captured' },
  'treasury.payment_failed': { about: 'charge', outcome: 'failed' },
  'treasury.refund_processed': { about: 'refund', outcome: 'done' },
  'treasury.payout_processed': { about: 'payout', outcome: 'done' },
  'treasury.chargeback_opened': { about: 'chargeback', outcome: 'charged_back' },
  'treasury.chargeback_won': { about: 'chargeback', outcome: 'chargeback_won' },
  'treasury.chargeback_lost': { about: 'chargeback', outcome: 'charged_back' },
};

/**
 * The treasury tells of payments, by signed callback or by its topics. Each event is handed on, whichever comes first: what it
 * means for a payment is decided by the payment's own state.
 */
export class TreasuryAnnouncements implements InboxHandler {
  readonly types: readonly string[];

  /** @param isConnected false: there is no treasury, and nobody is listened to. */
  constructor(
    private readonly hear: HearOfPayment,
    isConnected: boolean,
  ) {
    this.types = isConnected ? Object.keys(KINDS) : [];
  }

  readonly handle: InboxHandler['handle'] = async (tx, context, event) => {
    await this.hear.execute(tx, context, noticeOf(event, context.at));
  };
}

/** The notice in an event; members that we do not know are passed over. @throws Refusal `treasury_event_invalid`. */
export function noticeOf({ id, type, time, data }: InboundEvent, heardAt: Date): ProviderNotice {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`no event of the treasury that is listened to: ${type}`);
  const told = (typeof data === 'object' && data !== null ? data : {}) as Told;
  const names = kind.about === 'chargeback' ? chargebackNames(told) : ownNames(told);
  const amount = amountOf(kind.outcome === 'captured' ? (told['captured'] ?? told['amount']) : told['amount']);
  const fields: RefusedField[] = [];
  if (names.key === undefined) fields.push({ pointer: '/data/reference', message: 'must be a text or null' });
  if (names.reference === undefined) fields.push({ pointer: '/data/id', message: 'must be a text' });
  if (amount === undefined) fields.push({ pointer: '/data/amount', message: 'must be an amount of minor units' });
  if (names.key === undefined || names.reference === undefined || amount === undefined)
    throw new Refusal<TreasuryRefusal>('treasury_event_invalid', {}, fields);
  return {
    ...{ provider: 'treasury', noticeId: id, key: names.key, reference: names.reference, amount },
    ...{ about: kind.about, outcome: outcomeOf(kind, told) },
    ...{
      reason: wordOf(told['reason']),
      trusted: true,
      payerHint: payerHintOf(told['payerHint']),
      at: time ?? heardAt,
    },
  };
}

interface Names {
  readonly key: string | null | undefined;
  readonly reference: string | undefined;
}

function ownNames({ id, reference = null }: Told): Names {
  return { key: reference === null ? null : nameOf(reference), reference: nameOf(id) };
}

function chargebackNames({ paymentId, paymentReference = null }: Told): Names {
  return { key: paymentReference === null ? null : nameOf(paymentReference), reference: nameOf(paymentId) };
}

/** Refunds and payouts are processed either way. */
function outcomeOf({ about, outcome }: Kind, { status }: Told): ProviderNotice['outcome'] {
  return (about === 'refund' || about === 'payout') && status === 'failed' ? 'failed' : outcome;
}
