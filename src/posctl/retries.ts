const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const PASSING = new Set([429, 502, 503, 504]);

/** What a retry is decided by. */
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Whether the same request may succeed later: busy, limited or away. A 409 only where its first twin still runs. */
export function isWorthRepeating({ status, headers }: Answered): boolean {
  return PASSING.has(status) || (status === 409 && headers['retry-after'] !== undefined);
}

/** How long to wait before the next try: what the service asks for, else 0.5 s doubling to 30 s with full jitter. */
export function repeatWaitMs(attempt: number, retryAfter: string | undefined, random: number): number {
  const asked = Number(retryAfter);
  if (retryAfter !== undefined && Number.isFinite(asked) && asked >= 0) return Math.min(asked * 1000, LONGEST_WAIT_MS);
  return Math.round(random * Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS));
}
