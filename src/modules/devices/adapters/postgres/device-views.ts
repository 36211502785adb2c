import { sql, type RawBuilder } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DeviceCommand } from '../../domain/device-command.js';
import type { DeviceRefusal } from '../../domain/device.js';
import type { LinkCode } from '../../domain/link-code.js';
import type { ProvisioningBatch } from '../../domain/link-events.js';
import type {
  DeviceHealth,
  DeviceViews,
  FleetDevice,
  FleetMoment,
  FleetQuery,
  Happening,
  LinkCodeQuery,
  PageOfIds,
} from '../../ports/device-views.js';
import {
  BOTH,
  COMMAND_COLUMNS,
  toCommand,
  toDevice,
  toState,
  type CommandRow,
  type DeviceRow,
  type StateRow,
} from './device-rows.js';
import {
  BATCH_COLUMNS,
  LINK_CODE_COLUMNS,
  toBatch,
  toLinkCode,
  type BatchRow,
  type LinkCodeRow,
} from './link-code-repository.js';

type FleetRow = DeviceRow & StateRow & { health: DeviceHealth | null };
type Condition = RawBuilder<unknown>;

const BATCH = `select ${BATCH_COLUMNS} from provisioning_batches where id = $1`;
const OF_BATCH = `select ${LINK_CODE_COLUMNS} from device_link_codes where batch_id = $1 order by serial, id`;
const LIKE_SIGNS = /[\\%_]/g;

/** Reads the fleet; row security confines it to the tenant. */
export class PostgresDeviceViews implements DeviceViews {
  async fleet(tx: Tx, query: FleetQuery): Promise<readonly FleetDevice[]> {
    const { after, limit } = query;
    const conditions = [...conditionsOf(query), ...outletsOf(query.outletIds, sql`d.outlet_id`)];
    if (after !== undefined) conditions.push(sql`(d.name, d.id) > (${after[0]}, ${after[1]}::uuid)`);
    const rows = await fleetRows(tx, query.at, conditions, sql`order by d.name, d.id limit ${limit + 1}`);
    return rows.map(toFleetDevice);
  }

  async one(tx: Tx, id: string, { at, outletIds }: FleetMoment): Promise<FleetDevice> {
    const conditions = [sql`d.id = ${id}::uuid`, ...outletsOf(outletIds, sql`d.outlet_id`)];
    const [row] = await fleetRows(tx, at, conditions, sql``);
    if (row === undefined) throw new Refusal<DeviceRefusal>('device_not_found', { deviceId: id });
    return toFleetDevice(row);
  }

  async commands(tx: Tx, deviceId: string, { limit, after }: PageOfIds): Promise<readonly DeviceCommand[]> {
    const conditions = [sql`device_id = ${deviceId}::uuid`];
    if (after !== undefined) conditions.push(sql`id < ${after}::uuid`);
    const { rows } = await sql<CommandRow>`select ${sql.raw(COMMAND_COLUMNS.join(', '))} from device_commands
      where ${all(conditions)} order by id desc limit ${limit + 1}`.execute(transactionOf<unknown>(tx));
    return rows.map(toCommand);
  }

  async linkCodes(tx: Tx, query: LinkCodeQuery): Promise<readonly LinkCode[]> {
    const { at, status, outletId, outletIds, limit, after } = query;
    const conditions = [sql`batch_id is null`, ...outletsOf(outletIds, sql`outlet_id`)];
    if (status === 'open') conditions.push(sql`status = 'open' and expires_at > ${at}`);
    else if (status === 'expired') conditions.push(sql`status = 'open' and expires_at <= ${at}`);
    else if (status !== undefined) conditions.push(sql`status = ${status}`);
    if (outletId !== undefined) conditions.push(sql`outlet_id = ${outletId}::uuid`);
    if (after !== undefined) conditions.push(sql`id < ${after}::uuid`);
    const { rows } = await sql<LinkCodeRow>`select ${sql.raw(LINK_CODE_COLUMNS)} from device_link_codes
      where ${all(conditions)} order by id desc limit ${limit + 1}`.execute(transactionOf<unknown>(tx));
    return rows.map(toLinkCode);
  }

