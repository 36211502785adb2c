import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { REPLICA_TABLES, type ReplicaTable } from '../../domain/replica-tables.js';
import type { CloudHead, DeviceKey, NumberRange, RelayedEntry } from '../../domain/relayed-entry.js';
import type { ReplicaPage } from '../../ports/cloud.js';
import type { ReplicaSource } from '../../ports/replica-source.js';
import { RELAYED_COLUMNS, toRelayed, type RelayedRow } from './relayed-rows.js';

const PAGE = 1_000;
/** So an answer stays small: an entry is seldom larger than some kilobytes. */
const ENTRIES_MAX = 100;

const DIGESTS = `select d.name as "table", d.digest from (${REPLICA_TABLES.map(digestOf).join(' union all ')}) d
  where $1::uuid is not null`;
const HEADS = `select s.device_id, s.highest, s.missing, s.public_key, f.sequence as first, f.previous_hash as first_previous_hash,
    s.head_hash
  from sync_devices s
  left join lateral (
    select q.sequence, q.previous_hash from offline_event_queue q
     where q.device_id = s.device_id and q.in_chain and q.received_at >= $2 order by q.sequence limit 1) f on true
  where s.outlet_id = $1 and s.highest > 0 order by s.device_id`;
const ENTRIES = `select ${RELAYED_COLUMNS} from offline_event_queue
  where device_id = $1 and outlet_id = $2 and in_chain and sequence between $3 and $4 order by sequence limit ${ENTRIES_MAX}`;

interface HeadRow {
  readonly device_id: string;
  readonly highest: number;
  readonly missing: readonly NumberRange[];
  readonly public_key: DeviceKey | null;
  readonly first: number | null;
  readonly first_previous_hash: string | null;
  readonly head_hash: string;
}

/** What hubs copy, read by the tenant's own rights. */
export class PostgresReplicaSource implements ReplicaSource {
  async digests(tx: Tx, outletId: string): Promise<readonly { readonly table: string; readonly digest: string }[]> {
    return runPrepared<{ table: string; digest: string }>(tx, 'replica_digests', DIGESTS, [outletId]);
  }

  async page(tx: Tx, table: ReplicaTable, outletId: string, after: string | null): Promise<ReplicaPage> {
    const { key } = table;
    const names = key.map(([column]) => column).join(', ');
    const marks = key.map(([, type], index) => `$${index + 2}::${type}`).join(', ');
    const from = after === null || key.length === 0 ? 'true' : `(${names}) > (${marks})`;
    const order = key.length === 0 ? '' : `order by ${names} limit ${PAGE + 1}`;
    const keys = key.length === 0 ? `array[]::text[]` : `array[${key.map(([column]) => `${column}::text`).join(', ')}]`;
    const text = `select row_to_json(t)::text as "row", ${keys} as place from (${contentOf(table)}) t
      where $1::uuid is not null and ${from} ${order}`;
    const values = [outletId, ...(from === 'true' ? [] : placeIn(after, key.length))];
    const name = `replica_${table.table}_${from === 'true' ? 'first' : 'next'}`;
    const found = await runPrepared<{ row: string; place: string[] }>(tx, name, text, values);
    const rows = found.slice(0, PAGE);
    const last = rows.at(-1);
    const isMore = found.length > PAGE && key.length > 0 && last !== undefined;
    return { rows: rows.map(({ row }) => row), next: isMore ? placeText(last.place) : null };
  }

  async heads(tx: Tx, outletId: string, since: Date): Promise<readonly CloudHead[]> {
    const rows = await runPrepared<HeadRow>(tx, 'replica_heads', HEADS, [outletId, since]);
    return rows.map((row) => ({
      ...{ deviceId: row.device_id, highest: row.highest, missing: row.missing, key: row.public_key },
      first: row.first ?? row.highest + 1,
      firstPreviousHash: row.first_previous_hash ?? row.head_hash,
    }));
  }

  async entries(
    tx: Tx,
    outletId: string,
    deviceId: string,
    from: number,
    to: number,
  ): Promise<readonly RelayedEntry[]> {
    const rows = await runPrepared<RelayedRow>(tx, 'replica_entries', ENTRIES, [deviceId, outletId, from, to]);
    return rows.map(toRelayed);
  }
}

function contentOf({ table, columns = '*', of }: ReplicaTable): string {
  const condition = of === undefined ? 'true' : of === 'outlet' ? 'outlet_id = $1' : of.condition;
  return `select ${columns} from ${table} where ${condition}`;
}

function digestOf(table: ReplicaTable): string {
  const { table: name, revision, seed, key, raises = [] } = table;
  if (revision !== undefined)
    return `select '${name}' as name, (select '${revision} ' || ${revision} from master_data_revisions) as digest`;
  // What the hub counts itself is no change.
  const own = raises.length === 0 ? 't::text' : `(to_jsonb(t) - '{${raises.join(',')}}'::text[])::text`;
  const row = seed === true ? key.map(([column]) => `t.${column}::text`).join(` || ' ' || `) : own;
  return `select '${name}' as name, (select md5(coalesce(string_agg(md5(${row}), '' order by md5(${row})), ''))
    from (${contentOf(table)}) t) as digest`;
}

function placeText(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function placeIn(text: string | null, length: number): readonly string[] {
  try {
    const place = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as unknown;
    if (Array.isArray(place) && place.length === length && place.every((part) => typeof part === 'string'))
      return place;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal('cursor_invalid');
}
