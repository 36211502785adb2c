import type { SubscriptionsSubscription } from '../../../../clients/subscriptions/subscriptions-messages.js';
import type { SubscriptionWord } from '../../domain/subscription-lifecycle.js';

/** What the service says in our words. It bills by itself, so nothing costs anything here. */
export function wordOf({ plan, status, paidUntil, graceUntil }: SubscriptionsSubscription): SubscriptionWord {
  const prices = { currency: 'USD', basePrice: 0, outletPrice: 0, overagePrice: 0, trialDays: 0 };
  return { terms: { ...plan, ...prices }, status, paidUntil, graceUntil };
}
