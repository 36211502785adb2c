import type { CurrencyCode, MinorUnits, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { Plan, PlanTerms } from '../../domain/plan.js';

/**
 * How many.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 1000000000
 */
export type PlanCount = number;

/**
 * A word in lower case.
 * @pattern ^[a-z][a-z0-9_-]{0,59}$ must be a word in lower case of at most 60 characters
 * @example "standard"
 */
export type PlanCode = string;

/** Most of each thing; null sets no limit. */
export interface PlanLimitsDto {
  outlets: PlanCount | null;
  devices: PlanCount | null;
  staff: PlanCount | null;
  /** Webhook endpoints and connections to payment companies together. */
  integrations: PlanCount | null;
}

/** What a plan promises and costs. Prices are minor units of the currency for a month. */
export interface CreatePlanRequest {
  code: PlanCode;
  /** @example "Standard" */
  name: string;
  currency: CurrencyCode;
  /** Whatever the size of the business. */
  basePrice?: MinorUnits;
  /** For each outlet. */
  outletPrice?: MinorUnits;
  limits?: PlanLimitsDto;
  /** Orders in a calendar month that the price includes; null: all. */
  ordersIncluded?: PlanCount | null;
  /** For each hundred orders beyond, begun ones counted as whole. */
  overagePrice?: MinorUnits;
  /** Left out or null: all that there are. */
  features?: string[] | null;
  /** Requests in a minute; null: what the installation allows. */
  rateLimitPerMinute?: PlanCount | null;
  /** Days after the paid time in which orders are still taken; else 14. */
  graceDays?: PlanCount;
  /** Days that a new business may try it; else none. */
  trialDays?: PlanCount;
}

/** What is to change; members left out stay. */
export interface ChangePlanRequest {
  name?: string;
  currency?: CurrencyCode;
  basePrice?: MinorUnits;
  outletPrice?: MinorUnits;
  limits?: PlanLimitsDto;
  ordersIncluded?: PlanCount | null;
  overagePrice?: MinorUnits;
  features?: string[] | null;
  rateLimitPerMinute?: PlanCount | null;
  graceDays?: PlanCount;
  trialDays?: PlanCount;
}

/** The terms of a plan. */
export interface PlanTermsDto {
  code: string;
  name: string;
  basePrice: MoneyDto;
  outletPrice: MoneyDto;
  limits: PlanLimitsDto;
  ordersIncluded: PlanCount | null;
  overagePrice: MoneyDto;
  features: string[] | null;
  rateLimitPerMinute: PlanCount | null;
  /** @isInt */
  graceDays: number;
  /** @isInt */
  trialDays: number;
}

/** A plan. */
export interface PlanResponse extends PlanTermsDto {
  archived: boolean;
  /** @isInt */
  version: number;
}

/** An invoice for a month. */
export interface LicenceInvoiceResponse {
  id: Uuid;
  /** Slug of the business. */
  business: string;
  /** The first day of the month. */
  period: string;
  plan: string;
  lines: LicenceInvoiceLineDto[];
  total: MoneyDto;
  status: LicenceInvoiceStatus;
  /** The treasury's name of it, or what was written down when it was paid. */
  reference: string | null;
  /** Why it was not taken. */
  error: string | null;
  issuedAt: Timestamp;
  sentAt: Timestamp | null;
  paidAt: Timestamp | null;
  /** @isInt */
  version: number;
}
export type LicenceInvoiceStatus = 'draft' | 'sent' | 'failed' | 'paid';

/** One thing that is charged. */
export interface LicenceInvoiceLineDto {
  kind: 'base' | 'outlets' | 'overage';
  /** @isInt */
  quantity: number;
  unitPrice: MoneyDto;
  total: MoneyDto;
}

/** The terms that a draft describes; what is left out costs nothing and limits nothing. */
export function termsFrom(draft: CreatePlanRequest): PlanTerms {
  const { code, name, currency, basePrice = 0, outletPrice = 0, limits, ordersIncluded = null } = draft;
  const { overagePrice = 0, features = null, rateLimitPerMinute = null, graceDays = 14, trialDays = 0 } = draft;
  const unlimited = { outlets: null, devices: null, staff: null, integrations: null };
  return {
    ...{ code, name, currency, basePrice, outletPrice, limits: { ...unlimited, ...limits }, ordersIncluded },
    ...{ overagePrice, features, rateLimitPerMinute, graceDays, trialDays },
  };
}

/** Shows terms. */
export function termsDto(terms: PlanTerms): PlanTermsDto {
  const { code, name, currency, limits, ordersIncluded, features, rateLimitPerMinute, graceDays, trialDays } = terms;
  const price = (amount: number): MoneyDto => ({ amount, currency });
  return {
    ...{ code, name, basePrice: price(terms.basePrice), outletPrice: price(terms.outletPrice), limits: { ...limits } },
    ...{ ordersIncluded, overagePrice: price(terms.overagePrice), features: features && [...features] },
    ...{ rateLimitPerMinute, graceDays, trialDays },
  };
}

/** Shows a plan. */
export function toPlanResponse({ terms, archived, version }: Plan): PlanResponse {
  return { ...termsDto(terms), archived, version };
}
