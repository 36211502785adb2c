import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { BatchCommand, BatchReport } from '../../application/batch-report.js';
import type { EntryKind, JsonObject, SyncEntry } from '../../domain/entry.js';

/**
 * What was done: `order.place`, `drawer.skim`, … One that this server does not know is held until it does.
 * @pattern ^[a-z][a-z_]{0,29}\.[a-z][a-z_]{0,29}$ must be two words and a point
 * @example "order.place"
 */
export type SyncEntryKind = string;

/**
 * 32 bytes in base64url.
 * @pattern ^[A-Za-z0-9_-]{43}$ must be 43 characters of base64url
 */
export type SyncHash = string;

/**
 * Base64url.
 * @pattern ^[A-Za-z0-9_-]{43,100}$ must be base64url
 */
export type SyncSignature = string;

export type SyncTriggerDto = 'sale' | 'button' | 'reconnect' | 'schedule' | 'end_of_day' | 'hub' | 'file';
export type SyncOutcomeDto = 'applied' | 'duplicate' | 'held' | 'rejected' | 'quarantined';
export type SyncFirstOutcomeDto = 'applied' | 'held' | 'rejected' | 'quarantined';

/** Somebody who stood at the device. */
export interface SyncPersonDto {
  personId: Uuid;
  /** The session that they had signed in to; null where they signed in without a network. */
  sessionId: Uuid | null;
}

/** What a device did, sealed by it. Nothing of it may be changed on the way. */
export interface SyncEntryDto {
  id: Uuid;
  /**
   * 1, 2, 3, … without gaps, since the device was linked.
   * @isInt
   * @minimum 1
   * @maximum 2147483647
   */
  sequence: number;
  /** The device's clock, in UTC. */
  at: Timestamp;
  kind: SyncEntryKind;
  /** What was done, by its kind. Amounts are integers, quantities strings. */
  body: { [member: string]: unknown };
  actor: SyncPersonDto;
  /** Who stood for it with a PIN of their own. */
  approver: SyncPersonDto | null;
  /**
   * Entries without which this one means nothing.
   * @maxItems 100
   */
  dependsOn: Uuid[];
  /** `hash` of the device's entry before; of the first 43 times the letter A. */
  previousHash: SyncHash;
  /** SHA-256 of the entry's canonical text. */
  hash: SyncHash;
  /** The device's signature of `hash`. */
  signature: SyncSignature;
}

/** A public key as JWK: P-256 or Ed25519. */
export interface SyncKeyDto {
  /** @maxLength 10 */
  kty: string;
  /** @maxLength 20 */
  crv: string;
  /** @maxLength 100 */
  x: string;
  /** @maxLength 100 */
  y?: string;
}

export interface SendBatchRequest {
  /** Whose queue it is; the caller's own device when absent. Another's takes `sync:relay`. */
  deviceId?: Uuid;
  /** The key that the device signs with; null for a device that was linked with a secret. */
  key: SyncKeyDto | null;
  /** The sender's clock. */
  sentAt: Timestamp;
  /**
   * How many more entries wait.
   * @isInt
   * @minimum 0
   * @maximum 1000000
   */
  waiting: number;
  /** Why it is sent. */
  trigger: SyncTriggerDto;
  /**
   * 500 at most.
   * @minItems 1
   * @maxItems 1000
   */
  entries: SyncEntryDto[];
}

export interface SyncResultConflictDto {
  id: Uuid;
  /** What does not agree: `price_differs`, `person_without_right`, … */
  cause: string;
}

/** An order as the entry left it. */
export interface SyncOrderDto {
  id: Uuid;
  number: string;
  /** @isInt */
  version: number;
  status: string;
  receiptNumber: string | null;
}

export interface SyncResultDto {
  id: Uuid;
  /** @isInt */
  sequence: number;
  /** `duplicate`: it had come before; `first` says what became of it. */
  status: SyncOutcomeDto;
  first: SyncFirstOutcomeDto | null;
  /** Why it is held, refused or in quarantine. */
  code: string | null;
  /** The same in a sentence. */
  detail: string | null;
  conflicts: SyncResultConflictDto[];
  order: SyncOrderDto | null;
}

/** Numbers, both inclusive. */
export interface SyncRangeDto {
  /** @isInt */
  from: number;
  /** @isInt */
  to: number;
}

/** What the device's next entry has to be. */
export interface SyncNextDto {
  /** @isInt */
  sequence: number;
  /** Its `previousHash`. */
  hash: string;
}

export interface SendBatchResponse {
  /** One for each entry, in the order in which they were sent. */
  results: SyncResultDto[];
  /** Numbers that have not come; a hundred ranges at most. */
  missing: SyncRangeDto[];
  /**
   * Up to which nothing is missing.
   * @isInt
   */
  through: number;
  /** Where the chain stands here; null before anything has come. */
  next: SyncNextDto | null;
  serverTime: Timestamp;
  /**
   * So long the sender is to wait before it sends more.
   * @isInt
   */
  pauseMs: number;
}

/** Reads a batch. @throws Refusal `validation_failed`. */
export function batchFrom({ deviceId, key, sentAt, waiting, trigger, entries }: SendBatchRequest): BatchCommand {
  return {
    ...{ deviceId, key, waiting, trigger, sentAt: timeFrom(sentAt, '/sentAt') },
    entries: entries.map((entry, index): SyncEntry => {
      timeFrom(entry.at, `/entries/${index}/at`);
      return { ...entry, kind: entry.kind as EntryKind, body: entry.body as JsonObject };
    }),
  };
}

/** Shows what became of a batch. */
export function toBatchResponse({
  results,
  missing,
  through,
  next,
  serverTime,
  pauseMs,
}: BatchReport): SendBatchResponse {
  return {
    results: results.map(({ order, conflicts, ...result }) => {
      return { ...result, conflicts: conflicts.map(({ id, cause }) => ({ id, cause })), order: order && { ...order } };
    }),
    missing: missing.map(({ from, to }) => ({ from, to })),
    ...{ through, next: next && { ...next }, serverTime: serverTime.toISOString(), pauseMs },
  };
}
