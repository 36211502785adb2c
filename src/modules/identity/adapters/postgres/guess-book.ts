import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import { noGuesses, type Guesses, type GuessesId } from '../../domain/guessing.js';
import type { GuessBook } from '../../ports/guess-book.js';
import { fromGuesses, toGuesses, type IdentityTables } from './identity-rows.js';

/** Wrong tries in the table login_guesses. */
export class PostgresGuessBook implements GuessBook {
  async lock(tx: Tx, accountKey: string, at: Date, newId: GuessesId): Promise<Guesses> {
    const values = { tenant_id: tenantOf(tx), ...fromGuesses(noGuesses(newId, accountKey, at)) };
    // A row that is there is locked by being touched: the same statement for accounts that were tried before and that were not.
    const row = await transactionOf<IdentityTables>(tx)
      .insertInto('login_guesses')
      .values(values)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'account_key']).doUpdateSet({ last_try_at: at }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toGuesses(row);
  }

  async find(tx: Tx, accountKeys: readonly string[]): Promise<readonly Guesses[]> {
    if (accountKeys.length === 0) return [];
    const rows = await transactionOf<IdentityTables>(tx)
      .selectFrom('login_guesses')
      .selectAll()
      .where('account_key', 'in', accountKeys)
      .execute();
    return rows.map(toGuesses);
  }

  async save(tx: Tx, guesses: Guesses): Promise<void> {
    const { account_key: key, id: _, ...changes } = fromGuesses(guesses);
    const { numUpdatedRows } = await transactionOf<IdentityTables>(tx)
      .updateTable('login_guesses')
      .set(changes)
      .where('account_key', '=', key)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} counts of tries instead of one`);
  }
}
