import type { TenantId } from '../../../kernel/ids.js';

export interface DueTenant {
  readonly tenantId: TenantId;
  readonly slug: string;
}

/** Whose turn it is, over all tenants. */
export interface SyncTurns {
  /** Those whose source has told of a change first, then those that wait longest. */
  due(limit: number): Promise<readonly DueTenant[]>;
}
