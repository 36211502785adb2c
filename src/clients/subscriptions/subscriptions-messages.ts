/** How a subscription stands at the service. */
export type SubscriptionsStatus = 'trial' | 'active' | 'past_due' | 'grace' | 'expired' | 'revoked' | 'cancelled';

/** A plan as the service describes it; of what it leaves out there is no limit. */
export interface SubscriptionsPlan {
  readonly code: string;
  readonly name: string;
  readonly limits: Readonly<Record<'outlets' | 'devices' | 'staff' | 'integrations', number | null>>;
  /** Null: all. */
  readonly features: readonly string[] | null;
  readonly ordersIncluded: number | null;
  readonly rateLimitPerMinute: number | null;
  readonly graceDays: number;
}

/** A subscription as the service has it. */
export interface SubscriptionsSubscription {
  readonly plan: SubscriptionsPlan;
  readonly status: SubscriptionsStatus;
  readonly paidUntil: Date | null;
  readonly graceUntil: Date | null;
}

/** What a business used on a day. */
export interface UsageReport {
  /** By UTC. */
  readonly day: string;
  readonly orders: number;
  readonly outlets: number;
  readonly devices: number;
  readonly staff: number;
  readonly integrations: number;
  readonly storedOrders: number;
}

/** What the service says: yes, or no with a stable word. */
export type SubscriptionsAnswer<Done> =
  { readonly said: 'yes'; readonly done: Done } | { readonly said: 'no'; readonly code: string };
