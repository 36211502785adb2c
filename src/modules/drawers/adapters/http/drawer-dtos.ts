import type { MinorUnits, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { PolicyShown } from '../../application/set-drawer-policy.js';
import type { DrawerPolicySettings } from '../../domain/drawer-policy.js';
import type { Drawer, Tray } from '../../domain/drawer.js';

/**
 * @minLength 1
 * @maxLength 100
 * @example "Counter 1"
 */
export type DrawerName = string;

/**
 * Who works with a drawer, as tokens and API keys name them.
 * @minLength 1
 * @maxLength 200
 */
export type DrawerPersonId = string;

/**
 * A till, as it calls itself.
 * @minLength 1
 * @maxLength 200
 * @example "till-1"
 */
export type DrawerDeviceName = string;

/**
 * Whole minor units, nothing or more.
 * @isLong must be an integer of minor units
 * @minimum 0
 * @maximum 9007199254740991
 */
export type DrawerSomeUnits = number;

/**
 * Whole minor units, more than nothing.
 * @isLong must be an integer of minor units
 * @minimum 1
 * @maximum 9007199254740991
 */
export type DrawerMoreUnits = number;

/**
 * @isInt
 * @minimum 1
 * @maximum 1000000
 */
export type DrawerHowOften = number;

export interface DefineDrawerRequest {
  id?: Uuid;
  outletId: Uuid;
  name: DrawerName;
  /** The device that it is fastened to; any may open it when absent. */
  deviceId?: DrawerDeviceName | null;
}

export interface ChangeDrawerRequest {
  name?: DrawerName;
  deviceId?: DrawerDeviceName | null;
  /** False puts it away. */
  active?: boolean;
}

/** A physical box with money in it. */
export interface DrawerResponse {
  id: Uuid;
  outletId: Uuid;
  name: string;
  deviceId: string | null;
  active: boolean;
  /**
   * How many sessions it has had.
   * @isInt
   */
  sessions: number;
  createdAt: Timestamp;
  /** @isInt */
  version: number;
}

export interface DrawerDefineTrayRequest {
  id?: Uuid;
  outletId: Uuid;
  name: DrawerName;
  /** The cashier whose it is; anybody's when absent. */
  owner?: DrawerPersonId | null;
}

export interface DrawerChangeTrayRequest {
  name?: DrawerName;
  owner?: DrawerPersonId | null;
  /** False puts it away. */
  active?: boolean;
}

/** An insert that is carried from drawer to drawer. */
export interface DrawerTrayResponse {
  id: Uuid;
  outletId: Uuid;
  name: string;
  owner: string | null;
  active: boolean;
  createdAt: Timestamp;
  /** @isInt */
  version: number;
}

/** After how many sales in cash, or minutes, a count is forced; never where absent or null. */
export interface ForcedCountEveryDto {
  sales?: DrawerHowOften | null;
  minutes?: DrawerHowOften | null;
}

/** How drawers of an outlet are run. Amounts are minor units of the outlet's currency; what is absent is as at the beginning. */
export interface DrawerPolicyRequest {
  /** Money is taken only into an open session. False when absent. */
  sessionRequired?: boolean;
  /** A closing count that is further off has to be decided on. Nothing when absent. */
  varianceLimit?: DrawerSomeUnits;
  /** From this much cash on a drawer takes no more until some is taken out. No limit when absent. */
  cashLimit?: DrawerMoreUnits | null;
  /** Coins and notes in minor units; those of the currency when absent. */
  denominations?: DrawerMoreUnits[] | null;
  /** Who counts is not told what should be there. True when absent. */
  blindCount?: boolean;
  forcedCountEvery?: ForcedCountEveryDto;
  /** What a drawer is opened with when nobody says and nothing was left in it. */
  floatDefault?: DrawerSomeUnits;
}

/** How drawers of an outlet are run. */
export interface DrawerPolicyResponse {
  outletId: Uuid;
  currency: string;
  sessionRequired: boolean;
  varianceLimit: MinorUnits;
  cashLimit: MinorUnits | null;
  /** Coins and notes that a count may name, in minor units. */
  denominations: MinorUnits[];
  blindCount: boolean;
  forcedCountEvery: ForcedCountEveryDto;
  floatDefault: MinorUnits;
  /**
   * 0 where nobody has said yet.
   * @isInt
   */
  version: number;
}

/** Shows a drawer. */
export function toDrawerResponse(drawer: Drawer): DrawerResponse {
  return { ...drawer, createdAt: drawer.createdAt.toISOString() };
}

/** Shows a tray. */
export function toTrayResponse(tray: Tray): DrawerTrayResponse {
  return { ...tray, createdAt: tray.createdAt.toISOString() };
}

/** Reads a policy. */
export function policyFrom(body: DrawerPolicyRequest): DrawerPolicySettings {
  const { sales = null, minutes = null } = body.forcedCountEvery ?? {};
  return {
    ...{ sessionRequired: body.sessionRequired ?? false, varianceLimit: body.varianceLimit ?? 0 },
    ...{ cashLimit: body.cashLimit ?? null, denominations: body.denominations ?? null },
    ...{ blindCount: body.blindCount ?? true, forcedCountEvery: { sales, minutes } },
    floatDefault: body.floatDefault ?? 0,
  };
}

/** Shows a policy. */
export function toPolicyResponse({ policy, currency, denominations }: PolicyShown): DrawerPolicyResponse {
  const { outletId, sessionRequired, varianceLimit, cashLimit, blindCount, forcedCountEvery, version } = policy;
  return {
    ...{ outletId, currency, sessionRequired, varianceLimit, cashLimit, denominations: [...denominations] },
    ...{ blindCount, forcedCountEvery, floatDefault: policy.floatDefault, version },
  };
}
