import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { BearerKind, type FoundBearer } from '../../../access/index.js';
import { permissionsOfDevice } from '../../domain/device-permissions.js';
import type { DeviceTokens } from '../../ports/device-tokens.js';

/** Devices, by the tokens that they were linked with. */
export class DeviceBearers extends BearerKind {
  readonly kinds = ['device'] as const;

  constructor(private readonly tokens: DeviceTokens) {
    super();
  }

  async find(tenantId: TenantId, tokenHash: string): Promise<FoundBearer | undefined> {
    const found = await this.tokens.bearerOf(tenantId, tokenHash);
    if (found === undefined || found.device.status === 'unlinked') return undefined;
    const { id, kind, status, outletId, proof } = found.device;
    return {
      principal: {
        ...{ kind: 'device', id, deviceId: id, test: false },
        permissions: new Set(permissionsOfDevice(kind, status)),
        outlets: new Set<OutletId>([outletId]),
      },
      expiresAt: found.expiresAt?.getTime() ?? Infinity,
      proof,
      subjects: [`device:${id}`],
    };
  }
}
