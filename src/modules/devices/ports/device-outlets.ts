import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** A place of sale, as devices there work by it. Texts are in the form that JSON has. */
export interface DeviceOutlet {
  readonly id: OutletId;
  readonly name: string;
  readonly active: boolean;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly dayCutMinutes: number;
  readonly receiptPrefix: string;
  readonly tenders: readonly string[];
  readonly taxRounding: 'receipt' | 'line';
  readonly cashRounding: { readonly stepMinor: number; readonly mode: string } | null;
  readonly receipt: {
    readonly addressLines: readonly string[];
    readonly taxNumber: string | null;
    readonly header: string | null;
    readonly footer: string | null;
  };
  readonly taxGroups: readonly DeviceTaxGroup[];
}

export interface DeviceTaxGroup {
  readonly code: string;
  readonly name: string;
  /** Whether prices have the tax in them. */
  readonly mode: 'inclusive' | 'exclusive';
  readonly taxes: readonly DeviceTax[];
  /** Other taxes on some channels, such as take-away; `null`: none. */
  readonly channelSwitch: {
    readonly channels: readonly string[];
    readonly taxes: readonly DeviceTax[];
    readonly policy: 'keep_gross' | 'keep_net';
  } | null;
}

export interface DeviceTax {
  readonly code: string;
  readonly name: string;
  /** Percent, as a decimal. */
  readonly rate: string;
  /** Charged on net and the taxes before it. */
  readonly compound: boolean;
  /** Days of the outlet's calendar, both inclusive; `null`: no end. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface DeviceBusiness {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Knows the business of the transaction, and its outlets. */
export interface DeviceOutlets {
  outlet(tx: Tx, id: OutletId): Promise<DeviceOutlet | undefined>;
  business(tx: Tx): Promise<DeviceBusiness>;
}
