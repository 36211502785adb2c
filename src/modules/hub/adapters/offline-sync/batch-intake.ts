import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { EntryKind, JsonObject, TakeBatch } from '../../../offline-sync/index.js';
import type { DeviceKey, RelayedEntry } from '../../domain/relayed-entry.js';
import type { CloudOutcome } from '../../ports/cloud.js';
import type { EntryIntake } from '../../ports/entry-intake.js';

const NOT_YET: ReadonlySet<string> = new Set(['sync_device_not_found', 'sync_key_missing', 'sync_in_progress']);

/** Hands entries in at this service's own queue. */
export class BatchIntake implements EntryIntake {
  constructor(private readonly takeBatch: TakeBatch) {}

  async take(
    context: RequestContext,
    deviceId: string,
    key: DeviceKey | null,
    entries: readonly RelayedEntry[],
  ): Promise<readonly CloudOutcome[] | undefined> {
    const own = entries.map((entry) => ({
      ...entry,
      kind: entry.kind as EntryKind,
      body: entry.body as JsonObject,
    }));
    const command = { deviceId, key, sentAt: context.at, waiting: 0, trigger: 'hub', entries: own } as const;
    try {
      return (await this.takeBatch.execute(context, command)).results;
    } catch (error) {
      // A device that the hub is told of with the next copy, or that sends at this moment: the next round fetches them again.
      if (error instanceof Refusal && NOT_YET.has(error.code)) return undefined;
      throw error;
    }
  }
}
