import type { GrowingSection, WholeSection } from './snapshot.js';

/**
 * What moves when master data change: the tenant's revisions, which are raised under a lock, so that who sees one sees all changes up
 * to it; and counters of what has none.
 */
export const MARKS = ['catalog', 'outlets', 'pricing', 'people', 'places', 'stock', 'codes'] as const;
export type Mark = (typeof MARKS)[number];
export type Marks = Readonly<Record<Mark, number>>;

/** How far somebody has come in a section: all changes up to a revision, and some of the next. */
export interface RowPosition {
  readonly revision: number;
  /** The key of the last one of `revision` that they have; `null`: they have all of it. */
  readonly after: readonly string[] | null;
}

/** How far a device has come. It keeps this as its cursor. */
export interface SyncPosition {
  /** Of whom it is and in which database: of another one it means nothing. */
  readonly base: string;
  /** Up to where the small sections were compared. */
  readonly marks: Marks;
  /** When they were last compared whatever the marks said, in seconds since the epoch. */
  readonly comparedAt: number;
  /** Digests of the small sections as the device has them. */
  readonly digests: Readonly<Record<WholeSection, string>>;
  readonly rows: Readonly<Record<GrowingSection, RowPosition>>;
}

/** Where somebody is within a snapshot. Whatever changes meanwhile comes again with the changes since `position`. */
export interface SnapshotPosition {
  /** Of the beginning of the snapshot. */
  readonly position: SyncPosition;
  /** The chunk that comes next, from 1, and how many there were to be. */
  readonly number: number;
  readonly of: number;
  /** The section that comes next, and the key after which. */
  readonly section: GrowingSection;
  readonly after: readonly string[] | null;
}

/** After so long the small sections are compared even where no mark has moved: a licence runs out by the clock. */
export const COMPARE_AGAIN_SECONDS = 600;

/** True when a position can be one of this base and these marks: nobody is ahead of the database. */
export function isKnown({ base, marks, rows }: SyncPosition, ofCaller: string, now: Marks): boolean {
  const ahead = MARKS.some((mark) => marks[mark] > now[mark]);
  const revision = Math.max(now.catalog, now.pricing);
  return base === ofCaller && !ahead && Object.values(rows).every((row) => row.revision <= revision);
}

/** True when everything up to a revision is there. */
export function isThrough({ revision, after }: RowPosition, upTo: number): boolean {
  return after === null && revision >= upTo;
}

/** True when a small section has to be read and compared. */
export function isDue(position: SyncPosition, marks: readonly Mark[], now: Marks, seconds: number): boolean {
  return isOld(position, seconds) || marks.some((mark) => position.marks[mark] !== now[mark]);
}

/** True when all small sections have to be compared. */
export function isOld({ comparedAt }: SyncPosition, seconds: number): boolean {
  return Math.abs(seconds - comparedAt) >= COMPARE_AGAIN_SECONDS;
}
