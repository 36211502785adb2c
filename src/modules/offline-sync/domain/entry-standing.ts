import type { Refusal } from '../../../kernel/refusal.js';
import { hasGapBelow, hasGapBetween, type DeviceChain } from './device-chain.js';
import type { JsonObject } from './entry.js';
import { aboutOf, opensAgain, type EntryOrder, type EntryRecord, type EntryStanding } from './entry-record.js';

/** Why an entry is not believed. */
export type QuarantineCode =
  | 'hash_wrong'
  | 'signature_wrong'
  | 'key_wrong'
  | 'chain_broken'
  | 'sequence_forked'
  | 'id_taken'
  | 'device_unlinked'
  | 'sale_does_not_add_up';

/** Why an entry waits. */
export type HeldCode =
  'waits_for_entry' | 'waits_for_gap' | 'waits_for_another_try' | 'kind_unknown' | 'failed_unexpectedly';

/** What stands around an entry in its device's chain. */
export interface Neighbours {
  /** The entry that has the same number. */
  readonly same: { readonly id: string; readonly entryId: string } | undefined;
  readonly before: { readonly hash: string } | undefined;
  readonly after: { readonly previousHash: string } | undefined;
}

/** What an entry waits for. */
export interface Blockers {
  /** Entries that it depends on and that have not taken effect. */
  readonly waitsFor: readonly string[];
  /** Those of them that never will: somebody discarded them. */
  readonly discarded: readonly string[];
}

const NOTHING = { detail: null, facts: {}, waitsFor: [], order: null } as const;

/** It took effect. */
export function applied(order: EntryOrder | null): EntryStanding {
  return { ...NOTHING, status: 'applied', code: null, order };
}

/** It is not believed: a manager decides. */
export function quarantined(code: QuarantineCode, facts: JsonObject = {}): EntryStanding {
  return { ...NOTHING, status: 'quarantined', code, detail: WHY_QUARANTINED[code], facts };
}

/** It waits. @param waitsFor entries that have to take effect first. */
export function held(code: HeldCode, waitsFor: readonly string[] = [], facts: JsonObject = {}): EntryStanding {
  return { ...NOTHING, status: 'held', code, detail: WHY_HELD[code], waitsFor, facts };
}

/** What is wrong with an entry's place in the chain; `undefined`: nothing. Only seals that are right are asked about. */
export function faultOfPlace(
  { id, sequence, previousHash, hash }: Pick<EntryRecord, 'id' | 'sequence' | 'previousHash' | 'hash'>,
  { same, before, after }: Neighbours,
  firstHash: string,
): EntryStanding | undefined {
  if (same !== undefined && same.id !== id) return quarantined('sequence_forked', { rivalId: same.id });
  const expected = sequence === 1 ? firstHash : before?.hash;
  if (expected !== undefined && expected !== previousHash) return quarantined('chain_broken', { neighbour: 'before' });
  if (after !== undefined && after.previousHash !== hash) return quarantined('chain_broken', { neighbour: 'after' });
  return undefined;
}

/**
 * Why an entry has to wait before it is tried, or cannot be tried; `undefined`: it can.
 * @param gapMatters something is missing that may have been done before to the same thing.
 */
export function waitOf({ waitsFor, discarded }: Blockers, gapMatters: boolean): EntryStanding | undefined {
  if (discarded.length > 0) {
    const detail = 'What it depends on was discarded.';
    return { ...NOTHING, status: 'rejected', code: 'depends_on_discarded', detail, facts: { discarded } };
  }
  if (waitsFor.length > 0) return held('waits_for_entry', waitsFor);
  return gapMatters ? held('waits_for_gap') : undefined;
}

/** How a part of the program refuses what may be right later. */
export interface RefusalMeanings {
  /** Something is not here yet, from wherever it may come. */
  readonly waits: ReadonlySet<string>;
  /** Something that this device did before is not here, or has not taken effect: worth waiting for while that is so. */
  readonly waitsForGap: ReadonlySet<string>;
}

/**
 * What a refusal means for an entry. @param detail the refusal in a sentence. @param heldBefore what the device did before and
 * is still waiting.
 */
