import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Business, BusinessRefusal } from '../domain/business.js';
import { mayActForRegion } from '../domain/platform.js';

/** @throws Refusal `business_not_found`, also for one of a region that the caller does not act for. */
export function visibleBusiness({ principal }: RequestContext, found: Business | undefined, slug: string): Business {
  if (found === undefined || !mayActForRegion(principal, found.region))
    throw new Refusal<BusinessRefusal>('business_not_found', { slug });
  return found;
}
