import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { HeardCallback, PaymentNotice } from '../domain/heard-callback.js';
import type { ConnectedProvider } from '../domain/provider.js';

/** How a connection is used: its settings, and its secrets in clear. Never stored, logged or shown. */
export interface OpenConnection {
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What this module needs to know of a provider besides its rules. */
export interface ProviderDoor {
  readonly provider: ConnectedProvider;
  /** What the provider wants to hear when its callback was taken. */
  readonly accepted: object;
  /** Reads a callback; pure. `undefined` for what is none. */
  read(body: unknown, connection: OpenConnection): HeardCallback | undefined;
  /** Asks for a token. @returns why none was given, in the provider's words or ours; `null` when one was. */
  check(connection: OpenConnection): Promise<string | null>;
}

/** Says in words why an address must not be called. */
export interface UrlCheck {
  refusalOf(url: string): string | undefined;
}

/** Whoever keeps the payments hears of callbacks, in the transaction in which they are remembered. */
export interface PaymentEars {
  hear(tx: Tx, context: RequestContext, notice: PaymentNotice): Promise<void>;
}
