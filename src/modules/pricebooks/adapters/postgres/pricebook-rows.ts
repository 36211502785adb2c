import { formatDecimal, parseDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { ScheduleDraft } from '../../../../kernel/schedule.js';
import { draftOf, effectFrom, type Entry, type PriceEffect, type Rule } from '../../domain/price-effect.js';
import type { Pricebook, PricebookId, Terms, Version, VersionId, VersionRecord } from '../../domain/pricebook.js';
import { versionAt } from '../../domain/pricebook.js';
import { normalScope, type PricebookChannel } from '../../domain/scope.js';

/** The tables of this module, as far as kysely writes them. */
export interface PricebookTables {
  pricebooks: BookRow & { tenant_id: string };
  pricebook_versions: Omit<VersionRow, 'ends_at' | 'schedule' | 'rules' | 'pricebook_currency'> & {
    tenant_id: string;
    schedule: string | null;
    rules: string;
    announced_at: Date | null;
  };
}

export interface BookRow {
  id: string;
  code: string | null;
  name: string;
  currency: string;
  parent_id: string | null;
  status: Pricebook['status'];
  last_number: number;
  revision: number;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

interface EffectColumns {
  kind: PriceEffect['kind'];
  amount: number | null;
  rate: string | null;
}
export interface EntryRow extends EffectColumns {
  sku: string;
}
interface RuleJson extends EffectColumns {
  category: string | null;
}

export interface VersionRow {
  id: string;
  pricebook_id: string;
  number: number;
  state: 'draft' | 'filling' | 'released' | 'withdrawn';
  priority: number;
  outlet_ids: string[] | null;
  channels: string[] | null;
  customer_groups: string[] | null;
  schedule: ScheduleDraft | null;
  rules: RuleJson[];
  entry_count: number;
  copied_from: number | null;
  created_by: string;
  created_at: Date;
  released_by: string | null;
  released_at: Date | null;
  effective_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  /** When another version takes its place, or the book was archived. */
  ends_at: Date | null;
  pricebook_currency: string;
}

/** Columns of a version `v` of the book `b`. */
export const VERSION_COLUMNS = `v.id, v.pricebook_id, v.number, v.state, v.priority, v.outlet_ids, v.channels, v.customer_groups,
  v.schedule, v.rules, v.entry_count, v.copied_from, v.created_by, v.created_at, v.released_by, v.released_at, v.effective_at,
  v.withdrawn_by, v.withdrawn_at, b.currency as pricebook_currency,
  least(b.archived_at, (select min(n.effective_at) from pricebook_versions n where n.pricebook_id = v.pricebook_id
    and n.state = 'released' and (n.effective_at, n.number) > (v.effective_at, v.number))) as ends_at`;

/** What a version says, as its row has it. */
export function toTerms(row: VersionRow): Terms {
  return {
    priority: row.priority,
    // The database keeps members of a schedule in an order of its own; scopes that are equal are to look equal.
    scope: normalScope({
      outletIds: row.outlet_ids as OutletId[] | null,
      channels: row.channels as PricebookChannel[] | null,
      customerGroups: row.customer_groups,
      schedule: row.schedule,
    }),
    rules: row.rules.map(({ category, ...effect }): Rule => ({
      category,
      effect: toEffect(effect, row.pricebook_currency),
    })),
  };
}

/** The version that a row tells of, as it is at the moment. A row that contradicts its state is a defect and throws. */
export function toVersion(row: VersionRow, at: Date): Version {
  const { released_at: releasedAt, released_by: releasedBy, effective_at: effectiveAt } = row;
  const { withdrawn_at: withdrawnAt, withdrawn_by: withdrawnBy } = row;
  const isReleased = releasedAt !== null && releasedBy !== null && effectiveAt !== null;
  if (row.state === 'released' && !isReleased) throw new Error(`version ${row.id} is released and does not say when`);
  const record: VersionRecord = {
    id: row.id as VersionId,
    number: row.number,
    terms: toTerms(row),
    entryCount: row.entry_count,
    copiedFrom: row.copied_from,
    createdBy: row.created_by,
    createdAt: row.created_at,
    release: isReleased ? { by: releasedBy, at: releasedAt, effectiveAt } : null,
    withdrawn: withdrawnAt === null || withdrawnBy === null ? null : { by: withdrawnBy, at: withdrawnAt },
    endsAt: row.ends_at,
  };
  return versionAt(record, at);
}

/** The book that rows tell of. @param versions those that matter now, of this book. */
export function toBook(row: BookRow, versions: readonly Version[]): Pricebook {
  return {
    id: row.id as PricebookId,
    code: row.code,
    name: row.name,
    currency: row.currency,
    parentId: row.parent_id as PricebookId | null,
    status: row.status,
    lastNumber: row.last_number,
    draft: versions.find((version) => version.status === 'draft') ?? null,
    scheduled: versions.filter((version) => version.status === 'scheduled'),
    inForce: versions.find((version) => version.status === 'published') ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
    revision: row.revision,
  };
}

/** The row of a book. */
export function fromBook(book: Pricebook): BookRow {
  return {
    id: book.id,
    code: book.code,
    name: book.name,
    currency: book.currency,
    parent_id: book.parentId,
    status: book.status,
    last_number: book.lastNumber,
    revision: book.revision,
    created_by: book.createdBy,
    created_at: book.createdAt,
    updated_at: book.updatedAt,
    archived_at: book.archivedAt,
  };
}

type VersionColumns = Omit<PricebookTables['pricebook_versions'], 'tenant_id' | 'pricebook_id'>;

/** The columns of a version that a command writes. One that is in force by a command was told of by that command's event. */
export function fromVersion(version: Version): VersionColumns {
  const { terms, status } = version;
  const { outletIds, channels, customerGroups, schedule } = terms.scope;
  const release = status === 'draft' ? null : version.release;
  const withdrawn = status === 'retired' && version.withdrawnBy !== null;
  return {
    id: version.id,
    number: version.number,
    state: withdrawn ? 'withdrawn' : status === 'draft' ? 'draft' : 'released',
    priority: terms.priority,
    outlet_ids: outletIds === null ? null : [...outletIds],
    channels: channels === null ? null : [...channels],
    customer_groups: customerGroups === null ? null : [...customerGroups],
    schedule: schedule === null ? null : JSON.stringify(schedule),
    rules: JSON.stringify(terms.rules.map(({ category, effect }): RuleJson => ({ category, ...fromEffect(effect) }))),
    entry_count: version.entryCount,
    copied_from: version.copiedFrom,
    created_by: version.createdBy,
    created_at: version.createdAt,
    released_by: release?.by ?? null,
    released_at: release?.at ?? null,
    effective_at: release?.effectiveAt ?? null,
    announced_at: status === 'published' ? version.release.effectiveAt : null,
    withdrawn_by: withdrawn ? version.withdrawnBy : null,
    withdrawn_at: withdrawn ? version.retiredAt : null,
  };
}

/** The effect in its columns. */
export function fromEffect(effect: PriceEffect): EffectColumns {
  const { kind, amount, rate } = draftOf(effect);
  return { kind, amount: amount?.amount ?? null, rate: rate === null ? null : formatDecimal(rate) };
}

/** The effect that columns tell of, in the currency of its book. @throws Error when the columns contradict each other. */
export function toEffect({ kind, amount, rate }: EffectColumns, currency: string): PriceEffect {
  return effectFrom({
    kind,
    amount: amount === null ? null : { amount, currency },
    rate: rate === null ? null : (parseDecimal(rate) ?? null),
  });
}

/** The entry that a row tells of. */
export function toEntry({ sku, ...effect }: EntryRow, currency: string): Entry {
  return { sku, effect: toEffect(effect, currency) };
}
