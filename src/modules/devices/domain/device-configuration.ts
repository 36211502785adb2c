/** What the installation sets for a business, as far as devices depend on it. */
export interface DeviceRules {
  /** Address that clients use; `null`: the one that they came by. */
  readonly publicUrl: string | null;
  readonly sessionHours: number;
  readonly sessionIdleMinutes: number;
  readonly offlineMinutes: number;
  /** Whether devices that cannot keep a key may be linked with a secret. */
  readonly secretAllowed: boolean;
}

/** Where a device finds what it talks to. Paths are below the base; null: the address that the device came by is right. */
export interface DeviceEndpoints {
  readonly base: string | null;
  readonly api: string;
  readonly stream: string;
  readonly heartbeat: string;
  readonly configuration: string;
}

/** The addresses of a business and an outlet. */
export function endpointsOf(slug: string, outletId: string, publicUrl: string | null): DeviceEndpoints {
  const api = `/v1/${slug}/pos`;
  return {
    base: publicUrl,
    api,
    stream: `${api}/outlets/${outletId}/stream`,
    heartbeat: `${api}/devices/self/heartbeats`,
    configuration: `${api}/devices/self/configuration`,
  };
}
