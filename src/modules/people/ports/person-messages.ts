/** A message to somebody that their PIN was set anew; the PIN itself is never in it. */
export interface PinResetMessage {
  /** The same for the same reset: one message is sent. */
  readonly reference: string;
  readonly tenantSlug: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly language: string | null;
}

/** The way to people. Calls another service: never inside a transaction (GUARANTEES G2). */
export interface PersonMessages {
  readonly canSend: boolean;
  /** Does its best: a message that does not go out is taken note of, and not sent later. */
  send(message: PinResetMessage): Promise<void>;
}
