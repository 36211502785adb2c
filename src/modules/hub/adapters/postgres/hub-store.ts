import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { CloudHead, DeviceHead, DeviceKey, NumberRange, RelayedEntry } from '../../domain/relayed-entry.js';
import type { CloudOutcome } from '../../ports/cloud.js';
import type { DueRelay, HubState, HubStore } from '../../ports/hub-store.js';
import { RELAYED_COLUMNS, toRelayed, type RelayedRow } from './relayed-rows.js';

const COUNTED_MAX = 10_000;
// Entries above the place up to which all are in the cloud, and those that have no place.
const WAITING = `select q.id from offline_event_queue q
   where q.device_id = s.device_id and q.in_chain and q.sequence > s.relayed_through
     and not exists (select from hub_relays r where r.record_id = q.id)
  union all
  select q.id from offline_event_queue q
   where q.device_id = s.device_id and not q.in_chain and not exists (select from hub_relays r where r.record_id = q.id)`;
const DUE = `select s.device_id, s.public_key, w.waiting from sync_devices s
  cross join lateral (select count(*)::int as waiting from (${WAITING} limit ${COUNTED_MAX}) n) w
  where w.waiting > 0 order by s.device_id`;
const NEXT = `select ${RELAYED_COLUMNS} from offline_event_queue where id in (
    select w.id from sync_devices s cross join lateral (${WAITING}) w where s.device_id = $1)
  order by sequence, id limit $2`;
const NOTE = `insert into hub_relays (tenant_id, record_id, device_id, sequence, status, code, relayed_at)
  select $1::uuid, q.id, $2::uuid, q.sequence, n.status, n.code, $4::timestamptz
    from json_to_recordset($3::json) n (id uuid, sequence integer, status text, code text)
    cross join lateral (
      select id, sequence from offline_event_queue where device_id = $2 and entry_id = n.id and sequence = n.sequence) q
  on conflict do nothing`;
// The first number that the cloud lacks, or that has not come here.
const ADVANCE = `update sync_devices s set relayed_through = least(s.through, coalesce((
    select q.sequence - 1 from offline_event_queue q
     where q.device_id = s.device_id and q.in_chain and q.sequence > s.relayed_through
       and not exists (select from hub_relays r where r.record_id = q.id)
     order by q.sequence limit 1), s.through))
  where s.device_id = $1`;
const STATE = `select uplink, uplink_since, replica_at, relayed_at from hub_states`;
const UPLINK = `insert into hub_states (tenant_id, uplink, uplink_since, digests) values ($1, $2, $3, '{}')
  on conflict (tenant_id) do update set uplink = excluded.uplink, uplink_since = excluded.uplink_since
    where hub_states.uplink <> excluded.uplink`;
const HEADS = 'select device_id, highest, missing from sync_devices';
const BEGIN = `insert into sync_devices
    (tenant_id, device_id, outlet_id, through, highest, head_hash, missing, waiting, event_sequence, relayed_through)
  values ($1, $2, $3, $4, $4, $5, '[]', 0, 0, $4) on conflict do nothing`;
const KEEP_PIN = 'update staff_pins set hash = $2 where person_id = $1';

interface StateRow {
  readonly uplink: HubState['uplink'];
  readonly uplink_since: Date;
  readonly replica_at: Date | null;
  readonly relayed_at: Date | null;
}
interface HeadRow {
  readonly device_id: string;
  readonly highest: number;
  readonly missing: readonly NumberRange[];
}
interface DueRow {
  readonly device_id: string;
  readonly public_key: DeviceKey | null;
  readonly waiting: number;
}

/** What the hub keeps of the cloud, in its own database. */
export class PostgresHubStore implements HubStore {
  async state(tx: Tx): Promise<HubState | undefined> {
    const [row] = await runPrepared<StateRow>(tx, 'hub_state', STATE, []);
    return (
      row && {
        ...{ uplink: row.uplink, uplinkSince: row.uplink_since, replicaAt: row.replica_at, relayedAt: row.relayed_at },
      }
    );
  }

  async saveUplink(tx: Tx, uplink: HubState['uplink'], at: Date): Promise<void> {
    await runPrepared(tx, 'hub_uplink', UPLINK, [tenantOf(tx), uplink, at]);
  }

  async saveReplicaAt(tx: Tx, at: Date): Promise<void> {
    await runPrepared(tx, 'hub_replica_at', 'update hub_states set replica_at = $1', [at]);
  }

  async digests(tx: Tx): Promise<Readonly<Record<string, string>>> {
    const [row] = await runPrepared<{ digests: Record<string, string> }>(
      ...([tx, 'hub_digests', 'select digests from hub_states', []] as const),
    );
    return row?.digests ?? {};
  }

  async due(tx: Tx): Promise<readonly DueRelay[]> {
    const rows = await runPrepared<DueRow>(tx, 'hub_due', DUE, []);
    return rows.map(({ device_id: deviceId, public_key: key, waiting }) => ({ deviceId, key, waiting }));
  }

  async next(tx: Tx, deviceId: string, limit: number): Promise<readonly RelayedEntry[]> {
    const rows = await runPrepared<RelayedRow>(tx, 'hub_next', NEXT, [deviceId, limit]);
    return rows.map(toRelayed);
  }

  async noteRelayed(tx: Tx, deviceId: string, outcomes: readonly CloudOutcome[], at: Date): Promise<void> {
    const told = JSON.stringify(outcomes.map(({ id, sequence, status, code }) => ({ id, sequence, status, code })));
    await runPrepared(tx, 'hub_note', NOTE, [tenantOf(tx), deviceId, told, at]);
    await runPrepared(tx, 'hub_advance', ADVANCE, [deviceId]);
    await runPrepared(tx, 'hub_relayed_at', 'update hub_states set relayed_at = $1', [at]);
  }

  async heads(tx: Tx): Promise<readonly DeviceHead[]> {
    const rows = await runPrepared<HeadRow>(tx, 'hub_heads', HEADS, []);
    return rows.map(({ device_id: deviceId, highest, missing }) => ({ deviceId, highest, missing }));
  }

  async beginChain(tx: Tx, { deviceId, first, firstPreviousHash }: CloudHead, outletId: string): Promise<void> {
    await runPrepared(tx, 'hub_begin_chain', BEGIN, [tenantOf(tx), deviceId, outletId, first - 1, firstPreviousHash]);
  }

  async keepPin(tx: Tx, personId: string, hash: string): Promise<void> {
    await runPrepared(tx, 'hub_keep_pin', KEEP_PIN, [personId, hash]);
  }
}
