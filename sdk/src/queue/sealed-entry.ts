import {
  sealedText,
  type EntryContent,
  type EntryKind,
  type EntryPerson,
  type JsonObject,
  type SyncEntry,
} from '../../../src/modules/offline-sync/domain/entry.js';
import type { EntrySigner } from '../device/device-keys.js';
import { sha256 } from '../encoding/base64url.js';
import { EntryTooLarge, type ChainHead } from './queue-store.js';

/** What a device did, before it has its place in the chain. */
export interface Act {
  readonly id: string;
  readonly at: string;
  readonly kind: EntryKind;
  readonly body: JsonObject;
  readonly actor: EntryPerson;
  readonly approver: EntryPerson | null;
  readonly dependsOn: readonly string[];
}

/** Whose chain it is. */
export interface ChainOwner {
  /** Slug of the business. */
  readonly tenant: string;
  readonly deviceId: string;
  readonly signer: EntrySigner;
}

/** No entry may be larger, in UTF-8 bytes of its JSON: with what stands around it, it must fit into a request of 1 MiB. */
export const ENTRY_BYTES_MAX = 900_000;

/**
 * Gives an act its place behind `head` and seals it.
 * @throws RangeError for a number that is no safe integer; EntryTooLarge.
 */
export async function sealEntry(
  owner: ChainOwner,
  act: Act,
  head: ChainHead,
): Promise<{ readonly entry: SyncEntry; readonly bytes: number }> {
  const content: EntryContent = { ...act, sequence: head.sequence + 1, previousHash: head.hash };
  const hash = await sha256(sealedText(owner.tenant, owner.deviceId, content));
  const entry = { ...content, hash, signature: await owner.signer.sign(hash) };
  const bytes = new TextEncoder().encode(JSON.stringify(entry)).length;
  if (bytes > ENTRY_BYTES_MAX) throw new EntryTooLarge(bytes);
  return { entry, bytes };
}

/** What of a body travels: members that are undefined do not. */
export function travelling(body: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}
