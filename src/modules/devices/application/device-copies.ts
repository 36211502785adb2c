import type { Tx } from '../../../kernel/transaction.js';
import type { BrandingSettings } from '../domain/branding.js';
import type { DeviceId } from './devices-facade.js';

/** What all devices of the business work by. */
export interface SharedSettings {
  readonly branding: BrandingSettings;
  /** Older programs are to be replaced; `null`: none is too old. */
  readonly minimumAppVersion: string | null;
}

/** How a device numbers the receipts that it prints by itself. */
export interface DeviceReceipts {
  /** What the numbers begin with, `T1`; `null`: it prints none. */
  readonly receiptSeries: string | null;
  /** The number after the highest that is known. */
  readonly nextReceiptNumber: number | null;
}

/** What those need who keep a copy of what devices work by, within their own transaction. */
export abstract class DeviceCopies {
  abstract settings(tx: Tx): Promise<SharedSettings>;
  /** Of no device: no series. */
  abstract receipts(tx: Tx, id: DeviceId): Promise<DeviceReceipts>;
}
