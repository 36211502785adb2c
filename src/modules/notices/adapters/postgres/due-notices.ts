import type { TenantId } from '../../../../kernel/ids.js';
import type { NoticeId } from '../../domain/notice.js';
import type { DueNotice, DueNotices } from '../../ports/due-notices.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const CLAIM = `
  with due as (
    select tenant_id, id from notices where send_status = 'pending' and next_try_at <= now()
     order by next_try_at limit $1 for update skip locked),
  taken as (
    update notices n set next_try_at = now() + $2::float8 * interval '1 millisecond'
      from due d where n.tenant_id = d.tenant_id and n.id = d.id returning n.tenant_id, n.id)
  select tenant_id as "tenantId", slug as "tenantSlug", id from taken join tenants using (tenant_id)`;

/** Finds what is due with the worker's role. */
export class PostgresDueNotices implements DueNotices {
  /** @param leaseMs longer than a call takes. */
  constructor(
    private readonly connections: WorkerConnections,
    private readonly leaseMs: number,
  ) {}

  async claim(limit: number): Promise<readonly DueNotice[]> {
    const statement = { name: 'notices_claim', text: CLAIM, values: [limit, this.leaseMs] };
    const { rows } = await this.connections.query(statement);
    return rows as { tenantId: TenantId; tenantSlug: string; id: NoticeId }[];
  }
}

/** What waits to be sent, of all tenants. */
export interface NoticeFigures {
  readonly pending: number;
  /** Age of the oldest that waits; 0 without any. */
  readonly oldestSeconds: number;
}

const FIGURES = `
  select count(*)::int as pending, coalesce(extract(epoch from now() - min(raised_at)), 0)::float8 as "oldestSeconds"
    from notices where send_status = 'pending'`;

/** Reads the figures with the worker's role. */
export async function readNoticeFigures(connections: WorkerConnections): Promise<NoticeFigures> {
  const { rows } = await connections.query({ name: 'notices_figures', text: FIGURES, values: [] });
  return rows[0] as NoticeFigures;
}
