import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { approvalEvent, type ApprovalEvent } from './approval-events.js';
import type { ApprovalRefusal } from './approval-refusal.js';
import { statusAt, type Approval, type ApprovalDraft, type ApprovalScope, type ApprovalStatus } from './approval.js';
import { PERMISSION_OF } from './permission-of.js';

/** Who decides, and what they may. */
export interface Decider {
  readonly actor: string;
  readonly permissions: ReadonlySet<string>;
  readonly note: string | null;
}

const MINUTE_MS = 60_000;
/** How long what was asked waits for an answer. */
export const ASKED_MS = 10 * MINUTE_MS;
/** How long what was granted can be used (GUARANTEES G11). */
export const GRANTED_MS = 2 * MINUTE_MS;

/** Asks for a second person. */
export function ask(draft: ApprovalDraft, askedBy: string, at: Date): Decision<Approval, ApprovalEvent> {
  return begun('pos.approval.asked', { ...blank(draft, askedBy, at), expiresAt: later(at, ASKED_MS) });
}

/**
 * Grants beforehand what nobody has asked for yet. @param person who may do the act.
 * @throws Refusal `approval_of_own_act`, `permission_missing`.
 */
export function grantBeforehand(
  draft: ApprovalDraft,
  person: string,
  decider: Decider,
  at: Date,
): Decision<Approval, ApprovalEvent> {
  const asked = { ...blank(draft, person, at), expiresAt: later(at, GRANTED_MS) };
  assertMayDecide(asked, decider);
  return begun('pos.approval.granted', { ...asked, ...decisionOf('granted', decider, at) });
}

/** @throws Refusal `approval_of_own_act`, `permission_missing`, `approval_not_open`. */
export function grant(approval: Approval, decider: Decider, at: Date): Decision<Approval, ApprovalEvent> {
  assertMayDecide(approval, decider);
  assertOpen(approval, at);
  const granted = { ...decisionOf('granted', decider, at), expiresAt: later(at, GRANTED_MS) };
  return next('pos.approval.granted', approval, granted);
}

/** @throws Refusal `approval_of_own_act`, `permission_missing`, `approval_not_open`. */
export function deny(approval: Approval, decider: Decider, at: Date): Decision<Approval, ApprovalEvent> {
  assertMayDecide(approval, decider);
  assertOpen(approval, at);
  return next('pos.approval.denied', approval, decisionOf('denied', decider, at));
}

/** Takes back what was asked, or granted and not used. @throws Refusal `approval_of_another`, `approval_not_open`. */
export function withdraw(approval: Approval, actor: string, at: Date): Decision<Approval, ApprovalEvent> {
  if (approval.askedBy !== actor && approval.decidedBy !== actor) {
    throw new Refusal<ApprovalRefusal>('approval_of_another', { approvalId: approval.id });
  }
  const status = statusAt(approval, at);
  if (status !== 'asked' && status !== 'granted') throw notOpen(approval, status);
  return next('pos.approval.withdrawn', approval, { status: 'withdrawn' });
}

/** Books that its time has passed; `undefined` when it has not, or it is settled. */
export function expire(approval: Approval, at: Date): Decision<Approval, ApprovalEvent> | undefined {
  if (statusAt(approval, at) === approval.status) return undefined;
  return next('pos.approval.expired', approval, { status: 'expired' });
}

function blank(draft: ApprovalDraft, askedBy: string, at: Date): Omit<Approval, 'expiresAt'> {
  return {
    ...draft,
    ...{ askedBy, askedAt: at, status: 'asked', decidedBy: null, decidedAt: null, note: null },
    ...{ usedAt: null, usedRequest: null, version: 1 },
  };
}

function assertMayDecide({ id, action, askedBy }: ApprovalScope & Pick<Approval, 'id' | 'askedBy'>, by: Decider): void {
  if (askedBy === by.actor) throw new Refusal<ApprovalRefusal>('approval_of_own_act', { approvalId: id, action });
  const permission = PERMISSION_OF[action];
  if (!by.permissions.has(permission)) throw new Refusal('permission_missing', { permission });
}

function assertOpen(approval: Approval, at: Date): void {
  const status = statusAt(approval, at);
  if (status !== 'asked') throw notOpen(approval, status);
}

function notOpen({ id }: Approval, status: ApprovalStatus): Refusal {
  return new Refusal<ApprovalRefusal>('approval_not_open', { approvalId: id, status });
}

function decisionOf(status: 'granted' | 'denied', { actor, note }: Decider, at: Date) {
  return { status, decidedBy: actor, decidedAt: at, note };
}

function begun(type: ApprovalEvent['type'], state: Approval): Decision<Approval, ApprovalEvent> {
  return { state, events: [approvalEvent(type, state)] };
}

function next(
  type: ApprovalEvent['type'],
  approval: Approval,
  change: Partial<Approval>,
): Decision<Approval, ApprovalEvent> {
  return begun(type, { ...approval, ...change, version: approval.version + 1 });
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
