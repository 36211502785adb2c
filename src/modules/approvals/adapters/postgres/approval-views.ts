import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import { actorOf } from '../../domain/actor.js';
import type { ApprovalRefusal } from '../../domain/approval-refusal.js';
import type { Approval, ApprovalId, ApprovalStatus } from '../../domain/approval.js';
import type { ApprovalQuery, ApprovalViews } from '../../ports/approval-views.js';
import { SHOWN, toApproval, type ApprovalTables } from './approval-rows.js';

/** Reads about approvals; row security confines them to the tenant, these queries to what the caller may see of it. */
export class PostgresApprovalViews implements ApprovalViews {
  constructor(private readonly transactor: Transactor) {}

  approvals(context: RequestContext, query: ApprovalQuery): Promise<readonly Approval[]> {
    return this.transactor.read(context, async (tx) => {
      const { status, outletId, action, targetId, askedBy, limit, after } = query;
      let select = visible(tx, context)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) select = select.where(inStatus(status, context.at));
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (action !== undefined) select = select.where('action', '=', action);
      if (targetId !== undefined) select = select.where('target_id', '=', targetId);
      if (askedBy !== undefined) select = select.where('asked_by', '=', askedBy);
      if (after !== undefined)
        select = select.where(sql<boolean>`(asked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toApproval);
    });
  }

  approval(context: RequestContext, id: ApprovalId): Promise<Approval> {
    return this.transactor.read(context, async (tx) => {
      const row = await visible(tx, context).where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<ApprovalRefusal>('approval_not_found', { approvalId: id });
      return toApproval(row);
    });
  }
}

function visible(tx: Tx, { principal }: RequestContext) {
  let select = transactionOf<ApprovalTables>(tx).selectFrom('approvals').select(SHOWN);
  if (!principal.permissions.has('approvals:grant')) select = select.where('asked_by', '=', actorOf(principal));
  // No list of outlets is empty in SQL: the nil id is nobody's.
  if (principal.outlets !== undefined) select = select.where('outlet_id', 'in', [...principal.outlets, NOWHERE]);
  return select;
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** By the time that it is, whether or not an expiry was booked. */
function inStatus(status: ApprovalStatus, at: Date) {
  if (status === 'expired')
    return sql<boolean>`(status = 'expired' or (status in ('asked', 'granted') and expires_at <= ${at}))`;
  if (status === 'asked' || status === 'granted')
    return sql<boolean>`(status = ${sql.lit(status)} and expires_at > ${at})`;
  return sql<boolean>`status = ${status}`;
}
