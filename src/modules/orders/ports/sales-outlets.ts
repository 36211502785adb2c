import type { DigitOverrides } from '../../../kernel/currencies.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { TaxRounding } from '../domain/pricing/tax-amounts.js';
import type { Channel } from '../domain/channel.js';
import type { ServiceCharge } from '../domain/pricing/basket.js';
import type { CashRounding } from '../domain/pricing/cash-rounding.js';
import type { TaxGroup } from '../domain/pricing/tax-group.js';

/** A place of sale, as far as a sale there depends on it. */
export interface SalesOutlet {
  readonly id: OutletId;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly dayCutMinutes: number;
  readonly receiptPrefix: string;
  readonly tenders: readonly string[];
  readonly taxRounding: TaxRounding;
  readonly cashRounding: CashRounding | null;
  /** The tax groups by code, with the rates that hold on a day of the outlet's calendar (`YYYY-MM-DD`). */
  taxGroupsOn(localDate: string): ReadonlyMap<string, TaxGroup>;
  /** What the house charges for service on a day and channel; `null` where it charges nothing. */
  serviceChargeOn(localDate: string, channel: Channel): ServiceCharge | null;
  readonly receipt: ReceiptTexts;
  readonly active: boolean;
  /** The last business day that was closed. */
  readonly closedThrough: string | null;
  /** A day that must be closed before anything of a later one is sold. */
  readonly closureDue: string | null;
}

/** What an outlet prints around the sale. */
export interface ReceiptTexts {
  readonly addressLines: readonly string[];
  readonly taxNumber: string | null;
  readonly header: string | null;
  readonly footer: string | null;
}

/** Knows the outlets of the transaction's tenant. */
export interface SalesOutlets {
  outlet(tx: Tx, id: OutletId): Promise<SalesOutlet | undefined>;
  /** The tenant's minor digits where they differ from ISO 4217. */
  minorDigits(tx: Tx): Promise<DigitOverrides>;
}
