import { setTimeout as sleep } from 'node:timers/promises';
import CircuitBreaker from 'opossum';
import { SiblingFailed } from './sibling-failed.js';

/** Told of each try; the metrics are. */
export interface SiblingObserver {
  tried(sibling: string, outcome: string, seconds: number): void;
  breaker(sibling: string, open: boolean): void;
}

export interface SiblingSettings {
  /** For logs and metrics: `inventory`. */
  readonly name: string;
  readonly baseUrl: string;
  /** Sent as a bearer token; never logged. */
  readonly token: string | undefined;
  /** Of one try. */
  readonly timeoutMs: number;
  /** Tries of a call that may be repeated, the first included. */
  readonly triesMax: number;
  /** Longest wait before the second try; doubles with each further one. */
  readonly backoffMs: number;
  /** Bytes of an answer that are read. */
  readonly answerMax: number;
  /** How long an open breaker waits before it lets a call through again. */
  readonly resetMs: number;
}

export const SIBLING_DEFAULTS = { triesMax: 3, backoffMs: 200, answerMax: 8 * 1024 * 1024, resetMs: 10_000 } as const;

export interface SiblingCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with a slash; already encoded. */
  readonly path: string;
  readonly body?: object;
  /** Makes a POST harmless to repeat; without it a POST is tried once. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SiblingAnswer {
  readonly status: number;
  /** The JSON of the body; `null` when it is empty. */
  readonly body: unknown;
  readonly etag: string | null;
  /** The bytes of the body, as a signature is over them. */
  readonly rawBody: Buffer;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Internals {
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Calls one sibling service: each try has a timeout, what may be repeated is, with growing waits and full jitter, and after a
 * row of failures nothing is tried for a while (GUARANTEES G12). Answers of 2xx, 304 and 4xx are answers; 429 and 5xx are failures.
 * Its address is the operator's setting and may be a private one: addresses that strangers choose go through `safe-http`.
 */
export class SiblingClient {
  private readonly breaker: CircuitBreaker<[SiblingCall], SiblingAnswer>;
  private openUntilMs = 0;

  constructor(
    private readonly settings: SiblingSettings,
    private readonly observer: SiblingObserver,
    private readonly internals: Internals = { random: Math.random, wait: (ms) => sleep(ms) },
  ) {
    this.breaker = new CircuitBreaker((call: SiblingCall) => this.once(call), {
      timeout: false, // each try has its own, which also ends the request
      errorThresholdPercentage: 50,
      volumeThreshold: 5,
      rollingCountTimeout: 10_000,
      resetTimeout: settings.resetMs,
      name: settings.name,
    });
    this.breaker.on('open', () => {
      this.openUntilMs = performance.now() + settings.resetMs;
      this.observer.breaker(settings.name, true);
    });
    this.breaker.on('close', () => this.observer.breaker(settings.name, false));
  }

  /** @throws SiblingFailed when no answer was had; never for what a sibling says no to. */
  async call(call: SiblingCall): Promise<SiblingAnswer> {
    const repeatable = call.method !== 'POST' || call.idempotencyKey !== undefined;
    const tries = repeatable ? this.settings.triesMax : 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.breaker.fire(call);
      } catch (error) {
        const failure = this.failureOf(error);
        if (attempt >= tries || !failure.retryable) throw failure;
        const ceiling = this.settings.backoffMs * 2 ** (attempt - 1);
        await this.internals.wait(failure.retryAfterMs ?? this.internals.random() * ceiling);
      }
    }
  }

  /** For how long calls are not even tried, in whole seconds, at least one; `null` while they are. */
  awayForSeconds(): number | null {
    if (!this.breaker.opened) return null;
    return Math.max(1, Math.ceil((this.openUntilMs - performance.now()) / 1000));
  }

  /** Ends the breaker's timers. */
  close(): void {
    this.breaker.shutdown();
  }

  private failureOf(error: unknown): SiblingFailed {
    if (error instanceof SiblingFailed) return error;
    const { name } = this.settings;
    if (CircuitBreaker.isOurError(error as Error))
      return new SiblingFailed(name, 'breaker_open', 'calls are suspended after a row of failures', {
        retryable: false,
        neverLeft: true,
      });
    throw error;
  }

  private async once(call: SiblingCall): Promise<SiblingAnswer> {
    const began = performance.now();
    const ended = (outcome: string): void =>
      this.observer.tried(this.settings.name, outcome, (performance.now() - began) / 1000);
    try {
      const answer = await this.send(call);
      ended(`${Math.floor(answer.status / 100)}xx`);
      return answer;
    } catch (error) {
      const failure = error instanceof SiblingFailed ? error : unreachable(this.settings.name, error);
      ended(failure.reason);
      throw failure;
    }
  }

  private async send({ method, path, body, idempotencyKey, headers }: SiblingCall): Promise<SiblingAnswer> {
    const { baseUrl, token, timeoutMs, answerMax, name } = this.settings;
    const answer = await fetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status === 429 || answer.status >= 500) {
      await answer.body?.cancel();
      throw new SiblingFailed(name, `status_${answer.status}`, `answered ${answer.status}`, {
        retryable: true,
        retryAfterMs: retryAfterOf(answer.headers.get('retry-after')),
      });
    }
    const rawBody = await bytesOf(answer, answerMax, name);
    return {
      status: answer.status,
      body: jsonIn(rawBody, name),
      etag: answer.headers.get('etag'),
      rawBody,
      headers: Object.fromEntries(answer.headers),
    };
  }
}

const RETRY_AFTER_MAX_MS = 5_000;

function retryAfterOf(header: string | null): number | undefined {
  if (header === null || !/^\d{1,6}$/.test(header)) return undefined;
  return Math.min(Number(header) * 1000, RETRY_AFTER_MAX_MS);
}

async function bytesOf(answer: Response, max: number, name: string): Promise<Buffer> {
  if (answer.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > max) throw new SiblingFailed(name, 'too_large', `answered more than ${max} bytes`, { retryable: false });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonIn(bytes: Buffer, name: string): unknown {
  if (bytes.byteLength === 0) return null;
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // What it says instead may hold anything: neither its text nor the parser's quotation of it goes on.
    throw new SiblingFailed(name, 'not_json', 'answered something that is no JSON', { retryable: false });
  }
}

function unreachable(name: string, error: unknown): SiblingFailed {
  // By its name: errors of the runtime are not instances of this realm's Error everywhere.
  const timedOut = (error as { name?: unknown } | null)?.name === 'TimeoutError';
  const reason = timedOut ? 'timeout' : 'unreachable';
  return new SiblingFailed(name, reason, timedOut ? 'did not answer in time' : 'could not be reached', {
    retryable: true,
    neverLeft: !timedOut && NO_CONNECTION.has(codeOf(error)),
    cause: error,
  });
}

/** Nobody was there to be told anything. Other failures may come after the call was heard. */
const NO_CONNECTION: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `fetch` says why in the cause of its error. */
function codeOf(error: unknown): unknown {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return cause?.code;
}
