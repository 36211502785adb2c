import { PosProblem, type PosUnreachable } from './pos-problem.js';

/** How a request is tried again (UX.md §1). */
export interface RetryRules {
  /** Tries altogether, at most. */
  readonly attempts: number;
  /** The first wait is anything up to it, in ms; it doubles with each. */
  readonly firstMs: number;
  /** No wait drawn by ourselves is longer, in ms. */
  readonly maxMs: number;
  /** Where the server asks for a longer wait, in ms, the caller is told at once. */
  readonly patienceMs: number;
}

export const RETRY_RULES: RetryRules = { attempts: 6, firstMs: 500, maxMs: 30_000, patienceMs: 60_000 };

const PASSING = new Set([429, 502, 503, 504]);
/** The same key, or the same device's queue, is being handled. */
const IN_PROGRESS = new Set(['idempotency_key_in_use', 'sync_in_progress']);

/**
 * How long to wait before the next try, in ms; `undefined`: there is none. Network errors, 409 in progress, 429, 502, 503 and
 * 504 are tried again, nothing else; what the server says of its own refusal (`retryable: false`) goes before its status.
 * @param tried how many tries there were. @param random in [0, 1): full jitter.
 */
export function waitBeforeRetry(
  error: PosProblem | PosUnreachable,
  tried: number,
  rules: RetryRules,
  random: number,
): number | undefined {
  if (tried >= rules.attempts || !isPassing(error)) return undefined;
  const asked = error instanceof PosProblem ? error.retryAfterSeconds : null;
  if (asked !== null) return asked * 1_000 <= rules.patienceMs ? asked * 1_000 : undefined;
  return Math.floor(random * Math.min(rules.maxMs, rules.firstMs * 2 ** (tried - 1)));
}

function isPassing(error: PosProblem | PosUnreachable): boolean {
  if (!(error instanceof PosProblem)) return true;
  if (error.status === 409) return IN_PROGRESS.has(error.code);
  return PASSING.has(error.status) && error.retryable;
}
