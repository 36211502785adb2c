import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Approval, ApprovalId, ApprovalStatus } from '../domain/approval.js';

export interface ApprovalQuery {
  readonly status: ApprovalStatus | undefined;
  readonly outletId: OutletId | undefined;
  readonly action: string | undefined;
  readonly targetId: string | undefined;
  readonly askedBy: string | undefined;
  readonly limit: number;
  /** Position of the last one of the page before: when it was asked, and its id. */
  readonly after: readonly [askedAt: string, id: string] | undefined;
}

/** Reads about approvals. Who may not grant sees only what they asked for themselves; nobody sees other outlets than theirs. */
export interface ApprovalViews {
  /** Newest first, one more than the limit. */
  approvals(context: RequestContext, query: ApprovalQuery): Promise<readonly Approval[]>;
  /** @throws Refusal `approval_not_found`. */
  approval(context: RequestContext, id: ApprovalId): Promise<Approval>;
}
