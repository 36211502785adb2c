import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Chargeback, ChargebackId } from '../../domain/chargeback.js';
import type { ChargebackRepository } from '../../ports/chargeback-repository.js';
import { fromChargeback, toChargeback, type ChargebackRow, type SettlementTables } from './settlement-rows.js';

/** Chargebacks in the table chargebacks. */
export class PostgresChargebackRepository implements ChargebackRepository {
  find(tx: Tx, id: ChargebackId): Promise<Chargeback | undefined> {
    return this.by(tx, 'id', id);
  }

  ofPayment(tx: Tx, paymentId: string): Promise<Chargeback | undefined> {
    return this.by(tx, 'payment_id', paymentId);
  }

  async add(tx: Tx, chargeback: Chargeback): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await transactionOf<SettlementTables>(tx)
      .insertInto('chargebacks')
      .values({ ...fromChargeback(chargeback), tenant_id: tenantOf(tx) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async save(tx: Tx, chargeback: Chargeback): Promise<void> {
    const { id, ...row } = fromChargeback(chargeback);
    const { numUpdatedRows } = await transactionOf<SettlementTables>(tx)
      .updateTable('chargebacks')
      .set(row)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} chargebacks instead of one`);
  }

  private async by(tx: Tx, column: 'id' | 'payment_id', value: string): Promise<Chargeback | undefined> {
    const row = await transactionOf<SettlementTables>(tx)
      .selectFrom('chargebacks')
      .selectAll()
      .where(column, '=', value)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row && toChargeback(row as unknown as ChargebackRow);
  }
}
