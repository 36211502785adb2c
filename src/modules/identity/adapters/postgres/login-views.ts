import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Login } from '../../domain/login.js';
import type { LoginFilter, LoginViews } from '../../ports/login-repository.js';
import { toLogin, type IdentityTables } from './identity-rows.js';

/** Reads logins; row security confines them to the tenant. */
export class PostgresLoginViews implements LoginViews {
  async page(tx: Tx, filter: LoginFilter, after: string | undefined, limit: number): Promise<readonly Login[]> {
    const { status, totp, q } = filter;
    let query = transactionOf<IdentityTables>(tx).selectFrom('logins').selectAll();
    if (status === 'active') query = query.where('password_hash', 'is not', null);
    if (status === 'invited') query = query.where('password_number', '=', 0);
    if (status === 'reset') query = query.where('password_hash', 'is', null).where('password_number', '>', 0);
    if (totp === 'on') query = query.where('totp_state', '=', 'on');
    if (totp === 'off') query = query.where('totp_state', '<>', 'on');
    if (q !== undefined) query = query.where(sql<boolean>`strpos(email, ${q}) > 0`);
    if (after !== undefined) query = query.where('email', '>', after);
    const rows = await query
      .orderBy('email')
      .limit(limit + 1)
      .execute();
    return rows.map(toLogin);
  }
}
