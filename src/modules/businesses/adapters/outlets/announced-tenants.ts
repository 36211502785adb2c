import type { FollowTenant } from '../../../outlets/index.js';
import type { AnnouncedTenants } from '../../ports/announced-tenants.js';

/** Businesses' own rows follow what the registry announces. */
export function announcedTenants(followTenant: FollowTenant): AnnouncedTenants {
  return { follow: (tx, context, news) => followTenant.execute(tx, context, news) };
}
