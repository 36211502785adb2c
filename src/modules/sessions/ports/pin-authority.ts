import type { RequestContext } from '../../../kernel/context.js';

/** What somebody typed, and what is kept of it. */
export interface ShownPin {
  /** `undefined`: nobody of that name works here. */
  readonly personId: string | undefined;
  /** `null`: on no device. */
  readonly deviceId: string | null;
  readonly pin: string;
  readonly kept: string | undefined;
}

/** Who says whether a PIN is right: what is kept here, or at a shop's hub the cloud. Never asked in a transaction. */
export interface PinAuthority {
  /** @throws Refusal `secrets_not_configured`, `overloaded`; at a hub `pin_needs_uplink`, `sign_in_locked`. */
  isRight(context: RequestContext, shown: ShownPin): Promise<boolean>;
}
