import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { ModifierGroupDetails, ModifierGroupRefusal } from './modifier-group.js';

/** As much of a group as nesting goes by. */
export interface NestingGroup {
  readonly code: string;
  readonly currency: string;
  /** How many modifiers it has itself. */
  readonly size: number;
  /** Codes of groups that its modifiers bring along, as often as they do. */
  readonly nested: readonly string[];
}

/** So many groups deep a choice may lead, the item's own group counted. */
export const NESTING_DEPTH_MAX = 4;
/** So many modifiers a group may offer together with all that is nested in it. */
export const TREE_SIZE_MAX = 1_000;

/** As much of a group as nesting goes by. */
export function nestingOf({ code, currency, modifiers }: ModifierGroupDetails): NestingGroup {
  return { code, currency, size: modifiers.length, nested: modifiers.flatMap(({ groups }) => groups) };
}

/**
 * Refuses a group whose modifiers bring along what they must not.
 * @param others all groups of the tenant that nest or could be nested, but for the one that is saved.
 * @throws Refusal `modifier_group_invalid`, with the pointer of the nested code that is unknown, in another currency, or
 * leads back to the group; or of the first that makes a choice too deep or too large.
 */
export function assertNesting(details: ModifierGroupDetails, others: readonly NestingGroup[]): void {
  const groups = new Map(others.map((group) => [group.code, group]));
  groups.set(details.code, nestingOf(details));
  const fields = details.modifiers.flatMap((modifier, at) =>
    modifier.groups.flatMap((code, index): RefusedField[] => {
      const message = problemOfNested(details, code, groups);
      return message === undefined ? [] : [{ pointer: `/modifiers/${at}/groups/${index}`, message }];
    }),
  );
  const outer = others.find(({ nested, currency }) => nested.includes(details.code) && currency !== details.currency);
  if (outer !== undefined) {
    fields.push({
      pointer: '/currency',
      message: `must be ${outer.currency}, as the group ${outer.code} that it is in`,
    });
  }
  if (fields.length === 0) fields.push(...problemsOfTrees(details, groups));
  if (fields.length > 0) throw new Refusal<ModifierGroupRefusal>('modifier_group_invalid', {}, fields);
}

type Groups = ReadonlyMap<string, NestingGroup>;

function problemOfNested(details: ModifierGroupDetails, code: string, groups: Groups): string | undefined {
  const nested = groups.get(code);
  if (nested === undefined) return 'is no group of this business';
  if (nested.currency !== details.currency) return `must be priced in ${details.currency}, as the group that it is in`;
  return reaches(nested, details.code, groups) ? 'leads back to this group' : undefined;
}

/** The group as a part of others matters, too: what brings it along grows with it. */
function problemsOfTrees(details: ModifierGroupDetails, groups: Groups): RefusedField[] {
  const trees = new Trees(groups);
  const affected = [...groups.values()].filter((group) => reaches(group, details.code, groups));
  const deep = affected.find((group) => trees.of(group.code).depth > NESTING_DEPTH_MAX);
  if (deep !== undefined) {
    const message = `makes ${named(deep, details)} deeper than ${NESTING_DEPTH_MAX} groups`;
    return [{ pointer: firstNested(details), message }];
  }
  const large = affected.find((group) => trees.of(group.code).size > TREE_SIZE_MAX);
  if (large === undefined) return [];
  const message = `makes ${named(large, details)} offer more than ${TREE_SIZE_MAX} modifiers with all that is nested`;
  return [{ pointer: '/modifiers', message }];
}

function named({ code }: NestingGroup, details: ModifierGroupDetails): string {
  return code === details.code ? 'the group' : `the group ${code}`;
}

function firstNested({ modifiers }: ModifierGroupDetails): string {
  const at = modifiers.findIndex(({ groups }) => groups.length > 0);
  return at < 0 ? '/code' : `/modifiers/${at}/groups/0`;
}

/** True when the group is the one of the code, or brings it along at any depth. Ends whatever cycles there are. */
function reaches(from: NestingGroup, code: string, groups: Groups): boolean {
  const seen = new Set<string>([from.code]);
  for (const at of seen) {
    if (at === code) return true;
    for (const nested of groups.get(at)?.nested ?? []) seen.add(nested);
  }
  return false;
}

interface Tree {
  readonly depth: number;
  readonly size: number;
}

/** How deep and how large groups are with all that is nested, each computed once. There must be no cycles. */
class Trees {
  private readonly known = new Map<string, Tree>();

  constructor(private readonly groups: Groups) {}

  of(code: string): Tree {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const group = this.groups.get(code);
    const nested = (group?.nested ?? []).map((inner) => this.of(inner));
    const depth = 1 + Math.max(0, ...nested.map((tree) => tree.depth));
    const size = nested.reduce((total, tree) => total + tree.size, group?.size ?? 0);
    this.known.set(code, { depth, size });
    return { depth, size };
  }
}
