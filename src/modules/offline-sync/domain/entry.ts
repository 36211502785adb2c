/** Everything a device can have done. The name before the point is what it is about. */
export const ENTRY_KINDS = [
  'order.place',
  'order.add_lines',
  'order.change_line',
  'order.remove_line',
  'order.add_payment',
  'order.complete',
  'order.fire',
  'order.hold',
  'order.recall',
  'order.void',
  'order.refund',
  'drawer.open',
  'drawer.skim',
  'drawer.paid_in',
  'drawer.paid_out',
  'drawer.no_sale',
  'drawer.count',
  'drawer.close',
  'shift.clock_in',
  'shift.clock_out',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** JSON as it travels. Amounts are integers, quantities and rates are strings: a number with a fraction is never in an entry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };
export type JsonObject = { readonly [member: string]: Json };

/** Who stood at the device, as the device knows it. */
export interface EntryPerson {
  /** The person's id among the staff. */
  readonly personId: string;
  /** The session they signed in to; `null` where they signed in without a network. */
  readonly sessionId: string | null;
}

/** What a device did, before it is sealed. */
export interface EntryContent {
  /** UUIDv7; unique for ever within the business. The same id again is the same act again. */
  readonly id: string;
  /** 1, 2, 3, … of the device, without gaps, since it was linked. */
  readonly sequence: number;
  /** The device's clock, RFC 3339 in UTC. Evidence only: the server's time rules. */
  readonly at: string;
  readonly kind: EntryKind;
  readonly body: JsonObject;
  readonly actor: EntryPerson;
  /** Who stood for it with a PIN of their own at the device; `null` where nobody had to. */
  readonly approver: EntryPerson | null;
  /** Entries, of this or another device, without which this one means nothing. */
  readonly dependsOn: readonly string[];
  /** `hash` of the device's entry before; `FIRST_HASH` for the first. */
  readonly previousHash: string;
}

/** An entry as it is kept on the device and sent: whoever changes it afterwards breaks the seal. */
export interface SyncEntry extends EntryContent {
  /** SHA-256 of `sealedText`, base64url. */
  readonly hash: string;
  /**
   * Of the text of `hash`, base64url. Made with the device's key (ES256 as r‖s, or Ed25519); of a device linked with a secret
   * HMAC-SHA256 under SHA-256 of the secret.
   */
  readonly signature: string;
}

/** What comes before a device's first entry: 32 bytes of zero, base64url. */
export const FIRST_HASH = 'A'.repeat(43);

/** Entries in one batch, at most (GUARANTEES.md "Answer contract"). */
export const BATCH_MAX = 500;

/**
 * What became of an entry. `applied`: it took effect, perhaps with conflicts. `duplicate`: it came before, `first` says what
 * became of it then. `held`: it waits for something it depends on. `rejected`: it cannot take effect; somebody has to look.
 * `quarantined`: its seal, its place in the chain or its device is not right; a manager decides.
 */
export type EntryOutcome = 'applied' | 'duplicate' | 'held' | 'rejected' | 'quarantined';

/** The text that is hashed: JSON with members sorted by code unit at every depth, without blanks (RFC 8785 for what entries hold). */
export function sealedText(tenant: string, deviceId: string, content: EntryContent): string {
  const { id, sequence, at, kind, body, actor, approver, dependsOn, previousHash } = content;
  const approvedBy = approver === null ? null : personJson(approver);
  return canonical({
    ...{ tenant, deviceId, id, sequence, at, kind, body, previousHash },
    ...{ actor: personJson(actor), approver: approvedBy, dependsOn },
  });
}

function personJson({ personId, sessionId }: EntryPerson): JsonObject {
  return { personId, sessionId };
}

/** @throws RangeError for a number that is no safe integer: two programs might write it differently. */
function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} is no safe integer`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
