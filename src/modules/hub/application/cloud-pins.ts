import type { RequestContext } from '../../../kernel/context.js';

/** A PIN that somebody typed at a device of the shop. */
export interface TypedPin {
  /** `undefined`: nobody of that name works here. */
  readonly personId: string | undefined;
  /** `null`: on no device. */
  readonly deviceId: string | null;
  readonly pin: string;
  /** What is kept of the person's PIN. */
  readonly kept: string | undefined;
}

/** PINs at a hub, which has no hashes from the cloud: only its own, of those who have signed in through it. */
export abstract class CloudPins {
  /** False where this service is no hub: PINs are then checked by what is kept. */
  abstract readonly isHub: boolean;
  /** @throws Refusal `pin_needs_uplink`, `sign_in_locked` (retryAfterSeconds, scope), `overloaded`, `secrets_not_configured`. */
  abstract isRight(context: RequestContext, typed: TypedPin): Promise<boolean>;
}
