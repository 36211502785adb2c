import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { TAX_GROUPS_MAX, type Outlet, type OutletChanges, type OutletDraft, type OutletRefusal } from './outlet.js';
import { problemsOfOutlet } from './outlet-checks.js';
import { describeOutlet, outletEvent, type OutletEvent } from './outlet-events.js';
import { problemsOfServiceCharges } from './service-charge.js';
import { problemsOfTaxGroup, taxGroupFrom, type TaxGroup, type TaxGroupDraft } from './tax-group.js';

/** Opens an outlet: it can sell from now on. */
export function openOutlet({ taxGroups, serviceCharges = [], ...wish }: OutletDraft): Decision<Outlet, OutletEvent> {
  const draft = { tillKeys: {}, ...wish };
  const problems = problemsOfOutlet(draft);
  const codes = new Set<string>();
  taxGroups.forEach((group, index) => {
    problems.push(...problemsOfTaxGroup(group, `/taxGroups/${index}`));
    if (codes.has(group.code)) problems.push({ pointer: `/taxGroups/${index}/code`, message: 'is used twice' });
    codes.add(group.code);
  });
  problems.push(...problemsOfServiceCharges(serviceCharges, codes));
  if (problems.length > 0) throw new Refusal<OutletRefusal>('outlet_invalid', {}, problems);
  if (taxGroups.length > TAX_GROUPS_MAX) throw tooManyTaxGroups();
  const groups = new Map(taxGroups.map((group) => [group.code, taxGroupFrom(group)]));
  const state: Outlet = {
    ...draft,
    serviceCharges,
    active: true,
    taxGroups: groups,
    closedThrough: null,
    closureDue: null,
    version: 1,
  };
  return { state, events: [outletEvent('pos.outlet.opened', state)] };
}

/**
 * Changes settings, closes (`active: false`) or reopens an outlet. Changes that change nothing leave the version alone.
 * @param expectedVersion the version that the caller decided on, if it says so.
 */
export function changeOutlet(
  outlet: Outlet,
  changes: OutletChanges,
  expectedVersion?: number,
): Decision<Outlet, OutletEvent> {
  assertVersion(outlet, expectedVersion);
  const state = { ...outlet, ...changes, version: outlet.version + 1 };
  const problems = [
    ...problemsOfOutlet(state),
    ...problemsOfServiceCharges(state.serviceCharges, new Set(state.taxGroups.keys())),
  ];
  if (problems.length > 0) throw new Refusal<OutletRefusal>('outlet_invalid', {}, problems);
  if (isSame(outlet, { ...state, version: outlet.version })) return { state: outlet, events: [] };
  return { state, events: [outletEvent(changeTypeOf(outlet, state), state)] };
}

/** Adds a tax group or replaces the one with its code. */
export function putTaxGroup(
  outlet: Outlet,
  draft: TaxGroupDraft,
  expectedVersion?: number,
): Decision<Outlet, OutletEvent> {
  assertVersion(outlet, expectedVersion);
  const problems = problemsOfTaxGroup(draft, '');
  if (problems.length > 0) throw new Refusal<OutletRefusal>('tax_group_invalid', {}, problems);
  const taxGroups = new Map(outlet.taxGroups).set(draft.code, taxGroupFrom(draft));
  if (taxGroups.size > TAX_GROUPS_MAX) throw tooManyTaxGroups();
  return withTaxGroups(outlet, taxGroups);
}

/**
 * Removes a tax group. Items of its category cannot be sold here until another group takes its code.
 * @throws Refusal `tax_group_in_use` while a service charge is taxed by it.
 */
export function removeTaxGroup(outlet: Outlet, code: string, expectedVersion?: number): Decision<Outlet, OutletEvent> {
  assertVersion(outlet, expectedVersion);
  taxGroupOf(outlet, code);
  const charge = outlet.serviceCharges.find(({ taxGroup }) => taxGroup === code);
  if (charge !== undefined) throw new Refusal<OutletRefusal>('tax_group_in_use', { code, serviceCharge: charge.name });
  const taxGroups = new Map(outlet.taxGroups);
  taxGroups.delete(code);
  return withTaxGroups(outlet, taxGroups);
}

/** The outlet's tax group of the code. @throws Refusal `tax_group_not_found`. */
export function taxGroupOf(outlet: Outlet, code: string): TaxGroup {
  const group = outlet.taxGroups.get(code);
  if (group === undefined) throw new Refusal<OutletRefusal>('tax_group_not_found', { outletId: outlet.id, code });
  return group;
}

/** True when two outlets are equal in all that can be seen of them. */
export function isSame(a: Outlet, b: Outlet): boolean {
  return JSON.stringify(describeOutlet(a)) === JSON.stringify(describeOutlet(b));
}

function withTaxGroups(outlet: Outlet, taxGroups: ReadonlyMap<string, TaxGroup>): Decision<Outlet, OutletEvent> {
  if (isSame(outlet, { ...outlet, taxGroups })) return { state: outlet, events: [] };
  const state = { ...outlet, taxGroups, version: outlet.version + 1 };
  return { state, events: [outletEvent('pos.outlet.changed', state)] };
}

function changeTypeOf(before: Outlet, after: Outlet): OutletEvent['type'] {
  if (before.active === after.active) return 'pos.outlet.changed';
  return after.active ? 'pos.outlet.opened' : 'pos.outlet.closed';
}

function assertVersion({ version }: Outlet, expected: number | undefined): void {
  if (expected !== undefined && expected !== version)
    throw new Refusal('version_mismatch', { currentVersion: version });
}

function tooManyTaxGroups(): Refusal<OutletRefusal> {
  return new Refusal('too_many_tax_groups', { limit: TAX_GROUPS_MAX });
}
