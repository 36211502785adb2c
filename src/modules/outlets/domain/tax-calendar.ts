import type { Outlet } from './outlet.js';
import { taxGroupOn, type TaxGroup } from './tax-group.js';

type Groups = ReadonlyMap<string, TaxGroup>;

// Sales of one outlet fall on a few days; back-dated ones now and then. Beyond, the calendar of the outlet begins anew.
const DAYS_MAX = 64;
const calendars = new WeakMap<Outlet, Map<string, Groups>>();

/** The tax groups of an outlet by code, with the rates that hold on a day of its calendar (`YYYY-MM-DD`). */
export function taxGroupsOn(outlet: Outlet, localDate: string): Groups {
  const calendar = calendars.get(outlet) ?? new Map<string, Groups>();
  const known = calendar.get(localDate);
  if (known !== undefined) return known;
  if (calendar.size >= DAYS_MAX) calendar.clear();
  const groups = new Map([...outlet.taxGroups].map(([code, group]) => [code, taxGroupOn(group, localDate)]));
  calendar.set(localDate, groups);
  calendars.set(outlet, calendar);
  return groups;
}
