import type { TenantId } from '../../../../kernel/ids.js';
import type { Invoice, InvoiceId } from '../../domain/invoice.js';
import type { PlanRequest, PlanRequestId } from '../../domain/plan-request.js';
import type { Plan, PlanId, PlanTerms } from '../../domain/plan.js';
import type { Override, Subscription, SubscriptionStatus } from '../../domain/subscription.js';
import type { UsageSnapshot } from '../../domain/usage.js';

export interface PlanRow {
  readonly id: string;
  readonly terms: PlanTerms;
  readonly archived: boolean;
  readonly version: number;
  readonly event_sequence: number;
}

export interface SubscriptionRow {
  readonly terms: PlanTerms;
  readonly status: SubscriptionStatus;
  readonly trial: boolean;
  readonly since: Date;
  readonly paid_until: Date | null;
  readonly grace_until: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_reason: string | null;
  readonly cancelled_at: Date | null;
  readonly cancelled_reason: string | null;
  readonly feature_overrides: readonly StoredOverride[];
  readonly flags: Readonly<Record<string, boolean>>;
  readonly source: Subscription['source'];
  readonly last_heard_at: Date | null;
  readonly version: number;
  readonly event_sequence: number;
}

type StoredOverride = Omit<Override, 'endsAt'> & { readonly endsAt: string | null };

export interface InvoiceRow {
  readonly id: string;
  readonly business_id: string;
  readonly business_slug: string;
  readonly month: string;
  readonly plan: string;
  readonly lines: Invoice['lines'];
  readonly total: number;
  readonly currency: string;
  readonly status: Invoice['status'];
  readonly reference: string | null;
  readonly error: string | null;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly issued_at: Date;
  readonly sent_at: Date | null;
  readonly paid_at: Date | null;
  readonly version: number;
}

export interface RequestRow {
  readonly id: string;
  readonly business_id: string;
  readonly business_slug: string;
  readonly plan: string;
  readonly note: string | null;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly status: PlanRequest['status'];
  readonly closed_at: Date | null;
  readonly answer: string | null;
  readonly version: number;
}

export interface SnapshotRow {
  readonly on_day: string;
  readonly orders: number;
  readonly outlets: number;
  readonly devices: number;
  readonly staff: number;
  readonly integrations: number;
  readonly stored_orders: number;
  readonly taken_at: Date;
}

/** The plan that a row tells of. */
export function toPlan({ id, terms, archived, version, event_sequence: eventSequence }: PlanRow): Plan {
  return { id: id as PlanId, terms, archived, version, eventSequence };
}

/** The subscription that a row tells of. */
export function toSubscription(row: SubscriptionRow, businessId: TenantId): Subscription {
  const { terms, status, trial, since, flags, source, version } = row;
  const { revoked_at: revokedAt, revoked_reason: why, cancelled_at: cancelledAt, cancelled_reason: because } = row;
  const overrides = row.feature_overrides.map(({ endsAt, ...one }) => ({
    ...one,
    endsAt: endsAt === null ? null : new Date(endsAt),
  }));
  return {
    ...{ businessId, terms, status, trial, since, paidUntil: row.paid_until, graceUntil: row.grace_until },
    revoked: revokedAt && { at: revokedAt, reason: why ?? '' },
    cancelled: cancelledAt && { at: cancelledAt, reason: because ?? '' },
    ...{ overrides, flags, source, lastHeardAt: row.last_heard_at, version, eventSequence: row.event_sequence },
  };
}

/** The values of a subscription, in the order of the statement that writes them. */
export function valuesOf(subscription: Subscription): readonly unknown[] {
  const { terms, status, trial, since, paidUntil, graceUntil, revoked, cancelled, overrides, flags } = subscription;
  const { source, lastHeardAt, version, eventSequence } = subscription;
  return [
    ...[terms.code, JSON.stringify(terms), status, trial, since, paidUntil, graceUntil],
    ...[revoked?.at ?? null, revoked?.reason ?? null, cancelled?.at ?? null, cancelled?.reason ?? null],
    ...[JSON.stringify(overrides), JSON.stringify(flags), source, lastHeardAt, version, eventSequence],
  ];
}

/** The invoice that a row tells of. */
export function toInvoice(row: InvoiceRow): Invoice {
  const { plan, lines, status, reference, error, tries, version, currency } = row;
  return {
    ...{ id: row.id as InvoiceId, businessId: row.business_id as TenantId, businessSlug: row.business_slug },
    ...{ period: row.month, plan, lines, total: { amount: row.total, currency }, status, reference, error, tries },
    ...{ nextTryAt: row.next_try_at, issuedAt: row.issued_at, sentAt: row.sent_at, paidAt: row.paid_at, version },
  };
}

/** The request that a row tells of. */
export function toRequest(row: RequestRow): PlanRequest {
  const { plan, note, status, answer, version } = row;
  return {
    ...{ id: row.id as PlanRequestId, businessId: row.business_id as TenantId, businessSlug: row.business_slug },
    ...{ plan, note, requestedBy: row.requested_by, requestedAt: row.requested_at, status, closedAt: row.closed_at },
    ...{ answer, version },
  };
}

/** The snapshot that a row tells of. */
export function toSnapshot(row: SnapshotRow): UsageSnapshot {
  const { orders, outlets, devices, staff, integrations } = row;
  return {
    ...{ day: row.on_day, orders, outlets, devices, staff, integrations },
    ...{ storedOrders: row.stored_orders, takenAt: row.taken_at },
  };
}
