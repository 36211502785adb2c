import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { SyncDevice } from '../domain/sync-device.js';
import type { SyncRefusal } from '../domain/sync-refusal.js';
import type { SyncOutlets } from '../ports/sync-surroundings.js';
import type { DeviceDay, DeviceDays, EntryCounts, SyncViews } from '../ports/sync-views.js';

/** How a device's queue fares, and what it sold. */
export interface ShownSyncDevice {
  readonly device: SyncDevice;
  readonly counts: EntryCounts;
  readonly days: readonly DeviceDay[];
}

/** Days `YYYY-MM-DD`, both count. */
export interface WantedDays {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const DAYS_MAX = 92;
/** Without a wish: a week. */
const DAYS_USUAL = 7;
const DAY_MS = 86_400_000;
const NOT_BEFORE = {
  pointer: '/query/from',
  message: `must be at most ${DAYS_MAX - 1} days before to, and not after it`,
};

/** Shows a device's queue beside what the books have of it, so that it can compare its own sums. */
export class ShowSyncDevice {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: Pick<SyncViews, 'device'>,
    private readonly outlets: SyncOutlets,
    private readonly sums: DeviceDays,
  ) {}

  /**
   * @param wanted the last days up to the running one where none are named.
   * @throws Refusal `sync_device_not_found`, `sync_days_invalid`.
   */
  async execute(context: RequestContext, deviceId: string, wanted: WantedDays): Promise<ShownSyncDevice> {
    const shown = await this.views.device(context, deviceId);
    return this.transactor.read(context, async (tx) => {
      const to = wanted.to ?? (await this.outlets.businessDate(tx, shown.device.outletId, context.at));
      const from = wanted.from ?? daysBefore(to, DAYS_USUAL - 1);
      if (from > to || from < daysBefore(to, DAYS_MAX - 1))
        throw new Refusal<SyncRefusal>('sync_days_invalid', { from, to, daysMax: DAYS_MAX }, [NOT_BEFORE]);
      return { ...shown, days: await this.sums.of(tx, deviceId, from, to) };
    });
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, day.length);
}
