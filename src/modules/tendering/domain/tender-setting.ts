import { parseDecimal, DECIMAL_ONE, type Decimal } from '../../../kernel/decimal.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import { builtInTender } from './built-in-tenders.js';
import type { Surcharge, TenderKind, TenderRules } from './tender.js';

/** What a tender adds to the amount that it pays, as it is written down. */
export type SurchargeSetting =
  { readonly kind: 'percent'; readonly rate: string } | { readonly kind: 'amount'; readonly amount: Money };

/** How a tender is taken, as somebody decided it. */
export interface TenderDraft {
  readonly name: string;
  readonly kind: TenderKind;
  readonly provider: string | null;
  readonly surcharge: SurchargeSetting | null;
  readonly referenceRequired: boolean;
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly refundable: boolean;
  /** False: it is taken nowhere that these settings hold. */
  readonly active: boolean;
}

export interface TenderSetting extends TenderDraft {
  readonly id: Id<'tender-setting'>;
  readonly code: string;
  /** `null`: for all outlets that have no settings of their own. */
  readonly outletId: OutletId | null;
  readonly version: number;
}

/** A tender as an outlet takes it, and where that comes from. */
export interface EffectiveTender {
  readonly rules: TenderRules;
  /** True when the outlet takes it: it is on the outlet's list, and its settings do not switch it off. */
  readonly on: boolean;
  readonly from: 'built_in' | 'tenant' | 'outlet';
  /** Of the settings that it comes from; `null` of built-in ones. */
  readonly version: number | null;
}

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const NAME = /^[^\p{C}]{1,100}$/u;
const PERCENT_MAX = 30n * DECIMAL_ONE;
/** The kinds whose money a provider can move, unless it says otherwise. */
const COLLECTED: readonly TenderKind[] = ['card', 'mobile_money', 'bank_transfer'];
/** Kinds that are ledgers or notes of ours, at their face value. */
const AT_FACE_VALUE: readonly TenderKind[] = ['cash', 'gift_card', 'voucher', 'loyalty'];

/** What a provider can do, as far as tenders must know. */
export interface ProviderAbility {
  readonly name: string;
  readonly kinds: readonly TenderKind[] | undefined;
}

/** What is wrong with a tender's settings, place by place. */
export function problemsOfTender(
  code: string,
  draft: TenderDraft,
  context: { readonly currency: string; readonly providers: readonly ProviderAbility[] },
): RefusedField[] {
  const { name, kind, provider, minimum, maximum } = draft;
  const builtIn = builtInTender(code).kind;
  const checks: (readonly [pointer: string, holds: boolean, message: string])[] = [
    ['/path/code', CODE.test(code), 'must be small letters, digits and "_", at most 40'],
    ['/name', NAME.test(name), 'must be 1 to 100 printable characters'],
    ['/kind', builtIn === 'custom' || builtIn === kind, `must be "${builtIn}": the code has this meaning`],
    ['/kind', kind !== 'cash' || code === 'cash', 'must not be "cash": there is one tender that gives change'],
    [
      '/provider',
      provider === null || canCollect(provider, kind, context.providers),
      'must be a provider that is configured here and collects this kind of money',
    ],
    ...problemsOfSurcharge(draft, context.currency),
    ['/minimum', minimum === null || isAmount(minimum, context.currency), `must be an amount in ${context.currency}`],
    ['/maximum', maximum === null || isAmount(maximum, context.currency), `must be an amount in ${context.currency}`],
    ['/maximum', !minimum || !maximum || minimum.amount <= maximum.amount, 'must not be less than the minimum'],
  ];
  return checks.filter(([, holds]) => !holds).map(([pointer, , message]) => ({ pointer, message }));
}

/** The rules by which an outlet takes a tender. Amounts in another currency than the outlet's do not hold there. */
export function rulesOf(code: string, setting: TenderSetting | undefined, currency: string): TenderRules {
  const builtIn = builtInTender(code);
  if (setting === undefined) return builtIn;
  const { name, kind, provider, referenceRequired, refundable, minimum, maximum, surcharge } = setting;
  return {
    ...{ code, name, kind, provider, referenceRequired, refundable },
    surcharge: surcharge && surchargeOf(surcharge, currency),
    minimum: minimum?.currency === currency ? minimum : null,
    maximum: maximum?.currency === currency ? maximum : null,
  };
}

/** Of the settings of a code, those that hold at an outlet. */
export function settingAt(
  settings: readonly TenderSetting[],
  code: string,
  outletId: OutletId,
): TenderSetting | undefined {
  const ofCode = settings.filter((setting) => setting.code === code);
  return ofCode.find((setting) => setting.outletId === outletId) ?? ofCode.find((setting) => setting.outletId === null);
}

function surchargeOf(setting: SurchargeSetting, currency: string): Surcharge | null {
  if (setting.kind === 'amount') return setting.amount.currency === currency ? setting : null;
  return { kind: 'percent', rate: parseDecimal(setting.rate) as Decimal };
}

function problemsOfSurcharge(
  { surcharge, kind }: TenderDraft,
  currency: string,
): (readonly [string, boolean, string])[] {
  if (surcharge === null) return [];
  const faceValue = ['/surcharge', !AT_FACE_VALUE.includes(kind), 'is not for money at its face value'] as const;
  if (surcharge.kind === 'amount')
    return [faceValue, ['/surcharge/amount', isAmount(surcharge.amount, currency), `must be an amount in ${currency}`]];
  const rate = parseDecimal(surcharge.rate);
  return [
    faceValue,
    ['/surcharge/rate', rate !== undefined && rate >= 0n && rate <= PERCENT_MAX, 'must be from 0 to 30'],
  ];
}

function canCollect(name: string, kind: TenderKind, providers: readonly ProviderAbility[]): boolean {
  const provider = providers.find((one) => one.name === name);
  return provider !== undefined && (provider.kinds ?? COLLECTED).includes(kind);
}

function isAmount({ amount, currency }: Money, expected: string): boolean {
  return amount >= 0 && currency === expected;
}
