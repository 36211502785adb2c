import { isDeepStrictEqual } from 'node:util';
import type { Money } from '../../kernel/money.js';
import type { TreasuryInvoice } from './treasury-invoices.js';
import type {
  PaymentRequest,
  PayoutRequest,
  RefundRequest,
  TreasuryPayment,
  TreasuryPaymentStatus,
  TreasuryTransfer,
  TreasuryTransferStatus,
} from './treasury-messages.js';

/** What the double answers. */
export interface DoubleAnswer {
  readonly status: number;
  readonly body: object;
}

/** How the next payment, refund or payout is decided when it is first asked for. */
export interface Fate {
  readonly status: TreasuryPaymentStatus | TreasuryTransferStatus;
  readonly reason?: string;
  /** What comes in, where it is not what was asked. */
  readonly captured?: Money;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
interface Entry<Done> {
  readonly tenant: string;
  readonly asked: object;
  readonly done: Mutable<Done>;
  /** How often money came in or went out: never more than once. */
  moved: number;
}

const HAS_COME_IN = new Set<string>(['captured', 'refunded', 'charged_back']);

/** The ledger of the double: one entry for a reference, whatever is asked and however often. */
export class TreasuryLedger {
  readonly payments = new Map<string, Entry<TreasuryPayment>>();
  readonly refunds = new Map<string, Entry<TreasuryTransfer> & { readonly paymentReference: string }>();
  readonly payouts = new Map<string, Entry<TreasuryTransfer>>();
  /** By business and reference: once each, whatever is in them. */
  readonly invoices = new Map<string, Entry<TreasuryInvoice>>();
  /** Taken in turn by what is new; afterwards payments are captured and transfers processed at once. */
  readonly fates: Fate[] = [];
  /** Codes with which the next new things are refused. */
  readonly refusals: DoubleAnswer[] = [];
  private last = 0;

  /** A payment as it stands. */
  payment(tenant: string, reference: string): TreasuryPayment | undefined {
    return this.payments.get(`${tenant} ${reference}`)?.done;
  }

  /** All that came in and was not given back, by reference: to be compared with our ledger. */
  balances(tenant: string): Record<string, number> {
    const held: Record<string, number> = {};
    for (const { tenant: owner, done } of this.payments.values())
      if (owner === tenant && done.captured !== null) held[done.reference] = done.captured.amount;
    for (const { tenant: owner, done, paymentReference } of this.refunds.values())
      if (owner === tenant && done.status === 'processed')
        held[paymentReference] = (held[paymentReference] ?? 0) - done.amount.amount;
    return held;
  }

  /** Moves a payment on. */
  progress(tenant: string, reference: string, status: TreasuryPaymentStatus, captured?: Money): void {
    const entry = this.payments.get(`${tenant} ${reference}`);
    if (entry === undefined) throw new Error(`the treasury knows no payment ${reference}`);
    settle(entry, { status, ...(captured !== undefined && { captured }) });
  }

  /** Answers as the contract says. */
  answerTo(method: string, url: string, key: string | undefined, body: object): DoubleAnswer {
    const { pathname, searchParams } = new URL(url, 'http://double');
    const [, , tenant = '', resource = '', id, command] = pathname.split('/').map(decodeURIComponent);
    if (method === 'GET') return this.shown(tenant, resource, id, searchParams.get('reference'));
    if (command === 'cancel') return this.cancelled(tenant, id);
    if (key === undefined || key !== (body as { reference?: string }).reference)
      return no(400, 'idempotency_key_missing');
    return this.made(tenant, resource, key, body);
  }

  private shown(tenant: string, resource: string, id: string | undefined, reference: string | null): DoubleAnswer {
    const entries = this.entriesOf(resource);
    if (id === undefined) {
      const entry = entries.get(`${tenant} ${reference ?? ''}`);
      return { status: 200, body: { data: entry === undefined ? [] : [entry.done] } };
    }
    const entry = [...entries.values()].find(({ tenant: owner, done }) => owner === tenant && done.id === id);
    return entry === undefined ? no(404, 'payment_not_found') : { status: 200, body: entry.done };
  }

