import type { Tx } from '../../../kernel/transaction.js';
import type { DeadLetter, DeadLetterId } from '../domain/dead-letter.js';

/** Which letters are meant, when many are. */
export interface LetterFilter {
  readonly sink: string | undefined;
  readonly type: string | undefined;
}

/** Dead letters, locked for a change. */
export interface DeadLetterRepository {
  /** @throws Refusal `dead_letter_not_found` */
  get(tx: Tx, id: DeadLetterId): Promise<DeadLetter>;
  /** The oldest that are dead, at most `limit`. */
  dead(tx: Tx, filter: LetterFilter, limit: number): Promise<DeadLetter[]>;
  save(tx: Tx, letters: readonly DeadLetter[]): Promise<void>;
}
