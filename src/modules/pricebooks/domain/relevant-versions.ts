import type { OutletId } from '../../../kernel/ids.js';
import type { PricebookId, Terms, VersionId } from './pricebook.js';

/** A released version as those know it who keep a copy. */
export interface CopiedVersion {
  readonly id: VersionId;
  readonly number: number;
  readonly effectiveAt: Date;
  readonly terms: Terms;
  readonly entryCount: number;
  /** The tenant's revision of prices that it was released with. */
  readonly releasedRevision: number;
}

/** A book with all that was released of it. */
export interface CopiedBook {
  readonly id: PricebookId;
  readonly name: string;
  readonly currency: string;
  readonly parentId: PricebookId | null;
  readonly archivedAt: Date | null;
  /** By the time from which each is in force, then by number. */
  readonly versions: readonly CopiedVersion[];
}

/** A version that matters at an outlet. */
export interface RelevantVersion extends CopiedVersion {
  /** Its scope has the outlet; otherwise only its heirs do. */
  readonly applies: boolean;
  /** The revision of prices since which it matters there, at the latest. */
  readonly since: number;
}

export type RelevantBook = Omit<CopiedBook, 'versions'> & { readonly versions: readonly RelevantVersion[] };

/**
 * The books that have a say at an outlet or that such ones inherit, with the versions that are in force after a moment. A version
 * that begins to matter does so by a release, its own or an heir's, so that `since` is above every revision before.
 * @param from what was over by then matters no more.
 */
export function relevantBooks(
  books: readonly CopiedBook[],
  outlet: { readonly id: OutletId; readonly currency: string },
  from: Date,
): RelevantBook[] {
  const alive = books
    .filter(({ currency, archivedAt }) => currency === outlet.currency && (archivedAt === null || archivedAt > from))
    .map((book) => ({ ...book, versions: lasting(book.versions, from) }));
  const heirs = revisionsOfHeirs(alive, books, outlet.id);
  // An archived ancestor still says something to its heirs of the time before.
  return alive.flatMap((book) => {
    const ofHeirs = heirs.get(book.id);
    const versions = book.versions.flatMap((version): RelevantVersion[] => {
      if (isFor(version, outlet.id)) return [{ ...version, applies: true, since: version.releasedRevision }];
      if (ofHeirs === undefined) return [];
      return [{ ...version, applies: false, since: Math.max(version.releasedRevision, ofHeirs) }];
    });
    return versions.length === 0 ? [] : [{ ...book, versions }];
  });
}

/** Versions until the time of which another one has taken their place. */
function lasting(versions: readonly CopiedVersion[], from: Date): CopiedVersion[] {
  return versions.filter((_version, index) => {
    const next = versions[index + 1];
    return next === undefined || next.effectiveAt > from;
  });
}

function isFor({ terms }: CopiedVersion, outletId: OutletId): boolean {
  return terms.scope.outletIds === null || terms.scope.outletIds.includes(outletId);
}

/** Of each book that others inherit from, the revision since which one of them has had a say at the outlet. */
function revisionsOfHeirs(
  alive: readonly CopiedBook[],
  all: readonly CopiedBook[],
  outletId: OutletId,
): ReadonlyMap<PricebookId, number> {
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const since = new Map<PricebookId, number>();
  for (const { parentId, versions } of alive) {
    const own = versions.filter((version) => isFor(version, outletId)).map((one) => one.releasedRevision);
    if (own.length === 0) continue;
    const first = Math.min(...own);
    const seen = new Set<PricebookId>();
    for (let id = parentId; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
      seen.add(id);
      since.set(id, Math.min(since.get(id) ?? first, first));
    }
  }
  return since;
}
