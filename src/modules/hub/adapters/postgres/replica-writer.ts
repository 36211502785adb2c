import { createPool } from '../../../../platform/postgres/pool.js';
import type { ReplicaTable } from '../../domain/replica-tables.js';
import type { ReplicaWriter } from '../../ports/hub-store.js';

type Pool = ReturnType<typeof createPool>;
type Client = Pick<Pool, 'query'>;

interface OwnColumn {
  readonly name: string;
  readonly required: boolean;
}

const TIMEOUT_MS = 120_000;
const UNIQUE_VIOLATION = '23505';
const COLUMNS = `select column_name as name, is_nullable = 'NO' and column_default is null as required
  from information_schema.columns where table_schema = current_schema() and table_name = $1`;
const DIGEST = `insert into hub_states (tenant_id, uplink, uplink_since, digests) values ($1, 'up', now(), jsonb_build_object($2::text, $3::text))
  on conflict (tenant_id) do update set digests = hub_states.digests || excluded.digests`;

/**
 * Writes copies as the owner of the tables: no trigger and no foreign key objects to rows that were right in the cloud, and revisions are
 * copied instead of counted.
 */
export class PostgresReplicaWriter implements ReplicaWriter {
  private pool: Pool | undefined;

  constructor(
    private readonly ownerUrl: string,
    private readonly tenantId: string,
  ) {}

  async write(table: ReplicaTable, rows: readonly string[], digest: string): Promise<void> {
    try {
      await this.transact((client) => this.fill(client, table, rows, digest, 'merge'));
    } catch (error) {
      // Two rows may have swapped what only one may have: then all are written anew.
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION || table.seed === true) throw error;
      await this.transact((client) => this.fill(client, table, rows, digest, 'anew'));
    }
  }

  async close(): Promise<void> {
    await this.pool?.end();
  }

  private async fill(
    client: Client,
    table: ReplicaTable,
    rows: readonly string[],
    digest: string,
    how: 'merge' | 'anew',
  ): Promise<void> {
    const { table: name, key, seed } = table;
    const keys = ['tenant_id', ...key.map(([column]) => column)];
    const all = `[${rows.join(',')}]`;
    if (how === 'anew') await client.query(`delete from ${name} where tenant_id = $1`, [this.tenantId]);
    else if (seed !== true) {
      const same = keys.map((column) => `n.${column} = t.${column}`).join(' and ');
      await client.query(
        `delete from ${name} t where t.tenant_id = $1
           and not exists (select from json_populate_recordset(null::${name}, $2::json) n where ${same})`,
        [this.tenantId, all],
      );
    }
    const [first] = rows;
    if (first !== undefined) await client.query(insertOf(table, keys, await this.shared(client, name, first)), [all]);
    await client.query(DIGEST, [this.tenantId, name, digest]);
  }

  /** The columns that both have. @throws Error where the hub needs one that did not come. */
  private async shared(client: Client, table: string, row: string): Promise<readonly string[]> {
    const sent = new Set(Object.keys(JSON.parse(row) as object));
    const { rows } = await client.query<OwnColumn>(COLUMNS, [table]);
    const missing = rows.filter(({ name, required }) => required && !sent.has(name)).map(({ name }) => name);
    if (missing.length > 0)
      throw new Error(
        `the cloud sends no ${missing.join(', ')} of ${table}: it is older than this hub. ` +
          'Bring the cloud to the same release, or the hub back to its former one.',
      );
    return rows.map(({ name }) => name).filter((name) => sent.has(name));
  }

  private async transact(work: (client: Client) => Promise<void>): Promise<void> {
    this.pool ??= openOwnerPool(this.ownerUrl);
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query(`select set_config('app.tenant_id', $1, true)`, [this.tenantId]);
      await client.query('set local session_replication_role = replica');
      await work(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => (broken = failure as Error));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

function openOwnerPool(url: string): Pool {
  return createPool({
    ...{ url, max: 1, connectTimeoutMs: 5_000, statementTimeoutMs: TIMEOUT_MS, applicationName: 'pos-replica' },
    onIdleError: () => undefined, // the next write fails as well, and is told of
  });
}

function insertOf(
  { table, raises = [], keeps, seed }: ReplicaTable,
  keys: readonly string[],
  columns: readonly string[],
): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = `insert into ${table} as t (${names})
    select ${names} from json_populate_recordset(null::${table}, $1::json) on conflict (${keys.join(', ')})`;
  const changing = columns.filter((column) => !keys.includes(column));
  if (seed === true || changing.length === 0) return `${insert} do nothing`;
  const sets = changing.map((column) => {
    if (raises.includes(column)) return `"${column}" = greatest(t."${column}", excluded."${column}")`;
    if (keeps?.columns.includes(column) === true)
      return `"${column}" = case when t."${keeps.while}" = excluded."${keeps.while}" then t."${column}" else excluded."${column}" end`;
    return `"${column}" = excluded."${column}"`;
  });
  // As text: columns of JSON know no equality.
  return `${insert} do update set ${sets.join(', ')} where (t.*)::text is distinct from (excluded.*)::text`;
}
