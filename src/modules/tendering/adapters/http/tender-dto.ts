import type { OutletId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import { formatDecimal } from '../../../../kernel/decimal.js';
import {
  badValue,
  moneyDto,
  moneyFrom,
  type DecimalString,
  type MoneyDto,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { Surcharge } from '../../domain/tender.js';
import type { EffectiveTender, SurchargeSetting, TenderDraft, TenderSetting } from '../../domain/tender-setting.js';

export type TenderKindName =
  | 'cash'
  | 'card'
  | 'eftpos'
  | 'mobile_money'
  | 'bank_transfer'
  | 'house_account'
  | 'gift_card'
  | 'voucher'
  | 'loyalty'
  | 'custom';

/** What a tender adds to the amount that it pays: a rate in percent, from 0 to 30, or an amount. One of both. */
export interface TenderSurcharge {
  percent?: DecimalString;
  amount?: MoneyDto;
}

/** How a tender is taken. */
export interface PutTenderRequest {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  kind: TenderKindName;
  /**
   * Who collects it: `treasury`, `mpesa`, `airtel_money`, `orange_money`, `simulator`. Recorded by hand when absent.
   * @minLength 1
   * @maxLength 40
   */
  provider?: string | null;
  surcharge?: TenderSurcharge | null;
  /** True: a payment must carry a reference, such as the number of a slip. False when absent. */
  referenceRequired?: boolean;
  /** The least of one payment. */
  minimum?: MoneyDto | null;
  /** The most of one payment. */
  maximum?: MoneyDto | null;
  /** False: money paid with it goes back by another tender. True when absent. */
  refundable?: boolean;
  /** False: it is taken nowhere that these settings hold. True when absent. */
  active?: boolean;
}

/** The settings of a tender. */
export interface TenderSettingResponse {
  code: string;
  /** Null: they hold at all outlets that have none of their own. */
  outletId: Uuid | null;
  name: string;
  kind: TenderKindName;
  provider: string | null;
  surcharge: TenderSurcharge | null;
  referenceRequired: boolean;
  minimum: MoneyDto | null;
  maximum: MoneyDto | null;
  refundable: boolean;
  active: boolean;
  /** @isInt */
  version: number;
}

/** A tender as an outlet takes it. */
export interface EffectiveTenderResponse {
  code: string;
  name: string;
  kind: TenderKindName;
  provider: string | null;
  surcharge: TenderSurcharge | null;
  referenceRequired: boolean;
  minimum: MoneyDto | null;
  maximum: MoneyDto | null;
  refundable: boolean;
  /** True when the outlet takes it: it is on the outlet's list, and no setting switches it off. */
  on: boolean;
  /** Whose settings hold. */
  from: 'built_in' | 'tenant' | 'outlet';
}

export interface EffectiveTendersResponse {
  outletId: Uuid;
  tenders: EffectiveTenderResponse[];
}

/** Reads settings. @throws Refusal for what the contract's form cannot tell. */
export function tenderFrom(body: PutTenderRequest): TenderDraft {
  const { name, kind, provider, surcharge, referenceRequired, minimum, maximum, refundable, active } = body;
  return {
    ...{ name, kind, provider: provider ?? null, surcharge: surcharge == null ? null : surchargeFrom(surcharge) },
    ...{ referenceRequired: referenceRequired ?? false, refundable: refundable ?? true, active: active ?? true },
    minimum: minimum == null ? null : moneyFrom(minimum, '/minimum'),
    maximum: maximum == null ? null : moneyFrom(maximum, '/maximum'),
  };
}

function surchargeFrom({ percent, amount }: TenderSurcharge): SurchargeSetting {
  if (percent !== undefined && amount === undefined) return { kind: 'percent', rate: percent };
  if (amount !== undefined && percent === undefined)
    return { kind: 'amount', amount: moneyFrom(amount, '/surcharge/amount') };
  throw badValue('/surcharge', 'must have one of percent and amount');
}

/** Shows settings. */
export function toTenderSetting(setting: TenderSetting): TenderSettingResponse {
  const { code, outletId, name, kind, provider, surcharge, referenceRequired, refundable, active, version } = setting;
  const shown = surcharge?.kind === 'percent' ? { percent: surcharge.rate } : surcharge && { amount: surcharge.amount };
  return {
    ...{ code, outletId, name, kind, provider, surcharge: shown, referenceRequired },
    ...{ minimum: dtoOf(setting.minimum), maximum: dtoOf(setting.maximum), refundable, active, version },
  };
}

/** Shows the tenders of an outlet. */
export function toEffectiveTenders(outletId: OutletId, tenders: readonly EffectiveTender[]): EffectiveTendersResponse {
  return { outletId, tenders: tenders.map(toEffective) };
}

function toEffective({ rules, on, from }: EffectiveTender): EffectiveTenderResponse {
  const { code, name, kind, provider, surcharge, referenceRequired, refundable } = rules;
  return {
    ...{ code, name, kind, provider, surcharge: surcharge && surchargeDto(surcharge), referenceRequired },
    ...{ minimum: dtoOf(rules.minimum), maximum: dtoOf(rules.maximum), refundable, on, from },
  };
}

function surchargeDto(surcharge: Surcharge): TenderSurcharge {
  if (surcharge.kind === 'amount') return { amount: moneyDto(surcharge.amount) };
  return { percent: formatDecimal(surcharge.rate) };
}

function dtoOf(amount: Money | null): MoneyDto | null {
  return amount && moneyDto(amount);
}
