import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PlanRequest, PlanRequestId } from '../domain/plan-request.js';

export interface PlanRequestQuery {
  readonly businessId?: TenantId | undefined;
  readonly status?: PlanRequest['status'] | undefined;
  readonly limit: number;
  readonly after?: readonly [requestedAt: string, id: string] | undefined;
}

/** Keeps requests for plans, in a transaction of the vendor's tenant. */
export interface PlanRequestRepository {
  /** @returns false when it is there already. */
  add(tx: Tx, request: PlanRequest): Promise<boolean>;
  /** Locks it until the transaction ends. */
  lock(tx: Tx, id: PlanRequestId): Promise<PlanRequest | undefined>;
  save(tx: Tx, request: PlanRequest): Promise<void>;
  /** Newest first; one more than `limit` may come back. */
  list(tx: Tx, query: PlanRequestQuery): Promise<readonly PlanRequest[]>;
}
