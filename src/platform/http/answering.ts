import { hash } from 'node:crypto';
import type { Idempotency, RequestContext, StoredAnswer } from '../../kernel/context.js';
import { isUuid } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { canonicalJson } from './canonical-json.js';
import type { RequestRefusal } from './edge-problems.js';
import { etagOf } from './etag.js';
import type { PosRequest, PreparedAnswer } from './pos-request.js';

/** How a use case's result becomes an answer. A constant of the controller. */
export interface Answer<Result, Body extends object = object> {
  readonly status: number;
  readonly render: (result: Result) => Body;
  /** The path of what was created. */
  readonly location?: (result: Result) => string;
  /** The version of the single resource that is shown. */
  readonly etag?: (result: Result) => number;
  /** What a repeat is shown, where the first answer holds a secret that is shown once and stored nowhere (I9). */
  readonly renderRepeat?: (result: Result) => Body;
}

/**
 * Runs a use case under the request's idempotency key and renders what it gives. What was stored under the key is, to the
 * byte, what goes out. The controller returns the result of this function.
 * @throws Refusal `idempotency_key_missing` or `idempotency_key_invalid`, and whatever the use case throws.
 */
export async function answer<Result, Body extends object>(
  request: PosRequest,
  shape: Answer<Result, Body>,
  run: (context: RequestContext) => Promise<Result>,
): Promise<Body> {
  return answered(request, shape, await run(answering(request, shape)));
}

/**
 * The request's context with its idempotency: POSTs must have a key or a body with an id; other methods may have a key.
 * Give the use case's result to `answered` afterwards.
 * @throws Refusal `idempotency_key_missing`, `idempotency_key_invalid`.
 */
export function answering<Result, Body extends object>(
  request: PosRequest,
  shape: Answer<Result, Body>,
): RequestContext {
  const key = keyOf(request);
  if (key === undefined) return request.context;
  return { ...request.context, idempotency: new EdgeIdempotency(key, fingerprintOf(request), request, shape) };
}

/** Sets status and headers of the answer and gives the body for the controller to return. */
export function answered<Result, Body extends object>(
  request: PosRequest,
  shape: Answer<Result, Body>,
  result: Result,
): Body {
  const { prepared } = request.edge;
  // A transaction that failed at its commit has prepared an answer that never became true: only this result's may go out.
  const ready = prepared !== undefined && prepared.result === result ? prepared : prepare(shape, result);
  request.edge.prepared = ready;
  return ready.rendered as Body;
}

class EdgeIdempotency<Result, Body extends object> implements Idempotency {
  constructor(
    readonly key: string,
    readonly fingerprint: string,
    private readonly request: PosRequest,
    private readonly shape: Answer<Result, Body>,
  ) {}

  answered(result: unknown): StoredAnswer {
    const prepared = prepare(this.shape, result as Result);
    this.request.edge.prepared = prepared;
    const { renderRepeat } = this.shape;
    if (renderRepeat === undefined) return prepared.answer;
    return { ...prepared.answer, body: JSON.stringify(renderRepeat(result as Result)) };
  }

  refused(refusal: Refusal): StoredAnswer {
    const { problems, traceId } = this.request.edge;
    return problems.answerTo(refusal, { instance: this.request.path, traceId });
  }
}

function prepare<Result, Body extends object>(shape: Answer<Result, Body>, result: Result): PreparedAnswer {
  const rendered = shape.render(result);
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (shape.location !== undefined) headers['Location'] = shape.location(result);
  if (shape.etag !== undefined) headers['ETag'] = etagOf(shape.etag(result));
  return { result, rendered, answer: { status: shape.status, headers, body: JSON.stringify(rendered) } };
}

const PRINTABLE = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

function keyOf(request: PosRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header !== undefined) {
    if (typeof header === 'string' && PRINTABLE.test(header)) return header;
    throw new Refusal<RequestRefusal>('idempotency_key_invalid', {}, [
      { pointer: '/header/Idempotency-Key', message: 'must be 1 to 255 printable ASCII characters' },
    ]);
  }
  if (request.method !== 'POST') return undefined;
  const id = (request.body as { id?: unknown } | undefined)?.id;
  if (typeof id !== 'string' || !isUuid(id)) {
    throw new Refusal<RequestRefusal>('idempotency_key_missing', {}, [
      { pointer: '/header/Idempotency-Key', message: 'is required' },
    ]);
  }
  request.edge.keyIsBodyId = true;
  return `id:${id}`;
}

/** Members that hold what somebody knows or carries: from a stored hash of a body, four digits could be found by trying (G8). */
const SECRET_MEMBERS: ReadonlySet<string> = new Set(['pin', 'password', 'otp', 'accessToken', 'badge', 'secret']);

/** Same method, path and content give the same fingerprint, whatever the order of members, and whatever the secrets in it. */
export function fingerprintOf(request: Pick<PosRequest, 'method' | 'path' | 'body'>): string {
  const told = canonicalJson(request.body, SECRET_MEMBERS);
  return hash('sha256', `${request.method} ${request.path}\n${told}`, 'base64url');
}
