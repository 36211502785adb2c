import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';

/** What became of a PIN. */
export type SignInOutcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'wrong' }
  /** @param until when the next try is taken, in ms by this device's clock. */
  | { readonly kind: 'locked'; readonly until: number }
  | { readonly kind: 'closed' }
  /** Without the network, and never seen here before. */
  | { readonly kind: 'unknown' }
  /** The PIN is right; the person may not do what it was asked for. */
  | { readonly kind: 'without-right' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly detail: string };

const DEFAULT_LOCK_S = 30;

/** What a refusal of the server means to who stands at the till. @throws what is neither a refusal nor an outage. */
export function outcomeOfError(error: unknown, now: number): SignInOutcome {
  if (error instanceof PosUnreachable) return { kind: 'unreachable' };
  if (!(error instanceof PosProblem)) throw error;
  switch (error.code) {
    case 'credentials_refused':
      return { kind: 'wrong' };
    case 'sign_in_locked':
      return { kind: 'locked', until: now + (error.retryAfterSeconds ?? DEFAULT_LOCK_S) * 1_000 };
    case 'sign_in_closed':
    case 'device_required':
    case 'unauthenticated':
      return { kind: 'closed' };
    case 'session_over':
    case 'session_required':
      return { kind: 'over' };
    default:
      return error.status >= 500 ? { kind: 'unreachable' } : { kind: 'failed', detail: error.detail ?? error.title };
  }
}
