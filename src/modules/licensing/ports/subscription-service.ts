import type { SubscriptionWord } from '../domain/subscription-lifecycle.js';
import type { UsageSnapshot } from '../domain/usage.js';

/** What the service says when it is asked. */
export type Heard =
  | { readonly kind: 'word'; readonly word: SubscriptionWord }
  /** It does not know the business. */
  | { readonly kind: 'none' }
  | { readonly kind: 'silent'; readonly error: string };

/** What came of a report. */
export type Reported =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'silent'; readonly error: string };

/** The subscription service, which owns plans where there is one. */
export interface SubscriptionService {
  ask(businessSlug: string): Promise<Heard>;
  /** Said again under the same key, it counts once; said of a day again, the last word counts. */
  report(businessSlug: string, key: string, usage: UsageSnapshot): Promise<Reported>;
}
