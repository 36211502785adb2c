import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceCommand } from '../domain/device-command.js';
import type { DeviceKind } from '../domain/device-kind.js';
import type { DeviceState } from '../domain/device-state.js';
import type { Device } from '../domain/device.js';
import type { LinkCode } from '../domain/link-code.js';
import type { ProvisioningBatch } from '../domain/link-events.js';

/** How a device is. Of several that are so, the first: what looks like theft, then what somebody decided, then what is missing. */
export const HEALTHS = ['suspect', 'locked', 'offline', 'outdated', 'online'] as const;
export type DeviceHealth = (typeof HEALTHS)[number];

/** A device of the fleet with all that is known. */
export interface FleetDevice {
  readonly device: Device;
  readonly state: DeviceState;
  /** `null`: it is unlinked. */
  readonly health: DeviceHealth | null;
}

/** What a question is asked at: health depends on the time. */
export interface FleetMoment {
  readonly at: Date;
  /** The outlets that the caller may act for; `null` is all. */
  readonly outletIds: readonly string[] | null;
}

export interface FleetQuery extends FleetMoment {
  readonly outletId?: OutletId;
  readonly kind?: DeviceKind;
  readonly status?: Device['status'];
  readonly binding?: 'dpop' | 'secret';
  readonly health?: DeviceHealth;
  /** Part of the name, the serial or the model. */
  readonly q?: string;
  readonly limit: number;
  /** Name and id of the last one of the page before. */
  readonly after?: readonly [name: string, id: string];
}

export interface LinkCodeQuery extends FleetMoment {
  readonly status?: 'open' | 'used' | 'withdrawn' | 'expired';
  readonly outletId?: OutletId;
  readonly limit: number;
  /** Id of the last one of the page before. */
  readonly after?: string;
}

export interface PageOfIds {
  readonly limit: number;
  readonly after?: string;
}

/** What callers ask about devices. Lists give one more than the limit when there are more. */
export interface DeviceViews {
  /** By name. */
  fleet(tx: Tx, query: FleetQuery): Promise<readonly FleetDevice[]>;
  /** @throws Refusal `device_not_found`, also for one of an outlet that the caller does not act for. */
  one(tx: Tx, id: string, moment: FleetMoment): Promise<FleetDevice>;
  /** Newest first. */
  commands(tx: Tx, deviceId: string, page: PageOfIds): Promise<readonly DeviceCommand[]>;
  /** Newest first; those of batches are not among them. */
  linkCodes(tx: Tx, query: LinkCodeQuery): Promise<readonly LinkCode[]>;
  /** Newest first. */
  batches(tx: Tx, page: PageOfIds): Promise<readonly ProvisioningBatch[]>;
  /** Its codes by serial. @throws Refusal `provisioning_batch_not_found`. */
  batch(tx: Tx, id: string): Promise<{ readonly batch: ProvisioningBatch; readonly codes: readonly LinkCode[] }>;
  /** What happened to a device, newest first. */
  timeline(
    tx: Tx,
    deviceId: string,
    page: { readonly limit: number; readonly after?: number },
  ): Promise<readonly Happening[]>;
}

/** Something that happened to a device. */
export interface Happening {
  readonly sequence: number;
  readonly type: string;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string | null;
}
