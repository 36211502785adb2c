import type { OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { denominationsOf } from './denominations.js';
import type { DrawerRefusal } from './drawer-refusal.js';

/** What may be set for an outlet's drawers. Amounts are minor units of the outlet's currency. */
export interface DrawerPolicySettings {
  /** Money is taken only into an open session. */
  readonly sessionRequired: boolean;
  /** A closing count that is further off has to be decided on. */
  readonly varianceLimit: number;
  /** From this much cash on the drawer takes no more; `null` is no limit. */
  readonly cashLimit: number | null;
  /** Coins and notes; `null`: those of the currency. */
  readonly denominations: readonly number[] | null;
  readonly blindCount: boolean;
  /** A count is forced after so many sales in cash, and after so many minutes; `null` is never. */
  readonly forcedCountEvery: { readonly sales: number | null; readonly minutes: number | null };
  /** What a drawer is opened with when nobody says. */
  readonly floatDefault: number;
}

/** How drawers of an outlet are run. Version 0: nobody has said yet. */
export interface DrawerPolicy extends DrawerPolicySettings {
  readonly outletId: OutletId;
  readonly version: number;
}

export const POLICY_DEFAULTS: DrawerPolicySettings = {
  sessionRequired: false,
  varianceLimit: 0,
  cashLimit: null,
  denominations: null,
  blindCount: true,
  forcedCountEvery: { sales: null, minutes: null },
  floatDefault: 0,
};

const DENOMINATIONS_MAX = 50;

/** The next version of a policy. @throws Refusal `drawer_policy_invalid`. */
export function setPolicy(policy: DrawerPolicy, settings: DrawerPolicySettings): DrawerPolicy {
  const fields = problemsOf(settings);
  if (fields.length > 0) throw new Refusal<DrawerRefusal>('drawer_policy_invalid', {}, fields);
  return { ...policy, ...settings, version: policy.version + 1 };
}

/** Coins and notes that a count may name, in minor units. */
export function countable({ denominations }: DrawerPolicySettings, currency: string): readonly number[] {
  return denominations ?? denominationsOf(currency);
}

function problemsOf({ denominations, cashLimit, floatDefault }: DrawerPolicySettings): RefusedField[] {
  const fields: RefusedField[] = [];
  if (denominations !== null) {
    const sound = denominations.every((value) => Number.isSafeInteger(value) && value > 0);
    const few = denominations.length > 0 && denominations.length <= DENOMINATIONS_MAX;
    if (!sound || !few || new Set(denominations).size !== denominations.length) {
      const message = `must name 1 to ${DENOMINATIONS_MAX} coins and notes, each once, in minor units above zero`;
      fields.push({ pointer: '/denominations', message });
    }
  }
  if (cashLimit !== null && floatDefault >= cashLimit)
    fields.push({ pointer: '/floatDefault', message: 'must be below cashLimit' });
  return fields;
}
