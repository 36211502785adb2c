import { LIMITS, type PricebookId } from './pricebook.js';

/** Parents of books by their children; `null` of a book without one. */
export type Family = ReadonlyMap<PricebookId, PricebookId | null>;

/** Why a book may not inherit another; nothing when it may. */
export function problemOfParent(family: Family, id: PricebookId, parentId: PricebookId): string | undefined {
  if (!family.has(parentId)) return 'must be a pricebook that is not archived';
  const above = lineage(family, parentId);
  if (above.includes(id)) return 'must not inherit this pricebook itself';
  if (above.length + heightOf(family, id) > LIMITS.depth) {
    return `must leave at most ${LIMITS.depth} pricebooks in a line of inheritance`;
  }
  return undefined;
}

/** The book and those that it inherits, the nearest first. Ends where a line would come back to itself. */
export function lineage(family: Family, id: PricebookId): PricebookId[] {
  const line: PricebookId[] = [];
  for (let next: PricebookId | null = id; next !== null && !line.includes(next); next = family.get(next) ?? null) {
    line.push(next);
  }
  return line;
}

/** The books in the longest line from this one down, itself counted. */
function heightOf(family: Family, id: PricebookId): number {
  let height = 1;
  for (const [heir] of family) {
    const at = lineage(family, heir).indexOf(id);
    height = Math.max(height, at + 1);
  }
  return height;
}

/** True when another book inherits this one. */
export function hasHeirs(family: Family, id: PricebookId): boolean {
  return [...family.values()].includes(id);
}
