import type { RequestContext } from '../../../kernel/context.js';
import type { Session, SessionId, SessionStatus, SignInMethod } from '../domain/session.js';

export interface SessionQuery {
  readonly outletId: string | undefined;
  readonly deviceId: string | undefined;
  readonly personId: string | undefined;
  readonly status: SessionStatus | undefined;
  readonly method: SignInMethod | undefined;
  /** Begun then or later. */
  readonly from: Date | undefined;
  /** Begun before then. */
  readonly to: Date | undefined;
  readonly limit: number;
  /** Position of the last one of the page before: when it began, and its id. */
  readonly after: readonly [begunAt: string, id: string] | undefined;
}

/** Reads about sessions. Whoever is confined to outlets sees those of them. */
export interface SessionViews {
  /** Newest first, one more than the limit. */
  sessions(context: RequestContext, query: SessionQuery): Promise<readonly Session[]>;
  /** @throws Refusal `session_not_found`. */
  session(context: RequestContext, id: SessionId): Promise<Session>;
}
