import type { Id } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { PENDING_MAX, type CommandId, type CommandKind, type DeviceCommand } from '../../domain/device-command.js';
import type { DeviceRefusal } from '../../domain/device.js';
import type { DeviceCommands } from '../../ports/device-repository.js';
import { COMMAND_COLUMNS, toCommand, type CommandRow } from './device-rows.js';

const COLUMNS = COMMAND_COLUMNS.join(', ');
const GET = `select ${COLUMNS} from device_commands where id = $2 and device_id = $1 for update`;
const ADD = `insert into device_commands (tenant_id, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const PENDING = `select ${COLUMNS} from device_commands where device_id = $1 and status = 'pending' order by id limit ${PENDING_MAX}`;
const WITHDRAW = `update device_commands set status = 'withdrawn'
  where device_id = $1 and status = 'pending' and ($2::text[] is null or kind = any($2))`;
const WITHDRAW_ONE = `update device_commands set status = 'withdrawn' where id = $1 and status = 'pending'`;
const ACKNOWLEDGE = `update device_commands set status = 'acknowledged', acknowledged_at = $3
  where device_id = $1 and id = any($2::uuid[]) and status = 'pending'`;

/** What devices are to do, in PostgreSQL. */
export class PostgresDeviceCommands implements DeviceCommands {
  async get(tx: Tx, deviceId: Id<'device'>, id: CommandId): Promise<DeviceCommand> {
    const [row] = await runPrepared<CommandRow>(tx, 'device_command_lock', GET, [deviceId, id]);
    if (row === undefined) throw new Refusal<DeviceRefusal>('device_command_not_found', { commandId: id });
    return toCommand(row);
  }

  async add(tx: Tx, { id, deviceId, kind, text, reason, status, sentBy, sentAt }: DeviceCommand): Promise<void> {
    const values = [tenantOf(tx), id, deviceId, kind, text, reason, status, sentBy, sentAt, null];
    await runPrepared(tx, 'device_command_add', ADD, values);
  }

  async pending(tx: Tx, deviceId: Id<'device'>): Promise<readonly DeviceCommand[]> {
    return (await runPrepared<CommandRow>(tx, 'device_commands_pending', PENDING, [deviceId])).map(toCommand);
  }

  async withdraw(tx: Tx, deviceId: Id<'device'>, kinds: readonly CommandKind[] | null): Promise<void> {
    await runPrepared(tx, 'device_commands_withdraw', WITHDRAW, [deviceId, kinds]);
  }

  async withdrawOne(tx: Tx, id: CommandId): Promise<void> {
    await runPrepared(tx, 'device_command_withdraw', WITHDRAW_ONE, [id]);
  }

  async acknowledge(tx: Tx, deviceId: Id<'device'>, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await runPrepared(tx, 'device_commands_acknowledge', ACKNOWLEDGE, [deviceId, ids, at]);
  }
}
