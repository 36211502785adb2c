import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { subscriptionOf, type Subscription, type SubscriptionWish, type Topic } from '../domain/subscription.js';
import type { StreamOutlets } from '../ports/stream-outlets.js';

export interface SubscribeCommand extends SubscriptionWish {
  /** Absent: the whole tenant, as far as the caller may act for its outlets. */
  readonly outletId?: OutletId;
}

/** Decides whether a caller may have the stream they ask for, and what it shows. */
export class Subscribe {
  constructor(
    private readonly topics: readonly Topic[],
    private readonly outlets: StreamOutlets,
  ) {}

  /** @throws Refusal `validation_failed`, `permission_missing`; `outlet_not_found`, also when it is not the caller's. */
  async execute({ principal, tenantId }: RequestContext, command: SubscribeCommand): Promise<Subscription> {
    const subscription = subscriptionOf(command, this.topics, principal.permissions);
    const { outletId } = command;
    if (outletId === undefined) return subscription;
    if (mayActFor(principal, outletId) && (await this.outlets.exists(tenantId, outletId))) return subscription;
    throw new Refusal('outlet_not_found', { outletId });
  }
}
