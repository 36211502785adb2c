import type { Tx } from '../../../kernel/transaction.js';
import type { Branding, DevicePolicy } from '../domain/branding.js';

/** What all devices of the transaction's tenant work by. */
export interface DeviceSettingsRepository {
  branding(tx: Tx): Promise<Branding>;
  /** @throws Refusal `version_mismatch` when somebody else was faster. */
  saveBranding(tx: Tx, branding: Branding): Promise<void>;
  policy(tx: Tx): Promise<DevicePolicy>;
  /** @throws Refusal `version_mismatch` when somebody else was faster. */
  savePolicy(tx: Tx, policy: DevicePolicy): Promise<void>;
}
