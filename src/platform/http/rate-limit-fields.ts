import type { Response } from 'express';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';
import { RATE_WINDOW_MS, type RateLimit } from './rate-limit.js';

/** How much one caller may ask for. */
export interface Allowance {
  /** Names the policy in the fields. */
  readonly name: 'tenant' | 'key' | 'device' | 'sign-in';
  /** Whose it is; the tenant is part of it. */
  readonly id: string;
  /** 0 sets no limit. */
  readonly limitPerMinute: number;
}

/** In words, for whoever is refused. */
const WHOSE: Readonly<Record<Allowance['name'], string>> = {
  tenant: 'business',
  key: 'API key',
  device: 'device',
  'sign-in': 'way to sign in',
};

const WINDOW_SECONDS = RATE_WINDOW_MS / 1_000;

/**
 * Counts a request against the allowances and says in the answer how much of each is left, in the fields of the IETF's RateLimit
 * draft. @param allowances the narrowest first: what one is used up for is not taken from those after it, so that a till that runs
 * wild does not use up what the whole business may send. @throws Refusal `too_many_requests` with the wait.
 */
export function takeFromAllowance(rateLimit: RateLimit, response: Response, ...allowances: readonly Allowance[]): void {
  const policies: string[] = [];
  const left: string[] = [];
  let refusal: Refusal<RequestRefusal> | undefined;
  for (const { name, id, limitPerMinute } of allowances) {
    if (limitPerMinute === 0) continue;
    const { allowed, remaining, resetSeconds } = rateLimit.take(id, limitPerMinute);
    policies.push(`"${name}";q=${limitPerMinute};w=${WINDOW_SECONDS}`);
    left.push(`"${name}";r=${remaining};t=${resetSeconds}`);
    if (allowed) continue;
    const whose = WHOSE[name];
    refusal = new Refusal('too_many_requests', { retryAfterSeconds: resetSeconds, limitPerMinute, whose });
    break;
  }
  if (policies.length === 0) return;
  response.setHeader('RateLimit-Policy', policies.join(', '));
  response.setHeader('RateLimit', left.join(', '));
  if (refusal !== undefined) throw refusal;
}
