import type { TenantId } from '../../../kernel/ids.js';
import type { Device } from '../domain/device.js';

/** Whose token is this? Asked at the door, by hash. */
export interface DeviceTokens {
  bearerOf(
    tenantId: TenantId,
    tokenHash: string,
  ): Promise<{ readonly device: Device; readonly expiresAt: Date | null } | undefined>;
}
