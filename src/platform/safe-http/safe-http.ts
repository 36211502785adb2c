import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AddressPolicy } from './address-policy.js';
import { CallFailed, failureOf } from './call-failed.js';
import type { CallTarget, UrlRules } from './url-rules.js';

/** All addresses of a name. @throws what the name service says. */
export type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>;
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface SafeHttpSettings {
  /** From the first byte sent for a name to the end of the answer. */
  readonly timeoutMs: number;
  /** How long an answer's body is waited for once its status is known; then it is cut. */
  readonly bodyTimeoutMs: number;
  /** Bytes of the body that are kept; then the connection is destroyed. */
  readonly bodyMax: number;
  readonly headersMax: number;
  /** Certificate authorities instead of the system's; for tests. */
  readonly ca?: string;
}
export const SAFE_HTTP_DEFAULTS: SafeHttpSettings = {
  timeoutMs: 15_000,
  bodyTimeoutMs: 2_000,
  bodyMax: 4_096,
  headersMax: 16_384,
};

export interface OutgoingCall {
  /** POST where absent. A GET has no body. */
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
}

/** What came back: any status, redirects included, for none is followed. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Valid text, cut. */
  readonly body: string;
  readonly truncated: boolean;
}

/**
 * Calls addresses that strangers choose (GUARANTEES G14). Every address that a name resolves to is checked, and the
 * connection is made to one of those that were: no second look-up can change it. No redirects, cookies, proxies or
 * connections kept; certificates are verified; everything has a limit.
 */
export class SafeHttp {
  constructor(
    private readonly rules: UrlRules,
    private readonly settings: SafeHttpSettings = SAFE_HTTP_DEFAULTS,
    private readonly resolve: Resolver = systemResolver,
  ) {}

  /** @throws CallFailed when there is no answer, with the reason in a word and in a sentence. */
  post(url: string, call: Omit<OutgoingCall, 'method'>): Promise<CallAnswer> {
    return this.call(url, call);
  }

  /** The same by the method that the call names. @throws CallFailed. */
  call(url: string, call: OutgoingCall): Promise<CallAnswer> {
    const target = this.rules.read(url);
    if (typeof target === 'string') return Promise.reject(new CallFailed('url_forbidden', `the URL ${target}`));
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(
        this.open(target, call),
        this.settings,
        target.excepted ? undefined : this.rules.addresses,
      );
      exchange.run(call, resolve, reject);
    });
  }

  private open(target: CallTarget, { method = 'POST', headers, body }: OutgoingCall): ClientRequest {
    const { url, host, port } = target;
    const options: RequestOptions & { ca?: string; rejectUnauthorized: true; servername?: string } = {
      method,
      hostname: host,
      port,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }) },
      agent: false, // a connection of its own: what was checked for this call serves this call
      lookup: this.lookupFor(target),
      maxHeaderSize: this.settings.headersMax,
      insecureHTTPParser: false,
      rejectUnauthorized: true,
      ...(this.settings.ca === undefined ? {} : { ca: this.settings.ca }),
    };
    return url.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
  }

  private lookupFor({ excepted }: CallTarget): LookupFunction {
    return (host, options, callback) => {
      this.resolve(host).then(
        (found) => {
          const why = excepted ? undefined : refusalOfAll(found, this.rules.addresses);
          const first = found[0];
          if (why !== undefined) callback(new CallFailed('address_forbidden', `${host} leads to ${why}`), '', 4);
          else if (first === undefined) callback(new CallFailed('name_unknown', `${host} has no address`), '', 4);
          else if (options.all === true) callback(null, [...found]);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => callback(failureOf(error), '', 4),
      );
    };
  }
}

/** One bad address spoils the name: which of them is connected to is not ours to choose. */
function refusalOfAll(found: readonly ResolvedAddress[], policy: AddressPolicy): string | undefined {
  for (const { address } of found) {
    const why = policy.refusalOf(address);
    if (why !== undefined) return `an address that must not be called (${why})`;
  }
  return undefined;
}

/** One request and what becomes of it. Ends exactly once, and destroys its connection in the end. */
class Exchange {
  private over = false;
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly request: ClientRequest,
    private readonly settings: SafeHttpSettings,
    private readonly addresses: AddressPolicy | undefined,
  ) {}

  run(
    { body, signal }: OutgoingCall,
    resolve: (answer: CallAnswer) => void,
    reject: (error: CallFailed) => void,
  ): void {
    const fail = (error: unknown): void => this.end(() => reject(failureOf(error)));
    const { timeoutMs } = this.settings;
    this.after(timeoutMs, () => fail(new CallFailed('timeout', `no answer within ${timeoutMs / 1_000} s`)));
    const stop = (): void => fail(new CallFailed('stopped', 'the call was given up because this process stops'));
    if (signal?.aborted === true) {
      stop();
      return;
    }
    if (signal !== undefined) setMaxListeners(0, signal); // one for each call in progress is no leak
    signal?.addEventListener('abort', stop, { once: true });
    this.request.on('close', () => signal?.removeEventListener('abort', stop));
    this.request.on('error', fail);
    this.request.on('close', () => fail(new CallFailed('closed', 'the connection was closed before an answer')));
    this.request.on('upgrade', () => fail(new CallFailed('protocol', 'the answer was a change of protocol')));
    this.request.on('socket', (socket) => socket.once('connect', () => this.assertChecked(socket.remoteAddress, fail)));
    this.request.on('response', (response) => this.read(response, (answer) => this.end(() => resolve(answer))));
    this.request.end(body);
  }

  /** The name was checked already; this is the same question asked of the connection itself. */
  private assertChecked(address: string | undefined, fail: (error: CallFailed) => void): void {
    const why = this.addresses?.refusalOf(address ?? '');
    if (why !== undefined) fail(new CallFailed('address_forbidden', `the connection leads to ${why}`));
  }

  private read(response: IncomingMessage, done: (answer: CallAnswer) => void): void {
    const answer = (truncated: boolean): void => done(this.answerOf(response, truncated));
    this.after(this.settings.bodyTimeoutMs, () => answer(true));
    response.on('data', (chunk: Buffer) => {
      const room = this.settings.bodyMax - this.size;
      this.chunks.push(chunk.subarray(0, room));
      this.size += Math.min(room, chunk.length);
      if (chunk.length > room) answer(true);
    });
    response.on('end', () => answer(false));
    response.on('error', () => answer(true)); // the status has come: what is missing of the body changes nothing
    response.on('aborted', () => answer(true));
  }

  private answerOf(response: IncomingMessage, truncated: boolean): CallAnswer {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.headers))
      headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
    const body = Buffer.concat(this.chunks).toString('utf8').replaceAll('\u0000', '\ufffd');
    return { status: response.statusCode ?? 0, headers, body, truncated };
  }

  private end(tell: () => void): void {
    if (this.over) return;
    this.over = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.request.on('error', () => undefined); // destroying a connection in the middle of something makes it complain
    this.request.destroy();
    tell();
  }

  private after(ms: number, act: () => void): void {
    this.timers.push(setTimeout(act, ms));
  }
}

const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) => {
      if (error === null) resolve(found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })));
      else reject(error);
    });
  });
