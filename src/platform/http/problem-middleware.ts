import { ValidateError } from '@tsoa/runtime';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { AnswerReplayed, type StoredAnswer } from '../../kernel/context.js';
import { Refusal } from '../../kernel/refusal.js';
import { DatabaseUnavailable } from '../postgres/database-errors.js';
import type { Contract } from './contract.js';
import type { RequestRefusal } from './edge-problems.js';
import type { PosRequest } from './pos-request.js';
import type { RefusalWitness } from './tokens.js';
import { BodyChecker, fieldsOfParameters } from './validation-fields.js';

/** Told of each defect: an error that no one foresaw. */
export type DefectLog = (error: unknown, request: PosRequest) => void;

/** Answers 404, or 405 with Allow where the path is known by another method. */
export function unknownRoute(contract: Contract): RequestHandler {
  return (request, _response, next) => {
    const allow = contract.methodsOf(request.path);
    next(
      allow.length === 0 || allow.includes(request.method)
        ? new Refusal<RequestRefusal>('not_found')
        : new Refusal<RequestRefusal>('method_not_allowed', { allow: allow.join(', ') }),
    );
  };
}

/**
 * The one place where what was thrown becomes an answer (docs/decisions/0005). What is not foreseen is a defect: it is
 * logged with its stack and answered 500 with nothing but the traceId.
 */
export function problemMiddleware(
  contract: Contract,
  logDefect: DefectLog,
  witness?: RefusalWitness,
): ErrorRequestHandler {
  let checker: BodyChecker | undefined;
  const checkerOf = (): BodyChecker => (checker ??= new BodyChecker(contract.document));
  return (error: unknown, request, response, _next) => {
    const posRequest = request as PosRequest;
    if (response.headersSent) {
      logDefect(error, posRequest);
      response.destroy();
      return;
    }
    if (error instanceof AnswerReplayed) {
      response.setHeader('Idempotency-Replayed', 'true');
      send(response, error.answer);
      return;
    }
    const refusal = refusalOf(error, posRequest, contract, checkerOf);
    if (refusal === undefined || !posRequest.edge.problems.knows(refusal.code)) logDefect(error, posRequest);
    const answer = (): void => answerSafely(posRequest, response, refusal, logDefect);
    const told = refusal === undefined ? undefined : witnessed(posRequest, refusal, witness);
    if (told === undefined) answer();
    else void told.then(answer);
  };
}

const CHANGING: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Tells of a known caller's attempt to change something, if it is one to be told of. */
function witnessed(
  { context, method, originalUrl }: Partial<Pick<PosRequest, 'context'>> & Pick<PosRequest, 'method' | 'originalUrl'>,
  refusal: Refusal,
  witness: RefusalWitness | undefined,
): Promise<void> | undefined {
  if (context === undefined || !CHANGING.has(method) || witness?.concerns(refusal) !== true) return undefined;
  return witness.refused(context, { method, path: pathOf(originalUrl) }, refusal);
}

function answerSafely(
  request: PosRequest,
  response: Response,
  refusal: Refusal | undefined,
  logDefect: DefectLog,
): void {
  try {
    answerRefusal(request, response, refusal);
  } catch (renderingError) {
    // A table whose detail stumbles over its facts must not bring express' own error page to the caller.
    logDefect(renderingError, request);
    answerRefusal(request, response, undefined);
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] as string;
}

/** Answers with a problem. */
export function answerRefusal(request: PosRequest, response: Response, refusal: Refusal | undefined): void {
  const { problems, traceId } = request.edge;
  const known =
    refusal !== undefined && problems.knows(refusal.code) ? refusal : new Refusal<RequestRefusal>('internal_error');
  request.edge.code = known.code;
  // A body that nobody will read any more would otherwise keep the connection busy.
  if (known.code === 'body_too_large' || known.code === 'body_incomplete') response.setHeader('Connection', 'close');
  send(response, problems.answerTo(known, { instance: pathOf(request.originalUrl), traceId }));
}

function send(response: Response, { status, headers, body }: StoredAnswer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

function refusalOf(
  error: unknown,
  request: PosRequest,
  contract: Contract,
  checker: () => BodyChecker,
): Refusal | undefined {
  if (error instanceof Refusal) return aboutBodyId(error, request);
  if (error instanceof ValidateError) return invalid(error, request, contract, checker);
  if (error instanceof DatabaseUnavailable) return new Refusal<RequestRefusal>('database_unavailable');
  if (isMalformedPath(error)) return new Refusal<RequestRefusal>('malformed_path');
  return undefined;
}

/** Where the body's own id plays the key, another body under it is a conflict of ids (API.md), not of keys. */
function aboutBodyId(refusal: Refusal, { edge }: PosRequest): Refusal {
  if (refusal.code !== 'idempotency_key_reused' || edge.keyIsBodyId !== true) return refusal;
  return new Refusal<RequestRefusal>('id_already_used', {}, [
    { pointer: '/id', message: 'was used with another body' },
  ]);
}

function invalid(error: ValidateError, request: PosRequest, contract: Contract, checker: () => BodyChecker): Refusal {
  const operation = contract.operation(request.method, routeOf(request));
  if (operation === undefined) return new Refusal<RequestRefusal>('validation_failed');
  if (operation.takesBody) {
    const { fields, onlyFractionsOfMinorUnits } = checker().check(operation, request.body);
    if (fields.length > 0)
      return new Refusal(onlyFractionsOfMinorUnits ? 'amount_has_too_many_digits' : 'validation_failed', {}, fields);
  }
  return new Refusal<RequestRefusal>('validation_failed', {}, fieldsOfParameters(error.fields, operation));
}

/** The path of the route that took the request: a template, never an id. */
export function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : 'none';
}

function isMalformedPath(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && error.message.startsWith('Failed to decode param'));
}
