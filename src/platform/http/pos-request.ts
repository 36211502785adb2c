import type { Request, Response } from 'express';
import type { RequestContext, StoredAnswer } from '../../kernel/context.js';
import type { ProblemCatalogue } from './problem-catalogue.js';

/** An answer that is rendered already, so that what goes out is, to the byte, what was stored under the key. */
export interface PreparedAnswer {
  readonly result: unknown;
  readonly rendered: object;
  readonly answer: StoredAnswer;
}

/** What the edge keeps about one request. Controllers need none of it; the helpers of this folder do. */
export interface EdgeState {
  readonly requestId: string;
  readonly traceId: string;
  readonly traceParent: string | undefined;
  readonly startedAt: number;
  readonly problems: ProblemCatalogue;
  /** Set when the request is answered with a problem, for the log line. */
  code?: string;
  /** The verified tenant's own settings. */
  tenantSettings?: Readonly<Record<string, unknown>>;
  /** Slug of the verified tenant, for the log line. */
  tenant?: string;
  /** True when the body's own id plays the role of the idempotency key (GUARANTEES G1). */
  keyIsBodyId?: boolean;
  prepared?: PreparedAnswer;
  release?: () => void;
  /**
   * Says that the answer goes on as a stream: the request no longer counts as one in progress. Call it before the head.
   * @param stop ends the stream when the service stops. @throws Refusal `overloaded` when it is stopping already.
   */
  becameStream(stop: () => void): void;
}

/** A request behind authentication: `context` says who asks, for which tenant, and when. */
export interface PosRequest extends Request {
  context: RequestContext;
  edge: EdgeState;
  res: Response;
}
