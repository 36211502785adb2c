import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { PlanRequest, PlanRequestId } from '../../domain/plan-request.js';
import type { PlanRequestQuery, PlanRequestRepository } from '../../ports/plan-request-repository.js';
import { toRequest, type RequestRow } from './licensing-rows.js';

const REQUEST = `select id, business_id, business_slug, plan, note, requested_by, requested_at, status, closed_at, answer,
  version from plan_requests`;
const ADD = `insert into plan_requests (tenant_id, id, business_id, business_slug, plan, note, requested_by, requested_at,
    status, version)
  values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`;
const SAVE = 'update plan_requests set status = $2, closed_at = $3, answer = $4, version = $5 where id = $1::uuid';
const LIST = `${REQUEST} where ($1::uuid is null or business_id = $1::uuid) and ($2::text is null or status = $2)
  and ($3::timestamptz is null or (requested_at, id) < ($3::timestamptz, $4::uuid))
  order by requested_at desc, id desc limit $5`;

/** Requests for plans in PostgreSQL. */
export class PostgresPlanRequestRepository implements PlanRequestRepository {
  async add(tx: Tx, request: PlanRequest): Promise<boolean> {
    const { id, businessId, businessSlug, plan, note, requestedBy, requestedAt, status, version } = request;
    const values = [tenantOf(tx), id, businessId, businessSlug, plan, note, requestedBy, requestedAt, status, version];
    return (await runPrepared(tx, 'licensing_request_add', ADD, values)).length === 1;
  }

  async lock(tx: Tx, id: PlanRequestId): Promise<PlanRequest | undefined> {
    const text = `${REQUEST} where id = $1::uuid for update`;
    const [row] = await runPrepared<RequestRow>(tx, 'licensing_request_lock', text, [id]);
    return row && toRequest(row);
  }

  async save(tx: Tx, { id, status, closedAt, answer, version }: PlanRequest): Promise<void> {
    await runPrepared(tx, 'licensing_request_save', SAVE, [id, status, closedAt, answer, version]);
  }

  async list(tx: Tx, { businessId, status, limit, after }: PlanRequestQuery): Promise<readonly PlanRequest[]> {
    const values = [businessId ?? null, status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    return (await runPrepared<RequestRow>(tx, 'licensing_requests', LIST, values)).map(toRequest);
  }
}
