import type { Tx } from '../../../kernel/transaction.js';
import type { Session, SessionId } from '../domain/session.js';

/** Which live sessions are meant; what is absent does not narrow. */
export interface LiveSessions {
  readonly personId?: string;
  readonly deviceId?: string;
  readonly outletId?: string;
}

/** Where sessions are kept. */
export interface SessionRepository {
  add(tx: Tx, session: Session, tokenHash: string): Promise<void>;
  find(tx: Tx, id: SessionId): Promise<Session | undefined>;
  byTokenHash(tx: Tx, tokenHash: string): Promise<Session | undefined>;
  /** Those that there are, locked until the transaction ends. */
  lock(tx: Tx, ids: readonly SessionId[]): Promise<readonly Session[]>;
  /** Those that have not ended, locked until the transaction ends; at most 1,000. */
  lockLive(tx: Tx, which: LiveSessions): Promise<readonly Session[]>;
  save(tx: Tx, session: Session): Promise<void>;
  /**
   * Books a touch, in one statement. What is locked stays locked, and a touch from before the last one changes nothing.
   * @returns the session as it then is; `undefined` when there is none.
   */
  touch(tx: Tx, id: SessionId, touchedAt: Date, at: Date): Promise<Session | undefined>;
  /** Lets the live sessions of a person that waited for a second factor do what they were kept from. @returns their ids. */
  release(tx: Tx, personId: string): Promise<readonly SessionId[]>;
  /** Lets a session do what it was kept from until its person chose a PIN. */
  pinChosen(tx: Tx, id: SessionId): Promise<void>;
}
