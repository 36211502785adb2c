import type { KeptValues } from './kept-values.js';

const KEY = 'receipt-number';
const DIGITS = 6;

/**
 * The next receipt number of this device, `T1-000123`: given out once, over tabs and restarts. After the device was linked anew it goes
 * on behind what the service knows.
 */
export async function nextReceiptNumber(
  kept: KeptValues,
  { series, next }: { readonly series: string; readonly next: number | null },
): Promise<string> {
  const given = await kept.change<number>(`${KEY}:${series}`, (last = 0) => Math.max(last + 1, next ?? 1));
  return `${series}-${String(given).padStart(DIGITS, '0')}`;
}
