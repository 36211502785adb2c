import type { DigitOverrides } from '../../../kernel/currencies.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Knows where the tenant's minor digits differ from ISO 4217. */
export interface MinorDigits {
  of(tx: Tx): Promise<DigitOverrides>;
}
