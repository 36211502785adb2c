import type { ChangesPage } from '../../application/read-changes.js';
import type { SnapshotPart } from '../../application/read-snapshot.js';
import type { Section } from '../../domain/snapshot.js';
import { writeChunk, writeCursor } from './sync-tokens.js';

/** A record of a section; the SDK has the type of each. */
export interface MasterDataRecord {
  [member: string]: unknown;
}

/** Which part of a snapshot this is. */
export interface SnapshotChunkNumber {
  /**
   * From 1.
   * @isInt
   */
  number: number;
  /**
   * How many there will be, about.
   * @isInt
   */
  of: number;
}

/** Records of one section. One that is large goes on in the chunks that follow. */
export interface SnapshotSection {
  section: Section;
  records: MasterDataRecord[];
}

/** A part of all that a device sells from. */
export interface SyncSnapshotResponse {
  chunk: SnapshotChunkNumber;
  sections: SnapshotSection[];
  /** Where the snapshot goes on; null with the last part. */
  nextChunk: string | null;
  /** From where changes are to be asked for; null before the last part. */
  cursor: string | null;
}

/** What has changed in one section. */
export interface MasterDataChange {
  section: Section;
  /** True: `records` are the whole section, what is not among them is gone. False: they take the place of those with their keys. */
  replace: boolean;
  records: MasterDataRecord[];
  /** Keys of records that are gone. */
  removed: string[];
}

/** What has changed since a cursor. */
export interface SyncChangesResponse {
  changes: MasterDataChange[];
  /** For the next question. The same as before where nothing has changed. */
  cursor: string;
  /** True: ask again at once. A copy is whole again when all of it was fetched. */
  more: boolean;
}

/** Shows a part of a snapshot. */
export function toSnapshotResponse({ number, of, sections, next, position }: SnapshotPart): SyncSnapshotResponse {
  return {
    chunk: { number, of },
    sections: sections.map(({ section, records }) => ({ section, records: shown(records) })),
    nextChunk: next === null ? null : writeChunk(next),
    cursor: position === null ? null : writeCursor(position),
  };
}

/** Shows what has changed. */
export function toChangesResponse({ changes, position, more }: ChangesPage): SyncChangesResponse {
  return {
    changes: changes.map(({ section, replace, records, removed }) => {
      return { section, replace, records: shown(records), removed: [...removed] };
    }),
    cursor: writeCursor(position),
    more,
  };
}

/** Records are JSON already. */
function shown(records: readonly object[]): MasterDataRecord[] {
  return records as MasterDataRecord[];
}
