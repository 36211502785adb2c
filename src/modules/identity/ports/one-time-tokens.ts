import type { Tx } from '../../../kernel/transaction.js';
import type { LoginId } from '../domain/login.js';
import type { OneTimeKind, OneTimeToken } from '../domain/one-time-token.js';

/** Tokens that are good for one act. */
export interface OneTimeTokens {
  add(tx: Tx, token: OneTimeToken): Promise<void>;
  /** The token of a hash, without using it up. */
  find(tx: Tx, hash: string): Promise<OneTimeToken | undefined>;
  /** Takes it, so that nobody else can. @returns false when somebody has. */
  use(tx: Tx, token: OneTimeToken): Promise<boolean>;
  /** The newest of a kind that a login has. */
  newest(tx: Tx, loginId: LoginId, kind: OneTimeKind): Promise<OneTimeToken | undefined>;
  /** Ends all that a login has of these kinds. */
  end(tx: Tx, loginId: LoginId, kinds: readonly OneTimeKind[]): Promise<void>;
}
