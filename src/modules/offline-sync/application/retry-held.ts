import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EntryRecord } from '../domain/entry-record.js';
import { mayGoOn, type HeldEntry } from '../domain/entry-standing.js';
import { isGapNew } from '../domain/sync-device.js';
import type { EntryQueue, SyncDevices } from '../ports/entry-queue.js';
import type { LinkedDevices } from '../ports/sync-surroundings.js';
import type { EntryJob } from './entry-job.js';
import type { PrepareEntries } from './prepare-entries.js';
import type { TakeEntry } from './take-entry.js';

/** Bounds how far one call follows what depends on what: what is left is the worker's. */
const ROUNDS_MAX = 50;
const NO_GAP = { missing: [] };
/** So many are read whole at once. */
const READY_MAX = 500;

export interface RetryPorts {
  readonly transactor: Transactor;
  readonly queue: EntryQueue;
  readonly syncDevices: SyncDevices;
  readonly devices: LinkedDevices;
  readonly prepare: PrepareEntries;
  readonly take: TakeEntry;
}

/** Tries held entries again whose turn may have come. */
export class RetryHeld {
  constructor(private readonly ports: RetryPorts) {}

  /**
   * Follows what entries held up that have taken effect, or were decided on. @param hasTime false once there is no more time.
   * @returns how many took effect.
   */
  async after(
    context: RequestContext,
    deviceId: string,
    changed: readonly string[],
    hasTime: () => boolean = () => true,
  ): Promise<number> {
    let ids = changed;
    let done = 0;
    for (let round = 0; round < ROUNDS_MAX && hasTime(); round += 1) {
      const settled = await this.each(context, await this.ready(context, deviceId, ids), hasTime);
      done += settled.length;
      if (settled.length === 0) break;
      ids = settled;
    }
    return done;
  }

  /**
   * Tries these, whatever they wait for. @param despiteGap somebody wants it although entries before them are missing.
   * @returns ids of those that took effect.
   */
  async these(
    context: RequestContext,
    records: readonly EntryRecord[],
    despiteGap = false,
  ): Promise<readonly string[]> {
    return this.each(context, await this.jobsOf(context, records, despiteGap));
  }

  private ready(context: RequestContext, deviceId: string, changed: readonly string[]): Promise<readonly EntryJob[]> {
    const { transactor, queue, syncDevices } = this.ports;
    return transactor
      .read(context, async (tx) => {
        const device = await syncDevices.find(tx, deviceId);
        const waiting = await queue.held(tx, deviceId, changed);
        // What took effect just before a crash held up what nobody has tried since.
        const wanted = new Set(waiting.flatMap(({ waitsFor }) => waitsFor));
        const known = await queue.known(tx, [...wanted], []);
        const applied = known.filter(({ status }) => status === 'applied').map(({ id }): string => id);
        const ids = new Set(changed);
        const done = new Set([...changed, ...applied]);
        const own = { chain: device?.chain ?? NO_GAP, isGapNew: device !== undefined && isGapNew(device, context.at) };
        const about = await queue.about(tx, changed);
        const isReady = (one: HeldEntry): boolean => {
          const gap = one.deviceId === deviceId ? own : { chain: NO_GAP, isGapNew: false };
          return mayGoOn(one, { ...gap, ...about, changed: one.code === 'waits_for_entry' ? done : ids });
        };
        const ready = waiting.filter(isReady).map(({ id }) => id);
        return queue.those(tx, ready.slice(0, READY_MAX));
      })
      .then((records) => this.jobsOf(context, records));
  }

  private jobsOf(
    context: RequestContext,
    records: readonly EntryRecord[],
    despiteGap = false,
  ): Promise<readonly EntryJob[]> {
    if (records.length === 0) return Promise.resolve([]);
    const { transactor, devices, prepare } = this.ports;
    return transactor.read(context, async (tx) => {
      const jobs: EntryJob[] = [];
      for (const deviceId of new Set(records.map((record) => record.deviceId))) {
        const device = await devices.device(tx, deviceId);
        const own = records.filter((record) => record.deviceId === deviceId);
        if (device !== undefined) jobs.push(...(await prepare.waiting(tx, device, own, despiteGap)));
      }
      return jobs;
    });
  }

  private async each(
    context: RequestContext,
    jobs: readonly EntryJob[],
    hasTime: () => boolean = () => true,
  ): Promise<readonly string[]> {
    const settled: string[] = [];
    for (const job of jobs) {
      if (!hasTime()) break;
      const { entry, isDuplicate } = await this.ports.take.execute(context, job);
      if (!isDuplicate && entry.status === 'applied') settled.push(entry.id);
    }
    return settled;
  }
}
