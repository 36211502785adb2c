import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runAtCommit, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { SequenceRange } from '../../domain/device-chain.js';
import type { SyncTrigger } from '../../domain/entry-record.js';
import { newSyncDevice, type SyncDevice } from '../../domain/sync-device.js';
import type { SyncDevices } from '../../ports/entry-queue.js';
import type { DeviceJwk } from '../../ports/sync-surroundings.js';

export interface SyncDeviceRow {
  readonly device_id: string;
  readonly outlet_id: string;
  readonly through: number;
  readonly highest: number;
  readonly head_hash: string;
  readonly missing: readonly SequenceRange[];
  readonly gap_since: Date | null;
  readonly gap_told_at: Date | null;
  readonly skew_ms: number | null;
  readonly skewed_since: Date | null;
  readonly last_sync_at: Date | null;
  readonly last_trigger: SyncTrigger | null;
  readonly waiting: number;
  readonly event_sequence: number;
}

// prettier-ignore
export const SYNC_DEVICE_COLUMNS = [
  'device_id', 'outlet_id', 'through', 'highest', 'head_hash', 'missing', 'gap_since', 'gap_told_at', 'skew_ms', 'skewed_since',
  'last_sync_at', 'last_trigger', 'waiting', 'event_sequence',
] as const;
const COLUMNS = SYNC_DEVICE_COLUMNS.join(', ');
const FIND = `select ${COLUMNS} from sync_devices where device_id = $1`;
const ADD = `insert into sync_devices (tenant_id, device_id, outlet_id, through, highest, head_hash, missing, waiting, event_sequence)
  values ($1, $2, $3, 0, 0, $4, '[]', 0, 0) on conflict do nothing`;
const SAVE = `update sync_devices set outlet_id = $2, through = $3, highest = $4, head_hash = $5, missing = $6, gap_since = $7,
    gap_told_at = $8, skew_ms = $9, skewed_since = $10, last_sync_at = $11, last_trigger = $12, waiting = $13, event_sequence = $14
  where device_id = $1`;
const KEEP_KEY = `update sync_devices set public_key = $2::jsonb
  where device_id = $1 and public_key is distinct from $2::jsonb`;

/** The queues of devices in PostgreSQL. */
export class PostgresSyncDevices implements SyncDevices {
  async lock(tx: Tx, deviceId: string, outletId: OutletId): Promise<SyncDevice> {
    const known = await this.locked(tx, deviceId);
    if (known !== undefined) return known;
    const first = newSyncDevice(deviceId, outletId);
    await runPrepared(tx, 'sync_device_add', ADD, [tenantOf(tx), deviceId, outletId, first.chain.headHash]);
    const added = await this.locked(tx, deviceId);
    if (added === undefined) throw new Error(`the queue of device ${deviceId} could not be made`);
    return added;
  }

  async find(tx: Tx, deviceId: string): Promise<SyncDevice | undefined> {
    const [row] = await runPrepared<SyncDeviceRow>(tx, 'sync_device_find', FIND, [deviceId]);
    return row && toSyncDevice(row);
  }

  save(tx: Tx, device: SyncDevice): void {
    const { deviceId, outletId, chain, gapSince, gapToldAt, skewMs, skewedSince, lastSyncAt, lastTrigger } = device;
    const { through, highest, headHash, missing } = chain;
    const found = [deviceId, outletId, through, highest, headHash, JSON.stringify(missing), gapSince, gapToldAt];
    const said = [skewMs, skewedSince, lastSyncAt, lastTrigger, device.waiting, device.eventSequence];
    runAtCommit(tx, { name: 'sync_device_save', text: SAVE, values: [...found, ...said] });
  }

  keepKey(tx: Tx, deviceId: string, key: DeviceJwk): void {
    runAtCommit(tx, { name: 'sync_device_key', text: KEEP_KEY, values: [deviceId, JSON.stringify(key)] });
  }

  private async locked(tx: Tx, deviceId: string): Promise<SyncDevice | undefined> {
    const [row] = await runPrepared<SyncDeviceRow>(tx, 'sync_device_lock', `${FIND} for update`, [deviceId]);
    return row && toSyncDevice(row);
  }
}

/** The queue that a row tells of. */
export function toSyncDevice(row: SyncDeviceRow): SyncDevice {
  return {
    ...{ deviceId: row.device_id, outletId: row.outlet_id as OutletId, gapSince: row.gap_since },
    chain: { through: row.through, highest: row.highest, headHash: row.head_hash, missing: row.missing },
    ...{ gapToldAt: row.gap_told_at, skewMs: row.skew_ms, skewedSince: row.skewed_since },
    ...{ lastSyncAt: row.last_sync_at, lastTrigger: row.last_trigger, waiting: row.waiting },
    eventSequence: row.event_sequence,
  };
}
