import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { versionParts } from '../../domain/app-version.js';
import { BRANDING_UNSET, POLICY_UNSET, type Branding, type DevicePolicy } from '../../domain/branding.js';
import type { DeviceSettingsRepository } from '../../ports/device-settings-repository.js';

const BRANDING = `select logo, primary_colour as "primaryColour", accent_colour as "accentColour",
  background_colour as "backgroundColour", version from brandings`;
const SAVE_BRANDING = `insert into brandings as b (tenant_id, logo, primary_colour, accent_colour, background_colour, version)
  values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id) do update set logo = excluded.logo,
  primary_colour = excluded.primary_colour, accent_colour = excluded.accent_colour,
  background_colour = excluded.background_colour, version = excluded.version
  where b.version = excluded.version - 1 returning version`;
const POLICY = `select minimum_app_version as "minimumAppVersion", version from device_policies`;
const SAVE_POLICY = `insert into device_policies as p (tenant_id, minimum_app_version, minimum_version_parts, version)
  values ($1, $2, $3, $4) on conflict (tenant_id) do update set minimum_app_version = excluded.minimum_app_version,
  minimum_version_parts = excluded.minimum_version_parts, version = excluded.version
  where p.version = excluded.version - 1 returning version`;

/** What all devices of a business work by, in PostgreSQL. */
export class PostgresDeviceSettings implements DeviceSettingsRepository {
  async branding(tx: Tx): Promise<Branding> {
    const [row] = await runPrepared<Branding>(tx, 'branding', BRANDING, []);
    return row ?? BRANDING_UNSET;
  }

  async saveBranding(tx: Tx, branding: Branding): Promise<void> {
    const { logo, primaryColour, accentColour, backgroundColour, version } = branding;
    const values = [tenantOf(tx), logo, primaryColour, accentColour, backgroundColour, version];
    assertSaved(await runPrepared(tx, 'branding_save', SAVE_BRANDING, values), version);
  }

  async policy(tx: Tx): Promise<DevicePolicy> {
    const [row] = await runPrepared<DevicePolicy>(tx, 'device_policy', POLICY, []);
    return row ?? POLICY_UNSET;
  }

  async savePolicy(tx: Tx, { minimumAppVersion, version }: DevicePolicy): Promise<void> {
    const parts = minimumAppVersion === null ? null : versionParts(minimumAppVersion);
    const values = [tenantOf(tx), minimumAppVersion, parts, version];
    assertSaved(await runPrepared(tx, 'device_policy_save', SAVE_POLICY, values), version);
  }
}

/** What was read is what is changed, or somebody else was faster. */
function assertSaved(rows: readonly unknown[], currentVersion: number): void {
  if (rows.length !== 1) throw new Refusal('version_mismatch', { currentVersion });
}
