import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { SyncClaim, SyncState, SyncStates } from '../../ports/sync-repository.js';

const FIND = `select revision, last_success_at, away_since, failure from catalog_sync_states`;
const SUCCEEDED = `
  insert into catalog_sync_states (tenant_id, revision, last_success_at) values ($1, $2, now())
  on conflict (tenant_id) do update set revision = excluded.revision, last_success_at = now(), away_since = null, failure = null`;
const FAILED = `
  insert into catalog_sync_states as s (tenant_id, failure, away_since) values ($1, $2, case when $3 then now() end)
  on conflict (tenant_id) do update
     set failure = excluded.failure, away_since = case when $3 then coalesce(s.away_since, now()) end`;
const REQUEST = `
  insert into catalog_sync_states (tenant_id, requested_at) values ($1, now())
  on conflict (tenant_id) do update set requested_at = now()`;
// The claim's time is its token. It travels as text: dates of the runtime have no microseconds.
const CLAIM = `
  insert into catalog_sync_states as s (tenant_id, claimed_at, claimed_until)
  values ($1, clock_timestamp(), now() + make_interval(secs => $2))
  on conflict (tenant_id) do update set claimed_at = excluded.claimed_at, claimed_until = excluded.claimed_until
   where (s.claimed_until is null or s.claimed_until < now()) and (s.due_at <= now() or s.requested_at is not null)
  returning claimed_at::text as token, revision, requested_at is not null as requested`;
// What was requested before the turn began was there when the source was asked: it told of it afterwards.
const REST = `
  update catalog_sync_states
     set claimed_at = null, claimed_until = null, due_at = now() + make_interval(secs => $2),
         requested_at = case when requested_at > claimed_at then requested_at end
   where claimed_at = $1::timestamptz`;

interface StateRow {
  revision: string | null;
  last_success_at: Date | null;
  away_since: Date | null;
  failure: string | null;
}

/** How far tenants' copies have come, in PostgreSQL. */
export class PostgresSyncStates implements SyncStates {
  async find(tx: Tx): Promise<SyncState> {
    const [row] = await runPrepared<StateRow>(tx, 'catalog_sync_state', FIND, []);
    if (row === undefined) return { revision: null, lastSuccessAt: null, awaySince: null, failure: null };
    const { revision, last_success_at: lastSuccessAt, away_since: awaySince, failure } = row;
    return { revision, lastSuccessAt, awaySince, failure };
  }

  async succeeded(tx: Tx, revision: string): Promise<void> {
    await runPrepared(tx, 'catalog_sync_succeeded', SUCCEEDED, [tenantOf(tx), revision]);
  }

  async failed(tx: Tx, failure: string, away: boolean): Promise<void> {
    await runPrepared(tx, 'catalog_sync_failed', FAILED, [tenantOf(tx), failure, away]);
  }

  async request(tx: Tx): Promise<void> {
    await runPrepared(tx, 'catalog_sync_request', REQUEST, [tenantOf(tx)]);
  }

  async claim(tx: Tx, leaseMs: number): Promise<SyncClaim | undefined> {
    const values = [tenantOf(tx), leaseMs / 1000];
    return (await runPrepared<SyncClaim>(tx, 'catalog_sync_claim', CLAIM, values))[0];
  }

  async rest(tx: Tx, { token }: SyncClaim, untilMs: number): Promise<void> {
    await runPrepared(tx, 'catalog_sync_rest', REST, [token, untilMs / 1000]);
  }
}
