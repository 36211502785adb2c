import type { OutletId } from '../../../kernel/ids.js';
import type { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { JsonObject, SyncEntry } from '../domain/entry.js';
import type { EntryStatus } from '../domain/entry-record.js';
import type { QuarantineCode } from '../domain/entry-standing.js';
import type { ActingPerson } from '../domain/needed-right.js';

/** A public key as devices send it. */
export interface DeviceJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
}

/** A device whose entries may come. */
export interface SendingDevice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly outletId: OutletId;
  readonly status: 'active' | 'locked' | 'unlinked';
  readonly proof:
    { readonly by: 'dpop'; readonly thumbprint: string } | { readonly by: 'secret'; readonly hash: string };
}

export interface LinkedDevices {
  device(tx: Tx, id: string): Promise<SendingDevice | undefined>;
  /** Takes note with the commit that a device was heard of. */
  heard(tx: Tx, id: string, waiting: number, at: Date): void;
}

/** What the seal of an entry says. */
export interface SealVerdict {
  readonly fault: Extract<QuarantineCode, 'hash_wrong' | 'signature_wrong' | 'key_wrong'> | null;
  /** The entry's own hash where the seal is right, else a hash of all that came. */
  readonly fingerprint: string;
}

/** Checks what devices have sealed. */
export interface Seals {
  /**
   * Gets a device's key ready. @throws Refusal `sync_key_missing` where the device signs with a key and none came.
   * @returns a check that costs no I/O.
   */
  checkerFor(device: SendingDevice, key: DeviceJwk | null, tenant: string): Promise<(entry: SyncEntry) => SealVerdict>;
}

/** Who did what at a device. */
export interface Workforce {
  /** @param place where they did it. */
  acting(tx: Tx, personId: string, place: { outletId: OutletId; deviceKind: string }): Promise<ActingPerson>;
}

/** When days end. */
export interface SyncOutlets {
  /** The trading day of a moment at an outlet, `YYYY-MM-DD`. */
  businessDate(tx: Tx, outletId: OutletId, at: Date): Promise<string>;
}

/** Keeps numbers of payment cards out of what is kept (GUARANTEES G9). */
export interface CardMask {
  /** The same object where there is nothing to hide. */
  masked(body: JsonObject): { readonly body: JsonObject; readonly hidden: boolean };
}

/** Says a refusal in a sentence, as an answer would. */
export interface RefusalWords {
  detailOf(refusal: Refusal): string;
}

/** Tells the operator. */
export interface SyncObserver {
  taken(status: EntryStatus | 'duplicate'): void;
  conflictOpened(): void;
  /** An entry made the program fail. */
  failed(entryId: string, error: unknown): void;
}

/** How much waits, of all tenants. */
export interface SyncFigures {
  /** Entries that did not take effect, by how they stand. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  conflictsOpen(): Promise<number>;
}
