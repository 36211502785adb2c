import type { CurrencyCode, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { memberSnapshot, entrySnapshot } from '../../domain/loyalty-events.js';
import type { Entry, Member } from '../../domain/membership.js';
import { worthOf, type Programme } from '../../domain/programme.js';
import type { MoneyDto } from '../../../../platform/http/values.js';

/**
 * A whole number above zero.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 1000000000
 */
export type Points = number;

/** How points are earned and what they are worth. */
export interface ProgrammeRequest {
  /** @maxLength 100 */
  name: string;
  currency: CurrencyCode;
  /** false: nobody earns or burns; balances stay. True when absent. */
  active?: boolean;
  /** `points` for each whole `per` minor units spent: 1 for every 100 is a point for each dollar. */
  earn: { points: Points; per: Points };
  /** `points` pay for `worth` minor units: 100 worth 100 is a cent for each point. */
  burn: { points: Points; worth: Points };
}

export interface ProgrammeResponse extends Required<ProgrammeRequest> {
  /** @isInt */
  version: number;
}

/**
 * A customer's id, as orders carry it.
 * @minLength 1
 * @maxLength 100
 */
export type CustomerReference = string;

/** @maxItems 50 */
export type Words = string[];

export interface EnrolRequest {
  id?: Uuid;
  customerId: CustomerReference;
  /** Such as `staff` or `wholesale`: pricebooks and promotions ask for them. */
  groups?: Words;
  /** Such as the name of a membership plan. */
  entitlements?: Words;
}

/** What changes of a member; what is absent stays. */
export interface ChangeMemberRequest {
  groups?: Words;
  entitlements?: Words;
  status?: 'active' | 'closed';
}

export interface AdjustPointsRequest {
  /**
   * Signed, not zero.
   * @isInt must be an integer
   * @minimum -1000000000
   * @maximum 1000000000
   */
  points: number;
  /**
   * @minLength 1
   * @maxLength 200
   */
  reason: string;
}

export interface MemberResponse {
  id: Uuid;
  customerId: CustomerReference;
  status: 'active' | 'closed';
  groups: string[];
  entitlements: string[];
  /**
   * Points.
   * @isLong
   */
  balance: number;
  /** What the points pay for today; null without a programme. */
  worth: MoneyDto | null;
  enrolledAt: Timestamp;
  /** @isInt */
  version: number;
}

/** A movement of points. */
export interface PointEntryResponse {
  id: Uuid;
  kind: 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal' | 'adjust';
  /**
   * Signed.
   * @isLong
   */
  points: number;
  /**
   * After it.
   * @isLong
   */
  balance: number;
  orderId: Uuid | null;
  reason: string | null;
  at: Timestamp;
}

/** Shows a programme. */
export function toProgrammeResponse({ name, currency, active, earn, burn, version }: Programme): ProgrammeResponse {
  return { name, currency, active, earn: { ...earn }, burn: { ...burn }, version };
}

/** Shows a member. */
export function toMemberResponse(member: Member, programme: Programme | undefined): MemberResponse {
  const { groups, entitlements, ...rest } = memberSnapshot(member);
  const worth = programme === undefined ? null : worthOf(programme, member.balance);
  return { ...rest, groups: [...groups], entitlements: [...entitlements], worth };
}

/** Shows a movement. */
export function toEntryResponse(entry: Entry): PointEntryResponse {
  return entrySnapshot(entry);
}
