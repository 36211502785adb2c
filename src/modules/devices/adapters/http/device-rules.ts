import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Settings } from '../../../../platform/http/tokens.js';
import type { DeviceRules } from '../../domain/device-configuration.js';

/** What the installation sets for the business of a request. */
export type RulesOf = (request: PosRequest) => DeviceRules;

/** Reads what the installation sets for the business of each request, with the business's own values. */
export function rulesFrom(settings: Settings): RulesOf {
  return ({ edge }) => {
    const own = settings.forTenant(edge.tenantSettings ?? {});
    return {
      publicUrl: settings.publicUrl?.replace(/\/$/, '') ?? null,
      sessionHours: own.sessionHours,
      sessionIdleMinutes: own.sessionIdleMinutes,
      offlineMinutes: own.deviceOfflineMinutes,
      secretAllowed: own.deviceSecretAllowed === 'yes',
    };
  };
}

/** Where the service is, for people: the configured address, or the one that the request came by. */
export function addressOf({ publicUrl }: DeviceRules, { protocol, headers }: PosRequest): string {
  return publicUrl ?? `${protocol}://${headers.host ?? ''}`;
}
