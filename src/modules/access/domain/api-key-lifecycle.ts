import { mayActFor, type Principal } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type {
  ActiveApiKey,
  ApiKey,
  ApiKeyContentSnapshot,
  ApiKeyEvent,
  ApiKeyRefusal,
  ApiKeySnapshot,
  ApiKeyWish,
  Issue,
  RevokedApiKey,
} from './api-key.js';
import type { Permission } from './permissions.js';
import { reminderAt } from './reminders.js';

/** Who does something to a key, when and why. */
export interface KeyAct {
  readonly by: Principal;
  readonly at: Date;
  readonly reason: string | null;
}

/** What of a key is to change; members left out stay. */
export interface ApiKeyChanges {
  readonly name?: string;
  readonly expiresAt?: Date | null;
  /** Some of those that it has. */
  readonly permissions?: readonly Permission[];
}

/**
 * Issues a key. Nobody can hand out more than they hold: not permissions, not outlets or regions, not the real world from a test key.
 * @throws Refusal `api_key_exceeds_caller`.
 */
export function issueApiKey(wish: ApiKeyWish, issue: Issue): Decision<ActiveApiKey, ApiKeyEvent> {
  assertMayGrant(wish, issue.by);
  const permissions = [...new Set(wish.permissions)].sort();
  const state: ActiveApiKey = {
    ...wish,
    status: 'active',
    permissions,
    hint: issue.hint,
    lastUsedAt: null,
    createdBy: issue.by.id,
    createdAt: issue.at,
    // Who makes a key that ends soon knows it.
    remindedDays: reminderAt(wish.expiresAt, issue.at),
    version: 1,
  };
  const replaces =
    issue.replaces === undefined ? null : { id: issue.replaces.id, until: issue.replaces.until.toISOString() };
  const data = { apiKey: { ...apiKeySnapshot(state), replaces } };
  return { state, events: [{ type: 'pos.api_key.created', ...placeOf(state), data }] };
}

/**
 * Changes the name, the end or the permissions of a key. Permissions only get fewer. Who lets it last longer hands it out anew.
 * @returns no events where nothing changes.
 * @throws Refusal `api_key_revoked`, `api_key_not_narrower`, `api_key_end_in_past`, `api_key_exceeds_caller`.
 */
export function changeApiKey(
  key: ApiKey,
  changes: ApiKeyChanges,
  { by, at, reason }: KeyAct,
): Decision<ActiveApiKey, ApiKeyEvent> {
  const present = activeOnly(key);
  const { name = key.name, expiresAt = key.expiresAt } = changes;
  const permissions = [...new Set(changes.permissions ?? key.permissions)].sort();
  const wider = permissions.find((permission) => !key.permissions.includes(permission));
  if (wider !== undefined) throw new Refusal<ApiKeyRefusal>('api_key_not_narrower', { permission: wider });
  const endsAnew = expiresAt?.getTime() !== key.expiresAt?.getTime();
  if (endsAnew) assertEnd({ ...key, permissions }, expiresAt, { by, at });
  const remindedDays = endsAnew ? reminderAt(expiresAt, at) : key.remindedDays;
  return changed(present, { ...present, name, permissions, expiresAt, remindedDays }, reason);
}

/** Revokes a key for good. @throws Refusal `api_key_revoked` when that has happened before. */
export function revokeApiKey(key: ApiKey, { by, at, reason }: KeyAct): Decision<RevokedApiKey, ApiKeyEvent> {
  const state: RevokedApiKey = {
    ...activeOnly(key),
    ...{ status: 'revoked', revokedAt: at, revokedBy: by.id, revokeReason: reason, version: key.version + 1 },
  };
  const data = { apiKey: { ...apiKeySnapshot(state), revokedAt: at.toISOString() }, reason };
  return { state, events: [{ type: 'pos.api_key.revoked', ...placeOf(state), data }] };
}

/**
 * Limits a key's life because another takes its place; a key that ends sooner anyway keeps its end. Nobody is reminded of it.
 * @throws Refusal `api_key_revoked`.
 */
