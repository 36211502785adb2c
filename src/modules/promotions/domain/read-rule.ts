import { decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { problemsOfSchedule, type ScheduleDraft } from '../../../kernel/schedule.js';
import { DraftProblems } from './draft-problems.js';
import { checkEffect, checkSelector, entriesOf, RULE_ENTRIES_MAX } from './effect-problems.js';
import type { ItemSelector, PromotionEffect, PromotionRule, QuantityTier } from './promotion-rule.js';
import {
  PRIORITY_DEFAULT,
  type ConditionsDraft,
  type EffectDraft,
  type OfferDraft,
  type RuleDraft,
  type SelectorDraft,
  type TierDraft,
} from './rule-draft.js';

type Counted = Extract<PromotionEffect, { kind: 'quantity_break' }>['of'];
type Picked = Extract<PromotionEffect, { kind: 'buy_get' }>['pick'];
type Offer = Extract<PromotionEffect, { kind: 'bundle' }>['offer'];

const NAME_MAX = 200;
const GROUP_MAX = 100;
const PRIORITY: readonly [number, number] = [0, 999];
const TIMES: readonly [number, number] = [1, 1_000];
const ORDER_EFFECTS = new Set(['percent_off', 'amount_off']);
const TIMED_EFFECTS = new Set(['buy_get', 'bundle']);

/**
 * The rule that a draft describes, frozen: for the pricing engine, and for simulating what is not saved yet.
 * @param pointer where the draft stands in the request, such as `/draft`; the refusal's places begin with it.
 * @throws Refusal `promotion_invalid` with every bad place.
 */
export function readPromotionRule(draft: RuleDraft, as: { id: string; version: number }, pointer = ''): PromotionRule {
  const problems = new DraftProblems();
  checkRule(problems, draft, pointer);
  if (problems.fields.length > 0) throw new Refusal('promotion_invalid', {}, problems.fields);
  return ruleFrom(draft, as);
}

/** Finds what is wrong with a rule. */
export function checkRule(problems: DraftProblems, draft: RuleDraft, pointer: string): void {
  const { name, priority = PRIORITY_DEFAULT, level = 'line', select = {}, effect, conditions, exclusiveGroup } = draft;
  problems.text(name, NAME_MAX, `${pointer}/name`);
  problems.whole(priority, PRIORITY, `${pointer}/priority`);
  if (level !== 'line' && level !== 'order') problems.add(`${pointer}/level`, 'must be one of: line, order');
  if (level === 'order' && !ORDER_EFFECTS.has(effect.kind)) {
    problems.add(`${pointer}/level`, 'order goes with percent_off and amount_off only');
  }
  checkSelector(problems, select, `${pointer}/select`);
  checkEffect(problems, effect, `${pointer}/effect`);
  if (conditions != null) checkConditions(problems, conditions, `${pointer}/conditions`);
  problems.fields.push(...problemsOfTimes(draft, pointer));
  if (exclusiveGroup != null) problems.text(exclusiveGroup, GROUP_MAX, `${pointer}/exclusiveGroup`);
  checkMost(problems, draft, pointer);
  const selectors = [select, conditions?.select, effect.getSelect, ...(effect.parts ?? []).map((part) => part.select)];
  if (entriesOf(...selectors) > RULE_ENTRIES_MAX) {
    problems.add(`${pointer}/select`, `all selectors together must have at most ${RULE_ENTRIES_MAX} entries`);
  }
}

function problemsOfTimes({ schedule }: RuleDraft, pointer: string): RefusedField[] {
  return schedule == null ? [] : problemsOfSchedule(schedule, `${pointer}/schedule`);
}

function checkMost(problems: DraftProblems, { effect, timesMax, amountMax }: RuleDraft, pointer: string): void {
  if (timesMax != null) {
    if (TIMED_EFFECTS.has(effect.kind)) problems.whole(timesMax, TIMES, `${pointer}/timesMax`);
    else problems.add(`${pointer}/timesMax`, 'goes with buy_get and bundle only');
  }
  if (amountMax != null) problems.money(amountMax, `${pointer}/amountMax`, 1);
}

function checkConditions(problems: DraftProblems, conditions: ConditionsDraft, pointer: string): void {
  const { select = {}, minAmount, minQuantity } = conditions;
  checkSelector(problems, select, `${pointer}/select`);
  if (minAmount === undefined && minQuantity === undefined) {
    problems.add(pointer, 'must have at least one of: minAmount, minQuantity');
  }
  if (minAmount !== undefined) problems.money(minAmount, `${pointer}/minAmount`, 1);
  if (minQuantity !== undefined) problems.quantity(minQuantity, `${pointer}/minQuantity`);
}

/** The rule of a draft that was found sound; anything else is a defect and throws. */
export function ruleFrom(draft: RuleDraft, { id, version }: { id: string; version: number }): PromotionRule {
  return deepFrozen({
    id,
    version,
    name: draft.name,
    priority: draft.priority ?? PRIORITY_DEFAULT,
    level: draft.level === 'order' ? 'order' : 'line',
    select: selectorFrom(draft.select ?? {}),
    schedule: draft.schedule == null ? null : scheduleOf(draft.schedule),
    conditions: draft.conditions == null ? null : conditionsFrom(draft.conditions),
    effect: effectFrom(draft.effect),
    exclusiveGroup: draft.exclusiveGroup ?? null,
    stackable: draft.stackable ?? true,
    timesMax: draft.timesMax ?? null,
    amountMax: draft.amountMax == null ? null : moneyOf(draft.amountMax),
  });
}

function selectorFrom({ skus, categories, excludeSkus, excludeCategories, comboParts }: SelectorDraft): ItemSelector {
  return {
    ...(skus === undefined ? {} : { skus: [...skus] }),
    ...(categories === undefined ? {} : { categories: [...categories] }),
    ...(excludeSkus === undefined ? {} : { excludeSkus: [...excludeSkus] }),
    ...(excludeCategories === undefined ? {} : { excludeCategories: [...excludeCategories] }),
    comboParts: comboParts ?? false,
  };
}

function scheduleOf({ startsOn = null, endsOn = null, windows }: ScheduleDraft): ScheduleDraft {
  const kept = windows.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to }));
  return { startsOn, endsOn, windows: kept };
}

