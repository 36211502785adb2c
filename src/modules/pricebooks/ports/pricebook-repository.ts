import type { Tx } from '../../../kernel/transaction.js';
import type { EntryChanges } from '../domain/entry-changes.js';
import type { Family } from '../domain/family.js';
import type { Entry } from '../domain/price-effect.js';
import type { Pricebook, PricebookId, Version, VersionId } from '../domain/pricebook.js';

/** A book as it is held by a command, and the command's time: never before the last change of the book. */
export interface HeldPricebook {
  readonly book: Pricebook;
  readonly at: Date;
}

/** Pricebooks and versions as commands need them. */
export interface PricebookRepository {
  /** Keeps out every other command that changes prices of this tenant. To be called before a book is held. */
  lockPrices(tx: Tx): Promise<void>;
  /** Makes what caches know of prices stale, from this transaction's commit on. */
  pricesChanged(tx: Tx): Promise<void>;
  /** Parents and currencies of the books that are not archived. */
  family(tx: Tx): Promise<{ readonly family: Family; readonly currencies: ReadonlyMap<PricebookId, string> }>;
  /** Holds a book until the transaction ends. @throws Refusal `pricebook_not_found`. */
  hold(tx: Tx, id: PricebookId, at: Date): Promise<HeldPricebook>;
  /** @throws Refusal `pricebook_version_not_found`. */
  version(tx: Tx, id: PricebookId, number: number, at: Date): Promise<Version>;
  /** The version whose place this one took; `null` for the first. */
  before(tx: Tx, id: PricebookId, version: Version, at: Date): Promise<Version | null>;
  /** Adds a book with its draft. @throws Refusal `pricebook_already_exists`, `pricebook_code_taken`. */
  add(tx: Tx, book: Pricebook): Promise<void>;
  /** Saves the book, not its versions. @throws Refusal `pricebook_code_taken`. */
  save(tx: Tx, book: Pricebook): Promise<void>;
  /** Adds a version with the entries of another one. */
  addVersion(tx: Tx, id: PricebookId, version: Version, contentOf: VersionId): Promise<void>;
  saveVersion(tx: Tx, version: Version): Promise<void>;
  /** Takes note that it was told that a version is in force; `false` when that was done, or it was withdrawn. */
  markAnnounced(tx: Tx, id: VersionId, at: Date): Promise<boolean>;
}

/** The entries of versions. */
export interface EntryRepository {
  /** Those of the SKUs that there are. */
  among(tx: Tx, id: VersionId, skus: readonly string[]): Promise<Entry[]>;
  /** All entries of a version; as many as a version may have. */
  all(tx: Tx, id: VersionId): Promise<Entry[]>;
  write(tx: Tx, id: VersionId, set: readonly Entry[], remove: readonly string[]): Promise<void>;
  /** What becomes of entries from one version to another; from nothing, with `null`. */
  changes(tx: Tx, from: VersionId | null, to: VersionId, currency: string): Promise<EntryChanges>;
}
