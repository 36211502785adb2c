import type { Tx } from '../../../kernel/transaction.js';
import type { Guesses, GuessesId } from '../domain/guessing.js';

/** Where wrong tries are counted: in PostgreSQL, so that no restart forgives them. */
export interface GuessBook {
  /** The tries on an account; nobody else counts until the transaction ends. Makes them where there are none. */
  lock(tx: Tx, accountKey: string, at: Date, newId: GuessesId): Promise<Guesses>;
  find(tx: Tx, accountKeys: readonly string[]): Promise<readonly Guesses[]>;
  save(tx: Tx, guesses: Guesses): Promise<void>;
}