function conditionsFrom({ select, minAmount, minQuantity }: ConditionsDraft): PromotionRule['conditions'] {
  return {
    select: selectorFrom(select ?? {}),
    ...(minAmount === undefined ? {} : { minAmount: moneyOf(minAmount) }),
    ...(minQuantity === undefined ? {} : { minQuantity: decimal(minQuantity) }),
  };
}

function effectFrom(draft: EffectDraft): PromotionEffect {
  switch (draft.kind) {
    case 'percent_off':
      return { kind: 'percent_off', rate: decimal(given(draft.rate)) };
    case 'amount_off':
      return { kind: 'amount_off', amount: moneyOf(draft.amount) };
    case 'fixed_price':
      return { kind: 'fixed_price', price: moneyOf(draft.price) };
    case 'quantity_break':
      return { kind: 'quantity_break', of: given(draft.of) as Counted, tiers: given(draft.tiers).map(tierFrom) };
    case 'units_off':
      return { kind: 'units_off', units: given(draft.units), rate: decimal(given(draft.rate)) };
    case 'buy_get':
      return {
        kind: 'buy_get',
        buy: given(draft.buy),
        get: given(draft.get),
        rate: decimal(given(draft.rate)),
        pick: given(draft.pick) as Picked,
        ...(draft.getSelect === undefined ? {} : { getSelect: selectorFrom(draft.getSelect) }),
      };
    case 'bundle': {
      const parts = given(draft.parts).map(({ select, quantity }) => ({ select: selectorFrom(select), quantity }));
      return { kind: 'bundle', parts, offer: offerFrom(given(draft.offer)) };
    }
    default:
      throw new Error(`a promotion has an unknown effect: ${draft.kind}`);
  }
}

function tierFrom(tier: TierDraft): QuantityTier {
  return { from: decimal(tier.from), ...offerFrom(tier) };
}

function offerFrom({ price, rate, amountOff }: OfferDraft): Offer {
  if (price !== undefined) return { price: moneyOf(price) };
  return rate !== undefined ? { rate: decimal(rate) } : { amountOff: moneyOf(amountOff) };
}

function moneyOf(value: Money | undefined): Money {
  const { amount, currency } = given(value);
  return { amount, currency };
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a rule that was found sound lacks a member');
  return value;
}

function deepFrozen<Value extends object>(value: Value): Value {
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null) deepFrozen(member as object);
  return Object.freeze(value);
}
