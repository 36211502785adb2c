import type { Id } from '../../../kernel/ids.js';
import type { LoginId } from './login.js';

export type OneTimeTokenId = Id<'login-token'>;

/** What somebody who holds the token may do, once. */
export type OneTimeKind = 'invitation' | 'reset';

/** A token that is good for one act: only its hash is kept. */
export interface OneTimeToken {
  readonly id: OneTimeTokenId;
  readonly loginId: LoginId;
  readonly kind: OneTimeKind;
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const MINUTE_MS = 60_000;
const LASTS_MS: Readonly<Record<OneTimeKind, number>> = {
  invitation: 72 * 60 * MINUTE_MS,
  reset: 30 * MINUTE_MS,
};
/** Who asks again sooner gets no second message: nobody's mailbox is filled. */
const PAUSE_MS = 2 * MINUTE_MS;

/** Until when a token made now is good. */
export function goodUntil(kind: OneTimeKind, at: Date): Date {
  return new Date(at.getTime() + LASTS_MS[kind]);
}

/** Whether it can be used. */
export function isGood({ expiresAt }: OneTimeToken, at: Date): boolean {
  return expiresAt > at;
}

/** Whether it was made so shortly ago that no other is to be sent. */
export function isFresh({ createdAt }: OneTimeToken, at: Date): boolean {
  return at.getTime() - createdAt.getTime() < PAUSE_MS;
}
