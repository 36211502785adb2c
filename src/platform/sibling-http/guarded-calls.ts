import CircuitBreaker from 'opossum';
import { CallFailed, type CallFailure } from '../safe-http/call-failed.js';
import type { CallAnswer, OutgoingCall } from '../safe-http/safe-http.js';
import type { SiblingObserver } from './sibling-client.js';

/** No answer was had. `arrived` says whether the other side may have got the call nevertheless. */
export class NoAnswer extends Error {
  constructor(
    /** A word: `timeout`, `refused`, `breaker_open`, `not_json`. */
    readonly reason: string,
    readonly arrived: 'no' | 'maybe',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'NoAnswer';
  }
}

/** Calls somebody outside. */
export interface OutsideCalls {
  /** @throws NoAnswer. Any status is an answer. */
  call(url: string, call: OutgoingCall): Promise<CallAnswer>;
}

export interface GuardSettings {
  /** For metrics: `mpesa`. */
  readonly name: string;
  /** How long an open breaker waits before it lets a call through again. */
  readonly resetMs: number;
  /** Origins that have a breaker of their own; the one used longest ago goes first. */
  readonly originsMax: number;
}
export const GUARD_DEFAULTS = { resetMs: 10_000, originsMax: 200 } as const;

interface Guard {
  readonly breaker: CircuitBreaker<[string, OutgoingCall], CallAnswer>;
  openedAtMs: number | undefined;
}

/** Failures after which the other side has surely not got the call: there was no connection to send it over. */
const NEVER_LEFT: ReadonlySet<CallFailure> = new Set([
  'url_forbidden',
  'address_forbidden',
  'name_unknown',
  'refused',
  'unreachable',
  'certificate',
]);

/** An answer that counts as a failure of the other side, though it is handed to the caller. */
class FailingAnswer extends Error {
  constructor(readonly answer: CallAnswer) {
    super(`answered ${answer.status}`);
  }
}

/**
 * Calls to companies whose address is a tenant's setting: through `safe-http`, each origin behind a breaker of its own
 * (GUARANTEES G12, G14), so that one tenant's wrong address spoils nobody else's. Nothing is tried twice.
 */
export class GuardedCalls implements OutsideCalls {
  private readonly guards = new Map<string, Guard>();

  constructor(
    private readonly http: { call(url: string, call: OutgoingCall): Promise<CallAnswer> },
    private readonly observer: SiblingObserver,
    private readonly settings: GuardSettings,
    private readonly nowMs: () => number = Date.now,
  ) {}

  async call(url: string, call: OutgoingCall): Promise<CallAnswer> {
    const began = this.nowMs();
    const ended = (outcome: string): void =>
      this.observer.tried(this.settings.name, outcome, (this.nowMs() - began) / 1000);
    try {
      const answer = await this.guardOf(url).breaker.fire(url, call);
      ended(`${Math.floor(answer.status / 100)}xx`);
      return answer;
    } catch (error) {
      if (error instanceof FailingAnswer) {
        ended(`status_${error.answer.status}`);
        return error.answer;
      }
      const failure = failureOf(error);
      ended(failure.reason);
      throw failure;
    }
  }

  /** For how many seconds it is not worth calling there; `null` while it is. */
  awayFor(url: string): number | null {
    const guard = this.guards.get(originOf(url));
    if (guard?.openedAtMs === undefined || !guard.breaker.opened) return null;
    const leftMs = guard.openedAtMs + this.settings.resetMs - this.nowMs();
    return leftMs <= 0 ? null : Math.ceil(leftMs / 1000);
  }

  /** Ends the breakers' timers. */
  close(): void {
    for (const { breaker } of this.guards.values()) breaker.shutdown();
    this.guards.clear();
  }

  private guardOf(url: string): Guard {
    const origin = originOf(url);
    const guard = this.guards.get(origin) ?? this.makeGuard();
    this.guards.delete(origin); // put last: the first is the one used longest ago
    this.guards.set(origin, guard);
    const [oldest] = this.guards.keys();
    if (this.guards.size > this.settings.originsMax && oldest !== undefined) {
      this.guards.get(oldest)?.breaker.shutdown();
      this.guards.delete(oldest);
    }
    return guard;
  }

  private makeGuard(): Guard {
    const { name, resetMs } = this.settings;
    const breaker = new CircuitBreaker((url: string, call: OutgoingCall) => this.send(url, call), {
      timeout: false, // each call has its own, which also ends it
      errorThresholdPercentage: 50,
      volumeThreshold: 5,
      rollingCountTimeout: 10_000,
      resetTimeout: resetMs,
      name,
    });
    const guard: Guard = { breaker, openedAtMs: undefined };
    breaker.on('open', () => {
      guard.openedAtMs = this.nowMs();
      this.observer.breaker(name, true);
    });
    breaker.on('close', () => this.observer.breaker(name, false));
    return guard;
  }

  private async send(url: string, call: OutgoingCall): Promise<CallAnswer> {
    const answer = await this.http.call(url, call);
    if (answer.status === 429 || answer.status >= 500) throw new FailingAnswer(answer);
    return answer;
  }
}

/** The same without a breaker: for a question of somebody who waits and wants to know. */
export class DirectCalls implements OutsideCalls {
  constructor(private readonly http: { call(url: string, call: OutgoingCall): Promise<CallAnswer> }) {}

  async call(url: string, call: OutgoingCall): Promise<CallAnswer> {
    try {
      return await this.http.call(url, call);
    } catch (error) {
      throw failureOf(error);
    }
  }
}

function failureOf(error: unknown): NoAnswer {
  if (error instanceof CallFailed) {
    const arrived = NEVER_LEFT.has(error.reason) ? 'no' : 'maybe';
    return new NoAnswer(error.reason, arrived, error.message, { cause: error });
  }
  if (CircuitBreaker.isOurError(error as Error))
    return new NoAnswer('breaker_open', 'no', 'calls are suspended after a row of failures');
  throw error;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
