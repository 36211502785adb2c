import { mayActFor, type Principal } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { SyncDevices, SyncOutlets, SyncPlace } from '../ports/master-data.js';

export type SyncPlaceRefusal = 'sync_outlet_required' | 'sync_outlet_not_found';

/** Whose copy it is, as the door knows it. */
export interface SyncCaller {
  readonly outletId: OutletId;
  readonly deviceId: string | null;
}

/** What people and programs see: what a till would. */
const USUAL_KIND = 'till';

/** For which outlet and device a caller may fetch master data. */
export class SyncPlaces {
  constructor(
    private readonly devices: SyncDevices,
    private readonly outlets: SyncOutlets,
  ) {}

  /**
   * The outlet of the caller's device, or the one that another caller names. Costs no round trip: the door and the outlets' memory
   * know.
   * @throws Refusal `sync_outlet_required`, `sync_outlet_not_found` (also of an outlet that the caller may not act for).
   */
  async callerOf(tx: Tx, principal: Principal, wanted: OutletId | undefined): Promise<SyncCaller> {
    const { deviceId = null, outlets } = principal;
    const own = deviceId === null ? undefined : [...(outlets ?? [])][0];
    const outletId = wanted ?? own;
    if (outletId === undefined) {
      const field = { pointer: '/query/outletId', message: 'is needed of who is no device' };
      throw new Refusal<SyncPlaceRefusal>('sync_outlet_required', {}, [field]);
    }
    if (!mayActFor(principal, outletId) || !(await this.outlets.exists(tx, outletId))) throw notFound(outletId);
    return { outletId, deviceId };
  }

  /** What is to be known of the caller before anything is read for it. @throws Refusal `sync_outlet_not_found`. */
  async placeOf(tx: Tx, { outletId, deviceId }: SyncCaller): Promise<SyncPlace> {
    if (deviceId === null) return { outletId, deviceId, deviceKind: USUAL_KIND };
    const device = await this.devices.find(tx, deviceId);
    if (device?.outletId !== outletId) throw notFound(outletId);
    return { outletId, deviceId, deviceKind: device.kind };
  }
}

function notFound(outletId: OutletId): Refusal<SyncPlaceRefusal> {
  return new Refusal('sync_outlet_not_found', { outletId });
}
