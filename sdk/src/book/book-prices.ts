import { parseDecimal } from '../../../src/kernel/decimal.js';
import {
  releasedVersion,
  type ReleasedVersion,
  type TimedBook,
  type TimedBooks,
} from '../../../src/modules/pricebooks/domain/book-in-force.js';
import { effectFrom, type PriceEffect } from '../../../src/modules/pricebooks/domain/price-effect.js';
import type { EntryLookup } from '../../../src/modules/pricebooks/domain/price-choice.js';
import type { PricebookId, VersionId } from '../../../src/modules/pricebooks/domain/pricebook.js';
import { normalScope, type Scope } from '../../../src/modules/pricebooks/domain/scope.js';
import type { ReleasedBooks } from '../../../src/modules/pricebooks/ports/released-books.js';
import {
  recordKey,
  type PriceEffectRecord,
  type PricebookRecord,
  type PricebookVersionRecord,
} from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { BookRecords } from './book-records.js';

/** Released pricebooks from a book's records. */
export class BookPrices implements ReleasedBooks {
  private readonly books: TimedBooks;
  private readonly effects = new Map<string, PriceEffect>();

  constructor(private readonly records: BookRecords) {
    const sorted = [...records.of('pricebooks').values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.books = new Map(sorted.map((book) => [book.id as PricebookId, timedBook(book)]));
  }

  all(): Promise<TimedBooks> {
    return Promise.resolve(this.books);
  }

  entries(): Promise<EntryLookup> {
    return Promise.resolve((versionId, sku) => this.entry(versionId, sku));
  }

  private entry(versionId: string, sku: string): PriceEffect | undefined {
    const key = recordKey('pricebookEntries', { versionId, sku } as Parameters<
      typeof recordKey<'pricebookEntries'>
    >[1]);
    const known = this.effects.get(key);
    if (known !== undefined) return known;
    const record = this.records.of('pricebookEntries').get(key);
    if (record === undefined) return undefined;
    const effect = effectOf(record.effect);
    this.effects.set(key, effect);
    return effect;
  }
}

function timedBook({ id, name, currency, parentId, archivedAt, versions }: PricebookRecord): TimedBook {
  return {
    id: id as PricebookId,
    name,
    currency,
    parentId: parentId as PricebookId | null,
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
    versions: versions.map(versionOf),
  };
}

function versionOf({ id, number, effectiveAt, ...terms }: PricebookVersionRecord): ReleasedVersion {
  const { priority, outletIds, channels, customerGroups, schedule, rules, hasEntries } = terms;
  const scope = normalScope({ outletIds, channels, customerGroups, schedule } as Scope);
  const key = { id: id as VersionId, number, effectiveAt: new Date(effectiveAt) };
  const effects = rules.map(({ category, effect }) => ({ category, effect: effectOf(effect) }));
  return releasedVersion(key, { priority, scope, rules: effects }, hasEntries);
}

function effectOf({ kind, amount, rate }: PriceEffectRecord): PriceEffect {
  return effectFrom({ kind, amount, rate: rate === null ? null : (parseDecimal(rate) ?? null) });
}
