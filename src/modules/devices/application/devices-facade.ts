import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceKind } from '../domain/device-kind.js';

export type DeviceId = Id<'device'>;

/** A linked device, as other modules see it. */
export interface KnownDevice {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly outletId: OutletId;
  /** Only `active` ones can be worked at; `locked` from afar, `unlinked` for good. */
  readonly status: 'active' | 'locked' | 'unlinked';
  /** What each request with a token that is bound to the device must come with. */
  readonly proof:
    { readonly by: 'dpop'; readonly thumbprint: string } | { readonly by: 'secret'; readonly hash: string };
  /** After so long without a touch it locks; `null`: never, as kitchen and customer screens. */
  readonly idleLockMinutes: number | null;
  /** What its receipt numbers begin with; `null`: it prints none. */
  readonly receiptSeries?: string | null;
}

/** What other modules may ask about devices, within their own transaction. */
export abstract class DevicesFacade {
  abstract device(tx: Tx, id: DeviceId): Promise<KnownDevice | undefined>;
}
