import type { RequestContext } from '../../../kernel/context.js';
import type { Business, BusinessStatus } from '../domain/business.js';
import type { Registration, RegistrationStatus } from '../domain/registration.js';
import type { ActivityFigures } from './business-activity.js';

/** A business and what it has been doing. */
export interface ListedBusiness {
  readonly business: Business;
  readonly figures: ActivityFigures;
  /** `null`: never yet. */
  readonly collectedAt: Date | null;
}

export interface BusinessFilter {
  readonly region: string | undefined;
  readonly status: BusinessStatus | undefined;
  readonly plan: string | undefined;
  /** Part of the name or the slug. */
  readonly q: string | undefined;
  /** Those that have done nothing since. */
  readonly inactiveSince: Date | undefined;
}

/** How a list of businesses is ordered: newest first, or by when they last did something. */
export type BusinessOrder = 'newest' | 'most_active' | 'least_active';

export interface RegistrationFilter {
  readonly status: RegistrationStatus | undefined;
  readonly region: string | undefined;
  readonly slug: string | undefined;
}

export interface PageOf {
  readonly limit: number;
  /** Time and id of the last of the page before. */
  readonly after: readonly [at: string, id: string] | undefined;
}

/** What the vendor's people ask. Administrators of regions see theirs. Lists have one more than the limit where there is more. */
export interface BusinessViews {
  businesses(
    context: RequestContext,
    filter: BusinessFilter,
    order: BusinessOrder,
    page: PageOf,
  ): Promise<readonly ListedBusiness[]>;
  /** @throws Refusal `business_not_found`. */
  business(context: RequestContext, slug: string): Promise<ListedBusiness>;
  registrations(context: RequestContext, filter: RegistrationFilter, page: PageOf): Promise<readonly Registration[]>;
  /** @throws Refusal `registration_not_found`. */
  registration(context: RequestContext, id: Registration['id']): Promise<Registration>;
}
