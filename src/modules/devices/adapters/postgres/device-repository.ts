import type { Id, OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { DeviceState } from '../../domain/device-state.js';
import type { ActiveDevice, Device, DeviceRefusal } from '../../domain/device.js';
import type { DeviceAndState, DeviceRepository } from '../../ports/device-repository.js';
import {
  BOTH,
  DEVICE_COLUMNS,
  fromDevice,
  fromState,
  STATE_COLUMNS,
  toDevice,
  toState,
  type DeviceRow,
  type StateRow,
} from './device-rows.js';

type DeviceId = Id<'device'>;

const COLUMNS = DEVICE_COLUMNS.join(', ');
const STATE = STATE_COLUMNS.join(', ');
const FIND = `select ${COLUMNS} from devices where id = $1`;
const LOCK = `select ${COLUMNS} from devices where id = $1 for update`;
const ONE_WITH_STATE = `select ${BOTH} from devices d join device_states s on s.tenant_id = d.tenant_id and s.device_id = d.id
  where d.id = $1`;
const OF_CODE = `select ${COLUMNS} from devices where link_code_id = $1 for update`;
const ADD = `insert into devices (tenant_id, ${COLUMNS})
  select $1::uuid, ${COLUMNS} from json_populate_record(null::devices, $2::json)`;
const ADD_STATE = `insert into device_states (tenant_id, device_id, ${STATE})
  select $1::uuid, $2::uuid, ${STATE} from json_populate_record(null::device_states, $3::json)`;
// That the row is found is told by what comes back: it was locked by this transaction.
const SAVE = `update devices d set (${COLUMNS}) = (select ${COLUMNS} from json_populate_record(null::devices, $1::json))
  where d.id = $2 returning d.id`;
const SAVE_STATE = `update device_states s set (${STATE}) = (select ${STATE} from json_populate_record(null::device_states, $1::json))
  where s.device_id = $2 returning s.device_id`;
const COUNT = `select count(*)::int as linked from devices where status <> 'unlinked'`;
// One at a time for an outlet: two devices that are linked at once get two series. Unlinked ones keep theirs: they may have printed.
const SERIES_LOCK = `select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || $1, 47))`;
const LAST_SERIES = `select coalesce(max(substring(receipt_series from 2)::int), 0) as last from devices
  where outlet_id = $1 and left(receipt_series, 1) = $2`;
const ADD_TOKEN = `insert into device_tokens (tenant_id, device_id, token_hash, issued_at) values ($1, $2, $3, $4)`;
const FORGET_TOKENS = `delete from device_tokens where device_id = $1 and expires_at <= $2`;
const END_TOKENS = `update device_tokens set expires_at = $2 where device_id = $1 and (expires_at is null or expires_at > $2)`;

/** Devices in PostgreSQL. */
export class PostgresDeviceRepository implements DeviceRepository {
  async find(tx: Tx, id: DeviceId): Promise<Device | undefined> {
    const [row] = await runPrepared<DeviceRow>(tx, 'device_find', FIND, [id]);
    return row && toDevice(row);
  }

  async get(tx: Tx, id: DeviceId): Promise<Device> {
    const [row] = await runPrepared<DeviceRow>(tx, 'device_lock', LOCK, [id]);
    if (row === undefined) throw notFound(id);
    return toDevice(row);
  }

  getWithState(tx: Tx, id: DeviceId): Promise<DeviceAndState> {
    return both(tx, 'device_lock_both', `${ONE_WITH_STATE} for update`, id);
  }

  getState(tx: Tx, id: DeviceId): Promise<DeviceAndState> {
    return both(tx, 'device_lock_state', `${ONE_WITH_STATE} for update of s`, id);
  }

  async ofLinkCode(tx: Tx, linkCodeId: string): Promise<Device | undefined> {
    const [row] = await runPrepared<DeviceRow>(tx, 'device_of_code', OF_CODE, [linkCodeId]);
    return row && toDevice(row);
  }

  async add(tx: Tx, device: ActiveDevice, state: DeviceState): Promise<void> {
    const tenantId = tenantOf(tx);
    await runPrepared(tx, 'device_add', ADD, [tenantId, JSON.stringify(fromDevice(device))]);
    await runPrepared(tx, 'device_add_state', ADD_STATE, [tenantId, device.id, JSON.stringify(fromState(state))]);
  }

  async save(tx: Tx, device: Device): Promise<void> {
    const rows = await runPrepared(tx, 'device_save', SAVE, [JSON.stringify(fromDevice(device)), device.id]);
    if (rows.length !== 1) throw new Error(`saved ${rows.length} devices instead of one`);
  }

  async saveState(tx: Tx, id: DeviceId, state: DeviceState): Promise<void> {
    const rows = await runPrepared(tx, 'device_save_state', SAVE_STATE, [JSON.stringify(fromState(state)), id]);
    if (rows.length !== 1) throw new Error(`saved ${rows.length} states of devices instead of one`);
  }

  async countLinked(tx: Tx): Promise<number> {
    const [row] = await runPrepared<{ linked: number }>(tx, 'devices_count', COUNT, []);
    return row?.linked ?? 0;
  }

  async nextSeries(tx: Tx, outletId: OutletId, letter: string): Promise<string> {
    await runPrepared(tx, 'receipt_series_lock', SERIES_LOCK, [outletId]);
    const [row] = await runPrepared<{ last: number }>(tx, 'receipt_series_last', LAST_SERIES, [outletId, letter]);
    return `${letter}${(row?.last ?? 0) + 1}`;
  }

  async addToken(tx: Tx, id: DeviceId, hash: string, at: Date): Promise<void> {
    await runPrepared(tx, 'device_token_add', ADD_TOKEN, [tenantOf(tx), id, hash, at]);
  }

  async endTokens(tx: Tx, id: DeviceId, at: Date, endsAt: Date): Promise<void> {
    await runPrepared(tx, 'device_tokens_forget', FORGET_TOKENS, [id, at]);
    await runPrepared(tx, 'device_tokens_end', END_TOKENS, [id, endsAt]);
  }
}

async function both(tx: Tx, name: string, text: string, id: DeviceId): Promise<DeviceAndState> {
  const [row] = await runPrepared<DeviceRow & StateRow>(tx, name, text, [id]);
  if (row === undefined) throw notFound(id);
  return { device: toDevice(row), state: toState(row) };
}

function notFound(deviceId: string): Refusal<DeviceRefusal> {
  return new Refusal<DeviceRefusal>('device_not_found', { deviceId });
}
