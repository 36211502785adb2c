import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Device } from '../../domain/device.js';
import type { DeviceTokens } from '../../ports/device-tokens.js';
import { DEVICE_COLUMNS, toDevice, type DeviceRow } from './device-rows.js';

const BEARER = `select ${DEVICE_COLUMNS.map((name) => `d.${name}`).join(', ')}, t.expires_at from device_tokens t
  join devices d on d.tenant_id = t.tenant_id and d.id = t.device_id where t.token_hash = $1`;

/** Tokens of devices in PostgreSQL. */
export class PostgresDeviceTokens implements DeviceTokens {
  constructor(private readonly transactor: Transactor) {}

  bearerOf(tenantId: TenantId, tokenHash: string): Promise<{ device: Device; expiresAt: Date | null } | undefined> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const rows = await runPrepared<DeviceRow & { expires_at: Date | null }>(tx, 'device_bearer', BEARER, [tokenHash]);
      return rows[0] && { device: toDevice(rows[0]), expiresAt: rows[0].expires_at };
    });
  }
}
