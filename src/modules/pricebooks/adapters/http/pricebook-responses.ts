import { formatDecimal } from '../../../../kernel/decimal.js';
import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ImportedEntries } from '../../application/import-entries.js';
import type { EntryChange } from '../../domain/entry-changes.js';
import { draftOf, type EffectSnapshot, type Entry, type PriceEffect, type Rule } from '../../domain/price-effect.js';
import type { Pricebook, Version } from '../../domain/pricebook.js';
import { diffTerms } from '../../domain/terms-diff.js';
import type { PricebookChannelDto, PriceEffectKind } from './pricebook-requests.js';

/** Hours of some weekdays on the outlet's wall clock. */
export interface PricebookWindowResponse {
  weekdays: number[];
  from: string;
  to: string;
}

/** When a version applies. */
export interface PricebookScheduleResponse {
  startsOn: string | null;
  endsOn: string | null;
  windows: PricebookWindowResponse[];
}

/** To which sales a version applies; null is all. */
export interface PricebookScopeResponse {
  outletIds: Uuid[] | null;
  channels: PricebookChannelDto[] | null;
  customerGroups: string[] | null;
  schedule: PricebookScheduleResponse | null;
}

/** What is done to a price. */
export interface PriceEffectResponse {
  kind: PriceEffectKind;
  /** The price, or what is added to it; null of a percentage. */
  amount: MoneyDto | null;
  /** In percent; null of an amount. */
  rate: string | null;
}

/** What is done to prices of a category; null is everything. */
export interface PricebookRuleResponse extends PriceEffectResponse {
  category: string | null;
}

/** What is done to the price of one item. */
export interface PricebookEntryResponse extends PriceEffectResponse {
  sku: string;
}

/** A version of a pricebook, without its entries. */
export interface PricebookVersionResponse {
  /** @isInt */
  number: number;
  /** Time alone makes scheduled versions published, and published ones retired when another takes its place. */
  status: 'draft' | 'scheduled' | 'published' | 'retired';
  /** @isInt */
  priority: number;
  scope: PricebookScopeResponse;
  rules: PricebookRuleResponse[];
  /** @isInt */
  entryCount: number;
  /**
   * The version whose content it began with.
   * @isInt
   */
  copiedFrom: number | null;
  /** From when on it is in force; null of what was not released. */
  publishAt: Timestamp | null;
  /** When it came into force; null of what never was. */
  publishedAt: Timestamp | null;
  publishedBy: string | null;
  /** When another one took its place, or it was withdrawn. */
  retiredAt: Timestamp | null;
  /** Who withdrew it before it was in force. */
  withdrawnBy: string | null;
  createdBy: string;
  createdAt: Timestamp;
}

/** A pricebook with the versions that matter now. */
export interface PricebookResponse {
  id: Uuid;
  code: string | null;
  name: string;
  currency: string;
  parentId: Uuid | null;
  /** `draft`: nothing was released yet. */
  status: 'draft' | 'active' | 'archived';
  draft: PricebookVersionResponse | null;
  inForce: PricebookVersionResponse | null;
  /** The earliest first. */
  scheduled: PricebookVersionResponse[];
  createdBy: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  archivedAt: Timestamp | null;
  /**
   * Counts the changes; the ETag.
   * @isInt
   */
  revision: number;
}

/** What of priority or scope differs; of each only the member that changed. */
export interface PricebookTermsDiff {
  /** @isInt */
  priority?: number;
  outletIds?: Uuid[] | null;
  channels?: PricebookChannelDto[] | null;
  customerGroups?: string[] | null;
  schedule?: PricebookScheduleResponse | null;
}

/** What becomes of a rule; null where there is none. */
export interface PricebookRuleChange {
  category: string | null;
  before: PriceEffectResponse | null;
  after: PriceEffectResponse | null;
}

/** What becomes of an entry: added without before, removed without after. */
export interface PricebookEntryChange {
  sku: string;
  change: 'added' | 'removed' | 'changed';
  before: PriceEffectResponse | null;
  after: PriceEffectResponse | null;
}

/** The differences of two versions; entries page by page. */
export interface PricebookDiffResponse {
  /** @isInt */
  from: number;
  /** @isInt */
  to: number;
  before: PricebookTermsDiff;
  after: PricebookTermsDiff;
  rules: PricebookRuleChange[];
  data: PricebookEntryChange[];
  nextCursor: string | null;
}

/** Why a row did not go in. */
export interface PricebookRowError {
  /**
   * Counts from 1; the header is row 1.
   * @isInt
   */
  row: number;
  column: 'sku' | 'kind' | 'value' | 'currency' | null;
  message: string;
}

