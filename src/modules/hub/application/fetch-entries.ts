import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { rangesToFetch, type CloudHead, type DeviceHead } from '../domain/relayed-entry.js';
import type { Cloud, Manifest } from '../ports/cloud.js';
import type { EntryIntake } from '../ports/entry-intake.js';
import type { HubStore } from '../ports/hub-store.js';

export interface FetchParts {
  readonly transactor: Transactor;
  readonly store: HubStore;
  readonly cloud: Pick<Cloud, 'entries'>;
  readonly intake: EntryIntake;
  readonly outletId: string;
}

/** Fetches what devices of the shop sent to the cloud themselves, so that the shop can go on with it. */
export class FetchEntries {
  constructor(private readonly parts: FetchParts) {}

  /** @returns how many came. @throws UplinkDown, UplinkRefused. */
  async execute(context: RequestContext, { devices }: Manifest): Promise<number> {
    const { transactor, store } = this.parts;
    const known = new Map((await transactor.read(context, (tx) => store.heads(tx))).map((one) => [one.deviceId, one]));
    let fetched = 0;
    for (const head of devices) fetched += await this.device(context, head, known.get(head.deviceId));
    return fetched;
  }

  private async device(context: RequestContext, head: CloudHead, here: DeviceHead | undefined): Promise<number> {
    const { transactor, store, outletId } = this.parts;
    const ranges = rangesToFetch(here, head);
    if (ranges.length === 0) return 0;
    if (here === undefined && head.first > 1)
      await transactor.run(context, (tx) => store.beginChain(tx, head, outletId));
    let fetched = 0;
    for (const { from, to } of ranges) {
      const got = await this.range(context, head, from, to);
      if (got === undefined) return fetched;
      fetched += got;
    }
    return fetched;
  }

  private async range(context: RequestContext, head: CloudHead, from: number, to: number): Promise<number | undefined> {
    const { transactor, store, cloud, intake } = this.parts;
    const { deviceId, key } = head;
    let fetched = 0;
    for (let place = from; place <= to;) {
      const entries = await cloud.entries(deviceId, place, to);
      const last = entries.at(-1);
      if (last === undefined) return fetched;
      const taken = await intake.take(context, deviceId, key, entries);
      if (taken === undefined) return undefined;
      // They came from there: nobody has to hand them on.
      const there = taken.map((one) => ({ ...one, status: 'duplicate' as const, code: null }));
      await transactor.run(context, (tx) => store.noteRelayed(tx, deviceId, there, context.at));
      fetched += taken.length;
      place = last.sequence + 1;
    }
    return fetched;
  }
}
