import type { CurrencyCode, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { Business } from '../../domain/business.js';
import type { ListedBusiness } from '../../ports/business-views.js';
import type { IndustryDto, BusinessRegion } from './registration-dtos.js';

export type BusinessStatusDto = 'active' | 'suspended' | 'closed';

/** What is to change; members left out stay, `null` takes away. */
export interface ChangeBusinessRequest {
  region?: BusinessRegion | null;
  /**
   * What the vendor's people should know.
   * @maxLength 2000
   */
  notes?: string | null;
}

/** A business as the vendor knows it. */
export interface BusinessResponse {
  id: Uuid;
  slug: string;
  name: string;
  currency: CurrencyCode;
  country: string | null;
  region: string | null;
  timeZone: string | null;
  industry: IndustryDto | null;
  /** The owner's, masked. */
  contact: string | null;
  notes: string | null;
  status: BusinessStatusDto;
  statusReason: string | null;
  statusSince: Timestamp;
  registeredAt: Timestamp;
  /** @isInt */
  version: number;
}

/** A business with what is collected of it once a day. */
export interface ListedBusinessResponse extends BusinessResponse {
  plan: string | null;
  lastActivityAt: Timestamp | null;
}

/** What a business has been doing, as it was collected. */
export interface BusinessActivityResponse {
  id: Uuid;
  slug: string;
  name: string;
  region: string | null;
  status: BusinessStatusDto;
  plan: string | null;
  /** Of the licence. */
  licenceStatus: string | null;
  planEndsAt: Timestamp | null;
  /** When somebody, or a program, last did something. */
  lastActivityAt: Timestamp | null;
  lastOrderAt: Timestamp | null;
  /** When a linked device last handed something in. */
  lastSyncAt: Timestamp | null;
  /** @isInt */
  orders7Days: number;
  /** @isInt */
  orders30Days: number;
  /**
   * Linked devices that handed something in during the day before.
   * @isInt
   */
  devicesActive: number;
  /**
   * null: not known.
   * @isInt
   */
  devices: number | null;
  /**
   * null: not known.
   * @isInt
   */
  staff: number | null;
  /**
   * Rows of its history, a stand-in for the room that it takes; at most 5,000,000 are counted.
   * @isLong
   */
  storedEvents: number;
  /** null: never yet. */
  collectedAt: Timestamp | null;
}

/** Shows a business. */
export function toBusinessResponse(business: Business): BusinessResponse {
  const { id, slug, name, currency, country, region, timeZone, industry, contact, notes, status, version } = business;
  return {
    ...{ id, slug, name, currency, country, region, timeZone, industry, contact, notes, status },
    statusReason: business.statusReason,
    statusSince: business.statusSince.toISOString(),
    registeredAt: business.registeredAt.toISOString(),
    version,
  };
}

/** Shows a business in a list. */
export function toListedResponse({ business, figures }: ListedBusiness): ListedBusinessResponse {
  const { plan, lastActivityAt } = figures;
  return { ...toBusinessResponse(business), plan, lastActivityAt: textOf(lastActivityAt) };
}

/** Shows what a business has been doing. */
export function toActivityResponse({ business, figures, collectedAt }: ListedBusiness): BusinessActivityResponse {
  const { id, slug, name, region, status } = business;
  const { plan, licenceStatus, orders7Days, orders30Days, devicesActive, devices, staff, storedEvents } = figures;
  return {
    ...{ id, slug, name, region, status, plan, licenceStatus, planEndsAt: textOf(figures.planEndsAt) },
    lastActivityAt: textOf(figures.lastActivityAt),
    lastOrderAt: textOf(figures.lastOrderAt),
    lastSyncAt: textOf(figures.lastSyncAt),
    ...{ orders7Days, orders30Days, devicesActive, devices, staff, storedEvents, collectedAt: textOf(collectedAt) },
  };
}

function textOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
