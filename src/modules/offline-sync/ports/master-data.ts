import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceRecord, GrowingSection, SectionRecords, WholeSection } from '../domain/snapshot.js';
import type { Mark, Marks, RowPosition } from '../domain/sync-position.js';

/** For whom master data are read. */
export interface SyncPlace {
  readonly outletId: OutletId;
  /** `null`: a person or a program asks, and sees what a till would. */
  readonly deviceId: string | null;
  readonly deviceKind: string;
}

/** A small section, read whole. */
export interface WholeSource<Name extends WholeSection = WholeSection> {
  readonly section: Name;
  /** While none of these has moved, nothing in it has; but for what time alone changes. */
  readonly marks: readonly Mark[];
  /** In an order that depends on what is in it alone. */
  read(tx: Tx, place: SyncPlace): Promise<readonly SectionRecords[Name][]>;
  /** What two readings are compared by; absent: all of it. */
  compared?(records: readonly SectionRecords[Name][]): unknown;
}

/** Part of a section, in the order of keys. */
export interface RowsPage<Name extends GrowingSection = GrowingSection> {
  readonly records: readonly SectionRecords[Name][];
  /** The key of the last; `null`: that was all. */
  readonly after: readonly string[] | null;
}

/** Part of what has changed in a section, in the order of changes. */
export interface ChangedRows<Name extends GrowingSection = GrowingSection> {
  readonly records: readonly SectionRecords[Name][];
  /** Keys (`recordKey`) of what is gone. */
  readonly removed: readonly string[];
  /** How far this goes; `null`: that was all. */
  readonly position: RowPosition | null;
}

/** A section that may be large, read in parts: a page costs the same, however much there is. */
export interface GrowingSource<Name extends GrowingSection = GrowingSection> {
  readonly section: Name;
  /** What moves with every change in it: one higher, at the commit of the change and under its lock. */
  readonly mark: Mark;
  /** How many records there are, about. */
  size(tx: Tx, place: SyncPlace): Promise<number>;
  /** @param after `null`: from the beginning. */
  page(tx: Tx, place: SyncPlace, after: readonly string[] | null, limit: number): Promise<RowsPage<Name>>;
  changed(tx: Tx, place: SyncPlace, since: RowPosition, limit: number): Promise<ChangedRows<Name>>;
}

/** Any source of each kind; the section says which records it has. */
export type AnyWholeSource = { [Name in WholeSection]: WholeSource<Name> }[WholeSection];
export type AnyGrowingSource = { [Name in GrowingSection]: GrowingSource<Name> }[GrowingSection];

/** How far everything has moved. */
export interface SyncMarks {
  /** One question. `lineage` is another one in a database that was restored, or that is another altogether. */
  read(tx: Tx): Promise<{ readonly marks: Marks; readonly lineage: string }>;
}

/** Knows the devices of the business. */
export interface SyncDevices {
  /** Kind and place of the device; `undefined` when there is none. */
  find(tx: Tx, id: string): Promise<{ readonly outletId: OutletId; readonly kind: string } | undefined>;
}

/** Knows the outlets of the business. */
export interface SyncOutlets {
  exists(tx: Tx, id: OutletId): Promise<boolean>;
}

/** What devices are told of the licence. */
export interface ClientLicence {
  read(tx: Tx): Promise<Pick<DeviceRecord, 'licence' | 'features' | 'flags'>>;
}

/** Knows what an outlet trades in. */
export interface OutletCurrency {
  /** `undefined` when there is no such outlet. */
  of(tx: Tx, id: OutletId): Promise<string | undefined>;
}

/** A short text that tells contents apart: SHA-256, cut to 96 bits. */
export type Digest = (text: string) => string;
