import type { OutletId } from '../../../kernel/ids.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import { problemsOfSchedule, type ScheduleDraft } from '../../../kernel/schedule.js';

/** The ways in which a sale reaches the house (API.md "The sale"). */
export const CHANNELS = [
  'counter',
  'dine_in',
  'bar_tab',
  'takeaway',
  'delivery',
  'pickup',
  'drive_thru',
  'kiosk',
  'ecommerce',
] as const;
export type PricebookChannel = (typeof CHANNELS)[number];

/** To which sales a version of a pricebook applies. `null` leaves a dimension open. */
export interface Scope {
  readonly outletIds: readonly OutletId[] | null;
  readonly channels: readonly PricebookChannel[] | null;
  /** The guest is in one of them. */
  readonly customerGroups: readonly string[] | null;
  /** By the outlet's wall clock. */
  readonly schedule: ScheduleDraft | null;
}

/** All sales. */
export const EVERYWHERE: Scope = { outletIds: null, channels: null, customerGroups: null, schedule: null };

const OUTLETS_MAX = 1_000;
const GROUPS_MAX = 50;
const GROUP_LENGTH_MAX = 100;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;

/**
 * What is wrong with a scope, place by place.
 * @param known the outlets that there are; the scope may name no others.
 */
export function problemsOfScope(scope: Scope, known: ReadonlySet<string>, pointer: string): RefusedField[] {
  const { outletIds, channels, customerGroups, schedule } = scope;
  const problems: RefusedField[] = [];
  const bounded = (member: string, list: readonly string[] | null, most: number): void => {
    if (list === null || (list.length > 0 && list.length <= most)) return;
    problems.push({ pointer: `${pointer}/${member}`, message: `must name 1 to ${most}, or be null for all` });
  };
  bounded('outletIds', outletIds, OUTLETS_MAX);
  bounded('channels', channels, CHANNELS.length);
  bounded('customerGroups', customerGroups, GROUPS_MAX);
  outletIds?.slice(0, OUTLETS_MAX).forEach((id, index) => {
    if (!known.has(id)) problems.push({ pointer: `${pointer}/outletIds/${index}`, message: 'must be an outlet' });
  });
  customerGroups?.slice(0, GROUPS_MAX).forEach((group, index) => {
    if (group.trim() !== '' && group.length <= GROUP_LENGTH_MAX && !UNPRINTABLE.test(group)) return;
    const message = `must be printable text of 1 to ${GROUP_LENGTH_MAX} characters`;
    problems.push({ pointer: `${pointer}/customerGroups/${index}`, message });
  });
  if (schedule !== null) problems.push(...problemsOfSchedule(schedule, `${pointer}/schedule`));
  return problems;
}

/** The one way to write a scope: lists sorted and without repeats, and a schedule that is always on left out. */
export function normalScope({ outletIds, channels, customerGroups, schedule }: Scope): Scope {
  return {
    outletIds: sorted(outletIds),
    channels: sorted(channels),
    customerGroups: sorted(customerGroups),
    schedule: schedule === null ? null : normalSchedule(schedule),
  };
}

function sorted<Text extends string>(list: readonly Text[] | null): readonly Text[] | null {
  return list === null ? null : [...new Set(list)].sort();
}

function normalSchedule({ startsOn = null, endsOn = null, windows }: ScheduleDraft): ScheduleDraft | null {
  if (startsOn === null && endsOn === null && windows.length === 0) return null;
  const sortedWindows = windows.map(({ weekdays, from, to }) => ({
    weekdays: [...weekdays].sort((a, b) => a - b),
    from,
    to,
  }));
  return { startsOn, endsOn, windows: sortedWindows };
}

/** How many dimensions a scope narrows, of outlet, channel, customer group and time: more beat fewer. */
export function narrownessOf({ outletIds, channels, customerGroups, schedule }: Scope): number {
  return [outletIds, channels, customerGroups, schedule].filter((dimension) => dimension !== null).length;
}
