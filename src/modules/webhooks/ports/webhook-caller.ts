/** A message on its way out. */
export interface OutgoingMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What came back, fit to be kept and shown: cut, and without what looks like a secret. */
export type CallResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly truncated: boolean;
      readonly retryAfter: string | undefined;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }
  /** Given up by ourselves: nobody knows whether it arrived. */
  | { readonly kind: 'stopped' };

/** Calls receivers, none of whom is trusted (GUARANTEES G14). Never rejects. */
export interface WebhookCaller {
  call(message: OutgoingMessage): Promise<CallResult>;
}

/** Says what is wrong with a URL before it is ever called; nothing where it may be. */
export interface UrlCheck {
  refusalOf(url: string): string | undefined;
}
