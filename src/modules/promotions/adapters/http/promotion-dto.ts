import type { DecimalString, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { PromotionDetails } from '../../domain/promotion-details.js';
import type { PromotionSchedule } from './promotion-schedule-dto.js';

/**
 * A whole number.
 * @isInt must be a whole number
 */
export type PromotionInteger = number;

/**
 * The number of a version, from 1.
 * @isInt must be a whole number
 * @minimum 1
 * @maximum 2147483647
 */
export type PromotionVersionNumber = number;

/** How an order reaches the house. */
export type PromotionChannel =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/** As it is now: one that was in force has `ended` when its time is over. */
export type PromotionState = 'draft' | 'active' | 'paused' | 'ended';

/** Which lines are meant; all, where neither SKUs nor categories are named. At most 500 entries a list. */
export interface PromotionSelector {
  skus?: string[];
  categories?: string[];
  excludeSkus?: string[];
  excludeCategories?: string[];
  /** Whether parts of combos count, whose price is a special one already; false when absent. */
  comboParts?: boolean;
}

/** From this quantity on: exactly one of `rate`, `amountOff` (each unit) and `price` (of each unit). */
export interface PromotionTier {
  from: DecimalString;
  rate?: DecimalString;
  amountOff?: MoneyDto;
  price?: MoneyDto;
}

export interface PromotionPart {
  select: PromotionSelector;
  /** Units of it in one bundle. */
  quantity: PromotionInteger;
}

/** What a bundle costs: exactly one of `price`, `rate` (off, in percent) and `amountOff`. */
export interface PromotionOffer {
  price?: MoneyDto;
  rate?: DecimalString;
  amountOff?: MoneyDto;
}

/**
 * What a promotion takes off. By kind it takes: percent_off: `rate`; amount_off: `amount`, of each unit, or at level order of
 * the whole order; fixed_price: `price` of each unit; quantity_break: `of`, `tiers`; buy_get: `buy`, `get`, `rate`, `pick`
 * and, where what is got is something else, `getSelect`; units_off: `units`, `rate`; bundle: `parts`, `offer`.
 */
export interface PromotionEffectDto {
  kind: 'percent_off' | 'amount_off' | 'fixed_price' | 'quantity_break' | 'buy_get' | 'units_off' | 'bundle';
  /** Off, in percent, 0 to 100. */
  rate?: DecimalString;
  amount?: MoneyDto;
  price?: MoneyDto;
  /** What is counted for the tiers: each line, all lines of an item, or all that is selected. */
  of?: 'line' | 'item' | 'selection';
  /** 1 to 20, ascending. */
  tiers?: PromotionTier[];
  buy?: PromotionInteger;
  get?: PromotionInteger;
  /** What is got: the cheapest of all that is selected, or of each item by itself. */
  pick?: 'cheapest' | 'same_item';
  getSelect?: PromotionSelector;
  /** The cheapest so many units. */
  units?: PromotionInteger;
  /** 1 to 10. */
  parts?: PromotionPart[];
  offer?: PromotionOffer;
}

/** What must be in the basket, measured on what earlier discounts left: at least one of `minAmount` and `minQuantity`. */
export interface PromotionConditions {
  select?: PromotionSelector;
  minAmount?: MoneyDto;
  minQuantity?: DecimalString;
}

/** Whom it is for. Of each list that is there, one entry must be met; null or absent is for all. */
export interface PromotionScopeDto {
  outletIds?: Uuid[] | null;
  channels?: PromotionChannel[] | null;
  customerGroups?: string[] | null;
  /** What the customer is entitled to, such as the name of a membership plan. */
  entitlements?: string[] | null;
}

/** How far it goes over all orders; null or absent is without limit. */
export interface PromotionLimitsDto {
  /** Orders that use it. */
  usesMax?: PromotionInteger | null;
  /** Orders of one customer that use it; it then needs a customer. */
  usesPerCustomerMax?: PromotionInteger | null;
  /** All that it may take off. */
  budget?: MoneyDto | null;
}

/** What is to change; members left out stay. `select`, `conditions`, `effect`, `scope` and `limits` are replaced as a whole. */
export interface ChangePromotionRequest {
  /** @example "Happy hour" */
  name?: string;
  /** 0 to 999, lower first; 500 when absent from a new one. */
  priority?: PromotionInteger;
  /** `order` goes with percent_off and amount_off. */
  level?: 'line' | 'order';
  select?: PromotionSelector;
  schedule?: PromotionSchedule | null;
  conditions?: PromotionConditions | null;
  effect?: PromotionEffectDto;
  /** Of one group only the best applies. */
  exclusiveGroup?: string | null;
  /** False: it takes only what no promotion has discounted, and what it discounted no later one touches. */
  stackable?: boolean;
  /** Times in one order, of buy_get and bundle. */
  timesMax?: PromotionInteger | null;
  /** The most that it takes off one order. */
  amountMax?: MoneyDto | null;
  scope?: PromotionScopeDto;
  /** From this moment on, by the till's time of the sale. */
  validFrom?: Timestamp | null;
  /** Until before this moment. */
  validTo?: Timestamp | null;
  limits?: PromotionLimitsDto;
}

/** A promotion to be drafted. */
export interface CreatePromotionRequest extends ChangePromotionRequest {
  /** Chosen by the caller or, when absent, by the service. */
  id?: Uuid;
  name: string;
  /** Whether it applies by itself (when absent) or by a code; it cannot be changed. */
  activation?: 'automatic' | 'code';
  effect: PromotionEffectDto;
}

/** The rule of a promotion with whom it is for and how far it goes. */
export interface PromotionDetailsResponse {
  name: string;
  priority: PromotionInteger;
  level: 'line' | 'order';
  select: PromotionSelector;
  schedule: PromotionSchedule | null;
  conditions: PromotionConditions | null;
  effect: PromotionEffectDto;
  exclusiveGroup: string | null;
  stackable: boolean;
  timesMax: PromotionInteger | null;
  amountMax: MoneyDto | null;
  scope: PromotionScopeDto;
  validFrom: Timestamp | null;
  validTo: Timestamp | null;
  limits: PromotionLimitsDto;
}

/** A promotion with its newest version. */
export interface PromotionResponse extends PromotionDetailsResponse {
  id: Uuid;
  activation: 'automatic' | 'code';
  status: PromotionState;
  /** The number of its newest version, which orders name. */
  ruleVersion: PromotionInteger;
  /** Counts every change; the ETag. */
  version: PromotionInteger;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

/** What a promotion was, or is; it never changes. */
export interface PromotionVersionResponse extends PromotionDetailsResponse {
  version: PromotionInteger;
  madeBy: string;
  madeAt: Timestamp;
}

/** Shows details; members that old rows lack have their defaults. */
export function toDetails(details: PromotionDetails): PromotionDetailsResponse {
  const { scope, validFrom, validTo, limits, effect, select, schedule, conditions } = details;
  return {
    name: details.name,
    priority: details.priority ?? 0,
    level: details.level === 'order' ? 'order' : 'line',
    select: (select ?? {}) as PromotionSelector,
    schedule: (schedule ?? null) as PromotionSchedule | null,
    conditions: (conditions ?? null) as PromotionConditions | null,
    effect: effect as PromotionEffectDto,
    exclusiveGroup: details.exclusiveGroup ?? null,
    stackable: details.stackable ?? true,
    timesMax: details.timesMax ?? null,
    amountMax: details.amountMax ?? null,
    scope: scope as PromotionScopeDto,
    validFrom,
    validTo,
    limits: limits,
  };
}
