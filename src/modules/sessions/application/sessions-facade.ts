import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { MustFirst, SessionId, SignInMethod } from '../domain/session.js';

export type { MustFirst, SessionId, SignInMethod } from '../domain/session.js';

/** A session that is to begin, after somebody has shown who they are. */
export interface NewSession {
  readonly personId: string;
  readonly method: SignInMethod;
  /** `null`: no device, in the back office. Rights are then those that hold without a device. */
  readonly deviceId: string | null;
  /** Longest that it lasts, and without a sign of life. */
  readonly hours: number;
  readonly idleMinutes: number | null;
  /** Until that is done the session has no right but `sessions:own`; see `release`. */
  readonly mustFirst?: MustFirst;
}

/** A session just begun: the only time that its token is known. */
export interface BegunSession {
  readonly sessionId: SessionId;
  readonly token: string;
  readonly expiresAt: Date;
}

/** A second person who has just shown at a device who they are. */
export interface ProvedPerson {
  /** Whom events name: `user:<actorId>`. */
  readonly actorId: string;
  /** None, where the PIN was set by somebody else and is to be changed first. */
  readonly permissions: ReadonlySet<string>;
}

/** What other modules need of sessions. */
export abstract class SessionsFacade {
  /** Begins a session in the caller's transaction. @throws Refusal `credentials_refused` when they may not work there. */
  abstract begin(tx: Tx, context: RequestContext, session: NewSession): Promise<BegunSession>;
  /**
   * Somebody has enrolled the second factor that their sessions were confined for (`mustFirst`): from the commit on those have all
   * their rights. Recall `staff:<personId>` afterwards. A PIN that was changed needs no such call.
   */
  abstract release(tx: Tx, personId: string): Promise<void>;
  /**
   * Ends all sessions of a person in the caller's transaction, such as with a new password. Recall `staff:<personId>` afterwards.
   * @param but the one that stays.
   */
  abstract endAllOf(tx: Tx, context: RequestContext, personId: string, reason: string, but?: string): Promise<void>;
  /**
   * Somebody's PIN, entered at the device of the caller's session, without signing in: a manager who approves on the spot. Tries count
   * and lock as for signing in. Not in a transaction of the caller's: what was counted stays, whatever becomes of the act.
   * @throws Refusal `credentials_refused`, `sign_in_locked` (423, retryAfterSeconds), `device_required`, `overloaded`.
   */
  abstract prove(context: RequestContext, personId: string, pin: string): Promise<ProvedPerson>;
}
