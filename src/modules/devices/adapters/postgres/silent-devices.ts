import type { Id, TenantId } from '../../../../kernel/ids.js';
import type { QuestionPool } from '../../../../platform/http/tokens.js';
import type { SilentDevice, SilentDevices } from '../../ports/silent-devices.js';

const BATCH = 200;

// Row security shows the worker's role only devices that are waited for, and of them nothing but when.
const DUE = `select tenant_id, device_id from device_states
  where offline_told_at is null and offline_due_at <= $1 order by offline_due_at limit ${BATCH}`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly device_id: Id<'device'>;
}

/** Finds the silent devices of all tenants, as the worker's role may. */
export class PostgresSilentDevices implements SilentDevices {
  constructor(private readonly pool: QuestionPool) {}

  async due(at: Date): Promise<readonly SilentDevice[]> {
    const { rows } = await this.pool.query({ name: 'devices_silent', text: DUE, values: [at] });
    return (rows as DueRow[]).map(({ tenant_id: tenantId, device_id: deviceId }) => ({ tenantId, deviceId }));
  }
}
