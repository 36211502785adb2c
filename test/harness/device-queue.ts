import { createHash } from 'node:crypto';
import { UuidV7Source } from '../../src/kernel/ids.js';
import {
  FIRST_HASH,
  sealedText,
  type EntryContent,
  type EntryKind,
  type EntryPerson,
  type JsonObject,
  type SyncEntry,
} from '../../src/modules/offline-sync/domain/entry.js';
import type { Answer, TestService, TestTenant } from './service.js';
import type { DeviceKey, TestDevice } from './test-device.js';

const ids = new UuidV7Source(
  () => Date.now(),
  (size) => crypto.getRandomValues(new Uint8Array(size)),
);

/** A fresh id, as a device makes it. */
export const deviceMade = (): string => ids.next<'test'>();

/** What a test may want to be other than usual. */
export interface EntryWish extends Partial<EntryContent> {
  readonly actor?: EntryPerson;
}

/** What a result of a batch says, in short. */
export interface ShortResult {
  readonly status: string;
  readonly code: string | null;
  readonly causes: readonly string[];
}

/** The queue of a device: what it did, sealed and chained, and sent when the test says so. */
export class DeviceQueue {
  sequence = 0;
  head = FIRST_HASH;

  constructor(
    readonly service: TestService,
    readonly device: TestDevice,
    private readonly actor: EntryPerson,
    private readonly now: () => number,
    private readonly tenant: TestTenant = service.tenant,
  ) {}

  /** Does something: the next entry of the chain. */
  did(kind: string, body: object, wish: EntryWish = {}): SyncEntry {
    const content: EntryContent = {
      ...{ id: deviceMade(), sequence: this.sequence + 1, at: new Date(this.now()).toISOString() },
      ...{ kind: kind as EntryKind, body: body as JsonObject, actor: this.actor, approver: null, dependsOn: [] },
      ...{ previousHash: this.head, ...wish },
    };
    const entry = this.seal(content);
    this.sequence = content.sequence;
    this.head = entry.hash;
    return entry;
  }

  /** Seals something outside the chain. @param key else the device's own. */
  seal(content: EntryContent, key: DeviceKey = this.device.key): SyncEntry {
    const hash = createHash('sha256')
      .update(sealedText(this.tenant.slug, this.device.id, content))
      .digest('base64url');
    return { ...content, hash, signature: key.sign(hash) };
  }

  /** What a batch of these is. */
  batch(entries: readonly SyncEntry[], more: object = {}): object {
    const sentAt = new Date(this.now()).toISOString();
    return { key: this.device.key.publicJwk, sentAt, waiting: 0, trigger: 'reconnect', entries, ...more };
  }

  /** Sends them as the device does. */
  send(entries: readonly SyncEntry[], more: object = {}): Promise<Answer> {
    return this.device.call('POST', '/sync/batches', { body: this.batch(entries, more) });
  }

  /** Has somebody else hand them in, by the tenant's own key unless another is named. */
  relay(entries: readonly SyncEntry[], token?: string, more: object = {}): Promise<Answer> {
    const body = this.batch(entries, { deviceId: this.device.id, trigger: 'file', ...more });
    return this.service.call('POST', '/sync/batches', {
      body,
      tenant: this.tenant,
      ...(token !== undefined && { token }),
    });
  }
}

/** What became of each entry. @throws Error unless the batch was taken. */
export function resultsOf({ status, text, body }: Answer): readonly ShortResult[] {
  if (status !== 200) throw new Error(`the batch was not taken: ${status} ${text}`);
  const { results } = body as {
    results: { status: string; code: string | null; conflicts: { cause: string }[] }[];
  };
  return results.map((one) => ({
    status: one.status,
    code: one.code,
    causes: one.conflicts.map(({ cause }) => cause),
  }));
}

/** The same as words: `applied`, `held waits_for_gap`, `applied + clock_ahead`. */
export function wordsOf(answer: Answer): readonly string[] {
  return resultsOf(answer).map(({ status, code, causes }) =>
    [status, ...(code === null ? [] : [code]), ...(causes.length === 0 ? [] : ['+', ...[...causes].sort()])].join(' '),
  );
}
