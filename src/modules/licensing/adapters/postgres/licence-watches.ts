import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { PLATFORM } from '../../domain/platform.js';
import type { DueLicence, DueLicences, LicenceWatch, LicenceWatches } from '../../ports/licence-watches.js';

const ADD = `insert into licence_watches (tenant_id, next_look_at, sync_tries) values ($1::uuid, $2, 0) on conflict do nothing`;
const LOCK = 'select next_look_at, next_sync_at, sync_tries from licence_watches for update';
const SAVE = 'update licence_watches set next_look_at = $1, next_sync_at = $2, sync_tries = $3';

interface WatchRow {
  readonly next_look_at: Date;
  readonly next_sync_at: Date | null;
  readonly sync_tries: number;
}

/** Watches in PostgreSQL. */
export class PostgresLicenceWatches implements LicenceWatches {
  async lock(tx: Tx, at: Date): Promise<LicenceWatch> {
    await runPrepared(tx, 'licensing_watch_add', ADD, [tenantOf(tx), at]);
    const [row] = await runPrepared<WatchRow>(tx, 'licensing_watch_lock', LOCK, []);
    if (row === undefined) throw new Error('a watch that was just added is not there');
    return { nextLookAt: row.next_look_at, nextSyncAt: row.next_sync_at, syncTries: row.sync_tries };
  }

  async save(tx: Tx, { nextLookAt, nextSyncAt, syncTries }: LicenceWatch): Promise<void> {
    await runPrepared(tx, 'licensing_watch_save', SAVE, [nextLookAt, nextSyncAt, syncTries]);
  }
}

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

// Those whose time has come first: a business that is new waits for no other.
const DUE = `
  (select t.tenant_id as "tenantId", t.slug as "tenantSlug" from licence_watches w join tenants t using (tenant_id)
    where w.next_look_at <= $1 order by w.next_look_at limit $2)
  union all
  (select t.tenant_id, t.slug from tenants t
    where t.tenant_id <> $3::uuid and not exists (select from licence_watches w where w.tenant_id = t.tenant_id) limit $2)
  limit $2`;

/** Finds whose turn it is with the worker's role. */
export class PostgresDueLicences implements DueLicences {
  constructor(private readonly connections: WorkerConnections) {}

  async find(at: Date, limit: number): Promise<readonly DueLicence[]> {
    const statement = { name: 'licensing_due', text: DUE, values: [at, limit, PLATFORM.id] };
    return (await this.connections.query(statement)).rows as DueLicence[];
  }
}
