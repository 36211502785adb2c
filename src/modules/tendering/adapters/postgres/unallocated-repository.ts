import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Unallocated, UnallocatedId } from '../../domain/unallocated.js';
import type { UnallocatedRepository } from '../../ports/unallocated-repository.js';
import {
  CHANGING,
  fromUnallocated,
  toUnallocated,
  UNALLOCATED_COLUMNS,
  type UnallocatedRow,
} from './unallocated-rows.js';

const ADD = `insert into unallocated_payments (tenant_id, ${UNALLOCATED_COLUMNS.join(', ')})
  values ($1, ${UNALLOCATED_COLUMNS.map((_column, at) => `$${at + 2}`).join(', ')})
  on conflict on constraint unallocated_payments_once_key do nothing returning 1`;
const ONE = `select ${UNALLOCATED_COLUMNS.join(', ')} from unallocated_payments where id = $1::uuid`;
const SAVE = `update unallocated_payments set ${CHANGING.map((column, at) => `${column} = $${at + 2}`).join(', ')}
  where id = $1::uuid returning 1`;

/** Unallocated money in PostgreSQL. */
export class PostgresUnallocatedRepository implements UnallocatedRepository {
  async add(tx: Tx, money: Unallocated): Promise<boolean> {
    const row = fromUnallocated(money);
    const values = [tenantOf(tx), ...UNALLOCATED_COLUMNS.map((column) => row[column])];
    return (await runPrepared(tx, 'unallocated_payment_add', ADD, values)).length === 1;
  }

  async find(tx: Tx, id: UnallocatedId): Promise<Unallocated | undefined> {
    return one(await runPrepared<UnallocatedRow>(tx, 'unallocated_payment', ONE, [id]));
  }

  async lock(tx: Tx, id: UnallocatedId): Promise<Unallocated | undefined> {
    return one(await runPrepared<UnallocatedRow>(tx, 'unallocated_payment_lock', `${ONE} for update`, [id]));
  }

  async save(tx: Tx, money: Unallocated): Promise<void> {
    const row = fromUnallocated(money);
    const values = [money.id, ...CHANGING.map((column) => row[column])];
    const saved = await runPrepared(tx, 'unallocated_payment_save', SAVE, values);
    if (saved.length !== 1) throw new Error(`saved ${saved.length} unallocated payments instead of one`);
  }
}

function one([row]: readonly UnallocatedRow[]): Unallocated | undefined {
  return row && toUnallocated(row);
}
