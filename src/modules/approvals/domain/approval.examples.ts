import type { OutletId } from '../../../kernel/ids.js';
import type { Approval, ApprovalDraft, ApprovalId, ApprovalStatus } from './approval.js';
import { GRANTED_MS } from './approval-lifecycle.js';
import type { ApprovalUse } from './approval-use.js';

export const AT = new Date('2026-11-20T12:00:00Z');
export const CASHIER = 'user:cashier';
export const MANAGER = 'user:manager';

export const draft: ApprovalDraft = {
  ...{ id: '0197a3c2-7b1e-7c44-8d3e-6f0a1b2c3d4e' as ApprovalId, action: 'order.refund', targetId: 'order-1' },
  ...{ outletId: 'outlet-1' as OutletId, amount: { amount: 5000, currency: 'KES' }, reason: 'cold' },
};

const asked: Approval = {
  ...{ ...draft, askedBy: CASHIER, askedAt: AT, status: 'asked', decidedBy: null, decidedAt: null, note: null },
  ...{ expiresAt: minutesLater(10), usedAt: null, usedRequest: null, version: 1 },
};
const decided = { decidedBy: MANAGER, decidedAt: AT, version: 2 };
const granted: Approval = { ...asked, ...decided, status: 'granted', expiresAt: minutesLater(GRANTED_MS / 60_000) };

/** One in each state. */
export const approvals: Readonly<Record<ApprovalStatus, Approval>> = {
  asked,
  granted,
  denied: { ...asked, ...decided, status: 'denied' },
  used: { ...granted, status: 'used', usedAt: AT, usedRequest: 'r', version: 3 },
  expired: { ...asked, status: 'expired', version: 2 },
  withdrawn: { ...asked, status: 'withdrawn', version: 2 },
};

export const use: ApprovalUse = {
  ...{ action: draft.action, targetId: draft.targetId, outletId: draft.outletId, amount: draft.amount },
  ...{ actor: CASHIER, at: AT, requestId: 'r' },
};

export function minutesLater(minutes: number): Date {
  return new Date(AT.getTime() + minutes * 60_000);
}
