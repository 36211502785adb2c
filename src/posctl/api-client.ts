import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import type { Connection } from './environment.js';
import { CommandError, EXIT, exitCodeOfStatus, Interrupted } from './exit-codes.js';
import { isWorthRepeating, repeatWaitMs } from './retries.js';

/** A request below `/v1/{tenant}/pos`. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  /** The kind of answer that is wanted; else JSON. */
  readonly accept?: string;
  readonly idempotencyKey?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** The body as it came: of what is no text, such as a PDF. */
  readonly bytes: Buffer;
}

/** An error answer of the service (RFC 9457). */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const REQUEST_TIMEOUT_MS = 30_000;

/** How often a request is tried: a person waits for a command, an import goes on by itself. */
export const ATTEMPTS = { command: 3, longWork: 8 } as const;

/** Speaks to the service over kept connections, repeats what is worth repeating, and nothing else (UX.md §1). */
export class ApiClient {
  readonly retries = { count: 0 };
  private readonly agent: http.Agent;
  private readonly send: typeof http.request;
  private readonly root: URL;

  constructor(
    private readonly connection: Connection,
    private readonly signal: AbortSignal,
    connections = 4,
    private readonly attemptsMax: number = ATTEMPTS.command,
    private readonly random: () => number = Math.random,
  ) {
    this.root = new URL(connection.baseUrl);
    const settings = { keepAlive: true, maxSockets: connections, scheduling: 'lifo' as const };
    const secure = this.root.protocol === 'https:';
    this.agent = secure ? new https.Agent(settings) : new http.Agent(settings);
    this.send = secure ? https.request : http.request;
  }

  /** Where a path below the tenant lives; those of the platform itself are whole already. */
  tenantPath(path: string): string {
    if (path.startsWith('/v1/')) return path;
    return `/v1/${encodeURIComponent(this.connection.tenant)}/pos${path}`;
  }

  /** Sends a request to any answer that is final. @throws CommandError `unreachable` when none comes, Interrupted on Ctrl-C. */
  async request(request: ApiRequest): Promise<ApiAnswer> {
    return this.repeating({ ...request, path: this.tenantPath(request.path) });
  }

  /** Sends a request outside any tenant, such as `/readyz`, once. */
  async probe(path: string): Promise<ApiAnswer> {
    return this.once({ method: 'GET', path });
  }

  /** Reads JSON. @throws CommandError with the problem's words when the answer is not a success. */
  async json<Body>(request: ApiRequest): Promise<Body> {
    const answer = await this.request(request);
    if (answer.status >= 300) throw refusedBy(answer);
    return JSON.parse(answer.body) as Body;
  }

  /** Sends a body that is too large to be held; never repeated. */
  async upload(request: Omit<ApiRequest, 'body'>, body: Readable): Promise<ApiAnswer> {
    return this.once({ ...request, path: this.tenantPath(request.path) }, body);
  }

  /** Opens an answer that goes on, such as a live stream; once. It breaks when nothing comes for so long, and on Ctrl-C. */
  async open(path: string, headers: http.OutgoingHttpHeaders, silenceMs: number): Promise<http.IncomingMessage> {
    const outgoing = this.begin({ method: 'GET', path: this.tenantPath(path) }, silenceMs, {
      accept: 'text/event-stream',
      ...headers,
    });
    const stop = (): void => void outgoing.destroy(new Error('interrupted'));
    if (this.signal.aborted) stop();
    this.signal.addEventListener('abort', stop, { once: true });
    outgoing.once('close', () => this.signal.removeEventListener('abort', stop));
    outgoing.end();
    return new Promise((resolve, reject) => void outgoing.once('response', resolve).once('error', reject));
  }

  /** The end of a command whose service does not answer. */
  unreachable(failure: unknown): CommandError {
    const reason = failure instanceof Error ? failure.message || failure.name : String(failure);
    return new CommandError(
      EXIT.unreachable,
      `The service at ${this.connection.baseUrl} does not answer: ${reason}`,
      'Check that it runs (`posctl doctor`) and that POS_URL names it, then run the command again.',
      { cause: failure },
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private async repeating(request: ApiRequest): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      let answer: ApiAnswer | undefined;
      let failure: unknown;
      try {
        answer = await this.once(request);
        if (!isWorthRepeating(answer)) return answer;
      } catch (error) {
        failure = error;
      }
      if (this.signal.aborted) throw new Interrupted();
      if (attempt >= this.attemptsMax) {
        if (answer !== undefined) return answer;
        throw this.unreachable(failure);
      }
      this.retries.count += 1;
      await pause(repeatWaitMs(attempt, answer?.headers['retry-after'], this.random()), this.signal);
    }
  }

  private once(request: ApiRequest, stream?: Readable): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = this.begin(request, REQUEST_TIMEOUT_MS);
      outgoing.once('response', (incoming) => void collect(incoming).then(resolve, reject));
      outgoing.once('error', reject);
      if (stream === undefined) outgoing.end(request.body);
      else stream.once('error', (error) => outgoing.destroy(error)).pipe(outgoing);
    });
  }

  private begin(request: ApiRequest, timeoutMs: number, headers: http.OutgoingHttpHeaders = {}): http.ClientRequest {
    const outgoing = this.send({
      agent: this.agent,
      hostname: this.root.hostname.replace(/^\[|\]$/g, ''),
      port: this.root.port === '' ? undefined : Number(this.root.port),
      method: request.method,
      path: `${this.root.pathname.replace(/\/$/, '')}${request.path}`,
      headers: { ...this.headersOf(request), ...headers },
      timeout: timeoutMs,
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    return outgoing;
  }

  private headersOf({ body, contentType, accept, idempotencyKey }: ApiRequest): http.OutgoingHttpHeaders {
    const headers: http.OutgoingHttpHeaders = {
      authorization: `Bearer ${this.connection.apiKey}`,
      accept: accept ?? 'application/json',
    };
    if (contentType !== undefined || body !== undefined) headers['content-type'] = contentType ?? 'application/json';
    if (body !== undefined) headers['content-length'] = Buffer.byteLength(body);
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    return headers;
  }
}

/** The problem document of an error answer; an answer of somebody else, a proxy say, has none. */
export function problemOf(answer: ApiAnswer): Problem {
  try {
    return JSON.parse(answer.body) as Problem;
  } catch {
    return { title: `The service answered ${answer.status}` }; // not JSON: some proxy's page, of no use to the reader
  }
}

/** An error answer as the end of a command. */
export function refusedBy(answer: ApiAnswer): CommandError {
  const { title, detail, code, errors = [] } = problemOf(answer);
  const where = errors.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('; ');
  const said = [title ?? `The service answered ${answer.status}`, code === undefined ? '' : ` (${code})`].join('');
  return new CommandError(
    exitCodeOfStatus(answer.status),
    `${said}.`,
    [detail, where].filter(Boolean).join(' ') || undefined,
  );
}

/** Reads an answer to its end. */
export async function collect(incoming: http.IncomingMessage): Promise<ApiAnswer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes.toString('utf8'), bytes };
}

/** Waits, unless Ctrl-C is pressed first. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Interrupted());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
