import type { IdSource } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { BankDeposit, DepositId } from '../../domain/bank-deposit.js';
import type { Entry } from '../../domain/drawer-ledger.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';
import type { SafeRepository } from '../../ports/drawer-repository.js';
import { fromDeposit, toDeposit, type DrawerTables } from './drawer-rows.js';
import { appendEntries } from './session-repository.js';

/** The safe's ledger and deposits in PostgreSQL. */
export class PostgresSafeRepository implements SafeRepository {
  constructor(private readonly ids: IdSource) {}

  async deposit(tx: Tx, id: DepositId): Promise<BankDeposit> {
    const row = await transactionOf<DrawerTables>(tx)
      .selectFrom('bank_deposits')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<DrawerRefusal>('bank_deposit_not_found', { depositId: id });
    return toDeposit(row);
  }

  async addDeposit(tx: Tx, deposit: BankDeposit): Promise<void> {
    const row = { tenant_id: tenantOf(tx), ...fromDeposit(deposit) };
    try {
      await transactionOf<DrawerTables>(tx).insertInto('bank_deposits').values(row).execute();
    } catch (error) {
      if (violatedConstraint(error) !== 'bank_deposits_pkey') throw error;
      throw new Refusal<DrawerRefusal>('bank_deposit_id_taken', { depositId: deposit.id });
    }
  }

  async saveDeposit(tx: Tx, deposit: BankDeposit): Promise<void> {
    const { id, ...changes } = fromDeposit(deposit);
    await transactionOf<DrawerTables>(tx).updateTable('bank_deposits').set(changes).where('id', '=', id).execute();
  }

  book(tx: Tx, entries: readonly Entry[]): void {
    appendEntries(tx, this.ids, entries);
  }
}
