import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import {
  describeEffect,
  type PricebookCopies,
  type RelevantBook,
  type RelevantVersion,
} from '../../../pricebooks/index.js';
import type { PricebookRecord, PricebookVersionRecord } from '../../domain/snapshot.js';
import type { OutletCurrency, SyncPlace, WholeSource } from '../../ports/master-data.js';

/** So long a version stays after another one took its place: for sales whose device is behind. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** The pricebooks that matter at an outlet, now. */
export class OutletPricebooks {
  constructor(
    private readonly copies: PricebookCopies,
    private readonly currencies: OutletCurrency,
    private readonly now: () => Date,
  ) {}

  async of(tx: Tx, outletId: OutletId): Promise<readonly RelevantBook[]> {
    const currency = await this.currencies.of(tx, outletId);
    if (currency === undefined) return [];
    return this.copies.books(tx, { id: outletId, currency }, new Date(this.now().getTime() - KEPT_MS));
  }
}

/** Pricebooks without their entries. */
export class PricebookSection implements WholeSource<'pricebooks'> {
  readonly section = 'pricebooks';
  readonly marks = ['pricing'] as const;

  constructor(private readonly books: OutletPricebooks) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly PricebookRecord[]> {
    const books = await this.books.of(tx, outletId);
    return books.map(({ id, name, currency, parentId, archivedAt, versions }) => ({
      ...{ id, name, currency, parentId, archivedAt: archivedAt?.toISOString() ?? null },
      versions: versions.map((version) => toRecord(version, outletId)),
    }));
  }
}

/** Of the outlets that a version is for, only the one that asks is told. */
function toRecord({ id, number, terms, ...version }: RelevantVersion, outletId: OutletId): PricebookVersionRecord {
  const { priority, scope, rules } = terms;
  const { outletIds, channels, customerGroups, schedule } = scope;
  const here = version.applies ? [outletId] : [];
  return {
    ...{ id, number, effectiveAt: version.effectiveAt.toISOString(), priority, channels, customerGroups, schedule },
    outletIds: outletIds === null ? null : here,
    rules: rules.map(({ category, effect }) => ({ category, effect: describeEffect(effect) })),
    hasEntries: version.entryCount > 0,
  };
}
