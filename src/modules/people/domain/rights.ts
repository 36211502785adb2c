import type { OutletId } from '../../../kernel/ids.js';
import type { Assignment } from './assignment.js';

/** Where somebody works: at a device of an outlet, or, `null`, in the back office. */
export type Place = { readonly outletId: OutletId; readonly deviceKind: string } | null;

/** Roles that hold together, and where. */
export interface HoldingRoles {
  readonly roles: readonly string[];
  /** `null`: all. */
  readonly outlets: ReadonlySet<OutletId> | null;
  readonly regions: ReadonlySet<string> | null;
}

/** What roles give at a place. */
export interface RightsThere extends HoldingRoles {
  readonly permissions: ReadonlySet<string>;
}

/**
 * The roles that hold at a place. A device stands in one outlet: there all that hold count together. In the back office one answer
 * is for several outlets, so that nothing may be given where it does not hold: who has a role everywhere acts everywhere, by those
 * roles; for who has none there is an entry for each group of areas in which the same roles hold, and `widest` takes one.
 * A role that is limited to devices does not hold in the back office.
 */
export function rolesAt(assignments: readonly Assignment[], place: Place): readonly HoldingRoles[] {
  if (place !== null) {
    const holding = assignments.filter((assignment) => holdsAt(assignment, place));
    return together(holding, { outlets: new Set([place.outletId]), regions: null });
  }
  const holding = assignments.filter(({ deviceKinds }) => deviceKinds === null);
  const everywhere = holding.filter(({ outlets, regions }) => outlets === null && regions === null);
  if (everywhere.length > 0) return together(everywhere, { outlets: null, regions: null });
  // An assignment is of outlets or of regions: one of both, which nobody can give, holds nowhere.
  const ofOutlets = holding.filter(({ outlets, regions }) => outlets !== null && regions === null);
  if (ofOutlets.length > 0)
    return groups(
      ofOutlets,
      ({ outlets }) => outlets ?? [],
      (outlets) => ({ outlets, regions: null }),
    );
  return groups(
    holding.filter(({ outlets }) => outlets === null),
    ({ regions }) => regions ?? [],
    (regions) => ({ outlets: null, regions }),
  );
}

/** Where most is allowed, together with the areas where as much is. @param choices not empty. */
export function widest(choices: readonly RightsThere[]): RightsThere | undefined {
  const [first, ...others] = choices;
  if (first === undefined || others.length === 0) return first;
  const best = others.reduce((one, other) => (other.permissions.size > one.permissions.size ? other : one), first);
  const asMuch = choices.filter(({ permissions }) => [...best.permissions].every((one) => permissions.has(one)));
  return {
    ...{ roles: best.roles, permissions: best.permissions },
    outlets: best.outlets === null ? null : new Set(asMuch.flatMap(({ outlets }) => [...(outlets ?? [])])),
    regions: best.regions === null ? null : new Set(asMuch.flatMap(({ regions }) => [...(regions ?? [])])),
  };
}

/** A device is of no region: who acts for some acts in the back office only. */
function holdsAt({ outlets, deviceKinds, regions }: Assignment, place: NonNullable<Place>): boolean {
  if (regions !== null) return false;
  const isThere = outlets === null || outlets.includes(place.outletId);
  return isThere && (deviceKinds === null || (deviceKinds as readonly string[]).includes(place.deviceKind));
}

type Reach = Pick<HoldingRoles, 'outlets' | 'regions'>;

function together(holding: readonly Assignment[], reach: Reach): HoldingRoles[] {
  return holding.length === 0 ? [] : [{ roles: rolesOf(holding), ...reach }];
}

function groups<Area extends string>(
  holding: readonly Assignment[],
  areasOf: (assignment: Assignment) => readonly Area[],
  reachOf: (areas: ReadonlySet<Area>) => Reach,
): HoldingRoles[] {
  const areasByRoles = new Map<string, { roles: readonly string[]; areas: Set<Area> }>();
  for (const area of [...new Set(holding.flatMap(areasOf))].sort()) {
    const roles = rolesOf(holding.filter((assignment) => areasOf(assignment).includes(area)));
    const group = areasByRoles.get(roles.join()) ?? { roles, areas: new Set<Area>() };
    areasByRoles.set(roles.join(), { roles, areas: group.areas.add(area) });
  }
  return [...areasByRoles.values()].map(({ roles, areas }) => ({ roles, ...reachOf(areas) }));
}

function rolesOf(holding: readonly Assignment[]): string[] {
  return [...new Set(holding.map(({ role }) => role))].sort();
}
