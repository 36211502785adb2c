import { isCurrency, type DigitOverrides } from '../../../kernel/currencies.js';
import type { Decision } from '../../../kernel/decision.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { isPrintable } from './text.js';

export type TenantStatus = 'active' | 'suspended' | 'closed';

/** One business. Everything else belongs to exactly one of them. */
export interface Tenant {
  readonly id: TenantId;
  /** Its name in paths. Fixed at registration: tills, keys and events carry it. */
  readonly slug: string;
  readonly name: string;
  /** What new outlets trade in unless they say otherwise. */
  readonly currency: string;
  readonly status: TenantStatus;
  /** Minor digits that differ from ISO 4217. Fixed at registration: every stored amount is a count of these units. */
  readonly minorDigits: DigitOverrides;
  /** Since when it is closed; `null` while it is not. */
  readonly closedAt: Date | null;
  readonly version: number;
}

export type TenantRefusal = 'tenant_invalid' | 'tenant_slug_taken' | 'tenant_closed_for_good' | 'tenant_is_platform';

/** A business as its events show it. */
export interface TenantSnapshot extends Omit<Tenant, 'closedAt'> {
  /**
   * Since when it is closed.
   * @format date-time
   */
  readonly closedAt: string | null;
}

/** What an end or a return of a business's life tells. */
export interface TenantTurn {
  readonly tenant: TenantSnapshot;
  readonly before: TenantStatus;
  readonly reason: string;
}

/** The data of a business's events by their types. */
export interface TenantEvents {
  /** A business was taken in. */
  'pos.tenant.registered': { readonly tenant: TenantSnapshot };
  /** Settings of a business were changed. */
  'pos.tenant.changed': { readonly tenant: TenantSnapshot };
  /** A business is kept out until it is resumed. */
  'pos.tenant.suspended': TenantTurn;
  /** A business that was suspended or closed goes on. */
  'pos.tenant.resumed': TenantTurn;
  /** A business is over. Nothing is deleted. */
  'pos.tenant.closed': TenantTurn;
}

export type TenantEvent = { [Type in keyof TenantEvents]: DomainEvent<Type, TenantEvents[Type]> }[keyof TenantEvents];

/** The vendor itself is a tenant, too (migration 0036): it can be neither suspended nor closed. */
export const PLATFORM_ID = '00000000-0000-7000-8000-000000000001' as TenantId;

export type TenantDraft = Pick<Tenant, 'id' | 'slug' | 'name' | 'currency' | 'minorDigits'>;
export type TenantChanges = Partial<Pick<Tenant, 'name' | 'currency'>>;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME_MAX = 200;
const DIGITS_MAX = 4;
const REOPEN_MS = 30 * 86_400_000;

/** Takes a business in. */
export function registerTenant(draft: TenantDraft): Decision<Tenant, TenantEvent> {
  const problems = problemsOf(draft);
  if (!SLUG.test(draft.slug)) {
    problems.push({ pointer: '/slug', message: 'must be 1 to 63 small letters, digits or "-", not at the ends' });
  }
  for (const [currency, digits] of Object.entries(draft.minorDigits)) {
    if (isCurrency(currency) && Number.isInteger(digits) && digits >= 0 && digits <= DIGITS_MAX) continue;
    problems.push({ pointer: `/minorDigits/${currency}`, message: `must be 0 to ${DIGITS_MAX} digits of a currency` });
  }
  if (problems.length > 0) throw new Refusal<TenantRefusal>('tenant_invalid', {}, problems);
  const state: Tenant = { ...draft, status: 'active', closedAt: null, version: 1 };
  return { state, events: [{ type: 'pos.tenant.registered', ...placeOf(state), data: { tenant: snapshotOf(state) } }] };
}

/** Changes what may change after registration. Changes that change nothing leave the version alone. */
export function changeTenant(
  tenant: Tenant,
  changes: TenantChanges,
  expectedVersion?: number,
): Decision<Tenant, TenantEvent> {
  if (expectedVersion !== undefined && expectedVersion !== tenant.version) {
    throw new Refusal('version_mismatch', { currentVersion: tenant.version });
  }
  const state = { ...tenant, ...changes, version: tenant.version + 1 };
  const problems = problemsOf(state);
  if (problems.length > 0) throw new Refusal<TenantRefusal>('tenant_invalid', {}, problems);
  if (state.name === tenant.name && state.currency === tenant.currency) return { state: tenant, events: [] };
  return { state, events: [{ type: 'pos.tenant.changed', ...placeOf(state), data: { tenant: snapshotOf(state) } }] };
}

