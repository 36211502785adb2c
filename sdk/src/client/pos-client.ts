import { ageOf, type ServerAge } from './contract-version.js';
import { newId } from '../encoding/new-id.js';
import { readAnswer, type PosAnswer } from './answers.js';
import { credentialHeaders, type Credential } from './credential.js';
import { followStream, type FollowOptions, type PosEvent } from './event-stream.js';
import { pause } from './pause.js';
import { PosProblem, PosUnreachable } from './pos-problem.js';
import { RETRY_RULES, waitBeforeRetry, type RetryRules } from './retry-rules.js';
import { ServerClock } from './server-clock.js';
import { ServerContract } from './server-contract.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface ClientOptions {
  /** Such as `https://pos.example`. */
  readonly baseUrl: string;
  /** Slug of the business. */
  readonly tenant: string;
  readonly credential: Credential;
  readonly fetch?: typeof fetch | undefined;
  /** This device's clock, in ms. */
  readonly now?: (() => number) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
  readonly wait?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  readonly retry?: Partial<RetryRules> | undefined;
  /** Language of titles and details, as `Accept-Language` has it. */
  readonly language?: string | undefined;
}

export interface RequestOptions {
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Of a POST; made by the client where absent, once for all tries of the call. */
  readonly idempotencyKey?: string | undefined;
  /** The version that was seen last, or the ETag. */
  readonly ifMatch?: number | string | undefined;
  /** The ETag of what is there; the answer then may be a 304 without a body. */
  readonly ifNoneMatch?: string | undefined;
  readonly accept?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of each try, in ms; else 15 s. */
  readonly timeoutMs?: number | undefined;
  /** Tries at most, where it is not the client's own number. */
  readonly attempts?: number | undefined;
}

interface Prepared {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly accept: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

const TIMEOUT_MS = 15_000;
const PAGE_LIMIT = 200;
const JSON_TYPE = 'application/json';

/** Talks to one business at the service: keys, proofs, tries, pages, streams. Holds no state but the server's clock. */
export class PosClient {
  private readonly base: string;
  private readonly fetching: typeof fetch;
  private readonly now: () => number;
  private readonly random: () => number;
  private readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  private readonly rules: RetryRules;

  /** @param clock and @param contract what another client at the same server has learnt. */
  constructor(
    private readonly options: ClientOptions,
    private readonly clock = new ServerClock(options.now ?? Date.now),
    private readonly contract = new ServerContract(options.baseUrl, options.fetch),
  ) {
    this.base = options.baseUrl.replace(/\/+$/, '');
    this.fetching = options.fetch ?? ((...call) => fetch(...call));
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.wait = options.wait ?? pause;
    this.rules = { ...RETRY_RULES, ...options.retry };
  }

  /** Slug of the business. */
  get tenant(): string {
    return this.options.tenant;
  }

  /** The server's clock less this device's, in ms, as the last answer showed it. */
  get skewMs(): number {
    return this.clock.skewMs;
  }

  /**
   * The version of the contract that the server tells, and how it stands to this SDK's own; `undefined` where it cannot be had. It reads
   * the whole contract, once: ask when somebody wants to know.
   */
  async serverContract(): Promise<{ readonly version: string; readonly age: ServerAge } | undefined> {
    const version = await this.contract.version();
    return version === undefined ? undefined : { version, age: ageOf(version) };
  }

  /** The same business at the same server, by other rights. */
  withCredential(credential: Credential): PosClient {
    return new PosClient({ ...this.options, credential }, this.clock, this.contract);
  }

  /**
   * Asks the service. @param path below `/v1/{tenant}`, such as `/pos/orders`; one that begins with `/v1/` is taken as it is.
   * @returns the body of the answer. @throws PosProblem when it refuses; PosUnreachable; the signal's reason.
   */
  async request<Result>(method: Method, path: string, options?: RequestOptions): Promise<Result> {
    return (await this.exchange<Result>(method, path, options)).body;
  }

  /** As `request`, with status and headers. A 304 has no body. */
  async exchange<Result>(method: Method, path: string, options: RequestOptions = {}): Promise<PosAnswer<Result>> {
    const prepared = this.prepare(method, path, options);
    const rules = { ...this.rules, ...(options.attempts !== undefined && { attempts: options.attempts }) };
    let proved = false;
    for (let tried = 1; ; tried++) {
      const outcome = await this.attempt<Result>(prepared);
      if (!(outcome instanceof Error)) return outcome;
      if (!proved && isStale(outcome)) {
        proved = true; // the answer just told the server's time
        continue;
      }
      const waitMs = waitBeforeRetry(outcome, tried, rules, this.random());
      if (waitMs === undefined) throw await this.contract.explained(outcome, path);
      await this.wait(waitMs, options.signal);
    }
  }

