import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Action } from '../../domain/act.js';
import type { Approval, ApprovalId, ApprovalStatus } from '../../domain/approval.js';

export interface ApprovalRow {
  readonly id: string;
  readonly action: string;
  readonly target_id: string;
  readonly outlet_id: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly status: ApprovalStatus;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly note: string | null;
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly used_request: string | null;
  readonly version: number;
}

export interface ApprovalTables {
  approvals: ApprovalRow;
}

// prettier-ignore
export const SHOWN = [
  'id', 'action', 'target_id', 'outlet_id', 'amount', 'currency', 'reason', 'asked_by', 'asked_at', 'status', 'decided_by',
  'decided_at', 'note', 'expires_at', 'used_at', 'used_request', 'version',
] as const;

/** The approval that a row tells of. */
export function toApproval(row: ApprovalRow): Approval {
  return {
    ...{ id: row.id as ApprovalId, action: row.action as Action, targetId: row.target_id },
    outletId: row.outlet_id as OutletId,
    amount: row.amount === null || row.currency === null ? null : money(row.amount, row.currency),
    ...{ reason: row.reason, askedBy: row.asked_by, askedAt: row.asked_at, status: row.status },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, note: row.note, expiresAt: row.expires_at },
    ...{ usedAt: row.used_at, usedRequest: row.used_request, version: row.version },
  };
}

/** The row of an approval. */
export function fromApproval(approval: Approval): ApprovalRow {
  const { id, action, amount, reason, status, note, version } = approval;
  return {
    ...{ id, action, reason, status, note, version, target_id: approval.targetId, outlet_id: approval.outletId },
    ...{ amount: amount?.amount ?? null, currency: amount?.currency ?? null },
    ...{ asked_by: approval.askedBy, asked_at: approval.askedAt, expires_at: approval.expiresAt },
    ...{ decided_by: approval.decidedBy, decided_at: approval.decidedAt },
    ...{ used_at: approval.usedAt, used_request: approval.usedRequest },
  };
}
