import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { problemOfText, TEXT_MAX } from './item-problems.js';
import type { ItemId } from './item.js';
import type { ModifierGroup } from './modifier-group.js';
import { GROUP_MAX } from './modifier-group-problems.js';

export type AttachmentListId = Id<'modifier_attachments'>;

/** Says that a group is offered with an item, or with all items of a category. */
export interface Attachment {
  /** The group's code. */
  readonly group: string;
  /** Where it stands among the item's groups, those of its category and its parent included; equal: the wider list first. */
  readonly position: number;
  /** Instead of the group's own; `null` keeps that. */
  readonly min: number | null;
  /** Instead of the group's own; `null` keeps that, 0 takes the group off the item. */
  readonly max: number | null;
}

/** What a list of attachments is of: one item, or all items of a category. */
export type AttachmentTarget =
  { readonly itemId: ItemId; readonly category: null } | { readonly itemId: null; readonly category: string };

/** The groups that are attached to an item or a category. One without an entry yet has version 0. */
export type AttachmentList = AttachmentTarget & {
  /** The item's id, or the list's own. */
  readonly id: AttachmentListId;
  readonly groups: readonly Attachment[];
  readonly version: number;
};

export type AttachmentRefusal = 'modifier_attachments_invalid';

/** The data of the events of attachments by their types. */
export interface AttachmentEvents {
  /** Modifier groups were attached to an item or a category, or taken off it. */
  'pos.catalog.modifier_groups_attached': {
    /** The item; null where it is a category. */
    readonly itemId: ItemId | null;
    /** The category; null where it is an item. */
    readonly category: string | null;
    readonly groups: readonly Attachment[];
    /** What was attached before. */
    readonly before: readonly Attachment[];
    /** Counts the changes of this list, from 1. */
    readonly version: number;
  };
}

export type AttachmentEvent = DomainEvent<
  'pos.catalog.modifier_groups_attached',
  AttachmentEvents['pos.catalog.modifier_groups_attached']
>;

/** So many groups may be attached to one item or category. */
export const ATTACHMENTS_MAX = 20;
const POSITION_MAX = 9_999;

/**
 * Attaches groups in place of those that were. What changes nothing leaves the version alone.
 * @param known the groups of the tenant among those named.
 * @param currency of the item, which all its groups must have; `null` for a category, whose items may differ.
 * @throws Refusal `version_mismatch`, `modifier_attachments_invalid`.
 */
export function attach(
  list: AttachmentList,
  groups: readonly Attachment[],
  known: readonly ModifierGroup[],
  currency: string | null,
  expectedVersion?: number,
): Decision<AttachmentList, AttachmentEvent> {
  if (expectedVersion !== undefined && expectedVersion !== list.version) {
    throw new Refusal('version_mismatch', { currentVersion: list.version });
  }
  const fields = problemsOfAttachments(groups, new Map(known.map((group) => [group.code, group])), currency);
  const problem = problemOfText(list.category, TEXT_MAX.category);
  if (problem !== undefined) fields.push({ pointer: '/path/category', message: problem });
  if (fields.length > 0) throw new Refusal<AttachmentRefusal>('modifier_attachments_invalid', {}, fields);
  if (isSameAttachments(list.groups, groups)) return { state: list, events: [] };
  const state = { ...list, groups, version: list.version + 1 };
  const { itemId, category, version, id } = state;
  const event: AttachmentEvent = {
    type: 'pos.catalog.modifier_groups_attached',
    aggregate: 'modifier_attachments',
    aggregateId: id,
    sequence: version,
    outletId: null,
    data: { itemId, category, groups, before: list.groups, version },
  };
  return { state, events: [event] };
}

function problemsOfAttachments(
  groups: readonly Attachment[],
  known: ReadonlyMap<string, ModifierGroup>,
  currency: string | null,
): RefusedField[] {
  if (groups.length > ATTACHMENTS_MAX) {
    return [{ pointer: '/groups', message: `must have at most ${ATTACHMENTS_MAX} groups` }];
  }
  const codes = groups.map(({ group }) => group);
  return groups.flatMap((attachment, index) => {
    const pointer = `/groups/${index}`;
    const group = known.get(attachment.group);
    if (group === undefined) return [{ pointer: `${pointer}/group`, message: 'is no group of this business' }];
    const fields: RefusedField[] = [];
    if (codes.indexOf(attachment.group) !== index) {
      fields.push({ pointer: `${pointer}/group`, message: 'must be there once' });
    }
    if (currency !== null && group.currency !== currency) {
      fields.push({ pointer: `${pointer}/group`, message: `is priced in ${group.currency}, the item in ${currency}` });
    }
    fields.push(...problemsOfCounts(attachment, group, pointer));
    return fields;
  });
}

function problemsOfCounts({ position, min, max }: Attachment, group: ModifierGroup, pointer: string): RefusedField[] {
  const fields: RefusedField[] = [];
  const check = (member: string, count: number, most: number): void => {
    if (Number.isInteger(count) && count >= 0 && count <= most) return;
    fields.push({ pointer: `${pointer}/${member}`, message: `must be a whole number from 0 to ${most}` });
  };
  check('position', position, POSITION_MAX);
  if (min !== null) check('min', min, GROUP_MAX.quantity);
  if (max !== null) check('max', max, GROUP_MAX.quantity);
  const [least, most] = [min ?? group.min, max ?? group.max];
  if (most !== null && most !== 0 && most < least) {
    fields.push({ pointer: `${pointer}/${max === null ? 'min' : 'max'}`, message: 'leaves max below min' });
  }
  return fields;
}

function isSameAttachments(a: readonly Attachment[], b: readonly Attachment[]): boolean {
  const same = (one: Attachment, other: Attachment | undefined): boolean =>
    one.group === other?.group && one.position === other.position && one.min === other.min && one.max === other.max;
  return a.length === b.length && a.every((one, index) => same(one, b[index]));
}
