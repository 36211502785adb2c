import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { BusinessRegions } from '../../../licensing/index.js';
import { PLATFORM } from '../../domain/platform.js';
import type { BusinessRepository } from '../../ports/business-repository.js';
import type { RegistrationRepository } from '../../ports/registration-repository.js';

/** Regions as the vendor's list of businesses has them, and before a business is on it as it was registered. */
export class ListedRegions extends BusinessRegions {
  constructor(
    private readonly transactor: Pick<Transactor, 'read'>,
    private readonly businesses: Pick<BusinessRepository, 'findBySlug'>,
    private readonly registrations: Pick<RegistrationRepository, 'ofBusiness'>,
  ) {
    super();
  }

  regionOf({ id, slug }: { readonly id: TenantId; readonly slug: string }): Promise<string | null> {
    return this.transactor.read({ tenantId: PLATFORM.id }, async (tx) => {
      const listed = await this.businesses.findBySlug(tx, slug);
      if (listed !== undefined) return listed.region;
      return (await this.registrations.ofBusiness(tx, id))?.region ?? null;
    });
  }
}
