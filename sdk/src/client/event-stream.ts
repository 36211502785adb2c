import { PosProblem, PosUnreachable } from './pos-problem.js';
import { readServerSentEvents } from './server-sent-events.js';

/** An event of an outlet, or `reset`: what was missed cannot be shown any more, so load the state anew and go on. */
export interface PosEvent {
  /** Where a reader that comes back begins. */
  readonly id: string;
  /** Such as `pos.order.completed`; `reset`. */
  readonly type: string;
  /** The CloudEvent; of `reset` whatever came with it. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FollowOptions {
  readonly lastEventId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told when the stream begins to flow, and when it is away: "not live since". */
  readonly onState?: ((state: 'live' | 'away') => void) | undefined;
}

interface Connection {
  /** @throws PosProblem, PosUnreachable. */
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<Response>;
  readonly random: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const SILENCE_MS = 20_000;
const RETRY_MS = 2_000;
const RETRY_MAX_MS = 30_000;
const FINAL = new Set([400, 401, 403, 404]);

/**
 * Events as they happen, for as long as somebody reads. Comes back by itself, from the last id seen, after whatever broke the
 * stream: a network that went, a server that stopped, 20 s without a sign of life.
 * @throws PosProblem where the caller may not read it (any more), or says so wrongly.
 */
export async function* followStream(connection: Connection, options: FollowOptions = {}): AsyncGenerator<PosEvent> {
  const { signal, onState } = options;
  const seen: Progress = { lastEventId: options.lastEventId, retryMs: RETRY_MS, failures: 0 };
  while (!isOver(signal)) {
    try {
      yield* oneConnection(connection, seen, options);
    } catch (error) {
      if (isOver(signal)) return;
      if (error instanceof PosProblem && FINAL.has(error.status)) throw error;
      seen.failures += 1;
      seen.askedMs =
        error instanceof PosProblem && error.retryAfterSeconds !== null ? error.retryAfterSeconds * 1_000 : 0;
    }
    onState?.('away');
    if (!(await waited(connection, seen, signal))) return;
  }
}

interface Progress {
  lastEventId: string | undefined;
  retryMs: number;
  failures: number;
  askedMs?: number;
}

async function* oneConnection(
  connection: Connection,
  seen: Progress,
  { signal, onState }: FollowOptions,
): AsyncGenerator<PosEvent> {
  const ending = new AbortController();
  const end = (): void => ending.abort(new PosUnreachable('The stream gave no sign of life'));
  let timer = setTimeout(end, SILENCE_MS);
  const onLife = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, SILENCE_MS);
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    const response = await connection.open(seen.lastEventId, ending.signal);
    if (response.body === null) throw new PosUnreachable('The stream has no body');
    onState?.('live');
    for await (const { id, event, data, retryMs } of readServerSentEvents(response.body, onLife)) {
      seen.failures = 0;
      seen.retryMs = retryMs ?? seen.retryMs;
      if (event !== undefined && id !== undefined)
        yield { id, type: event, data: JSON.parse(data ?? '{}') as Record<string, unknown> };
      seen.lastEventId = id ?? seen.lastEventId; // only now: who stops in the middle of an event gets it again
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    ending.abort();
  }
}

/** @returns false when the reader went meanwhile. */
async function waited({ random, wait }: Connection, seen: Progress, signal?: AbortSignal): Promise<boolean> {
  const longest = Math.min(RETRY_MAX_MS, seen.retryMs * 2 ** Math.min(seen.failures, 8));
  const ms = seen.failures === 0 ? seen.retryMs * (0.5 + random()) : random() * longest;
  const asked = seen.askedMs ?? 0;
  seen.askedMs = 0;
  try {
    await wait(Math.max(ms, Math.min(asked, RETRY_MAX_MS)), signal);
  } catch (error) {
    if (isOver(signal)) return false;
    throw error;
  }
  return !isOver(signal);
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
