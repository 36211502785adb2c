import type { SeenFingerprints } from './fingerprint-watch.js';

/** What a device says with each sign of life. */
export interface SignOfLife {
  readonly appVersion: string;
  /** Entries that wait on it to be sent. */
  readonly queueDepth: number;
  readonly oldestQueuedAt: Date | null;
  /** Percent; `null`: it has none. */
  readonly battery: number | null;
  readonly charging: boolean | null;
  readonly deviceTime: Date;
  readonly network: string | null;
  readonly lastSyncAt: Date | null;
  /** The configuration that it works by. */
  readonly configurationRevision: number | null;
}

/** What is known of a device from what it said last. */
export interface DeviceState {
  readonly lastSeenAt: Date;
  readonly appVersion: string;
  readonly queueDepth: number;
  readonly oldestQueuedAt: Date | null;
  readonly battery: number | null;
  readonly charging: boolean | null;
  /** The device's clock less the server's; `null` before it has said its time. */
  readonly clockSkewMs: number | null;
  readonly network: string | null;
  readonly lastSyncAt: Date | null;
  readonly fingerprints: SeenFingerprints;
  /** What it was last handed to work by, and the number of that. */
  readonly configurationHash: string;
  readonly configurationRevision: number;
  readonly configurationInUse: number | null;
  /** When it counts as offline unless it says something; `null`: nobody waits for it. */
  readonly offlineDueAt: Date | null;
  readonly offlineToldAt: Date | null;
}

const MINUTE_MS = 60_000;

/** What is known of a device that was just linked. */
export function firstState(
  { appVersion, fingerprint }: { readonly appVersion: string; readonly fingerprint: string },
  configurationHash: string,
  offlineMinutes: number,
  at: Date,
): DeviceState {
  return {
    ...{ lastSeenAt: at, appVersion, queueDepth: 0, oldestQueuedAt: null, battery: null, charging: null },
    ...{ clockSkewMs: null, network: null, lastSyncAt: null },
    fingerprints: { last: fingerprint, all: [fingerprint] },
    ...{ configurationHash, configurationRevision: 1, configurationInUse: null },
    ...{ offlineDueAt: new Date(at.getTime() + offlineMinutes * MINUTE_MS), offlineToldAt: null },
  };
}

/** What is known after a sign of life. Fingerprints and the configuration are decided elsewhere. */
export function heard(state: DeviceState, sign: SignOfLife, offlineMinutes: number, at: Date): DeviceState {
  const { deviceTime, configurationRevision, ...said } = sign;
  return {
    ...state,
    ...said,
    lastSeenAt: at,
    clockSkewMs: deviceTime.getTime() - at.getTime(),
    configurationInUse: configurationRevision,
    offlineDueAt: new Date(at.getTime() + offlineMinutes * MINUTE_MS),
    offlineToldAt: null,
  };
}

/** The number of a configuration grows with each that is not the one before. */
export function withConfiguration(state: DeviceState, configurationHash: string): DeviceState {
  if (state.configurationHash === configurationHash) return state;
  return { ...state, configurationHash, configurationRevision: state.configurationRevision + 1 };
}