/** A change of a business's life: why, and when. */
export interface Turn {
  readonly reason: string;
  readonly at: Date;
}

/**
 * Keeps a business out. One that is suspended already stays as it is.
 * @throws Refusal `tenant_closed_for_good` for one that is closed; `tenant_is_platform`.
 */
export function suspendTenant(tenant: Tenant, { reason }: Turn): Decision<Tenant, TenantEvent> {
  assertNotPlatform(tenant);
  if (tenant.status === 'suspended') return { state: tenant, events: [] };
  if (tenant.status === 'closed') throw new Refusal<TenantRefusal>('tenant_closed_for_good', { slug: tenant.slug });
  return turned('pos.tenant.suspended', tenant, { status: 'suspended', closedAt: null }, reason);
}

/**
 * Lets a business go on; one that is closed, within 30 days of that. One that is active stays as it is.
 * @throws Refusal `tenant_closed_for_good` after that time.
 */
export function resumeTenant(tenant: Tenant, { reason, at }: Turn): Decision<Tenant, TenantEvent> {
  if (tenant.status === 'active') return { state: tenant, events: [] };
  if (isClosedForGood(tenant, at)) throw new Refusal<TenantRefusal>('tenant_closed_for_good', { slug: tenant.slug });
  return turned('pos.tenant.resumed', tenant, { status: 'active', closedAt: null }, reason);
}

/** Ends a business; nothing is deleted. One that is closed already stays as it is. @throws Refusal `tenant_is_platform`. */
export function closeTenant(tenant: Tenant, { reason, at }: Turn): Decision<Tenant, TenantEvent> {
  assertNotPlatform(tenant);
  if (tenant.status === 'closed') return { state: tenant, events: [] };
  return turned('pos.tenant.closed', tenant, { status: 'closed', closedAt: at }, reason);
}

/** What each end or return of a business's life is done by. */
export const TENANT_TURNS = { active: resumeTenant, suspended: suspendTenant, closed: closeTenant } as const;

/** True when a business is closed and can no longer be reopened. */
export function isClosedForGood({ status, closedAt }: Pick<Tenant, 'status' | 'closedAt'>, at: Date): boolean {
  return status === 'closed' && (closedAt === null || at.getTime() - closedAt.getTime() >= REOPEN_MS);
}

function assertNotPlatform({ id }: Tenant): void {
  if (id === PLATFORM_ID) throw new Refusal<TenantRefusal>('tenant_is_platform');
}

function turned(
  type: 'pos.tenant.suspended' | 'pos.tenant.resumed' | 'pos.tenant.closed',
  tenant: Tenant,
  change: Pick<Tenant, 'status' | 'closedAt'>,
  reason: string,
): Decision<Tenant, TenantEvent> {
  const state = { ...tenant, ...change, version: tenant.version + 1 };
  const data = { tenant: snapshotOf(state), before: tenant.status, reason };
  return { state, events: [{ type, ...placeOf(state), data }] };
}

function problemsOf({ name, currency }: Pick<Tenant, 'name' | 'currency'>): RefusedField[] {
  const problems: RefusedField[] = [];
  if (!isPrintable(name, NAME_MAX)) {
    problems.push({ pointer: '/name', message: `must be 1 to ${NAME_MAX} printable characters` });
  }
  if (!isCurrency(currency)) {
    problems.push({ pointer: '/currency', message: 'must be a currency of ISO 4217 that has minor units' });
  }
  return problems;
}

function snapshotOf({ closedAt, ...tenant }: Tenant): TenantSnapshot {
  return { ...tenant, closedAt: closedAt?.toISOString() ?? null };
}

function placeOf({ id, version }: Tenant): Omit<DomainEvent, 'type' | 'data'> {
  return { aggregate: 'tenants', aggregateId: id, sequence: version, outletId: null };
}
