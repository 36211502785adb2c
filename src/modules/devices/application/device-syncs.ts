import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceId } from './devices-facade.js';

/** What a device says of its queue when it sends some of it. */
export abstract class DeviceSyncs {
  /** Takes note of it with the commit. @param waiting entries that still wait on the device. */
  abstract synced(tx: Tx, id: DeviceId, waiting: number, at: Date): void;
}