/** What came of a file. */
export interface PricebookImportResponse {
  pricebookId: Uuid;
  /**
   * Number of the draft.
   * @isInt
   */
  version: number;
  /** @isInt */
  total: number;
  /** @isInt */
  created: number;
  /** @isInt */
  updated: number;
  /** @isInt */
  unchanged: number;
  /** @isInt */
  rejected: number;
  /** The first thousand. */
  errors: PricebookRowError[];
  /** @isInt */
  revision: number;
}

/** Shows a pricebook. */
export function toPricebookResponse(book: Pricebook): PricebookResponse {
  const { id, code, name, currency, parentId, status, draft, inForce, scheduled, revision } = book;
  return {
    ...{ id, code, name, currency, parentId, status },
    draft: draft === null ? null : toVersionResponse(draft),
    inForce: inForce === null ? null : toVersionResponse(inForce),
    scheduled: scheduled.map(toVersionResponse),
    createdBy: book.createdBy,
    createdAt: book.createdAt.toISOString(),
    updatedAt: book.updatedAt.toISOString(),
    archivedAt: book.archivedAt?.toISOString() ?? null,
    revision,
  };
}

/** Shows a version. */
export function toVersionResponse(version: Version): PricebookVersionResponse {
  const { number, status, terms, entryCount, copiedFrom, createdBy, createdAt } = version;
  const release = version.status === 'draft' ? null : version.release;
  const retired = version.status === 'retired' ? version : null;
  const wasInForce = status === 'published' || (retired !== null && retired.withdrawnBy === null);
  return {
    ...{ number, status, priority: terms.priority, entryCount, copiedFrom, createdBy },
    scope: toScopeResponse(terms.scope),
    rules: terms.rules.map(toRuleResponse),
    publishAt: release?.effectiveAt.toISOString() ?? null,
    publishedAt: wasInForce ? (release?.effectiveAt.toISOString() ?? null) : null,
    publishedBy: release?.by ?? null,
    retiredAt: retired?.retiredAt.toISOString() ?? null,
    withdrawnBy: retired?.withdrawnBy ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** Shows an entry. */
export function toEntryResponse({ sku, effect }: Entry): PricebookEntryResponse {
  return { sku, ...toEffectResponse(effect) };
}

/** Shows what became of a file. */
export function toImportResponse({ book, errors, ...counts }: ImportedEntries): PricebookImportResponse {
  const { total, created, updated, unchanged, rejected } = counts;
  return {
    ...{ pricebookId: book.id, version: book.draft?.number ?? 0, total, created, updated, unchanged, rejected },
    errors: errors.map(({ row, column, message }) => ({ row, column, message })),
    revision: book.revision,
  };
}

/** Shows the differences of two versions. */
export function toDiffResponse(
  from: Version,
  to: Version,
  page: { readonly data: PricebookEntryChange[]; readonly nextCursor: string | null },
): PricebookDiffResponse {
  const { terms, rules } = diffTerms(from.terms, to.terms);
  const side = (which: 'before' | 'after'): PricebookTermsDiff =>
    Object.fromEntries(terms.map((change) => [change.member, change[which]]));
  return {
    from: from.number,
    to: to.number,
    before: side('before'),
    after: side('after'),
    rules: rules.map(toRuleChange),
    ...page,
  };
}

/** Shows a change of an entry. */
export function toEntryChangeResponse({ sku, before, after }: EntryChange): PricebookEntryChange {
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { sku, change, before: effectOf(before), after: effectOf(after) };
}

/** Shows an effect. */
export function toEffectResponse(effect: PriceEffect): PriceEffectResponse {
  const { kind, amount, rate } = draftOf(effect);
  return { kind, amount: amount === null ? null : { ...amount }, rate: rate === null ? null : formatDecimal(rate) };
}

function toRuleResponse({ category, effect }: Rule): PricebookRuleResponse {
  return { category, ...toEffectResponse(effect) };
}

function toRuleChange({ category, before, after }: ReturnType<typeof diffTerms>['rules'][number]): PricebookRuleChange {
  return { category, before: effectOf(before), after: effectOf(after) };
}

function effectOf(effect: EffectSnapshot | null): PriceEffectResponse | null {
  return effect === null ? null : { ...effect, amount: effect.amount === null ? null : { ...effect.amount } };
}

function toScopeResponse({
  outletIds,
  channels,
  customerGroups,
  schedule,
}: Version['terms']['scope']): PricebookScopeResponse {
  return {
    outletIds: outletIds === null ? null : [...outletIds],
    channels: channels === null ? null : [...channels],
    customerGroups: customerGroups === null ? null : [...customerGroups],
    schedule:
      schedule === null
        ? null
        : {
            startsOn: schedule.startsOn ?? null,
            endsOn: schedule.endsOn ?? null,
            windows: schedule.windows.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to })),
          },
  };
}
