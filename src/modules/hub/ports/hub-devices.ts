import type { Principal } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Knows which devices are hubs. */
export interface HubDevices {
  /** The outlet of the hub that calls. @throws Refusal `hub_required`. */
  outletOfHub(tx: Tx, caller: Principal): Promise<string>;
  /** True for an active device of the outlet. */
  isAt(tx: Tx, deviceId: string, outletId: string): Promise<boolean>;
}
