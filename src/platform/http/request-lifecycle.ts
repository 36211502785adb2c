import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { isUuid, type IdSource } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';
import type { ProblemCatalogue } from './problem-catalogue.js';
import { answerRefusal, routeOf } from './problem-middleware.js';
import type { PosRequest } from './pos-request.js';

/** What is told about a request when it is over. */
export interface RequestReport {
  readonly request: PosRequest;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Until the answer was complete; of a stream, until it began. */
  readonly ms: number;
  /** True when the caller went away before the answer was complete. */
  readonly aborted: boolean;
}

export interface LifecycleSettings {
  readonly ids: IdSource;
  readonly problems: ProblemCatalogue;
  /** Beyond this many requests in progress the answer is 503 (GUARANTEES G13). */
  readonly inFlightMax: number;
  readonly report: (report: RequestReport) => void;
}

const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;
const TRACE_PARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const ALWAYS_OPEN = new Set(['/healthz', '/readyz', '/metrics']);

/** First and last to touch a request: identity, safe headers, the bound on how many run at once, and the report at the end. */
export class RequestLifecycle {
  inFlight = 0;
  refused = 0;
  private readonly streams = new Map<PosRequest, { readonly stop: () => void; readonly ms: number }>();
  private isStopping = false;

  constructor(private readonly settings: LifecycleSettings) {}

  /** Set while stopping: connections are told to end with their answer, and answers without an end are ended now. */
  get stopping(): boolean {
    return this.isStopping;
  }

  set stopping(value: boolean) {
    this.isStopping = value;
    if (value) for (const { stop } of [...this.streams.values()]) stop();
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const posRequest = request as PosRequest;
    this.identify(posRequest);
    secure(response, posRequest.edge.requestId);
    if (this.stopping) response.setHeader('Connection', 'close');
    response.once('close', () => this.finish(posRequest, response));
    this.inFlight += 1;
    if (this.inFlight > this.settings.inFlightMax && !ALWAYS_OPEN.has(request.path)) {
      this.refused += 1;
      answerRefusal(posRequest, response, new Refusal<RequestRefusal>('overloaded'));
      return;
    }
    if (request.headers.host === undefined && request.httpVersion === '1.1') {
      answerRefusal(posRequest, response, new Refusal<RequestRefusal>('malformed_request'));
      return;
    }
    next();
  };

  private identify(request: PosRequest): void {
    const sent = request.headers['x-request-id'];
    const requestId = typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : this.settings.ids.next<'request'>();
    const traceParent = request.headers['traceparent'];
    const trace = typeof traceParent === 'string' ? TRACE_PARENT.exec(traceParent) : null;
    request.edge = {
      requestId,
      traceId: trace?.[1] ?? (isUuid(requestId) ? requestId.replaceAll('-', '') : randomBytes(16).toString('hex')),
      traceParent: trace === null ? undefined : (traceParent as string),
      startedAt: performance.now(),
      problems: this.settings.problems,
      becameStream: (stop) => this.toStream(request, stop),
    };
  }

  private toStream(request: PosRequest, stop: () => void): void {
    if (this.stopping) throw new Refusal<RequestRefusal>('overloaded');
    this.streams.set(request, { stop, ms: performance.now() - request.edge.startedAt });
    this.leave(request);
  }

  private leave({ edge }: PosRequest): void {
    this.inFlight -= 1;
    edge.release?.();
  }

  private finish(request: PosRequest, response: Response): void {
    const stream = this.streams.get(request);
    if (stream === undefined) this.leave(request);
    else this.streams.delete(request);
    this.settings.report({
      request,
      method: request.method,
      route: routeOf(request),
      status: response.statusCode,
      ms: stream?.ms ?? performance.now() - request.edge.startedAt,
      aborted: !response.writableFinished,
    });
  }
}

function secure(response: Response, requestId: string): void {
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('Referrer-Policy', 'no-referrer');
}
