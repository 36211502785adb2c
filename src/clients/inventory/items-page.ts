import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';

/** An item as the service sends it, with all its members, or a tombstone. */
export interface InventoryItem {
  readonly deleted: boolean;
  readonly members: Readonly<Record<string, unknown>>;
}

export interface ItemsPage {
  /** Opaque to us. */
  readonly revision: string;
  readonly items: readonly InventoryItem[];
  readonly nextCursor: string | null;
}

const REVISION_MAX = 255;
const CURSOR_MAX = 2048;

/**
 * Reads an answer. Members that the contract does not name are passed over: the service may tell more in time. What an item
 * says is for others to judge.
 * @throws SiblingFailed when it is not what the contract says.
 */
export function itemsPageFrom(body: unknown): ItemsPage | 'forgotten' {
  if (!isObject(body)) throw broken('the answer is no object');
  if (body['reset'] === true) return 'forgotten';
  const { items, nextCursor = null } = body;
  const revision = revisionOf(body['revision']);
  if (revision === undefined) throw broken('"revision" is no text and no whole number');
  if (!Array.isArray(items)) throw broken('"items" is no array');
  if (nextCursor !== null && !isText(nextCursor, CURSOR_MAX)) throw broken('"nextCursor" is neither text nor null');
  return { revision, items: items.map(itemFrom), nextCursor };
}

function itemFrom(item: unknown): InventoryItem {
  if (!isObject(item)) throw broken('an item is no object');
  const { deleted = false, ...members } = item;
  if (typeof deleted !== 'boolean') throw broken('"deleted" of an item is neither true nor false');
  return { deleted, members };
}

function revisionOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  return isText(value, REVISION_MAX) ? value : undefined;
}

function isText(value: unknown, lengthMax: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= lengthMax && !/[\p{Cc}\p{Cs}]/u.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(what: string): SiblingFailed {
  return new SiblingFailed('inventory', 'not_as_agreed', `broke the contract: ${what}`, { retryable: false });
}
