import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';
import type { PosRequest } from './pos-request.js';

/** The ETag of a version: `"3"`. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that the caller saw last, if the request says so; `*` is any version.
 * @throws Refusal `if_match_invalid` when the header is not an ETag of ours.
 */
export function expectedVersion(request: Pick<PosRequest, 'headers'>): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header);
  if (match === null) {
    throw new Refusal<RequestRefusal>('if_match_invalid', {}, [
      { pointer: '/header/If-Match', message: 'must be like "3"' },
    ]);
  }
  return Number(match[1]);
}

/** Refuses a command made on another version than the present one. @throws Refusal `version_mismatch`. */
export function assertVersion(expected: number | undefined, currentVersion: number): void {
  if (expected !== undefined && expected !== currentVersion) {
    throw new Refusal<RequestRefusal>('version_mismatch', { currentVersion });
  }
}
