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
  readonly version: number;
}

export type TenantRefusal = 'tenant_invalid' | 'tenant_slug_taken';

/** The data of a business's events by their types. */
export interface TenantEvents {
  /** A business was taken in. */
  'pos.tenant.registered': { readonly tenant: Tenant };
  /** Settings of a business were changed. */
  'pos.tenant.changed': { readonly tenant: Tenant };
}

export type TenantEvent = { [Type in keyof TenantEvents]: DomainEvent<Type, TenantEvents[Type]> }[keyof TenantEvents];

export type TenantDraft = Pick<Tenant, 'id' | 'slug' | 'name' | 'currency' | 'minorDigits'>;
export type TenantChanges = Partial<Pick<Tenant, 'name' | 'currency'>>;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME_MAX = 200;
const DIGITS_MAX = 4;

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
  const state: Tenant = { ...draft, status: 'active', version: 1 };
  return { state, events: [eventOf('pos.tenant.registered', state)] };
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
  return { state, events: [eventOf('pos.tenant.changed', state)] };
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

function eventOf(type: TenantEvent['type'], tenant: Tenant): TenantEvent {
  return {
    type,
    aggregate: 'tenants',
    aggregateId: tenant.id,
    sequence: tenant.version,
    outletId: null,
    data: { tenant },
  };
}
