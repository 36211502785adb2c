import type { OneTimeKind } from '../domain/one-time-token.js';

/** A message with a link that is good for one act. Never stored, logged or told of: it holds the token. */
export interface IdentityMessage {
  /** The id of the token: the same message is sent once. */
  readonly reference: string;
  readonly template: OneTimeKind;
  /** To whom, as typed: nobody else is to read it. */
  readonly email: string;
  readonly token: string;
  readonly until: Date;
}

/** What became of a message. `none`: there is no way to send one here. */
export type MessageOutcome = 'sent' | 'failed' | 'none';

/** The way to people. Calls another service: never inside a transaction (GUARANTEES G2). */
export interface Messages {
  /** Whether there is a way at all. */
  readonly canSend: boolean;
  /** Never rejects. */
  send(tenantSlug: string, message: IdentityMessage): Promise<MessageOutcome>;
}
