import type { Printer } from './printer.js';

const FIRST_SHOWN_MS = 2_000;
const REDRAW_MS = 200;
const LINE_MS = 5_000;
const BAR_WIDTH = 24;

/** What is known at one moment of a long work. */
export interface Progress {
  readonly done: number;
  /** Undefined while nobody knows. */
  readonly total: number | undefined;
}

/** Shows work that takes over two seconds: a bar on a terminal, else one line every five seconds (UX.md §2). */
export class ProgressDisplay {
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly startedMs: number;
  private drawn = false;

  constructor(
    private readonly printer: Printer,
    private readonly what: string,
    private readonly progress: () => Progress,
    private readonly nowMs: () => number = Date.now,
  ) {
    this.startedMs = nowMs();
    if (printer.settings.quiet) return;
    this.timer = setInterval(() => this.tick(), printer.err.isTTY === true ? REDRAW_MS : LINE_MS);
    this.timer.unref();
  }

  /** Takes the bar off the terminal. */
  stop(): void {
    clearInterval(this.timer);
    if (this.drawn) this.printer.err.write('\r\u001b[K');
    this.drawn = false;
  }

  private tick(): void {
    const elapsedMs = this.nowMs() - this.startedMs;
    if (elapsedMs < FIRST_SHOWN_MS) return;
    const line = progressLine(this.what, this.progress(), elapsedMs);
    if (this.printer.err.isTTY !== true) {
      this.printer.err.write(`${line}\n`);
      return;
    }
    this.printer.err.write(`\r\u001b[K${line.slice(0, (this.printer.err.columns ?? 80) - 1)}`);
    this.drawn = true;
  }
}

/** The bar's text: share, count, rate and time left. */
export function progressLine(what: string, { done, total }: Progress, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const speed = `${Math.round(rate)} ${what}/s`;
  if (total === undefined || total === 0) return `${done} ${what}  ${speed}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}`;
  const left = rate > 0 ? `, ${durationText(Math.ceil((total - done) / rate))} left` : '';
  return `[${bar}] ${Math.floor(share * 100)} %  ${done}/${total} ${what}  ${speed}${left}`;
}

/** Seconds as people read them: `42 s`, `3 min 05 s`, `1 h 02 min`. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
