import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { PLATFORM } from '../domain/platform.js';
import type { Businesses } from '../ports/businesses.js';

/**
 * The context of a business that somebody of the vendor acts on, still as themselves. One in a region that they do not act for
 * looks absent. @throws Refusal `licence_business_unknown`.
 */
export async function reachedBusiness(
  businesses: Businesses,
  { licence: _ofTheVendor, ...context }: RequestContext,
  slug: string,
): Promise<RequestContext> {
  const business = await businesses.bySlug(slug);
  if (business === undefined || business.id === PLATFORM.id) throw unknown(slug);
  const { regions } = context.principal;
  const region = regions === undefined ? null : await businesses.regionOf(business);
  if (regions !== undefined && (region === null || !regions.has(region))) throw unknown(slug);
  return { ...context, tenantId: business.id, tenantSlug: business.slug };
}

/**
 * Lets through who acts for all regions: what they want is of no single one.
 * @throws Refusal `permission_missing` for the others, who have it in their regions only.
 */
export function assertAllRegions({ principal }: RequestContext, permission: string): void {
  if (principal.regions !== undefined) throw new Refusal('permission_missing', { permission });
}

function unknown(slug: string): Refusal<LicensingRefusal> {
  return new Refusal('licence_business_unknown', { business: slug });
}
