import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/login.js';

/** A session just begun: the only time that its token is known. */
export interface SignedInSession {
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Who is signed in. */
export interface StaffSessions {
  /**
   * Begins one in the caller's transaction. @param mustEnrol it can be used for nothing but to enrol a second factor, until `release`.
   * @throws Refusal `credentials_refused` when they may not work here.
   */
  begin(tx: Tx, context: RequestContext, personId: PersonId, mustEnrol: boolean): Promise<SignedInSession>;
  /** Gives those that could be used for nothing else their rights. `forget` afterwards. */
  release(tx: Tx, personId: PersonId): Promise<void>;
  /** Ends all that a person has, in the caller's transaction. `forget` afterwards. @param but the one that stays. */
  endAll(tx: Tx, context: RequestContext, personId: PersonId, reason: string, but?: string): Promise<void>;
  /** Has all processes look the person's sessions up anew, after the commit. */
  forget(personId: PersonId): void;
}
