import { sql } from 'kysely';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DeadLetter, DeadLetterId, DeadLetterRefusal } from '../../domain/dead-letter.js';
import type { DeadLetterViews, LetterQuestion, SinkStatus } from '../../ports/dead-letter-views.js';
import { SHOWN, toDeadLetter, type DeadLetterTables } from './dead-letter-rows.js';

// How far sinks are is nobody's data in particular, so only the worker's role may read it; the tenant is a condition here.
const STATUS = `
  select s.sink as name, waiting.behind, waiting."oldestSeconds",
         (select count(*) from outbox_blocked b where b.tenant_id = $1 and b.sink = s.sink) as blocked,
         (select count(*) from outbox_dead_letters l
           where l.tenant_id = $1 and l.sink = s.sink and l.status <> 'redriven') as "deadLetters"
    from (select sink, min(position) as position from outbox_shards group by sink) s
    cross join lateral (
      select count(*) as behind, coalesce(extract(epoch from now() - min(e.occurred_at)), 0)::float8 as "oldestSeconds"
        from (select occurred_at from events where tenant_id = $1 and position > s.position order by position limit 10000) e) waiting
   order by s.sink`;

/** As much of the worker's pool as one question takes. */
interface WorkerQuestions {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Reads what did not leave. */
export class PostgresDeadLetterViews implements DeadLetterViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly worker: WorkerQuestions,
  ) {}

  list(tenantId: TenantId, { sink, type, status, limit, after }: LetterQuestion): Promise<DeadLetter[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const deadMs = sql<Date>`date_trunc('milliseconds', dead_at)`;
      let query = transactionOf<DeadLetterTables>(tx)
        .selectFrom('outbox_dead_letters')
        .select(SHOWN)
        .orderBy(deadMs, 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (sink !== undefined) query = query.where('sink', '=', sink);
      if (type !== undefined) query = query.where('type', '=', type);
      if (status !== undefined) query = query.where('status', '=', status);
      if (after !== undefined)
        query = query.where(sql<boolean>`(${deadMs}, id) < (${after.deadAt}::timestamptz, ${after.id}::uuid)`);
      return (await query.execute()).map(toDeadLetter);
    });
  }

  get(tenantId: TenantId, id: DeadLetterId): Promise<DeadLetter> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const row = await transactionOf<DeadLetterTables>(tx)
        .selectFrom('outbox_dead_letters')
        .select(SHOWN)
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw new Refusal<DeadLetterRefusal>('dead_letter_not_found', { deadLetterId: id });
      return toDeadLetter(row);
    });
  }

  async status(tenantId: TenantId): Promise<SinkStatus[]> {
    return (await this.worker.query(STATUS, [tenantId])).rows as SinkStatus[];
  }
}