  /** All items of a list, page by page, as they are asked for. @throws as `request`. */
  async *pages<Item>(path: string, query: Query = {}): AsyncGenerator<Item> {
    let cursor: string | undefined;
    do {
      const asked = { limit: PAGE_LIMIT, ...query, ...(cursor !== undefined && { cursor }) };
      const page = await this.request<{ data: Item[]; nextCursor: string | null }>('GET', path, { query: asked });
      yield* page.data;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  /**
   * Events of an outlet as they happen, until the signal ends it; broken streams are resumed without gap or repeat.
   * @param topics such as `orders`, `catalog`; none: all that the caller may read. @throws PosProblem where it may not.
   */
  stream(outletId: string, topics: readonly string[], options: FollowOptions = {}): AsyncGenerator<PosEvent> {
    const query = topics.length === 0 ? {} : { topics: topics.join(',') };
    const url = this.urlOf(`/pos/outlets/${outletId}/stream`, query);
    const open = (lastEventId: string | undefined, signal: AbortSignal): Promise<Response> =>
      this.openStream(url, lastEventId, signal);
    return followStream({ open, random: this.random, wait: this.wait }, options);
  }

  private async openStream(url: string, lastEventId: string | undefined, signal: AbortSignal): Promise<Response> {
    const accept = 'text/event-stream';
    const headers = { Accept: accept, ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }) };
    const prepared = { method: 'GET', url, headers, body: undefined, accept, timeoutMs: 0, signal } as const;
    let opened = await this.streamOf(prepared, signal);
    // That answer has told the server's time: a device whose clock is wrong knows it from now on.
    if (opened instanceof Error && isStale(opened)) opened = await this.streamOf(prepared, signal);
    if (opened instanceof Error) throw opened;
    return opened;
  }

  private async streamOf(prepared: Prepared, signal: AbortSignal): Promise<Response | PosProblem | PosUnreachable> {
    const response = await this.sent(prepared, signal);
    if (response instanceof Error || response.ok) return response;
    const refusal = await readAnswer(response, prepared.accept);
    return refusal instanceof Error ? refusal : new PosUnreachable('The service gave no stream');
  }

  private prepare(method: Method, path: string, options: RequestOptions): Prepared {
    const { body, ifMatch, ifNoneMatch, accept = JSON_TYPE, timeoutMs = TIMEOUT_MS, signal } = options;
    const key = options.idempotencyKey ?? (method === 'POST' ? newId() : undefined);
    const { language } = this.options;
    const headers = {
      Accept: accept === JSON_TYPE ? accept : `${accept}, application/problem+json;q=0.1`,
      ...(language !== undefined && { 'Accept-Language': language }),
      ...(body !== undefined && { 'Content-Type': JSON_TYPE }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(ifMatch !== undefined && { 'If-Match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
      ...(ifNoneMatch !== undefined && { 'If-None-Match': ifNoneMatch }),
    };
    const text = body === undefined ? undefined : JSON.stringify(body);
    return { method, url: this.urlOf(path, options.query), headers, body: text, accept, timeoutMs, signal };
  }

  private async attempt<Result>(prepared: Prepared): Promise<PosAnswer<Result> | PosProblem | PosUnreachable> {
    const { timeoutMs, signal, accept } = prepared;
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const response = await this.sent(prepared, either);
    if (response instanceof Error) return response;
    try {
      return await readAnswer<Result>(response, accept);
    } catch (error) {
      signal?.throwIfAborted();
      return new PosUnreachable('The answer broke off', error);
    }
  }

  private async sent(prepared: Prepared, signal: AbortSignal): Promise<Response | PosUnreachable> {
    const { method, url, body } = prepared;
    const proof = await credentialHeaders(this.options.credential, method, url, this.clock.serverNow());
    const headers = { ...prepared.headers, ...proof };
    const askedAt = this.now();
    try {
      const rest = { cache: 'no-store', credentials: 'omit', redirect: 'error', signal } as const;
      const response = await this.fetching(url, { method, headers, ...(body !== undefined && { body }), ...rest });
      this.clock.learn(response.headers.get('Date'), askedAt);
      return response;
    } catch (error) {
      prepared.signal?.throwIfAborted();
      return new PosUnreachable('The service cannot be reached', error);
    }
  }

  private urlOf(path: string, query: Query = {}): string {
    const below = path.startsWith('/v1/') ? path : `/v1/${encodeURIComponent(this.options.tenant)}${path}`;
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
    const text = asked.toString();
    return text === '' ? `${this.base}${below}` : `${this.base}${below}?${text}`;
  }
}

function isStale(error: Error): boolean {
  return error instanceof PosProblem && error.code === 'proof_refused';
}
