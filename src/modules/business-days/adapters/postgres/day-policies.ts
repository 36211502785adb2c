import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DayPolicy } from '../../domain/day-policy.js';
import type { DayPolicies } from '../../ports/day-policies.js';

const COLUMNS = sql`outlet_id as "outletId", closure, grace_minutes as "graceMinutes", event_sequence as "eventSequence", version`;

/** Policies of outlets in their table. */
export class PostgresDayPolicies implements DayPolicies {
  async find(tx: Tx, outletId: OutletId): Promise<DayPolicy | undefined> {
    const { rows } =
      await sql<DayPolicy>`select ${COLUMNS} from day_policies where outlet_id = ${outletId}::uuid`.execute(
        transactionOf<unknown>(tx),
      );
    return rows[0];
  }

  async lock(
    tx: Tx,
    outletId: OutletId,
    { skipLocked }: { readonly skipLocked: boolean } = { skipLocked: false },
  ): Promise<DayPolicy | undefined> {
    const { rows } = await sql<DayPolicy>`select ${COLUMNS} from day_policies where outlet_id = ${outletId}::uuid
      for update ${skipLocked ? sql`skip locked` : sql``}`.execute(transactionOf<unknown>(tx));
    return rows[0];
  }

  async save(tx: Tx, policy: DayPolicy, nextLookAt: Date): Promise<void> {
    const { outletId, closure, graceMinutes, eventSequence, version } = policy;
    await sql`
      insert into day_policies (tenant_id, outlet_id, closure, grace_minutes, next_look_at, event_sequence, version)
      values (${tenantOf(tx)}, ${outletId}, ${closure}, ${graceMinutes}, ${nextLookAt}, ${eventSequence}, ${version})
      on conflict (tenant_id, outlet_id) do update set closure = excluded.closure, grace_minutes = excluded.grace_minutes,
        next_look_at = excluded.next_look_at, event_sequence = excluded.event_sequence, version = excluded.version`.execute(
      transactionOf<unknown>(tx),
    );
  }
}
