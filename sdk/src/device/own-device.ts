import type { PosClient } from '../client/pos-client.js';
import type { DeviceConfiguration, Heartbeat, HeartbeatAnswer } from '../contract/models.js';
import type { QueueStatus } from '../queue/queue-status.js';

/** What a device says of itself, beside its queue. */
export type DeviceState = Pick<Heartbeat, 'appVersion' | 'fingerprint'> &
  Partial<Pick<Heartbeat, 'battery' | 'charging' | 'network' | 'configurationRevision' | 'acknowledged'>>;

/**
 * Says that the device lives and what waits on it; the answer has what it is to do.
 * @param client with the device's own credential. @throws PosProblem, PosUnreachable.
 */
export function sendHeartbeat(
  client: PosClient,
  state: DeviceState,
  queue: Pick<QueueStatus, 'pending' | 'oldestAt' | 'lastSyncAt'> | null,
  now: () => number = Date.now,
): Promise<HeartbeatAnswer> {
  const body: Heartbeat = {
    ...state,
    queueDepth: queue?.pending ?? 0,
    oldestQueuedAt: queue?.oldestAt?.toISOString() ?? null,
    lastSyncAt: queue?.lastSyncAt?.toISOString() ?? null,
    deviceTime: new Date(now()).toISOString(),
  };
  return client.request('POST', '/pos/devices/self/heartbeats', { body, attempts: 1 });
}

/** A new token for the device, which replaces the one of `client`; the old one is good until `oldUntil`. Keep it before it is used. */
export function rotateToken(client: PosClient): Promise<{ readonly token: string; readonly oldUntil: string }> {
  return client.request('POST', '/pos/devices/self/token');
}

/** What the device works by; `null` while it is what `revision` says. */
export async function fetchConfiguration(client: PosClient, revision?: number): Promise<DeviceConfiguration | null> {
  const known = revision === undefined ? {} : { ifNoneMatch: `"${revision}"` };
  const path = '/pos/devices/self/configuration';
  return (await client.request<DeviceConfiguration | undefined>('GET', path, known)) ?? null;
}
