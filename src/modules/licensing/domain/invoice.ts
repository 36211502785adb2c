import type { Decision } from '../../../kernel/decision.js';
import type { Id, TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { fromBigInt, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LicensingRefusal } from './licensing-refusal.js';
import type { PlanTerms } from './plan.js';
import type { MonthUsage } from './usage.js';

export type InvoiceId = Id<'licence-invoice'>;
/** @asType integer */
export type InvoiceQuantity = number;

/** One thing that is charged. */
export interface InvoiceLine {
  readonly kind: 'base' | 'outlets' | 'overage';
  readonly quantity: InvoiceQuantity;
  readonly unitPrice: Money;
  readonly total: Money;
}

/** What the vendor asks of a business for one month. */
export interface Invoice {
  readonly id: InvoiceId;
  readonly businessId: TenantId;
  readonly businessSlug: string;
  /** The first day of the month. */
  readonly period: string;
  readonly plan: string;
  readonly lines: readonly InvoiceLine[];
  readonly total: Money;
  /** `draft`: not sent, or nobody to send it to. */
  readonly status: 'draft' | 'sent' | 'failed' | 'paid';
  /** The treasury's name of it, or what was written down when it was paid. */
  readonly reference: string | null;
  /** Why it was not taken. */
  readonly error: string | null;
  readonly tries: number;
  /** When it is worth a try; null: nothing is to be sent. */
  readonly nextTryAt: Date | null;
  readonly issuedAt: Date;
  readonly sentAt: Date | null;
  readonly paidAt: Date | null;
  readonly version: number;
}

/** An invoice as JSON shows it. */
export interface InvoiceSnapshot {
  readonly id: string;
  readonly businessId: string;
  readonly business: string;
  /** @format date */
  readonly period: string;
  readonly plan: string;
  readonly lines: readonly InvoiceLine[];
  readonly total: Money;
  readonly status: 'draft' | 'sent' | 'failed' | 'paid';
  readonly reference: string | null;
  readonly error: string | null;
  /** @asType integer */
  readonly version: number;
}

/** The data of invoices' events by their types. They are events of the vendor's own tenant. */
export interface LicenceInvoiceEvents {
  /** A month was added up. */
  'pos.licence_invoice.drafted': { readonly invoice: InvoiceSnapshot };
  /** The treasury has it. */
  'pos.licence_invoice.sent': { readonly invoice: InvoiceSnapshot };
  /** The treasury did not take it, or did not answer for days. */
  'pos.licence_invoice.failed': { readonly invoice: InvoiceSnapshot; readonly reason: string };
  /** The treasury had not taken it, and it is sent again. */
  'pos.licence_invoice.retried': { readonly invoice: InvoiceSnapshot };
  /** The business has paid it. */
  'pos.licence_invoice.paid': { readonly invoice: InvoiceSnapshot };
}
export type LicenceInvoiceEvent = {
  [Type in keyof LicenceInvoiceEvents]: DomainEvent<Type, LicenceInvoiceEvents[Type]>;
}[keyof LicenceInvoiceEvents];
type InvoiceDecision = Decision<Invoice, LicenceInvoiceEvent>;

const HUNDRED = 100;
const GIVE_UP_MS = 3 * 24 * 3_600_000;
const BACKOFF_MS = { first: 60_000, max: 6 * 3_600_000 };

/** What a month costs. Nothing is charged for what costs nothing. */
export function linesOf(terms: PlanTerms, { orders, most }: MonthUsage): readonly InvoiceLine[] {
  const beyond = terms.ordersIncluded === null ? 0 : Math.max(0, orders - terms.ordersIncluded);
  const wanted: readonly (readonly [InvoiceLine['kind'], number, number])[] = [
    ['base', 1, terms.basePrice],
    ['outlets', most.outlets, terms.outletPrice],
    ['overage', Math.ceil(beyond / HUNDRED), terms.overagePrice],
  ];
  return wanted
    .filter(([, quantity, price]) => quantity > 0 && price > 0)
    .map(([kind, quantity, price]) => ({
      ...{ kind, quantity, unitPrice: { amount: price, currency: terms.currency } },
      total: fromBigInt(BigInt(quantity) * BigInt(price), terms.currency),
    }));
}

/** Adds a month up. @param isSent whether there is a treasury that takes it. */
export function draftInvoice(
  of: Pick<Invoice, 'id' | 'businessId' | 'businessSlug' | 'period'>,
  terms: PlanTerms,
  lines: readonly InvoiceLine[],
  at: Date,
  isSent: boolean,
): InvoiceDecision {
  const total = fromBigInt(
    lines.reduce((sum, line) => sum + BigInt(line.total.amount), 0n),
    terms.currency,
  );
  const open = { reference: null, error: null, tries: 0, nextTryAt: isSent ? at : null, sentAt: null, paidAt: null };
  const state = { ...of, plan: terms.code, lines, total, status: 'draft', ...open, issuedAt: at, version: 1 } as const;
  return { state, events: [eventOf('pos.licence_invoice.drafted', state)] };
}

/** What came of sending it. */
export type InvoiceOutcome =
  | { readonly kind: 'taken'; readonly reference: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** It may be there or not: the same call again tells. */
  | { readonly kind: 'unknown'; readonly error: string };

/** Takes down what came of sending it. One that is settled stays as it is: two may have sent it, as one. */
export function settleInvoice(invoice: Invoice, outcome: InvoiceOutcome, at: Date): InvoiceDecision {
  if (invoice.status !== 'draft') return { state: invoice, events: [] };
  if (outcome.kind === 'taken') {
    const { reference } = outcome;
    const state = next(invoice, { status: 'sent', reference, error: null, nextTryAt: null, sentAt: at });
    return { state, events: [eventOf('pos.licence_invoice.sent', state)] };
  }
  if (outcome.kind === 'refused') return failed(invoice, outcome.code, outcome.code);
  const late = at.getTime() - invoice.issuedAt.getTime() >= GIVE_UP_MS && invoice.tries > 10;
  if (late) return failed(invoice, outcome.error, 'no_answer');
  const wait = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** Math.min(invoice.tries, 16));
  const nextTryAt = new Date(at.getTime() + wait);
  return { state: { ...invoice, tries: invoice.tries + 1, error: outcome.error, nextTryAt }, events: [] };
}

/** Sends one again that the treasury did not take. @throws Refusal `licence_invoice_state_conflict`. */
export function retryInvoice(invoice: Invoice, at: Date): InvoiceDecision {
  if (invoice.status !== 'failed') throw conflict(invoice, 'sent again');
  const state = next(invoice, { status: 'draft', error: null, tries: 0, nextTryAt: at });
  return { state, events: [eventOf('pos.licence_invoice.retried', state)] };
}

/** Notes that it was paid. @throws Refusal `licence_invoice_state_conflict` when it is paid already. */
export function payInvoice(invoice: Invoice, reference: string | null, at: Date): InvoiceDecision {
  if (invoice.status === 'paid') throw conflict(invoice, 'paid');
  const named = reference ?? invoice.reference;
  const state = next(invoice, { status: 'paid', reference: named, nextTryAt: null, paidAt: at });
  return { state, events: [eventOf('pos.licence_invoice.paid', state)] };
}

function failed(invoice: Invoice, error: string, reason: string): InvoiceDecision {
  const state = next(invoice, { status: 'failed', error, nextTryAt: null });
  const event = eventOf('pos.licence_invoice.failed', state);
  return { state, events: [{ ...event, data: { ...event.data, reason } } as LicenceInvoiceEvent] };
}

function next(invoice: Invoice, changes: Partial<Invoice>): Invoice {
  return { ...invoice, ...changes, version: invoice.version + 1 };
}

function conflict({ id, status }: Invoice, what: string): Refusal<LicensingRefusal> {
  return new Refusal('licence_invoice_state_conflict', { invoiceId: id, status, what });
}

function eventOf(type: LicenceInvoiceEvent['type'], invoice: Invoice): LicenceInvoiceEvent {
  const { id, businessId, businessSlug, period, plan, lines, total, status, reference, error, version } = invoice;
  const snapshot = {
    id,
    businessId,
    business: businessSlug,
    period,
    plan,
    lines,
    total,
    status,
    reference,
    error,
    version,
  };
  return {
    ...{ type, aggregate: 'licence_invoices', aggregateId: id, sequence: version, outletId: null },
    data: { invoice: snapshot },
  } as LicenceInvoiceEvent;
}
