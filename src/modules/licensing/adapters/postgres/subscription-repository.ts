import type { LicenceStanding } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Reminder } from '../../domain/reminders.js';
import type { Subscription } from '../../domain/subscription.js';
import type { SubscriptionRepository } from '../../ports/subscription-repository.js';
import { toSubscription, valuesOf, type SubscriptionRow } from './licensing-rows.js';

const FIND = `select terms, status, trial, since, paid_until, grace_until, revoked_at, revoked_reason, cancelled_at,
  cancelled_reason, feature_overrides, flags, source, last_heard_at, version, event_sequence from subscriptions`;
const SAVE = `insert into subscriptions (tenant_id, plan, terms, status, trial, since, paid_until, grace_until, revoked_at,
    revoked_reason, cancelled_at, cancelled_reason, feature_overrides, flags, source, last_heard_at, version, event_sequence,
    updated_at)
  values ($1::uuid, $2, $3::jsonb, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14::jsonb, $15, $16, $17, $18, $19)
  on conflict (tenant_id) do update set plan = excluded.plan, terms = excluded.terms, status = excluded.status,
    trial = excluded.trial, since = excluded.since, paid_until = excluded.paid_until, grace_until = excluded.grace_until,
    revoked_at = excluded.revoked_at, revoked_reason = excluded.revoked_reason, cancelled_at = excluded.cancelled_at,
    cancelled_reason = excluded.cancelled_reason, feature_overrides = excluded.feature_overrides, flags = excluded.flags,
    source = excluded.source, last_heard_at = excluded.last_heard_at, version = excluded.version,
    event_sequence = excluded.event_sequence, updated_at = excluded.updated_at`;
const ABSENT = `insert into licence_standings (tenant_id, plan, orders_until, revoked_at, features, rate_limit_per_minute,
    updated_at) values ($1::uuid, $2, $3, $4, $5::text[], $6, $7) on conflict do nothing returning plan`;
const LOCK = 'select plan from licence_standings for update';
const STAND = `update licence_standings set plan = $2, orders_until = $3, revoked_at = $4, features = $5::text[],
    rate_limit_per_minute = $6, updated_at = $7
  where tenant_id = $1::uuid and (plan, orders_until, revoked_at, features, rate_limit_per_minute)
    is distinct from ($2::text, $3::timestamptz, $4::timestamptz, $5::text[], $6::integer) returning plan`;
const REMIND = `insert into license_reminders (tenant_id, kind, due_at, days_left, told_at)
  values ($1::uuid, $2, $3, $4, $5) on conflict do nothing returning kind`;

/** Subscriptions and standings in PostgreSQL. */
export class PostgresSubscriptionRepository implements SubscriptionRepository {
  businessOf(tx: Tx): TenantId {
    return tenantOf(tx);
  }

  async find(tx: Tx): Promise<Subscription | undefined> {
    const [row] = await runPrepared<SubscriptionRow>(tx, 'licensing_subscription', FIND, []);
    return row && toSubscription(row, tenantOf(tx));
  }

  async lock(tx: Tx, absent: LicenceStanding, at: Date): Promise<boolean> {
    const added = await runPrepared(tx, 'licensing_standing_absent', ABSENT, standingValues(tx, absent, at));
    await runPrepared(tx, 'licensing_standing_lock', LOCK, []);
    return added.length === 1;
  }

  async save(tx: Tx, subscription: Subscription, at: Date): Promise<void> {
    const values = [tenantOf(tx), ...valuesOf(subscription), at];
    await runPrepared(tx, 'licensing_subscription_save', SAVE, values);
  }

  async saveStanding(tx: Tx, standing: LicenceStanding, at: Date): Promise<boolean> {
    const changed = await runPrepared(tx, 'licensing_standing_save', STAND, standingValues(tx, standing, at));
    return changed.length === 1;
  }

  async addReminder(tx: Tx, { kind, dueAt, mark }: Reminder, at: Date): Promise<boolean> {
    const added = await runPrepared(tx, 'licensing_reminder_add', REMIND, [tenantOf(tx), kind, dueAt, mark, at]);
    return added.length === 1;
  }
}

function standingValues(tx: Tx, standing: LicenceStanding, at: Date): unknown[] {
  const { plan, ordersUntil, revokedAt, features, rateLimitPerMinute } = standing;
  return [
    tenantOf(tx),
    plan,
    ordersUntil,
    revokedAt,
    // In an order of its own: the same features are the same row.
    features && [...features].sort(),
    rateLimitPerMinute,
    at,
  ];
}
