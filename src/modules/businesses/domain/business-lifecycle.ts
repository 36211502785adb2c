import type { Decision } from '../../../kernel/decision.js';
import type { TenantId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { businessSnapshot, placeOf, type BusinessEvent } from './business-events.js';
import {
  REOPEN_DAYS,
  type Business,
  type BusinessChanges,
  type BusinessRefusal,
  type BusinessStatus,
} from './business.js';
import { isRegion } from './registration-checks.js';
import type { Registration } from './registration.js';

type Decided = Decision<Business, BusinessEvent>;

/** What a business's own row says. */
export interface TenantFacts {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly status: BusinessStatus;
  readonly version: number;
}

/** Why, who and when. */
export interface Turn {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

const DAY_MS = 86_400_000;
const NOTES_MAX = 2_000;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** Time for the request that decided to carry it over itself, before the worker does. */
const CARRY_MS = 15_000;

/** A business appears on the list. @param registration where it came in by one. */
export function listBusiness(tenant: TenantFacts, registration: Registration | undefined, at: Date): Decided {
  const { id, slug, name, currency, status } = tenant;
  const { country = null, region = null, timeZone = null, industry = null, contact = null } = registration ?? {};
  const state: Business = {
    ...{ id, slug, name, currency, status, country, region, timeZone, industry, contact, notes: null },
    ...{ statusReason: null, statusSince: at, registeredAt: registration?.verifiedAt ?? at, carryOver: null },
    ...{ tenantVersion: tenant.version, version: 1 },
  };
  const data = { business: businessSnapshot(state) };
  return { state, events: [{ type: 'pos.business.registered', ...placeOf(state), data }] };
}

/** The business's own row has changed. What is older than what is known, or decided here and not carried over, says nothing. */
export function followTenant(business: Business, tenant: TenantFacts, reason: string, at: Date): Decided {
  if (tenant.version <= business.tenantVersion) return { state: business, events: [] };
  const { name, currency, version: tenantVersion } = tenant;
  const known = { ...business, tenantVersion };
  const isTurned = business.carryOver === null && tenant.status !== business.status;
  if (isTurned) {
    const named = { ...known, name, currency };
    return turned(named, business.status, tenant.status, { reason, at });
  }
  if (name === business.name && currency === business.currency) return { state: known, events: [] };
  return changed(business, { ...known, name, currency });
}

/** @throws Refusal `version_mismatch`, `business_invalid`. */
export function changeBusiness(business: Business, changes: BusinessChanges, expectedVersion?: number): Decided {
  if (expectedVersion !== undefined && expectedVersion !== business.version)
    throw new Refusal('version_mismatch', { currentVersion: business.version });
  const fields: RefusedField[] = [];
  const { region = business.region, notes = business.notes } = changes;
  if (region !== null && !isRegion(region))
    fields.push({ pointer: '/region', message: 'must be small letters, digits or "-", at most 40' });
  if (notes !== null && !isNote(notes))
    fields.push({ pointer: '/notes', message: `must be 1 to ${NOTES_MAX} printable characters` });
  if (fields.length > 0) throw new Refusal<BusinessRefusal>('business_invalid', {}, fields);
  if (region === business.region && notes === business.notes) return { state: business, events: [] };
  return changed(business, { ...business, region, notes });
}

/**
 * Decides that a business is suspended, goes on, or is closed; its own row follows (`carryOver`). One that is so already stays
 * as it is. @throws Refusal `business_closed`: closed cannot be suspended, nor reopened after 30 days.
 */
export function turnBusiness(business: Business, to: BusinessStatus, { reason, by, at }: Turn): Decided {
  if (business.status === to) return { state: business, events: [] };
  if (business.status === 'closed' && (to === 'suspended' || isClosedForGood(business, at)))
    throw new Refusal<BusinessRefusal>('business_closed', { slug: business.slug });
  const carryOver = { at: new Date(at.getTime() + CARRY_MS), decidedBy: by };
  return turned({ ...business, carryOver }, business.status, to, { reason, at });
}

/** The business's own row has what was decided, if nothing else was decided since. */
export function carriedOver(business: Business, to: BusinessStatus, tenantVersion: number): Business {
  if (business.carryOver === null || business.status !== to) return business;
  return { ...business, carryOver: null, tenantVersion: Math.max(tenantVersion, business.tenantVersion) };
}

function isClosedForGood({ statusSince }: Business, at: Date): boolean {
  return at.getTime() - statusSince.getTime() >= REOPEN_DAYS * DAY_MS;
}

function isNote(text: string): boolean {
  return text.length <= NOTES_MAX && text.trim() !== '' && !UNPRINTABLE.test(text.replace(/[\r\n\t]/g, ' '));
}

function changed(before: Business, after: Business): Decided {
  const state = { ...after, version: before.version + 1 };
  const data = { business: businessSnapshot(state), before: businessSnapshot(before) };
  return { state, events: [{ type: 'pos.business.changed', ...placeOf(state), data }] };
}

const EVENT_OF = {
  active: 'pos.business.resumed',
  suspended: 'pos.business.suspended',
  closed: 'pos.business.closed',
} as const;

function turned(
  business: Business,
  before: BusinessStatus,
  to: BusinessStatus,
  { reason, at }: Pick<Turn, 'reason' | 'at'>,
): Decided {
  const how = { status: to, statusReason: reason, statusSince: at, version: business.version + 1 };
  const state: Business = { ...business, ...how };
  const data = { business: businessSnapshot(state), before, reason };
  return { state, events: [{ type: EVENT_OF[to], ...placeOf(state), data }] };
}
