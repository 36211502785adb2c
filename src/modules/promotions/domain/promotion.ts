import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { assertSound, isSameDetails, normalDetails, type PromotionDetails } from './promotion-details.js';
import type { PromotionEvent, PromotionEvents, PromotionSnapshot } from './promotion-events.js';

export type PromotionId = Id<'promotion'>;
export type Activation = 'automatic' | 'code';
export type PromotionStatus = 'draft' | 'active' | 'paused' | 'ended';

/** A promotion with its newest version. */
export interface Promotion {
  readonly id: PromotionId;
  readonly activation: Activation;
  /** As commands left it; `statusAt` says what it is at a moment. */
  readonly status: PromotionStatus;
  readonly details: PromotionDetails;
  /** The number of the version that `details` are; versions never change. */
  readonly ruleVersion: number;
  /** Counts what staff changed. */
  readonly version: number;
  /** The sequence of its last event. */
  readonly sequence: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One version of a promotion, kept for good. */
export interface PromotionVersion {
  readonly version: number;
  readonly details: PromotionDetails;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export type PromotionRefusal =
  | 'promotion_not_found'
  | 'promotion_version_not_found'
  | 'promotion_invalid'
  | 'promotion_id_taken'
  | 'promotion_status_conflict'
  | 'promotion_has_ended'
  | 'too_many_active_promotions';

type Command = 'change' | 'activate' | 'pause' | 'end' | 'issue_codes';

/** The life of a promotion: what each command makes of each status; a status that is missing refuses it. */
const NEXT: Readonly<Record<Command, Partial<Record<PromotionStatus, PromotionStatus>>>> = {
  change: { draft: 'draft', active: 'active', paused: 'paused' },
  activate: { draft: 'active', paused: 'active' },
  pause: { active: 'paused' },
  end: { draft: 'ended', active: 'ended', paused: 'ended' },
  issue_codes: { draft: 'draft', active: 'active', paused: 'paused' },
};

/** What a promotion is at a moment: one that was in force has ended when its time is over, without anybody ending it. */
export function statusAt(
  { status, details: { validTo } }: Pick<Promotion, 'status' | 'details'>,
  at: Date,
): PromotionStatus {
  const over = validTo !== null && Date.parse(validTo) <= at.getTime();
  return over && status !== 'draft' ? 'ended' : status;
}

/** Who makes a promotion, and when. */
export interface Making {
  readonly id: PromotionId;
  readonly activation: Activation;
  readonly by: string;
  readonly at: Date;
}

/** Drafts a promotion; it does nothing before it is activated. @throws Refusal `promotion_invalid`. */
export function draftPromotion(details: PromotionDetails, making: Making): Decision<Promotion, PromotionEvent> {
  assertSound(details);
  const { id, activation, by, at } = making;
  const state: Promotion = {
    ...{ id, activation, status: 'draft', details: normalDetails(details) },
    ...{ ruleVersion: 1, version: 1, sequence: 1 },
    ...{ createdBy: by, createdAt: at, updatedAt: at },
  };
  return { state, events: [told(state, 'pos.promotion.created', { promotion: snapshotOf(state) })] };
}

/**
 * Makes the next version of a promotion. Changes that change nothing make none.
 * @throws Refusal `version_mismatch`, `promotion_invalid`, `promotion_has_ended`.
 */
export function changePromotion(
  promotion: Promotion,
  changes: Partial<PromotionDetails>,
  { at, expectedVersion }: { at: Date; expectedVersion?: number },
): Decision<Promotion, PromotionEvent> {
  assertExpected(promotion, expectedVersion);
  const status = next(promotion, 'change', at);
  const details = { ...promotion.details, ...changes };
  assertSound(details);
  if (isSameDetails(details, promotion.details)) return { state: promotion, events: [] };
  const ruleVersion = promotion.ruleVersion + 1;
  const state = { ...stepped(promotion, status, at), details: normalDetails(details), ruleVersion };
  const data = { promotion: snapshotOf(state), before: promotion.details };
  return { state, events: [told(state, 'pos.promotion.changed', data)] };
}

/** Puts a draft in force, or a paused promotion back. @throws Refusal `promotion_status_conflict`, `promotion_has_ended`. */
export function activatePromotion(promotion: Promotion, at: Date): Decision<Promotion, PromotionEvent> {
  return switched(promotion, 'activate', at);
}

/** Takes an active promotion out of force at once. @throws Refusal `promotion_status_conflict`, `promotion_has_ended`. */
export function pausePromotion(promotion: Promotion, at: Date): Decision<Promotion, PromotionEvent> {
  return switched(promotion, 'pause', at);
}

/** Ends a promotion for good. @throws Refusal `promotion_has_ended`. */
export function endPromotion(promotion: Promotion, at: Date): Decision<Promotion, PromotionEvent> {
  return switched(promotion, 'end', at);
}

const SWITCHED = {
  activate: 'pos.promotion.activated',
  pause: 'pos.promotion.paused',
  end: 'pos.promotion.ended',
} as const;

function switched(promotion: Promotion, command: keyof typeof SWITCHED, at: Date): Decision<Promotion, PromotionEvent> {
  const state = stepped(promotion, next(promotion, command, at), at);
  return { state, events: [told(state, SWITCHED[command], { promotion: snapshotOf(state) })] };
}

/** Refuses codes for a promotion that has ended. @throws Refusal `promotion_has_ended`. */
export function assertTakesCodes(promotion: Promotion, at: Date): void {
  next(promotion, 'issue_codes', at);
}

/** Tells of something else that happened to a promotion: its event count goes on, its version stays. */
export function withEvent<Type extends keyof PromotionEvents>(
  promotion: Promotion,
  type: Type,
  data: PromotionEvents[Type],
): Decision<Promotion, PromotionEvent> {
  const state = { ...promotion, sequence: promotion.sequence + 1 };
  return { state, events: [told(state, type, data)] };
}

/** An event of a promotion. */
export function told<Type extends keyof PromotionEvents>(
  { id, sequence }: Pick<Promotion, 'id' | 'sequence'>,
  type: Type,
  data: PromotionEvents[Type],
): PromotionEvent {
  const about = { aggregate: 'promotions', aggregateId: id, sequence, outletId: null };
  return { type, ...about, data } as PromotionEvent;
}

function next(promotion: Promotion, command: Command, at: Date): PromotionStatus {
  // One whose time is over can still be ended by hand: it then is out of the way of the limit of active promotions.
  const status = command === 'end' ? promotion.status : statusAt(promotion, at);
  const after = NEXT[command][status];
  if (after !== undefined) return after;
  const code = status === 'ended' ? 'promotion_has_ended' : 'promotion_status_conflict';
  throw new Refusal<PromotionRefusal>(code, { promotionId: promotion.id, status });
}

function stepped(promotion: Promotion, status: PromotionStatus, updatedAt: Date): Promotion {
  return { ...promotion, status, version: promotion.version + 1, sequence: promotion.sequence + 1, updatedAt };
}

function assertExpected({ version }: Promotion, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw new Refusal('version_mismatch', { currentVersion: version });
  }
}

function snapshotOf({ id, activation, status, ruleVersion, details }: Promotion): PromotionSnapshot {
  return { id, activation, status, ruleVersion, details };
}
