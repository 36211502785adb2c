import type { TenantId } from '../../../kernel/ids.js';

/** Who tries codes. */
export interface Guesser {
  readonly tenantId: TenantId;
  readonly principal: { readonly kind: string; readonly id: string };
}

/** Keeps anybody from finding cards by trying codes: so many that lead nowhere a minute, and no more are looked at. */
export interface GuessLimit {
  /** @throws Refusal `gift_card_too_many_attempts` when the caller has used the attempts up. */
  assertMayTry(guesser: Guesser): Promise<void>;
  /** Takes note of a code that led nowhere. */
  missed(guesser: Guesser): Promise<void>;
}
