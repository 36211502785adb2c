import { PrintFailed } from './printer.js';

/** How long a printer may take nothing before its receipt goes to the list. */
const PATIENCE_MS = 15_000;

/** Waits for a printer, but not for ever. @throws PrintFailed `no_answer` after 15 s, `refused` where the work itself fails. */
export async function withPatience(work: Promise<unknown>, patienceMs: number = PATIENCE_MS): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrintFailed('no_answer')), patienceMs);
  });
  try {
    await Promise.race([work, tooLong]);
  } catch (error) {
    throw error instanceof PrintFailed ? error : new PrintFailed('refused', error);
  } finally {
    clearTimeout(timer);
  }
}