  async batches(tx: Tx, { limit, after }: PageOfIds): Promise<readonly ProvisioningBatch[]> {
    const conditions = after === undefined ? [sql`true`] : [sql`id < ${after}::uuid`];
    const { rows } = await sql<BatchRow>`select ${sql.raw(BATCH_COLUMNS)} from provisioning_batches
      where ${all(conditions)} order by id desc limit ${limit + 1}`.execute(transactionOf<unknown>(tx));
    return rows.map(toBatch);
  }

  async batch(tx: Tx, id: string): Promise<{ batch: ProvisioningBatch; codes: LinkCode[] }> {
    const [row] = await runPrepared<BatchRow>(tx, 'batch_one', BATCH, [id]);
    if (row === undefined) throw new Refusal<DeviceRefusal>('provisioning_batch_not_found', { batchId: id });
    const codes = await runPrepared<LinkCodeRow>(tx, 'batch_codes', OF_BATCH, [id]);
    return { batch: toBatch(row), codes: codes.map(toLinkCode) };
  }

  async timeline(
    tx: Tx,
    deviceId: string,
    { limit, after }: { limit: number; after?: number },
  ): Promise<readonly Happening[]> {
    const conditions = [sql`device_id = ${deviceId}::uuid`];
    if (after !== undefined) conditions.push(sql`sequence < ${after}`);
    const { rows } = await sql<Happening>`select sequence, type, at, actor, reason from device_happenings
      where ${all(conditions)} order by sequence desc limit ${limit + 1}`.execute(transactionOf<unknown>(tx));
    return rows;
  }
}

function conditionsOf(query: FleetQuery): Condition[] {
  const { outletId, kind, status, binding, health, q } = query;
  const conditions: Condition[] = [sql`true`];
  if (outletId !== undefined) conditions.push(sql`d.outlet_id = ${outletId}::uuid`);
  if (kind !== undefined) conditions.push(sql`d.kind = ${kind}`);
  if (status !== undefined) conditions.push(sql`d.status = ${status}`);
  if (binding !== undefined) conditions.push(sql`d.binding = ${binding}`);
  if (health !== undefined) conditions.push(sql`h.health = ${health}`);
  if (q !== undefined) {
    const like = `%${q.replace(LIKE_SIGNS, '\\$&')}%`;
    conditions.push(sql`(d.name ilike ${like} or d.serial ilike ${like} or d.model ilike ${like})`);
  }
  return conditions;
}

function outletsOf(outletIds: readonly string[] | null, column: Condition): Condition[] {
  return outletIds === null ? [] : [sql`${column} = any(${outletIds}::uuid[])`];
}

/** Of several that are so, the first: what looks like theft, then what somebody decided, then what is missing. */
async function fleetRows(tx: Tx, at: Date, conditions: readonly Condition[], end: Condition): Promise<FleetRow[]> {
  const { rows } = await sql<FleetRow>`select ${sql.raw(BOTH)}, h.health from devices d
    join device_states s on s.tenant_id = d.tenant_id and s.device_id = d.id
    left join device_policies p on p.tenant_id = d.tenant_id
    cross join lateral (select case
      when d.status = 'unlinked' then null
      when d.suspected_at is not null then 'suspect'
      when d.status = 'locked' then 'locked'
      when s.offline_due_at <= ${at} then 'offline'
      when s.app_version_parts < p.minimum_version_parts then 'outdated'
      else 'online' end as health) h
    where ${all(conditions)} ${end}`.execute(transactionOf<unknown>(tx));
  return rows;
}

function all(conditions: readonly Condition[]): Condition {
  return sql.join([...conditions], sql` and `);
}

function toFleetDevice(row: FleetRow): FleetDevice {
  return { device: toDevice(row), state: toState(row), health: row.health };
}
