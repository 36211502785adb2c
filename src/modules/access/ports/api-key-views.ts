import type { TenantId } from '../../../kernel/ids.js';
import type { ApiKey } from '../domain/api-key.js';

/** Questions about keys that change nothing. */
export interface ApiKeyViews {
  /** Newest first. `after` is the position of the last key seen; one more than `limit` may come back. */
  list(
    tenantId: TenantId,
    page: { limit: number; after: { createdAt: string; id: string } | undefined },
  ): Promise<ApiKey[]>;
  bySecretHash(tenantId: TenantId, secretHash: string): Promise<ApiKey | undefined>;
}
