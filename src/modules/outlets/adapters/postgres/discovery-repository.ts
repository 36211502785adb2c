import { sql } from 'kysely';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Discovery, DiscoveryId, DiscoveryOutcome } from '../../domain/discovery.js';
import type { DiscoveryFilter, DiscoveryPosition, DiscoveryRepository } from '../../ports/discovery-repository.js';

interface DiscoveryRow {
  readonly id: DiscoveryId;
  readonly outlet_id: OutletId;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly outcome: DiscoveryOutcome | null;
  readonly reason: string | null;
  readonly answered_at: Date | null;
}
interface DiscoveryTables {
  readonly outlet_discoveries: DiscoveryRow & { readonly tenant_id: TenantId };
}

const COLUMNS = [
  ...(['id', 'outlet_id', 'asked_by', 'asked_at', 'tries', 'next_try_at', 'outcome'] as const),
  ...(['reason', 'answered_at'] as const),
] as const;
const FROM = `select ${COLUMNS.join(', ')} from outlet_discoveries`;
const OPEN = `${FROM} where outlet_id = $1 and outcome is null for update`;
const LOCK = `${FROM} where id = $1 for update`;
const ENDED_SO = `select 1 from outlet_discoveries
  where outlet_id = $1 and outcome = $2 and asked_at >= $3 limit 1`;
// An empty list of outlets means none, and SQL has no empty list: this id is nobody's.
const NO_OUTLET = '00000000-0000-0000-0000-000000000000' as OutletId;

/** Questions to the registry in PostgreSQL; row security confines them to the tenant. */
export class PostgresDiscoveryRepository implements DiscoveryRepository {
  async openOf(tx: Tx, outletId: OutletId): Promise<Discovery | undefined> {
    const [row] = await runPrepared<DiscoveryRow>(tx, 'outlet_discovery_open', OPEN, [outletId]);
    return row && toDiscovery(row);
  }

  async lock(tx: Tx, id: DiscoveryId): Promise<Discovery | undefined> {
    const [row] = await runPrepared<DiscoveryRow>(tx, 'outlet_discovery_lock', LOCK, [id]);
    return row && toDiscovery(row);
  }

  async add(tx: Tx, discovery: Discovery): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await transactionOf<DiscoveryTables>(tx)
      .insertInto('outlet_discoveries')
      .values({ ...fromDiscovery(discovery), tenant_id: tenantOf(tx) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'outlet_id']).where('outcome', 'is', null).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async save(tx: Tx, discovery: Discovery): Promise<void> {
    const { numUpdatedRows } = await transactionOf<DiscoveryTables>(tx)
      .updateTable('outlet_discoveries')
      .set(fromDiscovery(discovery))
      .where('id', '=', discovery.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} questions about an outlet instead of one`);
  }

  async hasEndedSo(tx: Tx, outletId: OutletId, outcome: DiscoveryOutcome, since: Date): Promise<boolean> {
    return (await runPrepared(tx, 'outlet_discovery_ended_so', ENDED_SO, [outletId, outcome, since])).length > 0;
  }

  async forget(tx: Tx, before: Date): Promise<void> {
    await transactionOf<DiscoveryTables>(tx)
      .deleteFrom('outlet_discoveries')
      .where('asked_at', '<', before)
      .where('outcome', 'is not', null)
      .execute();
  }

  async page(
    tx: Tx,
    { outletIds, outletId, outcome }: DiscoveryFilter,
    after: DiscoveryPosition | undefined,
    limit: number,
  ): Promise<Discovery[]> {
    let query = transactionOf<DiscoveryTables>(tx).selectFrom('outlet_discoveries').select(COLUMNS);
    if (outletIds !== undefined) query = query.where('outlet_id', 'in', [...outletIds, NO_OUTLET]);
    if (outletId !== undefined) query = query.where('outlet_id', '=', outletId);
    if (outcome === 'open') query = query.where('outcome', 'is', null);
    else if (outcome !== undefined) query = query.where('outcome', '=', outcome);
    if (after !== undefined)
      query = query.where(sql<boolean>`(asked_at, id) < (${after.askedAt}::timestamptz, ${after.id}::uuid)`);
    const rows = await query
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return rows.map(toDiscovery);
  }
}

function fromDiscovery(discovery: Discovery): DiscoveryRow {
  return {
    id: discovery.id,
    outlet_id: discovery.outletId,
    asked_by: discovery.askedBy,
    asked_at: discovery.askedAt,
    tries: discovery.tries,
    next_try_at: discovery.nextTryAt,
    outcome: discovery.outcome,
    reason: discovery.reason,
    answered_at: discovery.answeredAt,
  };
}

function toDiscovery(row: DiscoveryRow): Discovery {
  const { id, tries, outcome, reason } = row;
  const times = { askedAt: row.asked_at, nextTryAt: row.next_try_at, answeredAt: row.answered_at };
  return { id, outletId: row.outlet_id, askedBy: row.asked_by, tries, outcome, reason, ...times };
}
