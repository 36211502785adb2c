import type { KeptValues } from '../boot/kept-values.js';
import type { FailedPrint, FailedPrintShelf } from './print-desk.js';

const KEY = 'failed-prints';

/** What was not printed, kept on this device until somebody prints it or leaves it. */
export function keptPrints(kept: Pick<KeptValues, 'get' | 'change'>): FailedPrintShelf {
  return {
    read: async () => (await kept.get<readonly FailedPrint[]>(KEY)) ?? [],
    change: async (next) => {
      const now = await kept.change<readonly FailedPrint[]>(KEY, (list = []) => {
        const changed = next(list);
        return changed.length === 0 ? undefined : changed;
      });
      return now ?? [];
    },
  };
}