export function standingOf(
  refusal: Pick<Refusal, 'code' | 'facts'>,
  detail: string,
  { waits, waitsForGap }: RefusalMeanings,
  gapBelow: boolean,
  heldBefore: readonly string[] = [],
): EntryStanding {
  const { code } = refusal;
  const facts = { refused: code };
  if (code === 'sale_does_not_add_up') return { ...quarantined(code), detail };
  if (gapBelow && (waits.has(code) || waitsForGap.has(code))) return { ...held('waits_for_gap', [], facts), detail };
  if (heldBefore.length > 0 && waitsForGap.has(code)) return { ...held('waits_for_entry', heldBefore, facts), detail };
  if (waits.has(code)) return { ...held('waits_for_another_try', [], facts), detail };
  return { ...NOTHING, status: 'rejected', code, detail };
}

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
/** About four days; after that only what arrives, or a person, tries it again. */
const TRIES_MAX = 100;
/** An entry that breaks the program does not do so for ever. */
const FAILURES_MAX = 10;

/** When the worker is to try an entry again that has been tried so often; `null`: not by itself. */
export function nextTry(standing: EntryStanding, tries: number, now: Date): Date | null {
  if (standing.status !== 'held' || tries >= TRIES_MAX) return null;
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS));
}

/** What an entry is that made the program fail: tried again a few times, then a person's. */
export function failed(tries: number): EntryStanding {
  if (tries < FAILURES_MAX) return held('failed_unexpectedly');
  return { ...NOTHING, status: 'rejected', code: 'failed_unexpectedly', detail: WHY_HELD.failed_unexpectedly };
}

/** A held entry, as far as it tells when its turn has come. */
export interface HeldEntry extends Pick<
  EntryRecord,
  'id' | 'deviceId' | 'sequence' | 'kind' | 'code' | 'waitsFor' | 'subjectId' | 'sessionId'
> {
  /** True where it was tried and refused; else it has been waiting for its turn. */
  readonly wasRefused: boolean;
  /** Number of the device's entry that its subject began with; `null`: it has not come. */
  readonly begunAt: number | null;
}

/** What has happened since an entry was last tried. */
export interface Happened {
  /** Of the entry's own device. */
  readonly chain: Pick<DeviceChain, 'missing'>;
  /** Whether what is missing of it may still be on its way. */
  readonly isGapNew: boolean;
  /** Entries that have taken effect or were decided on. */
  readonly changed: ReadonlySet<string>;
  /** What they were about: orders, drawer sessions, shifts. */
  readonly subjects: ReadonlySet<string>;
  /** The same in words: `order`, `drawer`, `shift`. */
  readonly abouts: ReadonlySet<string>;
}

/**
 * Whether it is worth trying a held entry now. A device that sends in disorder has hundreds that wait for its gap, and something of it
 * takes effect with each batch: only what that may have helped is tried; the worker looks after the rest.
 */
export function mayGoOn(entry: HeldEntry, happened: Happened): boolean {
  const { code, waitsFor } = entry;
  if (code === 'waits_for_gap') return isOverGap(entry, happened);
  if (code === 'waits_for_entry') return waitsFor.some((id) => happened.changed.has(id));
  return code === 'waits_for_another_try' && happened.changed.size > 0;
}

function isOverGap(entry: HeldEntry, { chain, isGapNew, subjects, abouts }: Happened): boolean {
  const { sequence, kind, subjectId, sessionId, wasRefused, begunAt } = entry;
  if (!hasGapBelow(chain, sequence)) return true;
  // What kept it from opening is of another drawer session, or another shift.
  if (opensAgain(kind)) return wasRefused ? abouts.has(aboutOf(kind)) : !isGapNew;
  if (wasRefused) return [subjectId, sessionId].some((id) => id !== null && subjects.has(id));
  return !hasGapBetween(chain, begunAt ?? 0, sequence);
}

const WHY_QUARANTINED: Readonly<Record<QuarantineCode, string>> = {
  hash_wrong: 'What it says is not what the device sealed: it was changed afterwards.',
  signature_wrong: 'Its signature is not the device’s.',
  key_wrong: 'It was signed with another key than the one that the device was linked with.',
  chain_broken: 'It does not follow on what the device sent before.',
  sequence_forked: 'The device has sent another entry under the same number.',
  id_taken: 'Another entry has the same id.',
  device_unlinked: 'Its device is not linked any more.',
  sale_does_not_add_up: 'What it says it charged is not what it says it priced.',
};

const WHY_HELD: Readonly<Record<HeldCode, string>> = {
  waits_for_entry: 'It waits for something that was done before it.',
  waits_for_gap: 'It waits for entries of its device that are missing.',
  waits_for_another_try: 'It waits for something that has not come yet.',
  kind_unknown: 'This server is too old to know what it is; it is tried again.',
  failed_unexpectedly: 'Something went wrong here; it is tried again.',
};
