import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Difference, DifferenceId } from '../../domain/difference.js';
import type { Settlement, SettlementId, SettlementLine } from '../../domain/settlement.js';
import type { SettlementRepository } from '../../ports/settlement-repository.js';
import {
  fromDifference,
  fromSettlement,
  toDifference,
  toLine,
  toSettlement,
  type SettlementTables,
} from './settlement-rows.js';

/** Batches in the tables settlement_batches, settlement_lines and settlement_differences. */
export class PostgresSettlementRepository implements SettlementRepository {
  async add(tx: Tx, settlement: Settlement, lines: readonly SettlementLine[]): Promise<Settlement | undefined> {
    const database = transactionOf<SettlementTables>(tx);
    const tenant_id = tenantOf(tx);
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('settlement_batches')
      .values({ ...fromSettlement(settlement), tenant_id })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'provider', 'reference']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) {
      const row = await database
        .selectFrom('settlement_batches')
        .selectAll()
        .where('provider', '=', settlement.provider)
        .where('reference', '=', settlement.reference)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      return toSettlement(row);
    }
    // As one parameter: a batch may have more lines than a statement parameters.
    const rows = lines.map(({ paymentReference: payment_reference, ...line }) => ({ ...line, payment_reference }));
    await sql`insert into settlement_lines (tenant_id, batch_id, number, kind, payment_reference, amount, fee)
      select ${tenant_id}::uuid, ${settlement.id}::uuid, number, kind, payment_reference, amount, fee
        from json_populate_recordset(null::settlement_lines, ${JSON.stringify(rows)}::json)`.execute(database);
    return undefined;
  }

  async find(tx: Tx, id: SettlementId): Promise<Settlement | undefined> {
    const row = await transactionOf<SettlementTables>(tx)
      .selectFrom('settlement_batches')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row && toSettlement(row);
  }

  async save(tx: Tx, settlement: Settlement): Promise<void> {
    const { matched, differing, missingDueAt, eventSequence, version } = settlement;
    const { numUpdatedRows } = await transactionOf<SettlementTables>(tx)
      .updateTable('settlement_batches')
      .set({ matched, differing, missing_due_at: missingDueAt, event_sequence: eventSequence, version })
      .where('id', '=', settlement.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} settlements instead of one`);
  }

  async lines(tx: Tx, id: SettlementId): Promise<SettlementLine[]> {
    const rows = await transactionOf<SettlementTables>(tx)
      .selectFrom('settlement_lines')
      .selectAll()
      .where('batch_id', '=', id)
      .orderBy('number')
      .execute();
    return rows.map(toLine);
  }

  async differences(tx: Tx, id: SettlementId): Promise<Difference[]> {
    const rows = await transactionOf<SettlementTables>(tx)
      .selectFrom('settlement_differences')
      .selectAll()
      .where('batch_id', '=', id)
      .execute();
    return rows.map(toDifference);
  }

  async addDifferences(tx: Tx, differences: readonly Difference[]): Promise<void> {
    if (differences.length === 0) return;
    const rows = differences.map((difference) => ({ ...fromDifference(difference), tenant_id: tenantOf(tx) }));
    await sql`insert into settlement_differences
      select * from json_populate_recordset(null::settlement_differences, ${JSON.stringify(rows)}::json)`.execute(
      transactionOf<SettlementTables>(tx),
    );
  }

  async saveDifferences(tx: Tx, differences: readonly Difference[]): Promise<void> {
    for (const difference of differences) {
      const { id, ...row } = fromDifference(difference);
      await transactionOf<SettlementTables>(tx)
        .updateTable('settlement_differences')
        .set(row)
        .where('id', '=', id)
        .execute();
    }
  }

  async difference(tx: Tx, id: DifferenceId): Promise<Difference | undefined> {
    const row = await transactionOf<SettlementTables>(tx)
      .selectFrom('settlement_differences')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toDifference(row);
  }
}
