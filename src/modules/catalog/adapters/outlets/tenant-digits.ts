import type { DigitOverrides } from '../../../../kernel/currencies.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { MinorDigits } from '../../ports/minor-digits.js';

/** The minor digits that the tenant was registered with. */
export class TenantDigits implements MinorDigits {
  constructor(private readonly outlets: OutletsFacade) {}

  async of(tx: Tx): Promise<DigitOverrides> {
    return (await this.outlets.tenant(tx)).minorDigits;
  }
}
