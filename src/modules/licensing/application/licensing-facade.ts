import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { LimitedThing } from '../domain/limited-thing.js';

/** What clients are told of the licence. */
export interface LicenceForClients {
  readonly plan: string | null;
  /** `unlimited` where no plans are sold. */
  readonly status: 'unlimited' | 'active' | 'grace' | 'expired' | 'revoked';
  /** Each feature, and whether the plan has it. */
  readonly features: Readonly<Record<string, boolean>>;
  /** Switches of this business beside the plan. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** When the paid time ends, and until when orders are taken after it. */
  readonly paidUntil: Date | null;
  readonly ordersUntil: Date | null;
}

/** What other modules ask about the licence of the business. */
export abstract class LicensingFacade {
  /**
   * Call it in the transaction that makes one more of a thing, before it does: two that race for the last place wait for
   * each other. What exists goes on (DOMAIN.md "Licensing"). Where nothing is limited it locks nothing and counts nothing.
   * @param inUse counts what exists, in the same transaction; absent, the meters of the thing do.
   * @throws Refusal `entitlement_exceeded` (facts: thing, limit, inUse, plan).
   */
  abstract reserve(tx: Tx, thing: LimitedThing, inUse?: () => Promise<number>): Promise<void>;
  /** For the configuration that devices are handed. */
  abstract forClients(tx: Tx): Promise<LicenceForClients>;
  /**
   * Costs no round trip: the door knew it. Paying, refunding, closing and reading never ask.
   * @throws Refusal `licence_expired` after the grace period, `licence_revoked`.
   */
  abstract assertNewOrders(context: RequestContext): void;
}

/** Counts what a business uses, for limits and the daily snapshots. A module that owns one of the things binds one. */
export abstract class UsageMeter {
  /** `orders` counts those placed within the time; the others count what there is now, whatever the time. */
  abstract readonly thing: LimitedThing | 'orders';
  abstract count(tx: Tx, from: Date, to: Date): Promise<number>;
}
