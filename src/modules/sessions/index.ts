/** The front door of sessions: who is signed in where. */
export {
  SessionsFacade,
  type BegunSession,
  type MustFirst,
  type NewSession,
  type ProvedPerson,
  type SessionId,
  type SignInMethod,
} from './application/sessions-facade.js';
export type { SessionEvent, SessionEvents } from './domain/session-events.js';