  private cancelled(tenant: string, id: string | undefined): DoubleAnswer {
    const entry = [...this.payments.values()].find(({ tenant: owner, done }) => owner === tenant && done.id === id);
    if (entry === undefined) return no(404, 'payment_not_found');
    const { status } = entry.done;
    if (status === 'initiated' || status === 'pending') settle(entry, { status: 'cancelled', reason: 'cancelled' });
    return { status: 200, body: entry.done };
  }

  private made(tenant: string, resource: string, key: string, body: object): DoubleAnswer {
    const known = this.entriesOf(resource).get(`${tenant} ${key}`);
    if (known !== undefined)
      return isDeepStrictEqual(known.asked, body)
        ? { status: 200, body: known.done }
        : no(409, 'idempotency_key_reused');
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return refusal;
    const wish = { ...{ tenant, asked: body, moved: 0 }, id: `${resource.slice(0, 3)}-${(this.last += 1)}` };
    if (resource === 'payments') return this.charged(wish, body as PaymentRequest);
    if (resource === 'invoices') {
      const invoice = { id: wish.id, reference: key };
      this.invoices.set(`${tenant} ${key}`, { ...wish, done: invoice });
      return { status: 201, body: invoice };
    }
    const { reference, amount } = body as RefundRequest | PayoutRequest;
    const entry: Entry<TreasuryTransfer> = {
      ...wish,
      done: { id: wish.id, reference, status: 'pending', amount, reason: null },
    };
    if (resource === 'refunds') {
      const { paymentReference } = body as RefundRequest;
      const left = this.balances(tenant)[paymentReference];
      if (left === undefined) return no(422, 'payment_not_captured');
      if (left < amount.amount) return no(422, 'refund_exceeds_payment');
      this.refunds.set(`${tenant} ${reference}`, { ...entry, paymentReference });
    } else this.payouts.set(`${tenant} ${reference}`, entry);
    settleTransfer(entry.done, this.fates.shift());
    return { status: 201, body: entry.done };
  }

  private charged(wish: Omit<Entry<TreasuryPayment>, 'done'> & { id: string }, body: PaymentRequest): DoubleAnswer {
    const { reference, amount } = body;
    const done = { id: wish.id, reference, status: 'initiated' as const, amount, captured: null, reason: null };
    const entry: Entry<TreasuryPayment> = { ...wish, done };
    this.payments.set(`${wish.tenant} ${reference}`, entry);
    settle(entry, this.fates.shift() ?? { status: 'captured' });
    return { status: 201, body: entry.done };
  }

  private entriesOf(
    resource: string,
  ): ReadonlyMap<string, Entry<TreasuryPayment | TreasuryTransfer | TreasuryInvoice>> {
    if (resource === 'payments') return this.payments;
    if (resource === 'invoices') return this.invoices;
    return resource === 'refunds' ? this.refunds : this.payouts;
  }
}

function no(status: number, code: string): DoubleAnswer {
  return { status, body: { code } };
}

function settle(entry: Entry<TreasuryPayment>, { status, reason, captured }: Fate): void {
  const { done } = entry;
  if (HAS_COME_IN.has(status) && done.captured === null) {
    done.captured = captured ?? done.amount;
    entry.moved += 1;
  }
  done.status = status as TreasuryPaymentStatus;
  done.reason = reason ?? (status === 'failed' ? 'declined' : null);
}

function settleTransfer(done: Mutable<TreasuryTransfer>, fate: Fate = { status: 'processed' }): void {
  done.status = fate.status as TreasuryTransferStatus;
  done.reason = fate.reason ?? (fate.status === 'failed' ? 'declined' : null);
}
