import type { Principal } from '../../../kernel/context.js';
import { mayActFor } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { KeyMode } from './key-text.js';
import type { Permission } from './permissions.js';

export type ApiKeyId = Id<'api-key'>;

/** A key of another program. The key itself is shown once and kept nowhere; this is what is known of it. */
export type ApiKey = ActiveApiKey | RevokedApiKey;

interface ApiKeyBase {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly mode: KeyMode;
  readonly hint: string;
  readonly permissions: readonly Permission[];
  /** The outlets the key may act for; null is all of them. */
  readonly outlets: readonly OutletId[] | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}
export interface ActiveApiKey extends ApiKeyBase {
  readonly status: 'active';
}
export interface RevokedApiKey extends ApiKeyBase {
  readonly status: 'revoked';
  readonly revokedAt: Date;
}

export type ApiKeyRefusal =
  'api_key_not_found' | 'api_key_revoked' | 'api_key_already_exists' | 'api_key_exceeds_caller';

/** What somebody wants a new key to be. */
export interface ApiKeyWish {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly mode: KeyMode;
  readonly permissions: readonly Permission[];
  readonly outlets: readonly OutletId[] | null;
  readonly expiresAt: Date | null;
}

/** What issuing a key adds to the wish. */
export interface Issue {
  readonly by: Principal;
  readonly at: Date;
  readonly hint: string;
  /** The key that this one takes the place of, which goes on working until then. */
  readonly replaces?: { readonly id: ApiKeyId; readonly until: Date };
}

/** A key as events show it; never the key itself. */
export interface ApiKeySnapshot {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly mode: KeyMode;
  /** The last characters of the key. */
  readonly hint: string;
  /** More kinds come with the service: read the ones you know. */
  readonly permissions: readonly string[];
  /** The outlets the key may act for; null is all of them. */
  readonly outlets: readonly OutletId[] | null;
  readonly status: 'active' | 'revoked';
  readonly createdBy: string;
}

/** The key that a new one takes the place of, and how long that goes on working. */
export interface ReplacedKey {
  readonly id: ApiKeyId;
  /** @format date-time */
  readonly until: string;
}

/** The data of a key's events by their types. */
export interface ApiKeyEvents {
  /** A key was made, by itself or to take the place of another. */
  'pos.api_key.created': { readonly apiKey: ApiKeySnapshot & { readonly replaces: ReplacedKey | null } };
  /** A key was ended for good. */
  'pos.api_key.revoked': {
    readonly apiKey: ApiKeySnapshot & {
      /** @format date-time */
      readonly revokedAt: string;
    };
  };
}

export type ApiKeyEvent = { [Type in keyof ApiKeyEvents]: DomainEvent<Type, ApiKeyEvents[Type]> }[keyof ApiKeyEvents];

/**
 * Issues a key. Nobody can hand out more than they hold: not permissions, not outlets, not the real world from a test key.
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
  };
  const replaces =
    issue.replaces === undefined ? null : { id: issue.replaces.id, until: issue.replaces.until.toISOString() };
  const data = { apiKey: { ...apiKeySnapshot(state), replaces } };
  return { state, events: [{ type: 'pos.api_key.created', ...placeOf(state, 1), data }] };
}

/** Revokes a key for good. @throws Refusal `api_key_revoked` when that has happened before. */
export function revokeApiKey(key: ApiKey, at: Date): Decision<RevokedApiKey, ApiKeyEvent> {
  const state: RevokedApiKey = { ...active(key), status: 'revoked', revokedAt: at };
  const data = { apiKey: { ...apiKeySnapshot(state), revokedAt: at.toISOString() } };
  return { state, events: [{ type: 'pos.api_key.revoked', ...placeOf(state, 2), data }] };
}

/** Limits a key's life because another takes its place; a key that ends sooner anyway keeps its end. */
export function retireApiKey(key: ApiKey, until: Date): ActiveApiKey {
  const { expiresAt, ...rest } = active(key);
  return { ...rest, expiresAt: expiresAt !== null && expiresAt < until ? expiresAt : until };
}

function active(key: ApiKey): ActiveApiKey {
  if (key.status !== 'active') throw new Refusal<ApiKeyRefusal>('api_key_revoked', { apiKeyId: key.id });
  return key;
}

function assertMayGrant({ permissions, outlets, mode }: ApiKeyWish, by: Principal): void {
  const missing = permissions.find((permission) => !by.permissions.has(permission));
  if (missing !== undefined) throw new Refusal<ApiKeyRefusal>('api_key_exceeds_caller', { permission: missing });
  const tooFar = outlets === null ? by.outlets !== undefined : outlets.some((outlet) => !mayActFor(by, outlet));
  if (tooFar || (by.test && mode === 'live')) throw new Refusal<ApiKeyRefusal>('api_key_exceeds_caller');
}

function placeOf(
  { id }: ApiKey,
  sequence: number,
): Pick<ApiKeyEvent, 'aggregate' | 'aggregateId' | 'sequence' | 'outletId'> {
  return { aggregate: 'api_keys', aggregateId: id, sequence, outletId: null };
}

function apiKeySnapshot({ id, name, mode, hint, permissions, outlets, status, createdBy }: ApiKey): ApiKeySnapshot {
  return { id, name, mode, hint, permissions, outlets, status, createdBy };
}
