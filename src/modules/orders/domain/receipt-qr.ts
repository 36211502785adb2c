/** The dark modules of a QR code of error correction level M, row by row, without its quiet zone. */
export type QrModules = (text: string) => readonly (readonly boolean[])[];

/** How wide a QR code on a receipt is at least, without its quiet zone, in millimetres (UX.md §9). */
export const QR_MIN_MM = 25;

/** The quiet zone around a QR code, in modules (ISO/IEC 18004). */
export const QR_MARGIN = 4;

/** The dark modules of each row as runs: where each begins, and how many follow each other. */
export function darkRuns(row: readonly boolean[]): { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((dark, at) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}
