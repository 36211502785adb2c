import type { Response } from 'express';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';
import { RATE_WINDOW_MS, type RateLimit } from './rate-limit.js';

/** The name of the one policy there is. */
const POLICY = '"tenant"';
const WINDOW_SECONDS = RATE_WINDOW_MS / 1_000;

/**
 * Counts a request of the tenant and says in the answer how much is left, in the fields of the IETF's RateLimit draft.
 * @param limitPerMinute 0 sets no limit, and no fields. @throws Refusal `too_many_requests` with the wait.
 */
export function takeFromAllowance(
  rateLimit: RateLimit,
  response: Response,
  tenantId: string,
  limitPerMinute: number,
): void {
  if (limitPerMinute === 0) return;
  const { allowed, remaining, resetSeconds } = rateLimit.take(tenantId, limitPerMinute);
  response.setHeader('RateLimit-Policy', `${POLICY};q=${limitPerMinute};w=${WINDOW_SECONDS}`);
  response.setHeader('RateLimit', `${POLICY};r=${remaining};t=${resetSeconds}`);
  if (!allowed)
    throw new Refusal<RequestRefusal>('too_many_requests', { retryAfterSeconds: resetSeconds, limitPerMinute });
}
