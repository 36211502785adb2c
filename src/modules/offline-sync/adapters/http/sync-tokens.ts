import { hash } from 'node:crypto';
import { isUuid } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import { GROWING_SECTIONS, WHOLE_SECTIONS, type GrowingSection } from '../../domain/snapshot.js';
import { MARKS, type RowPosition, type SnapshotPosition, type SyncPosition } from '../../domain/sync-position.js';

// Positions travel as opaque text: a version, a checksum, and JSON without names. The checksum finds accidents and meddling, it is no
// secret: who forges a position spoils a copy of their own, and each part is checked before it is used.

const VERSION = '1';
const CHECK_LENGTH = 8;
const LENGTH_MAX = 4_096;
const DIGEST = /^[A-Za-z0-9_-]{16}$/;
const SKU_MAX = 64;

/** A position as a cursor of the changes. */
export function writeCursor(position: SyncPosition): string {
  return sealed(positionValues(position));
}

/** @throws Refusal `cursor_invalid` for what this service did not write. */
export function readCursor(text: string): SyncPosition {
  return toPosition(opened(text)) ?? refuse('/query/cursor', 'must be a cursor of a snapshot or of changes');
}

/** Where a snapshot goes on, as text. */
export function writeChunk({ position, number, of, section, after }: SnapshotPosition): string {
  return sealed([positionValues(position), number, of, GROWING_SECTIONS.indexOf(section), after]);
}

/** @throws Refusal `cursor_invalid` for what this service did not write. */
export function readChunk(text: string): SnapshotPosition {
  return toChunk(opened(text)) ?? refuse('/query/chunk', 'must be a nextChunk of a snapshot');
}

function positionValues({ base, marks, comparedAt, digests, rows }: SyncPosition): readonly unknown[] {
  return [
    base,
    MARKS.map((mark) => marks[mark]),
    comparedAt,
    WHOLE_SECTIONS.map((section) => digests[section]),
    GROWING_SECTIONS.map((section) => [rows[section].revision, rows[section].after]),
  ];
}

function toPosition(values: unknown): SyncPosition | undefined {
  if (!isTuple(values, 5)) return undefined;
  const [base, marks, comparedAt, digests, rows] = values;
  if (!isDigest(base) || !isCount(comparedAt)) return undefined;
  if (!isTuple(marks, MARKS.length) || !marks.every(isCount)) return undefined;
  if (!isTuple(digests, WHOLE_SECTIONS.length) || !digests.every(isDigest)) return undefined;
  if (!isTuple(rows, GROWING_SECTIONS.length)) return undefined;
  const positions = rows.map((row, index) => toRow(row, GROWING_SECTIONS[index]));
  if (positions.includes(undefined)) return undefined;
  return {
    ...{ base, comparedAt },
    marks: named(MARKS, marks as number[]),
    digests: named(WHOLE_SECTIONS, digests as string[]),
    rows: named(GROWING_SECTIONS, positions as RowPosition[]),
  };
}

function toChunk(values: unknown): SnapshotPosition | undefined {
  if (!isTuple(values, 5)) return undefined;
  const [inner, number, of, place, after] = values;
  const position = toPosition(inner);
  const section = typeof place === 'number' ? GROWING_SECTIONS[place] : undefined;
  if (position === undefined || section === undefined || !isCount(number) || !isCount(of)) return undefined;
  if (!isKey(after, section)) return undefined;
  return { position, number, of, section, after };
}

function toRow(value: unknown, section: GrowingSection | undefined): RowPosition | undefined {
  if (section === undefined || !isTuple(value, 2)) return undefined;
  const [revision, after] = value;
  return isCount(revision) && isKey(after, section) ? { revision, after } : undefined;
}

/** Keys are one id, of prices the version's and a SKU. */
function isKey(value: unknown, section: GrowingSection): value is readonly string[] | null {
  if (value === null) return true;
  const ofPrices = section === 'pricebookEntries';
  if (!isTuple(value, ofPrices ? 2 : 1) || typeof value[0] !== 'string' || !isUuid(value[0])) return false;
  return !ofPrices || isSku(value[1]);
}

function isSku(value: unknown): boolean {
  return typeof value === 'string' && value.length <= SKU_MAX && !value.includes('\0') && value.isWellFormed();
}

function named<Name extends string, Value>(names: readonly Name[], values: readonly Value[]): Record<Name, Value> {
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, Value>;
}

function isTuple(value: unknown, length: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length === length;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

function sealed(values: readonly unknown[]): string {
  const text = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${VERSION}${checkOf(text)}${text}`;
}

function opened(sealedText: string): unknown {
  const text = sealedText.slice(1 + CHECK_LENGTH);
  const isOurs = sealedText.startsWith(VERSION) && sealedText.slice(1, 1 + CHECK_LENGTH) === checkOf(text);
  if (sealedText.length > LENGTH_MAX || !isOurs) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // refused by the caller like every other text that is no position
  }
}

function checkOf(text: string): string {
  return hash('sha256', `sync${VERSION}${text}`, 'base64url').slice(0, CHECK_LENGTH);
}

function refuse(pointer: string, message: string): never {
  throw new Refusal<RequestRefusal>('cursor_invalid', {}, [{ pointer, message }]);
}
