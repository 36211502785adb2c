import { wallClockOf } from '../../../kernel/business-time.js';
import { decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { releasedVersion, type Buyer, type Moment, type TimedBook, type TimedBooks } from './book-in-force.js';
import type { EntryLookup } from './price-choice.js';
import type { PriceEffect } from './price-effect.js';
import type {
  DraftVersion,
  Pricebook,
  PricebookId,
  PublishedVersion,
  RetiredVersion,
  ScheduledVersion,
  Terms,
  VersionId,
} from './pricebook.js';
import type { Surroundings } from './pricebook-checks.js';
import { EVERYWHERE, type Scope } from './scope.js';

/** Dollars and cents. */
export const USD = (amount: number): Money => ({ amount, currency: 'USD' });
/** A moment of 2026-11-20, a Friday, in UTC. */
export const at = (clock: string): Date => new Date(`2026-11-20T${clock}:00Z`);
/** The n-th id. */
export function bookId(n: number): PricebookId {
  return `0197a3c2-7b1e-7000-8000-${n.toString(16).padStart(12, '0')}` as PricebookId;
}
export function versionId(n: number): VersionId {
  return `0197a3c2-7b1e-7000-9000-${n.toString(16).padStart(12, '0')}` as VersionId;
}
export const HARBOUR = '0197a3c2-7b1e-7000-a000-000000000001' as OutletId;
export const AIRPORT = '0197a3c2-7b1e-7000-a000-000000000002' as OutletId;

export const percent = (rate: string): PriceEffect => ({ kind: 'percent', rate: decimal(rate) });
export const absolute = (amount: number): PriceEffect => ({ kind: 'absolute', price: USD(amount) });
export const extra = (amount: number): PriceEffect => ({ kind: 'amount', amount: USD(amount) });

export const terms = (changes: Partial<Terms> = {}): Terms => ({
  priority: 0,
  scope: EVERYWHERE,
  rules: [],
  ...changes,
});
export const AROUND: Surroundings = {
  outlets: new Set([HARBOUR, AIRPORT]),
  digits: {},
  family: new Map(),
  currencies: new Map(),
};

const base = { terms: terms(), entryCount: 0, copiedFrom: null, createdBy: 'user:ann', createdAt: at('08:00') };
const release = { by: 'user:ann', at: at('09:00'), effectiveAt: at('09:00') };
export const draft: DraftVersion = { ...base, id: versionId(5), number: 5, status: 'draft' };
export const scheduled: ScheduledVersion = {
  ...{ ...base, id: versionId(4), number: 4, status: 'scheduled' },
  release: { ...release, effectiveAt: at('18:00') },
};
export const published: PublishedVersion = { ...base, id: versionId(3), number: 3, status: 'published', release };
export const retired: RetiredVersion = {
  ...{ ...base, id: versionId(2), number: 2, status: 'retired', retiredAt: at('09:00'), withdrawnBy: null },
  release: { ...release, effectiveAt: at('08:30') },
};
export const withdrawn: RetiredVersion = {
  ...retired,
  id: versionId(1),
  number: 1,
  release: null,
  withdrawnBy: 'user:bob',
};

/** A book with one version of each kind. */
export const activeBook: Pricebook = {
  ...{ id: bookId(1), code: 'happy', name: 'Happy hour', currency: 'USD', parentId: null, status: 'active' },
  ...{ lastNumber: 5, draft, scheduled: [scheduled], inForce: published, createdBy: 'user:ann' },
  ...{ createdAt: at('08:00'), updatedAt: at('09:00'), archivedAt: null, revision: 7 },
};

/** What a released book of the examples says. */
export interface BookExample {
  readonly n: number;
  readonly scope?: Partial<Scope>;
  readonly priority?: number;
  readonly parent?: number;
  readonly all?: PriceEffect;
  readonly categories?: Readonly<Record<string, PriceEffect>>;
  readonly entries?: Readonly<Record<string, PriceEffect>>;
  readonly currency?: string;
  readonly archivedAt?: Date;
  /** From when on it is in force; 00:00 when absent. */
  readonly from?: Date;
}

/** Released books, and what their entries say. The n-th book has the n-th version. */
export function shelf(...examples: readonly BookExample[]): { books: TimedBooks; entryOf: EntryLookup } {
  const entries = new Map<string, PriceEffect>();
  const books = examples.map((example): [PricebookId, TimedBook] => {
    const { n, entries: own = {}, currency = 'USD', parent } = example;
    for (const [sku, effect] of Object.entries(own)) entries.set(`${versionId(n)} ${sku}`, effect);
    const rules = Object.entries(example.categories ?? {}).map(([category, effect]) => ({ category, effect }));
    const said = terms({
      priority: example.priority ?? 0,
      scope: { ...EVERYWHERE, ...example.scope },
      rules: [...(example.all === undefined ? [] : [{ category: null, effect: example.all }]), ...rules],
    });
    const key = { id: versionId(n), number: n, effectiveAt: example.from ?? at('00:00') };
    return [
      bookId(n),
      {
        ...{ id: bookId(n), name: `Book ${n}`, currency, archivedAt: example.archivedAt ?? null },
        parentId: parent === undefined ? null : bookId(parent),
        versions: [releasedVersion(key, said, Object.keys(own).length > 0)],
      },
    ];
  });
  return { books: new Map(books), entryOf: (id, sku) => entries.get(`${id} ${sku}`) };
}

/** A stranger at the counter of the harbour. */
export const buyer: Buyer = { outletId: HARBOUR, channel: 'counter', currency: 'USD', customerGroups: [] };
export const latte = { sku: 'latte', category: 'Coffee' };
/** A moment and the clock of an outlet in the zone. */
export const momentOf = (moment: Date, zone = 'UTC'): Moment => ({ at: moment, clock: wallClockOf(moment, zone) });
