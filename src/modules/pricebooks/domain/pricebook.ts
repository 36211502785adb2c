import type { Id } from '../../../kernel/ids.js';
import type { Rule } from './price-effect.js';
import type { Scope } from './scope.js';

export type PricebookId = Id<'pricebook'>;
export type VersionId = Id<'pricebook-version'>;

/** What a version says but for its entries: everything that may be changed while it is a draft. */
export interface Terms {
  /** 0 to 999; of books that are equally narrow the higher one applies. */
  readonly priority: number;
  readonly scope: Scope;
  readonly rules: readonly Rule[];
}

/** That somebody released a version, and from when on it is in force. */
export interface Release {
  readonly by: string;
  readonly at: Date;
  readonly effectiveAt: Date;
}

interface VersionBase {
  readonly id: VersionId;
  /** From 1; rises with each version of the book. */
  readonly number: number;
  readonly terms: Terms;
  readonly entryCount: number;
  /** Number of the version whose content it began with. */
  readonly copiedFrom: number | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}
/** Being written; the only state in which anything changes. */
export interface DraftVersion extends VersionBase {
  readonly status: 'draft';
}
/** Released, for a time that has not come. */
export interface ScheduledVersion extends VersionBase {
  readonly status: 'scheduled';
  readonly release: Release;
}
/** In force. */
export interface PublishedVersion extends VersionBase {
  readonly status: 'published';
  readonly release: Release;
}
/** In force no more, or withdrawn before it ever was. */
export interface RetiredVersion extends VersionBase {
  readonly status: 'retired';
  readonly release: Release | null;
  readonly retiredAt: Date;
  readonly withdrawnBy: string | null;
}
export type Version = DraftVersion | ScheduledVersion | PublishedVersion | RetiredVersion;

/** A pricebook with those of its versions that matter now. */
export interface Pricebook {
  readonly id: PricebookId;
  /** The tenant's own short name for it, unique among books that are not archived. */
  readonly code: string | null;
  readonly name: string;
  readonly currency: string;
  /** The book that it inherits: that one's step comes first. */
  readonly parentId: PricebookId | null;
  /** `draft`: nothing was released yet. */
  readonly status: 'draft' | 'active' | 'archived';
  readonly lastNumber: number;
  readonly draft: DraftVersion | null;
  /** The earliest first. */
  readonly scheduled: readonly ScheduledVersion[];
  readonly inForce: PublishedVersion | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
  /** Counts the changes of the book; its ETag. */
  readonly revision: number;
}

export type PricebookRefusal =
  | 'pricebook_not_found'
  | 'pricebook_version_not_found'
  | 'pricebook_invalid'
  | 'pricebook_already_exists'
  | 'pricebook_code_taken'
  | 'pricebook_parent_fixed'
  | 'pricebook_archived'
  | 'pricebook_in_use'
  | 'pricebook_no_draft'
  | 'pricebook_draft_exists'
  | 'pricebook_version_released'
  | 'pricebook_version_in_force'
  | 'pricebook_version_never_in_force'
  | 'pricebook_publish_time_passed'
  | 'pricebook_entries_invalid'
  | 'pricebook_too_large'
  | 'pricebook_outlets_restricted'
  | 'pricebook_item_not_found'
  | 'pricebook_file_unreadable'
  | 'too_many_pricebooks'
  | 'too_many_versions_scheduled';

/** What somebody wants a new book to be; its first draft has the terms. */
export interface PricebookWish {
  readonly code: string | null;
  readonly name: string;
  readonly currency: string;
  readonly parentId: PricebookId | null;
  readonly terms: Terms;
}

/** What making a book or a version adds to the wish. */
export interface Making<Kind extends PricebookId | VersionId> {
  readonly id: Kind;
  readonly by: string;
  readonly at: Date;
}

export const LIMITS = {
  /** Of one tenant, archived ones not counted: all of them are looked at for a price. */
  pricebooks: 500,
  /** Books in one line of inheritance, the last one counted. */
  depth: 4,
  rules: 200,
  /** Of one version. */
  entries: 50_000,
  scheduled: 20,
  /** Entries that one call may change. */
  editedAtOnce: 5_000,
} as const;

/** What the database keeps of a version's life. */
export interface VersionRecord extends VersionBase {
  readonly release: Release | null;
  readonly withdrawn: { readonly by: string; readonly at: Date } | null;
  /** When another one takes its place, or the book was archived. */
  readonly endsAt: Date | null;
}

/** The state of a version at a moment. Time alone makes scheduled versions published and published ones retired. */
export function versionAt({ release, withdrawn, endsAt, ...base }: VersionRecord, at: Date): Version {
  if (withdrawn !== null) {
    return { ...base, status: 'retired', release, retiredAt: withdrawn.at, withdrawnBy: withdrawn.by };
  }
  if (release === null) return { ...base, status: 'draft' };
  if (endsAt !== null && endsAt <= at) {
    return { ...base, status: 'retired', release, retiredAt: endsAt, withdrawnBy: null };
  }
  return { ...base, status: release.effectiveAt <= at ? 'published' : 'scheduled', release };
}
