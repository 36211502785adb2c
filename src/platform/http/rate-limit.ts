import type { WindowCounters } from '../ephemeral/ports.js';

/** What one request learns about an allowance. */
export interface RateAllowance {
  readonly allowed: boolean;
  /** Requests that are left in this window, after this one. */
  readonly remaining: number;
  /** Until the window ends; at least 1. */
  readonly resetSeconds: number;
}

export interface RateLimitSettings {
  readonly now?: () => number;
  /** How often what was counted here is added to the shared counters. */
  readonly syncMs?: number;
  /** Beyond so many allowances within a minute, the one that came first is counted anew. */
  readonly allowancesMax?: number;
}

/** The window of one allowance. */
interface Usage {
  readonly endsAt: number;
  /** Admitted by this process. */
  own: number;
  /** How much of that the shared counters were told. */
  told: number;
  /** Admitted by the other instances, as far as is known. */
  others: number;
}

export const RATE_WINDOW_MS = 60_000;
const SYNC_MS = 250;
const ALLOWANCES_MAX = 50_000;
const ROUND_MAX = 1_000;
const GRACE_MS = 5_000;

/**
 * How many requests a tenant, a key or a device may send in a minute, over all instances. Nothing is asked while a request
 * waits: each process counts by itself, tells the shared counters in the background and learns there what the others have
 * counted. So instances together may admit a little more than the limit, namely what comes within a quarter of a second; without
 * the shared counters each keeps the limit alone, knowing what it knew of the others.
 */
export class RateLimit {
  private readonly usages = new Map<string, Usage>();
  private readonly untold = new Set<string>();
  private readonly now: () => number;
  private readonly syncMs: number;
  private readonly allowancesMax: number;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly counters: WindowCounters,
    { now = Date.now, syncMs = SYNC_MS, allowancesMax = ALLOWANCES_MAX }: RateLimitSettings = {},
  ) {
    this.now = now;
    this.syncMs = syncMs;
    this.allowancesMax = allowancesMax;
  }

  /**
   * Counts a request if the limit allows it; what is refused does not count.
   * @param id whose allowance it is. @param limit requests in a minute, from 1.
   */
  take(id: string, limit: number): RateAllowance {
    const now = this.now();
    const usage = this.usageOf(id, now);
    const resetSeconds = Math.max(1, Math.ceil((usage.endsAt - now) / 1_000));
    const used = usage.own + usage.others;
    if (used >= limit) return { allowed: false, remaining: 0, resetSeconds };
    usage.own += 1;
    this.untold.add(id);
    if (this.timer === undefined && !this.closed) this.schedule();
    return { allowed: true, remaining: limit - used - 1, resetSeconds };
  }

  /** Ends the work in the background. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private usageOf(id: string, now: number): Usage {
    const known = this.usages.get(id);
    if (known !== undefined && now < known.endsAt && now >= known.endsAt - RATE_WINDOW_MS) return known;
    this.usages.delete(id);
    if (this.usages.size >= this.allowancesMax) this.usages.delete(this.usages.keys().next().value as string);
    const usage = { endsAt: endOfWindow(id, now), own: 0, told: 0, others: 0 };
    this.usages.set(id, usage);
    return usage;
  }

  private schedule(): void {
    this.timer = setTimeout(() => void this.sync(), this.syncMs).unref();
  }

  /** One round; the next begins when it has ended, and only if there is something to tell. */
  private async sync(): Promise<void> {
    const round = [...this.untold].slice(0, ROUND_MAX);
    for (const id of round) this.untold.delete(id);
    await Promise.all(round.map((id) => this.tell(id)));
    this.timer = undefined;
    if (this.untold.size > 0 && !this.closed) this.schedule();
  }

  private async tell(id: string): Promise<void> {
    const usage = this.usages.get(id);
    if (usage === undefined) return;
    const by = usage.own - usage.told;
    const told = (usage.told = usage.own);
    const lastsMs = Math.max(0, usage.endsAt - this.now()) + GRACE_MS;
    const { count } = await this.counters.add(`rate:${id}:${usage.endsAt}`, by, lastsMs);
    // Never less than was known: counters that were lost, or that only this process feeds now, know less.
    usage.others = Math.max(usage.others, count - told);
  }
}

/** Windows are the same in all instances, and end at another time for each allowance, so that not all begin anew at once. */
function endOfWindow(id: string, now: number): number {
  const phase = (Number.parseInt(id.slice(-8), 16) || 0) % RATE_WINDOW_MS;
  return (Math.floor((now - phase) / RATE_WINDOW_MS) + 1) * RATE_WINDOW_MS + phase;
}
