import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';
import { NO_CHANGES, type EntryChanges } from './entry-changes.js';
import { describeEffect, type EffectSnapshot } from './price-effect.js';
import type { Pricebook, PricebookId, Version } from './pricebook.js';
import type { PricebookChannel } from './scope.js';

/** A pricebook as JSON shows it. */
export interface PricebookSnapshot {
  readonly id: PricebookId;
  readonly code: string | null;
  readonly name: string;
  /** @pattern ^[A-Z]{3}$ */
  readonly currency: string;
  /** The book that it inherits. */
  readonly parentId: PricebookId | null;
  /** `draft`: nothing was released yet. */
  readonly status: string;
  /** Number of the version that is being written. */
  readonly draft: number | null;
  /** Number of the version in force. */
  readonly inForce: number | null;
  /** Numbers of the versions that wait for their time. */
  readonly scheduled: readonly number[];
  readonly revision: number;
}

/** What a version says of a category, or with null of everything. */
export interface PricebookRuleSnapshot {
  readonly category: string | null;
  readonly effect: EffectSnapshot;
}

/** A version as JSON shows it, without its entries. */
export interface PricebookVersionSnapshot {
  readonly number: number;
  /** `draft`, `scheduled`, `published` or `retired`. */
  readonly status: string;
  readonly priority: number;
  /** Null in this and the next members is all. */
  readonly outletIds: readonly OutletId[] | null;
  readonly channels: readonly PricebookChannel[] | null;
  readonly customerGroups: readonly string[] | null;
  readonly schedule: ScheduleDraft | null;
  readonly rules: readonly PricebookRuleSnapshot[];
  readonly entryCount: number;
  /**
   * From when on it is in force, if it was released.
   * @format date-time
   */
  readonly publishAt: string | null;
}

/** A change of a book: what it is about, and what that was before. */
export interface PricebookChange {
  readonly pricebook: PricebookSnapshot;
  /** The version that it is about; null when it is about the book itself. */
  readonly version: PricebookVersionSnapshot | null;
  /** The version before the change, or, of one that comes into force, the one whose place it takes. */
  readonly versionBefore: PricebookVersionSnapshot | null;
  readonly pricebookBefore: PricebookSnapshot | null;
  readonly entries: EntryChanges;
}

/** The data of the events of pricebooks by their types. */
export interface PricebookEvents {
  /** A pricebook was made, with a first draft. */
  'pos.pricebook.created': PricebookChange;
  /** Its name, code or parent changed, a draft was begun or changed, a version was scheduled or withdrawn. Prices stay. */
  'pos.pricebook.changed': PricebookChange;
  /** A version came into force: prices changed. */
  'pos.pricebook.published': PricebookChange;
  /** A new version with the content of an old one came into force: prices changed. */
  'pos.pricebook.rolled_back': PricebookChange;
  /** It applies no more. */
  'pos.pricebook.archived': PricebookChange;
}

export type PricebookEvent = {
  [Type in keyof PricebookEvents]: DomainEvent<Type, PricebookEvents[Type]>;
}[keyof PricebookEvents];

/** What an event tells besides the state after the change. */
export interface Telling {
  readonly version?: Version | null;
  readonly versionBefore?: Version | null;
  readonly pricebookBefore?: Pricebook;
  readonly entries?: EntryChanges;
}

/** The event of a change, placed in the book's own history by its revision. */
export function pricebookEvent(type: PricebookEvent['type'], book: Pricebook, telling: Telling): PricebookEvent {
  const { version = null, versionBefore = null, pricebookBefore, entries = NO_CHANGES } = telling;
  return {
    type,
    aggregate: 'pricebooks',
    aggregateId: book.id,
    sequence: book.revision,
    outletId: null,
    data: {
      pricebook: describeBook(book),
      version: version === null ? null : describeVersion(version),
      versionBefore: versionBefore === null ? null : describeVersion(versionBefore),
      pricebookBefore: pricebookBefore === undefined ? null : describeBook(pricebookBefore),
      entries,
    },
  };
}

function describeBook(book: Pricebook): PricebookSnapshot {
  const { id, code, name, currency, parentId, status, draft, inForce, scheduled, revision } = book;
  return {
    ...{ id, code, name, currency, parentId, status, revision },
    draft: draft?.number ?? null,
    inForce: inForce?.number ?? null,
    scheduled: scheduled.map(({ number }) => number),
  };
}

function describeVersion(version: Version): PricebookVersionSnapshot {
  const { number, status, entryCount, terms } = version;
  const release = version.status === 'draft' ? null : version.release;
  return {
    ...{ number, status, entryCount, priority: terms.priority, ...terms.scope },
    rules: terms.rules.map(({ category, effect }) => ({ category, effect: describeEffect(effect) })),
    publishAt: release?.effectiveAt.toISOString() ?? null,
  };
}
