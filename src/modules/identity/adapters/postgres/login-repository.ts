import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { IdentityRefusal, Login, LoginId, PersonId } from '../../domain/login.js';
import type { LoginRepository } from '../../ports/login-repository.js';
import { fromLogin, toLogin, type IdentityTables } from './identity-rows.js';

const REFUSED_BY: Readonly<Record<string, IdentityRefusal>> = {
  logins_email_key: 'login_email_taken',
  logins_person_key: 'login_exists',
};

/** Logins in the table logins. */
export class PostgresLoginRepository implements LoginRepository {
  async ofPerson(tx: Tx, personId: PersonId): Promise<Login | undefined> {
    const row = await selection(tx).where('person_id', '=', personId).executeTakeFirst();
    return row && toLogin(row);
  }

  async byEmail(tx: Tx, email: string): Promise<Login | undefined> {
    const row = await selection(tx).where('email', '=', email).executeTakeFirst();
    return row && toLogin(row);
  }

  async byId(tx: Tx, id: LoginId): Promise<Login | undefined> {
    const row = await selection(tx).where('id', '=', id).executeTakeFirst();
    return row && toLogin(row);
  }

  async lock(tx: Tx, id: LoginId): Promise<Login | undefined> {
    const row = await selection(tx).where('id', '=', id).forUpdate().executeTakeFirst();
    return row && toLogin(row);
  }

  async add(tx: Tx, login: Login): Promise<void> {
    const values = { tenant_id: tenantOf(tx), ...fromLogin(login) };
    await refusing(transactionOf<IdentityTables>(tx).insertInto('logins').values(values).execute());
  }

  async save(tx: Tx, login: Login): Promise<void> {
    const { id: _, ...changes } = fromLogin(login);
    const update = transactionOf<IdentityTables>(tx).updateTable('logins').set(changes).where('id', '=', login.id);
    const { numUpdatedRows } = await refusing(update.executeTakeFirst());
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} logins instead of one`);
  }

  async remove(tx: Tx, id: LoginId): Promise<void> {
    await transactionOf<IdentityTables>(tx).deleteFrom('logins').where('id', '=', id).execute();
  }
}

function selection(tx: Tx) {
  return transactionOf<IdentityTables>(tx).selectFrom('logins').selectAll();
}

async function refusing<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const refusal = REFUSED_BY[violatedConstraint(error) ?? ''];
    throw refusal === undefined ? error : new Refusal<IdentityRefusal>(refusal);
  }
}
