import type { DigitOverrides } from '../../../../kernel/currencies.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { TenantPlaces } from '../../ports/tenant-places.js';

/** Outlets and digits as the outlets module has them. */
export class OutletPlaces implements TenantPlaces {
  constructor(private readonly facade: OutletsFacade) {}

  async outlets(tx: Tx): Promise<ReadonlySet<string>> {
    return new Set((await this.facade.list(tx)).map(({ id }) => id));
  }

  async timeZone(tx: Tx, id: OutletId): Promise<string | undefined> {
    return (await this.facade.outlet(tx, id))?.timeZone;
  }

  async digits(tx: Tx): Promise<DigitOverrides> {
    return (await this.facade.tenant(tx)).minorDigits;
  }
}
