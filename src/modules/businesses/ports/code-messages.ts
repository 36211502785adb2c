/** A code on its way to its owner. Never stored, logged or told of. */
export interface CodeMessage {
  /** One message is sent for a reference. */
  readonly reference: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly language: string;
  readonly business: string;
  readonly code: string;
}

/** The way to people. Calls another service: never inside a transaction (GUARANTEES G2). */
export interface CodeMessages {
  /** Whether there is a way at all, and codes can be kept. */
  readonly canSend: boolean;
  /** @returns whether the service took it. Never rejects for its sake. */
  send(message: CodeMessage): Promise<boolean>;
}
