import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { LoginId } from '../../domain/login.js';
import type { OneTimeKind, OneTimeToken } from '../../domain/one-time-token.js';
import type { OneTimeTokens } from '../../ports/one-time-tokens.js';
import { toToken, type IdentityTables } from './identity-rows.js';

/** Tokens in the table login_tokens; one that was used is gone. */
export class PostgresOneTimeTokens implements OneTimeTokens {
  async add(tx: Tx, { id, loginId, kind, hash, createdAt, expiresAt }: OneTimeToken): Promise<void> {
    const times = { created_at: createdAt, expires_at: expiresAt };
    await transactionOf<IdentityTables>(tx)
      .insertInto('login_tokens')
      .values({ tenant_id: tenantOf(tx), id, login_id: loginId, kind, hash, ...times })
      .execute();
  }

  async find(tx: Tx, hash: string): Promise<OneTimeToken | undefined> {
    const row = await selection(tx).where('hash', '=', hash).executeTakeFirst();
    return row && toToken(row);
  }

  async use(tx: Tx, { id }: OneTimeToken): Promise<boolean> {
    const removal = transactionOf<IdentityTables>(tx).deleteFrom('login_tokens').where('id', '=', id);
    const { numDeletedRows } = await removal.executeTakeFirst();
    return numDeletedRows === 1n;
  }

  async newest(tx: Tx, loginId: LoginId, kind: OneTimeKind): Promise<OneTimeToken | undefined> {
    const row = await selection(tx)
      .where('login_id', '=', loginId)
      .where('kind', '=', kind)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    return row && toToken(row);
  }

  async end(tx: Tx, loginId: LoginId, kinds: readonly OneTimeKind[]): Promise<void> {
    await transactionOf<IdentityTables>(tx)
      .deleteFrom('login_tokens')
      .where('login_id', '=', loginId)
      .where('kind', 'in', kinds)
      .execute();
  }
}

function selection(tx: Tx) {
  return transactionOf<IdentityTables>(tx).selectFrom('login_tokens').selectAll();
}
