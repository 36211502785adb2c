import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { OwnRole, RoleRefusal } from '../../domain/role.js';
import type { RoleRepository } from '../../ports/role-repository.js';
import type { AccessTables } from './api-key-rows.js';
import { fromRole, toRole } from './role-rows.js';

// Any number that nobody else locks by.
const ADDING_LOCK = 4_137;

/** Roles in the table roles. */
export class PostgresRoleRepository implements RoleRepository {
  async get(tx: Tx, code: string): Promise<OwnRole> {
    const row = await transactionOf<AccessTables>(tx)
      .selectFrom('roles')
      .selectAll()
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<RoleRefusal>('role_not_found', { code });
    return toRole(row);
  }

  async find(tx: Tx, codes: readonly string[]): Promise<readonly OwnRole[]> {
    const rows = await transactionOf<AccessTables>(tx)
      .selectFrom('roles')
      .selectAll()
      .where('code', 'in', [...codes])
      .orderBy('code')
      .execute();
    return rows.map(toRole);
  }

  async hold(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await transactionOf<AccessTables>(tx)
      .selectFrom('roles')
      .select('code')
      .where('code', 'in', [...codes])
      .orderBy('code')
      .forKeyShare()
      .execute();
    return new Set(rows.map(({ code }) => code));
  }

  async countForAdding(tx: Tx): Promise<number> {
    const database = transactionOf<AccessTables>(tx);
    await sql`select pg_advisory_xact_lock(${ADDING_LOCK}, hashtext(${tenantOf(tx)}))`.execute(database);
    const { count } = await database
      .selectFrom('roles')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async add(tx: Tx, role: OwnRole): Promise<void> {
    const { id, code, createdBy, createdAt } = role;
    const { numInsertedOrUpdatedRows } = await transactionOf<AccessTables>(tx)
      .insertInto('roles')
      .values({ ...fromRole(role), tenant_id: tenantOf(tx), id, code, created_by: createdBy, created_at: createdAt })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Refusal<RoleRefusal>('role_already_exists', { code });
  }

  async save(tx: Tx, role: OwnRole): Promise<void> {
    const { numUpdatedRows } = await transactionOf<AccessTables>(tx)
      .updateTable('roles')
      .set(fromRole(role))
      .where('id', '=', role.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} roles instead of one`);
  }

  async remove(tx: Tx, { id }: OwnRole): Promise<void> {
    const { numDeletedRows } = await transactionOf<AccessTables>(tx)
      .deleteFrom('roles')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Error(`removed ${numDeletedRows} roles instead of one`);
  }
}
