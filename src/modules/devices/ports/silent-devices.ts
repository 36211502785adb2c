import type { Id, TenantId } from '../../../kernel/ids.js';

export interface SilentDevice {
  readonly tenantId: TenantId;
  readonly deviceId: Id<'device'>;
}

/** Finds devices, of all tenants, that nothing was heard of for too long and that nobody was told of. */
export interface SilentDevices {
  /** Those that are silent longest, some hundreds at most. */
  due(at: Date): Promise<readonly SilentDevice[]>;
}
