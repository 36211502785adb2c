import type { TenantId } from '../../../../kernel/ids.js';
import type { QuestionPool } from '../../../../platform/http/tokens.js';
import { DatabaseUnavailable, isConnectionLost } from '../../../../platform/postgres/database-errors.js';
import type { Tenant, TenantDirectory } from '../../ports/tenant-directory.js';

interface TenantRow {
  readonly tenant_id: string;
  readonly slug: string;
  readonly status: Tenant['status'];
  readonly settings: Tenant['settings'];
  readonly plan: string | null;
  readonly orders_until: Date | null;
  readonly revoked_at: Date | null;
  readonly features: string[] | null;
  readonly rate_limit_per_minute: number | null;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Asks the one function that answers before a tenant is known, and for an exact name only (GUARANTEES G6). */
export class PostgresTenantDirectory implements TenantDirectory {
  constructor(private readonly pool: QuestionPool) {}

  async bySlug(slug: string): Promise<Tenant | undefined> {
    if (!SLUG.test(slug)) return undefined; // the path may hold anything, even what no database can be asked
    try {
      const { rows } = await this.pool.query({
        name: 'tenant_at_door',
        text: `select tenant_id, slug, status, settings, plan, orders_until, revoked_at, features, rate_limit_per_minute
          from tenant_at_door($1)`,
        values: [slug],
      });
      const row = rows[0] as TenantRow | undefined;
      return row && toTenant(row);
    } catch (error) {
      throw isConnectionLost(error) ? new DatabaseUnavailable(error) : error;
    }
  }
}

function toTenant(row: TenantRow): Tenant {
  return {
    id: row.tenant_id as TenantId,
    slug: row.slug,
    status: row.status,
    settings: row.settings,
    licence: {
      plan: row.plan,
      ordersUntil: row.orders_until,
      revokedAt: row.revoked_at,
      features: row.features && new Set(row.features),
      rateLimitPerMinute: row.rate_limit_per_minute,
    },
  };
}