export function retireApiKey(key: ApiKey, until: Date): Decision<ActiveApiKey, ApiKeyEvent> {
  const present = activeOnly(key);
  const expiresAt = key.expiresAt !== null && key.expiresAt < until ? key.expiresAt : until;
  return changed(present, { ...present, expiresAt, remindedDays: 0 }, null);
}

/** Tells that a key ends soon, once for each of the times; `undefined` when there is nothing to tell. */
export function remindOfEnd(key: ApiKey, at: Date): Decision<ActiveApiKey, ApiKeyEvent> | undefined {
  if (key.status !== 'active') return undefined;
  const withinDays = reminderAt(key.expiresAt, at);
  if (withinDays === null || (key.remindedDays !== null && key.remindedDays <= withinDays)) return undefined;
  const state = { ...key, remindedDays: withinDays, version: key.version + 1 };
  const data = { apiKey: apiKeySnapshot(state), withinDays };
  return { state, events: [{ type: 'pos.api_key.expiring', ...placeOf(state), data }] };
}

/**
 * Refuses an end that is over, and a life longer than who gives it may hand out.
 * @throws Refusal `api_key_end_in_past`, `api_key_exceeds_caller`.
 */
export function assertEnd(key: ApiKey, expiresAt: Date | null, { by, at }: Pick<KeyAct, 'by' | 'at'>): void {
  if (expiresAt !== null && expiresAt <= at) throw new Refusal<ApiKeyRefusal>('api_key_end_in_past');
  const isLonger = key.expiresAt !== null && (expiresAt === null || expiresAt > key.expiresAt);
  if (isLonger) assertMayGrant(key, by);
}

/** @throws Refusal `api_key_revoked`. */
export function activeOnly(key: ApiKey): ActiveApiKey {
  if (key.status !== 'active') throw new Refusal<ApiKeyRefusal>('api_key_revoked', { apiKeyId: key.id });
  return key;
}

/** Where an event of a key stands: in the history of that key. */
export function placeOf({
  id,
  version,
}: Pick<ApiKey, 'id' | 'version'>): Pick<ApiKeyEvent, 'aggregate' | 'aggregateId' | 'sequence' | 'outletId'> {
  return { aggregate: 'api_keys', aggregateId: id, sequence: version, outletId: null };
}

/** A key as events show it. */
export function apiKeySnapshot(key: ApiKey): ApiKeySnapshot {
  const { id, name, mode, hint, permissions, outlets, status, createdBy } = key;
  const expiresAt = key.expiresAt?.toISOString() ?? null;
  return { id, name, mode, hint, permissions, outlets, status, expiresAt, createdBy };
}

function changed(key: ActiveApiKey, wanted: ActiveApiKey, reason: string | null): Decision<ActiveApiKey, ApiKeyEvent> {
  const before = contentOf(key);
  if (JSON.stringify(contentOf(wanted)) === JSON.stringify(before))
    return { state: { ...wanted, version: key.version }, events: [] };
  const state = { ...wanted, version: key.version + 1 };
  const data = { apiKey: apiKeySnapshot(state), before, reason };
  return { state, events: [{ type: 'pos.api_key.changed', ...placeOf(state), data }] };
}

function contentOf({ name, permissions, expiresAt }: ApiKey): ApiKeyContentSnapshot {
  return { name, permissions, expiresAt: expiresAt?.toISOString() ?? null };
}

function assertMayGrant({ permissions, outlets, mode }: Omit<ApiKeyWish, 'id'>, by: Principal): void {
  const missing = permissions.find((permission) => !by.permissions.has(permission));
  if (missing !== undefined) throw new Refusal<ApiKeyRefusal>('api_key_exceeds_caller', { permission: missing });
  const tooFar = outlets === null ? by.outlets !== undefined : outlets.some((outlet) => !mayActFor(by, outlet));
  // A key knows no regions: it would reach all of them.
  if (tooFar || by.regions !== undefined || (by.test && mode === 'live'))
    throw new Refusal<ApiKeyRefusal>('api_key_exceeds_caller');
}
