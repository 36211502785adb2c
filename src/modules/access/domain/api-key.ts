import type { Principal } from '../../../kernel/context.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { KeyMode } from './token-text.js';
import type { Permission } from './permissions.js';
import type { ReminderDays } from './reminders.js';

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
  /** Days before its end of which it was reminded last; 0: it takes no more reminders. */
  readonly remindedDays: ReminderDays | 0 | null;
  readonly version: number;
}
export interface ActiveApiKey extends ApiKeyBase {
  readonly status: 'active';
}
export interface RevokedApiKey extends ApiKeyBase {
  readonly status: 'revoked';
  readonly revokedAt: Date;
  /** Null for keys that were revoked before this was kept. */
  readonly revokedBy: string | null;
  readonly revokeReason: string | null;
}

export type ApiKeyRefusal =
  | 'api_key_not_found'
  | 'api_key_revoked'
  | 'api_key_already_exists'
  | 'api_key_exceeds_caller'
  | 'api_key_not_narrower'
  | 'api_key_end_in_past';

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
  /** Null: it has no end. */
  readonly expiresAt: EventTime | null;
  readonly createdBy: string;
}

/** @format date-time */
export type EventTime = string;

/** What of a key can be changed, as events show it. */
export interface ApiKeyContentSnapshot {
  readonly name: string;
  /** More kinds come with the service: read the ones you know. */
  readonly permissions: readonly string[];
  /** Null: it has no end. */
  readonly expiresAt: EventTime | null;
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
  /** The name, the end or the permissions of a key were changed; or it ends because another takes its place. */
  'pos.api_key.changed': {
    readonly apiKey: ApiKeySnapshot;
    readonly before: ApiKeyContentSnapshot;
    readonly reason: string | null;
  };
  /** A key was ended for good. */
  'pos.api_key.revoked': {
    readonly apiKey: ApiKeySnapshot & {
      /** @format date-time */
      readonly revokedAt: string;
    };
    readonly reason: string | null;
  };
  /** A key ends soon: told 30, 7 and 1 days before. */
  'pos.api_key.expiring': {
    readonly apiKey: ApiKeySnapshot;
    /**
     * It ends within so many days.
     * @asType integer
     */
    readonly withinDays: number;
  };
}

export type ApiKeyEvent = { [Type in keyof ApiKeyEvents]: DomainEvent<Type, ApiKeyEvents[Type]> }[keyof ApiKeyEvents];
