import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { RelayedEntry } from '../domain/relayed-entry.js';
import { UplinkRefused, type Cloud } from '../ports/cloud.js';
import type { DueRelay, HubStore } from '../ports/hub-store.js';

const BATCH_MAX = 500;
/** Of a batch as text: the cloud takes a mebibyte. */
const TEXT_MAX = 700_000;

/** Told of what goes wrong with one device while the others go on. */
export interface RelayObserver {
  relayed(entries: number): void;
  refused(deviceId: string, error: unknown): void;
}

export interface RelayParts {
  readonly transactor: Transactor;
  readonly store: HubStore;
  readonly cloud: Pick<Cloud, 'send'>;
  readonly observer: RelayObserver;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Hands what devices did on to the cloud: each device's entries in the order of their numbers, as they were sealed, with its key. What the
 * cloud said is written down before the next batch goes out; after a crash in between the same batch goes out again, and the cloud says
 * `duplicate`.
 */
export class RelayEntries {
  constructor(private readonly parts: RelayParts) {}

  /** Until nothing waits. @returns how many were handed on. @throws UplinkDown. */
  async execute(context: RequestContext): Promise<number> {
    const { transactor, store, observer } = this.parts;
    let relayed = 0;
    for (const due of await transactor.read(context, (tx) => store.due(tx))) {
      try {
        relayed += await this.device(context, due);
      } catch (error) {
        // The cloud does not know this device any more, or a program is wrong: other devices do not wait for it.
        if (!(error instanceof UplinkRefused)) throw error;
        observer.refused(due.deviceId, error);
      }
    }
    return relayed;
  }

  private async device(context: RequestContext, { deviceId, key, waiting }: DueRelay): Promise<number> {
    const { transactor, store, cloud, observer, wait } = this.parts;
    let relayed = 0;
    for (;;) {
      const found = await transactor.read(context, (tx) => store.next(tx, deviceId, BATCH_MAX));
      const entries = fitting(found);
      if (entries.length === 0) return relayed;
      const left = Math.max(0, waiting - relayed - entries.length);
      const { results, pauseMs } = await cloud.send({ deviceId, key, waiting: left, entries }, context.at);
      await transactor.run(context, (tx) => store.noteRelayed(tx, deviceId, results, context.at));
      relayed += results.length;
      observer.relayed(results.length);
      // It took none of them now; the next round tries again.
      if (results.length === 0) return relayed;
      if (pauseMs > 0) await wait(pauseMs);
    }
  }
}

function fitting(entries: readonly RelayedEntry[]): readonly RelayedEntry[] {
  let size = 0;
  const taken: RelayedEntry[] = [];
  for (const entry of entries) {
    size += JSON.stringify(entry).length;
    if (size > TEXT_MAX && taken.length > 0) break;
    taken.push(entry);
  }
  return taken;
}
