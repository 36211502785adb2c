import type { DigitOverrides } from '../../../kernel/currencies.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What pricebooks need to know of the tenant's outlets. */
export interface TenantPlaces {
  /** Ids of all outlets, closed ones too. */
  outlets(tx: Tx): Promise<ReadonlySet<string>>;
  /** The IANA time zone of an outlet; `undefined` when there is no such outlet. */
  timeZone(tx: Tx, id: OutletId): Promise<string | undefined>;
  /** Where the tenant's minor digits differ from ISO 4217. */
  digits(tx: Tx): Promise<DigitOverrides>;
}
