import type { Id, OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { DeviceKind } from '../../domain/device-kind.js';
import type { DeviceRefusal } from '../../domain/device.js';
import type { BatchId, LinkCode, LinkCodeId } from '../../domain/link-code.js';
import type { ProvisioningBatch } from '../../domain/link-events.js';
import type { LinkCodeRepository, LinkTries } from '../../ports/link-code-repository.js';

export interface LinkCodeRow {
  id: string;
  batch_id: string | null;
  outlet_id: string;
  kind: DeviceKind;
  name: string;
  serial: string | null;
  status: LinkCode['status'];
  made_by: string;
  made_at: Date;
  expires_at: Date;
  device_id: string | null;
}

export interface BatchRow {
  id: string;
  size: number;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  withdrawn_at: Date | null;
}

// prettier-ignore
export const LINK_CODE_COLUMNS =
  'id, batch_id, outlet_id, kind, name, serial, status, made_by, made_at, expires_at, device_id';
export const BATCH_COLUMNS = 'id, size, made_by, made_at, expires_at, withdrawn_at';

const GET = `select ${LINK_CODE_COLUMNS} from device_link_codes where id = $1 for update`;
const BY_HASH = `select ${LINK_CODE_COLUMNS} from device_link_codes where code_hash = any($1::text[]) for update`;
const ADD = `insert into device_link_codes (tenant_id, code_hash, ${LINK_CODE_COLUMNS})
  select $1::uuid, code_hash, ${LINK_CODE_COLUMNS} from json_populate_recordset(null::device_link_codes, $2::json)`;
const SAVE = 'update device_link_codes set status = $2, device_id = $3 where id = $1 returning id';
// Two who count at the same time wait for each other, or both would find room for the last code.
const TURN = `select pg_advisory_xact_lock(hashtextextended('device-link-codes ' || $1, 0))`;
const COUNT = `select count(*)::int as open from device_link_codes
  where status = 'open' and expires_at > $1 and (batch_id is not null) = $2`;
const ADD_BATCH = `insert into provisioning_batches (tenant_id, ${BATCH_COLUMNS}) values ($1, $2, $3, $4, $5, $6, null)`;
const GET_BATCH = `select ${BATCH_COLUMNS} from provisioning_batches where id = $1 for update`;
const SAVE_BATCH = 'update provisioning_batches set withdrawn_at = $2 where id = $1';
const OUTLETS = 'select distinct outlet_id from device_link_codes where batch_id = $1 order by outlet_id';
const WITHDRAW = `update device_link_codes set status = 'withdrawn' where batch_id = $1 and status = 'open' returning id`;
const TRIES = 'select since, wrong, event_sequence from device_link_tries for update';
const COUNT_WRONG = `insert into device_link_tries as t (tenant_id, since, wrong) values ($1, $2, 1)
  on conflict (tenant_id) do update set
    since = case when t.since <= $3 then excluded.since else t.since end,
    wrong = case when t.since <= $3 then 1 else t.wrong + 1 end
  returning since, wrong, event_sequence`;
const CLOSED = 'update device_link_tries set event_sequence = $1';

/** Codes that link devices, in PostgreSQL. */
export class PostgresLinkCodeRepository implements LinkCodeRepository {
  async get(tx: Tx, id: LinkCodeId): Promise<LinkCode> {
    const [row] = await runPrepared<LinkCodeRow>(tx, 'link_code_lock', GET, [id]);
    if (row === undefined) throw new Refusal<DeviceRefusal>('link_code_not_found', { linkCodeId: id });
    return toLinkCode(row);
  }

  async byHash(tx: Tx, hashes: readonly string[]): Promise<LinkCode | undefined> {
    const [row] = await runPrepared<LinkCodeRow>(tx, 'link_code_by_hash', BY_HASH, [hashes]);
    return row && toLinkCode(row);
  }

  async add(tx: Tx, codes: readonly (LinkCode & { readonly hash: string })[]): Promise<void> {
    const rows = codes.map(({ hash, ...code }) => ({ code_hash: hash, ...fromLinkCode(code) }));
    await runPrepared(tx, 'link_codes_add', ADD, [tenantOf(tx), JSON.stringify(rows)]);
  }

  async save(tx: Tx, { id, status, deviceId }: LinkCode): Promise<void> {
    const rows = await runPrepared(tx, 'link_code_save', SAVE, [id, status, deviceId]);
    if (rows.length !== 1) throw new Error(`saved ${rows.length} codes instead of one`);
  }

  async countOpen(tx: Tx, at: Date, batched: boolean): Promise<number> {
    await runPrepared(tx, 'link_codes_turn', TURN, [tenantOf(tx)]);
    const [row] = await runPrepared<{ open: number }>(tx, 'link_codes_count', COUNT, [at, batched]);
    return row?.open ?? 0;
  }

  async addBatch(tx: Tx, { id, size, madeBy, madeAt, expiresAt }: ProvisioningBatch): Promise<void> {
    await runPrepared(tx, 'batch_add', ADD_BATCH, [tenantOf(tx), id, size, madeBy, madeAt, expiresAt]);
  }

  async getBatch(tx: Tx, id: BatchId): Promise<ProvisioningBatch> {
    const [row] = await runPrepared<BatchRow>(tx, 'batch_lock', GET_BATCH, [id]);
    if (row === undefined) throw new Refusal<DeviceRefusal>('provisioning_batch_not_found', { batchId: id });
    return toBatch(row);
  }

  async saveBatch(tx: Tx, { id, withdrawnAt }: ProvisioningBatch): Promise<void> {
    await runPrepared(tx, 'batch_save', SAVE_BATCH, [id, withdrawnAt]);
  }

  async withdrawBatch(tx: Tx, id: BatchId): Promise<{ outletIds: string[]; codes: number }> {
    const outlets = await runPrepared<{ outlet_id: string }>(tx, 'batch_outlets', OUTLETS, [id]);
    const codes = await runPrepared(tx, 'batch_withdraw', WITHDRAW, [id]);
    return { outletIds: outlets.map(({ outlet_id: outletId }) => outletId), codes: codes.length };
  }

  async tries(tx: Tx): Promise<LinkTries | undefined> {
    const [row] = await runPrepared<TriesRow>(tx, 'link_tries', TRIES, []);
    return row && toTries(row);
  }

  async countWrong(tx: Tx, at: Date, windowMs: number): Promise<LinkTries> {
    const over = new Date(at.getTime() - windowMs);
    const [row] = await runPrepared<TriesRow>(tx, 'link_tries_count', COUNT_WRONG, [tenantOf(tx), at, over]);
    return toTries(row as TriesRow);
  }

  async saveClosed(tx: Tx, eventSequence: number): Promise<void> {
    await runPrepared(tx, 'link_tries_closed', CLOSED, [eventSequence]);
  }
}

interface TriesRow {
  since: Date;
  wrong: number;
  event_sequence: number;
}

function toTries({ since, wrong, event_sequence: eventSequence }: TriesRow): LinkTries {
  return { since, wrong, eventSequence };
}

/** The code that a row tells of. */
export function toLinkCode(row: LinkCodeRow): LinkCode {
  return {
    ...{ id: row.id as LinkCodeId, batchId: row.batch_id as BatchId | null, outletId: row.outlet_id as OutletId },
    ...{ kind: row.kind, name: row.name, serial: row.serial, status: row.status, madeBy: row.made_by },
    ...{ madeAt: row.made_at, expiresAt: row.expires_at, deviceId: row.device_id as Id<'device'> | null },
  };
}

function fromLinkCode(code: LinkCode): LinkCodeRow {
  return {
    ...{ id: code.id, batch_id: code.batchId, outlet_id: code.outletId, kind: code.kind, name: code.name },
    ...{ serial: code.serial, status: code.status, made_by: code.madeBy, made_at: code.madeAt },
    ...{ expires_at: code.expiresAt, device_id: code.deviceId },
  };
}

/** The batch that a row tells of. */
export function toBatch(row: BatchRow): ProvisioningBatch {
  return {
    ...{ id: row.id as BatchId, size: row.size, madeBy: row.made_by, madeAt: row.made_at },
    ...{ expiresAt: row.expires_at, withdrawnAt: row.withdrawn_at },
  };
}
