import type { OfflineQueue } from '../../../../sdk/src/queue/offline-queue.js';
import { KeptValue } from '../paying/kept-value.js';

const kept = (): KeptValue<string> => new KeptValue<string>('pos.last-sync');

/** When the queue was last found empty, or was emptied, as of before the page was opened. */
export function lastSync(): Date | null {
  const text = kept().read();
  return text === null ? null : new Date(text);
}

/** Keeps it over reloads from now on. */
export function keepLastSync(queue: OfflineQueue): void {
  let before = lastSync()?.getTime();
  queue.onChange(({ lastSyncAt }) => {
    if (lastSyncAt === null || lastSyncAt.getTime() === before) return;
    before = lastSyncAt.getTime();
    kept().write(lastSyncAt.toISOString());
  });
}
