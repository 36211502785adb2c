import { Agent, request as httpRequest, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.js';

export interface TillRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface TillAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** No answer came: the request may have had its effect, or not; unless nobody was there to take it. */
export class NoAnswer extends Error {
  constructor(
    why: string,
    readonly refused: boolean,
  ) {
    super(why);
  }
}

const TIMEOUT_MS = 15_000;
const RETRIES_MAX = 60;
const WAIT_MIN_MS = 500;
const WAIT_MAX_MS = 30_000;
/** UX.md §1 at an eighth of its time: a fault lasts milliseconds here, not minutes. */
const TIME_SCALE = 1 / 8;
const RETRIED = new Set([429, 502, 503, 504]);

/** Requests of all clients that are on their way, so that the killer can cut one. */
export class Wires {
  private readonly open = new Set<ClientRequest>();

  get count(): number {
    return this.open.size;
  }

  add(request: ClientRequest): void {
    this.open.add(request);
    request.once('close', () => this.open.delete(request));
  }

  /** Cuts one connection that carries a request; false when there is none. */
  cut(chance: Chance): boolean {
    if (this.open.size === 0) return false;
    chance.pick([...this.open]).destroy();
    return true;
  }
}

/** Speaks to one of several instances and repeats by the rules that UX.md §1 gives to clients. */
export class TillClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });
  readonly statuses = new Map<number, number>();
  noAnswers = 0;
  slowestMs = 0;

  constructor(
    private readonly baseUrls: readonly string[],
    private readonly wires: Wires,
    private readonly chance: Chance,
  ) {}

  /** Asks until there is an answer that repeating cannot change. @throws Error when there is none after many tries. */
  async deliver(request: TillRequest): Promise<TillAnswer> {
    for (let round = 0; round < RETRIES_MAX; round += 1) {
      const answer = await this.tryOnce(request);
      if (answer !== undefined && !isToBeRetried(answer)) return answer;
      const most = Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** Math.min(round, 10));
      const asked = Number(answer?.headers['retry-after'] ?? Number.NaN) * 1_000;
      await sleep((Number.isFinite(asked) ? asked : this.chance.next() * most) * TIME_SCALE);
    }
    throw new Error(`${request.method} ${request.path} has no final answer after ${RETRIES_MAX} tries`);
  }

  /** Asks once, of any instance. @throws NoAnswer. */
  ask(request: TillRequest, instance = this.chance.integer(0, this.baseUrls.length - 1)): Promise<TillAnswer> {
    const startedAt = performance.now();
    return new Promise<TillAnswer>((resolve, reject) => {
      const sent = httpRequest(`${this.baseUrls[instance]}${request.path}`, {
        method: request.method,
        agent: this.agent,
        headers: {
          ...request.headers,
          ...(request.body && { 'Content-Length': String(Buffer.byteLength(request.body)) }),
        },
        timeout: TIMEOUT_MS,
      });
      const fail = (why: string): void => reject(new NoAnswer(why, why.includes('ECONNREFUSED')));
      this.wires.add(sent);
      sent.once('timeout', () => sent.destroy(new Error('timeout')));
      sent.once('error', (error) => fail(error.message));
      sent.once('close', () => fail('the connection was cut'));
      sent.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', (error) => fail(error.message));
        response.once('end', () => {
          this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt);
          const status = response.statusCode ?? 0;
          this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
          resolve({ status, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') });
        });
      });
      sent.end(request.body);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  /** One try; where nobody listens, the next instance is asked at once, as any load balancer would. */
  private async tryOnce(request: TillRequest): Promise<TillAnswer | undefined> {
    const first = this.chance.integer(0, this.baseUrls.length - 1);
    for (let offset = 0; offset < this.baseUrls.length; offset += 1) {
      try {
        return await this.ask(request, (first + offset) % this.baseUrls.length);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (error.refused) continue;
        this.noAnswers += 1;
        return undefined;
      }
    }
    return undefined;
  }
}

function isToBeRetried({ status, body }: TillAnswer): boolean {
  return RETRIED.has(status) || (status === 409 && body.includes('"idempotency_key_in_use"'));
}
