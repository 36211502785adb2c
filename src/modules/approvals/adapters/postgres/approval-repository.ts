import { isUuid } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ApprovalRefusal } from '../../domain/approval-refusal.js';
import type { ApprovalUse } from '../../domain/approval-use.js';
import type { Approval, ApprovalId } from '../../domain/approval.js';
import type { ApprovalRepository } from '../../ports/approval-repository.js';
import { fromApproval, SHOWN, toApproval, type ApprovalRow, type ApprovalTables } from './approval-rows.js';

const APPROVALS: InsertShape<ApprovalRow & { readonly tenant_id: string }> = {
  table: 'approvals',
  columns: ['tenant_id', ...SHOWN],
  onDuplicate: {
    approvals_pkey: ({ id }) => new Refusal<ApprovalRefusal>('approval_id_taken', { approvalId: id }),
  },
};
// Of two acts that race for it one waits for the other's lock, and then sees that it is used.
const USE = `update approvals set status = 'used', used_at = $2, used_request = $3, version = version + 1
  where id = $1 and status = 'granted' and expires_at > $2 and action = $4 and target_id = $5 and outlet_id = $6 and asked_by = $7
    and ($8::bigint is null or (amount >= abs($8) and currency = $9))
  returning ${SHOWN.join(', ')}`;

/** Approvals in PostgreSQL. */
export class PostgresApprovalRepository implements ApprovalRepository {
  add(tx: Tx, approval: Approval): void {
    appendRows(tx, APPROVALS, [{ tenant_id: tenantOf(tx), ...fromApproval(approval) }]);
  }

  async find(tx: Tx, id: ApprovalId): Promise<Approval | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await transactionOf<ApprovalTables>(tx)
      .selectFrom('approvals')
      .select(SHOWN)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toApproval(row);
  }

  async lock(tx: Tx, ids: readonly ApprovalId[]): Promise<readonly Approval[]> {
    const rows = await transactionOf<ApprovalTables>(tx)
      .selectFrom('approvals')
      .select(SHOWN)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.map(toApproval);
  }

  async save(tx: Tx, approval: Approval): Promise<void> {
    const { id, ...changes } = fromApproval(approval);
    const { numUpdatedRows } = await transactionOf<ApprovalTables>(tx)
      .updateTable('approvals')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} approvals instead of one`);
  }

  async use(tx: Tx, id: string, use: ApprovalUse): Promise<Approval | undefined> {
    if (!isUuid(id)) return undefined;
    const { action, targetId, outletId, actor, amount, at, requestId } = use;
    const values = [
      id,
      at,
      requestId,
      action,
      targetId,
      outletId,
      actor,
      amount?.amount ?? null,
      amount?.currency ?? null,
    ];
    const [row] = await runPrepared<ApprovalRow>(tx, 'approval_use', USE, values);
    return row && toApproval(row);
  }
}
