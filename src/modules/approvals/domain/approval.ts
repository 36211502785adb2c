import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Action } from './act.js';

export type ApprovalId = Id<'approval'>;
export type ApprovalStatus = 'asked' | 'granted' | 'denied' | 'used' | 'expired' | 'withdrawn';

/** What an approval is bound to. */
export interface ApprovalScope {
  readonly action: Action;
  readonly targetId: string;
  readonly outletId: OutletId;
  /** The act may be about as much, or less; `null`: about no money. */
  readonly amount: Money | null;
}

/** What somebody asks another person to stand for. */
export interface ApprovalDraft extends ApprovalScope {
  readonly id: ApprovalId;
  readonly reason: string;
}

/** A second person's word for one act. People are named as events name their actors: `user:…`, `api-key:…`. */
export interface Approval extends ApprovalDraft {
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly status: ApprovalStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  /** Asked: until when somebody may decide. Granted: until when it may be used. */
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The request that used it. */
  readonly usedRequest: string | null;
  /** From 1, one up with each event. */
  readonly version: number;
}

/** What its state is at a moment: one whose time has passed has expired, whether or not that was booked. */
export function statusAt({ status, expiresAt }: Approval, at: Date): ApprovalStatus {
  const runs = status === 'asked' || status === 'granted';
  return runs && expiresAt.getTime() <= at.getTime() ? 'expired' : status;
}
