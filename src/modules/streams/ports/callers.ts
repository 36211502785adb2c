import type { Principal } from '../../../kernel/context.js';

/** What a caller showed when the stream began. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly tenantSlug: string;
}

/** A caller as they are now. */
export interface KnownCaller {
  readonly principal: Principal;
  /** When what they showed runs out, in ms since the epoch. */
  readonly expiresAt: number;
}

/** Who is behind credentials. */
export interface Callers {
  /**
   * Looks afresh: nothing that was found out longer than a few seconds ago is believed. `undefined` when the credentials are
   * good for nothing any more. Rejects when that cannot be found out now.
   */
  identify(credentials: Credentials): Promise<KnownCaller | undefined>;
}
