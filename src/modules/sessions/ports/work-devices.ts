import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** A linked device, as far as signing in needs to know it. */
export interface WorkDevice {
  readonly id: string;
  readonly deviceKind: string;
  readonly outletId: OutletId;
  readonly isActive: boolean;
  /** What each request with a token that is bound to the device must come with. */
  readonly proof:
    { readonly by: 'dpop'; readonly thumbprint: string } | { readonly by: 'secret'; readonly hash: string };
  /** `null`: it never locks by itself. */
  readonly idleLockMinutes: number | null;
}

/** What this module asks about devices. */
export interface WorkDevices {
  device(tx: Tx, id: string): Promise<WorkDevice | undefined>;
}
