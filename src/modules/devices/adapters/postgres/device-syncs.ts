import type { Tx } from '../../../../kernel/transaction.js';
import { runAtCommit } from '../../../../platform/postgres/transaction.js';
import { DeviceSyncs } from '../../application/device-syncs.js';
import type { DeviceId } from '../../application/devices-facade.js';

const SYNCED = `update device_states set queue_depth = $2, last_sync_at = $3,
    oldest_queued_at = case when $2 = 0 then null else oldest_queued_at end
  where device_id = $1`;

/** Beside what signs of life say. */
export class PostgresDeviceSyncs extends DeviceSyncs {
  synced(tx: Tx, id: DeviceId, waiting: number, at: Date): void {
    runAtCommit(tx, { name: 'device_synced', text: SYNCED, values: [id, waiting, at] });
  }
}
