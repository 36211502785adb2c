import type { RequestContext } from '../../../kernel/context.js';
import type { DeviceKey, RelayedEntry } from '../domain/relayed-entry.js';
import type { CloudOutcome } from './cloud.js';

/** Lets entries of a device take effect at the hub, as if it had sent them. */
export interface EntryIntake {
  /** @returns what became of them; `undefined` where the hub does not know the device yet. */
  take(
    context: RequestContext,
    deviceId: string,
    key: DeviceKey | null,
    entries: readonly RelayedEntry[],
  ): Promise<readonly CloudOutcome[] | undefined>;
}
