import type { TenantId } from '../../../kernel/ids.js';
import type { ApiKeyId } from '../domain/api-key.js';

/** Takes note that a key was used; written later and together, off the path of the request. */
export interface KeyUsage {
  used(tenantId: TenantId, id: ApiKeyId, at: Date): void;
}
