import type { Money } from '../../../kernel/money.js';
import { statusAt, type Approval, type ApprovalScope, type ApprovalStatus } from './approval.js';

/** An act that is about to use an approval. */
export interface ApprovalUse extends ApprovalScope {
  /** Who does the act. */
  readonly actor: string;
  readonly at: Date;
  readonly requestId: string;
}

/** Why an approval does not stand for an act; `used`, `expired` and the like are its state. */
export type WhyInvalid =
  | 'unknown'
  | 'other_action'
  | 'other_target'
  | 'other_outlet'
  | 'other_person'
  | 'amount_too_high'
  | Exclude<ApprovalStatus, 'granted'>;

/**
 * Why an approval does not stand for an act. The database decides that in one conditional update, which this mirrors.
 * @param approval `undefined` when there is none of that id. @returns `null` when it stands.
 */
export function whyInvalid(approval: Approval | undefined, use: ApprovalUse): WhyInvalid | null {
  if (approval === undefined) return 'unknown';
  if (approval.askedBy !== use.actor) return 'other_person';
  if (approval.action !== use.action) return 'other_action';
  if (approval.targetId !== use.targetId) return 'other_target';
  if (approval.outletId !== use.outletId) return 'other_outlet';
  if (!covers(approval.amount, use.amount)) return 'amount_too_high';
  const status = statusAt(approval, use.at);
  return status === 'granted' ? null : status;
}

function covers(approved: Money | null, amount: Money | null): boolean {
  if (amount === null) return true;
  return approved !== null && approved.currency === amount.currency && approved.amount >= Math.abs(amount.amount);
}
