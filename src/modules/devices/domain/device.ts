import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DeviceKind } from './device-kind.js';

/** What a request with a token of the device has to come with. */
export type DeviceProof =
  { readonly by: 'dpop'; readonly thumbprint: string } | { readonly by: 'secret'; readonly hash: string };

interface DeviceBase {
  readonly id: Id<'device'>;
  readonly outletId: OutletId;
  /** As lists show it: `Counter left`. */
  readonly name: string;
  readonly kind: DeviceKind;
  readonly serial: string | null;
  readonly proof: DeviceProof;
  /** What it runs on, as it says: `Android 14`. */
  readonly platform: string;
  readonly model: string;
  /** What its receipt numbers begin with, such as `T1`: its own at the outlet. `null`: it prints none. */
  readonly receiptSeries: string | null;
  /** After so long without a touch it locks; `null`: never. */
  readonly idleLockMinutes: number | null;
  readonly linkedAt: Date;
  /** Who made the code that it was linked with. */
  readonly linkedBy: string;
  readonly linkCodeId: Id<'link-code'>;
  /** Since when it looks as if there were two of it; `null`: it does not. */
  readonly suspectedAt: Date | null;
  readonly eventSequence: number;
  readonly version: number;
}

/** Works. */
export interface ActiveDevice extends DeviceBase {
  readonly status: 'active';
}

/** Locked from afar: it can say how it is, and nothing else. */
export interface LockedDevice extends DeviceBase {
  readonly status: 'locked';
  readonly lockedAt: Date;
  readonly lockReason: string;
}

/** Belongs to the business no longer, for good: it has to be linked anew. */
export interface UnlinkedDevice extends DeviceBase {
  readonly status: 'unlinked';
  readonly unlinkedAt: Date;
  readonly unlinkReason: string;
}

/** A machine that is linked to a business. */
export type Device = ActiveDevice | LockedDevice | UnlinkedDevice;

export type DeviceRefusal =
  | 'device_not_found'
  | 'device_locked'
  | 'device_not_locked'
  | 'device_unlinked'
  | 'device_not_suspect'
  | 'device_has_queue'
  | 'device_outlet_not_found'
  | 'device_secret_not_allowed'
  | 'not_a_device'
  | 'too_many_device_commands'
  | 'device_command_not_found'
  | 'device_command_not_pending'
  | 'link_code_not_found'
  | 'link_code_not_open'
  | 'too_many_link_codes'
  | 'provisioning_batch_not_found'
  | 'provisioning_batch_invalid'
  | 'branding_invalid';

/** Screens that nobody signs out of: they stay on. */
const ALWAYS_ON: readonly DeviceKind[] = ['kitchen_display', 'customer_screen', 'hub'];

/** When a new device of the kind locks by itself. @param usual the business's own number of minutes. */
export function idleLockOf(kind: DeviceKind, usual: number): number | null {
  return ALWAYS_ON.includes(kind) ? null : usual;
}
