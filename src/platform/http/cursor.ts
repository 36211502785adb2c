import { hash } from 'node:crypto';
import { isUuid } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';

/** What a position in a list is made of: the sort key's parts, then the id. */
export type CursorPart = 'text' | 'number' | 'uuid' | 'time';
export type CursorValue = string | number;

const VERSION = '1';
const CHECK_LENGTH = 8;
const LENGTH_MAX = 1024;

/** An opaque cursor after the given position. The checksum finds accidents and meddling, it is no secret. */
export function encodeCursor(values: readonly CursorValue[]): string {
  const text = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${VERSION}${checkOf(text)}${text}`;
}

/**
 * The position in a cursor. Parts of kind `time` are RFC 3339 strings.
 * @throws Refusal `cursor_invalid` when the text was not made by `encodeCursor` for a list of this shape.
 */
export function decodeCursor(cursor: string, shape: readonly CursorPart[]): CursorValue[] {
  const text = cursor.slice(1 + CHECK_LENGTH);
  const wellMade =
    cursor.length <= LENGTH_MAX && cursor.startsWith(VERSION) && cursor.slice(1, 1 + CHECK_LENGTH) === checkOf(text);
  const values: unknown = wellMade ? parsed(text) : undefined;
  if (
    !Array.isArray(values) ||
    values.length !== shape.length ||
    !shape.every((part, index) => fits(part, values[index]))
  ) {
    throw new Refusal<RequestRefusal>('cursor_invalid', {}, [
      { pointer: '/query/cursor', message: 'must be a nextCursor of this list' },
    ]);
  }
  return values as CursorValue[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // refused by the caller like every other text that is no cursor
  }
}

function fits(part: CursorPart, value: unknown): boolean {
  if (part === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false;
  if (part === 'uuid') return isUuid(value);
  return part === 'text' || !Number.isNaN(Date.parse(value));
}

function checkOf(text: string): string {
  return hash('sha256', `${VERSION}${text}`, 'base64url').slice(0, CHECK_LENGTH);
}
