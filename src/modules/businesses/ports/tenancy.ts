import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { TenantFacts } from '../domain/business-lifecycle.js';
import type { BusinessStatus } from '../domain/business.js';

/** What a new business is called and trades in. */
export interface TenantWish {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
}

/** The businesses' own rows. Each call is a transaction of its own, under the context of that business. */
export interface Tenancy {
  /** Takes the context's business in. @returns `taken` when another has the slug; `made` also when it was there already. */
  register(context: RequestContext, wish: TenantWish): Promise<'made' | 'taken'>;
  /** What its row says. */
  facts(context: RequestContext): Promise<TenantFacts>;
  /** Done twice it is done once. @throws Refusal `tenant_closed_for_good`. */
  turn(context: RequestContext, to: BusinessStatus, reason: string): Promise<TenantFacts>;
  /** Makes the doors of all instances forget what they remember of the business: keys, devices, streams. */
  recall(id: TenantId): void;
}
