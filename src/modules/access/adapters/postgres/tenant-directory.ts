import type { TenantId } from '../../../../kernel/ids.js';
import type { QuestionPool } from '../../../../platform/http/tokens.js';
import { DatabaseUnavailable, isConnectionLost } from '../../../../platform/postgres/database-errors.js';
import type { Tenant, TenantDirectory } from '../../ports/tenant-directory.js';

interface TenantRow {
  readonly tenant_id: string;
  readonly slug: string;
  readonly status: Tenant['status'];
  readonly settings: Tenant['settings'];
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Asks the one function that answers before a tenant is known, and for an exact name only (GUARANTEES G6). */
export class PostgresTenantDirectory implements TenantDirectory {
  constructor(private readonly pool: QuestionPool) {}

  async bySlug(slug: string): Promise<Tenant | undefined> {
    if (!SLUG.test(slug)) return undefined; // the path may hold anything, even what no database can be asked
    try {
      const { rows } = await this.pool.query({
        name: 'tenant_by_slug',
        text: 'select tenant_id, slug, status, settings from tenant_by_slug($1)',
        values: [slug],
      });
      const row = rows[0] as TenantRow | undefined;
      return row && { id: row.tenant_id as TenantId, slug: row.slug, status: row.status, settings: row.settings };
    } catch (error) {
      throw isConnectionLost(error) ? new DatabaseUnavailable(error) : error;
    }
  }
}
