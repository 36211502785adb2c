import type { FuzzRequest } from './request-maker.js';

/** An answer as it came. */
export interface FuzzAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly requestId: string;
  readonly retryAfter: string;
  readonly body: string;
}

const LEAKS = /node_modules|[a-z-]+\.[jt]s:\d+|\bat \S+ \(|syntax error at|violates|pg_catalog/;
const CODE = /^[a-z][a-z0-9_]*$/;
const POINTER = /^(\/.*)?$/s;

/** What is wrong with an answer; `undefined` when nothing is. */
export function judge(
  { method, role, path, isOpen }: Pick<FuzzRequest, 'method' | 'role' | 'path' | 'isOpen'>,
  answer: FuzzAnswer,
): string | undefined {
  const { status, requestId } = answer;
  if (status >= 500) return status === 503 && answer.retryAfter !== '' ? undefined : `a ${status}`;
  if (requestId === '') return 'no X-Request-Id';
  if (status < 200 || (status >= 300 && status < 400)) return `a ${status}`;
  if (status < 300) {
    if (!isOpen && path.startsWith('/v1/') && (role === 'stranger' || role === 'other tenant'))
      return `${role} was let in`;
    return method === 'HEAD' ? undefined : unreadable(answer);
  }
  return problemOf(method, answer);
}

function unreadable({ contentType, body, status }: FuzzAnswer): string | undefined {
  if (status === 204 || !contentType.startsWith('application/json')) return undefined;
  return parse(body) === undefined ? 'JSON that is none' : undefined;
}

function problemOf(method: string, { status, contentType, body }: FuzzAnswer): string | undefined {
  if (contentType !== 'application/problem+json')
    return `a ${status} of type ${contentType === '' ? 'none' : contentType}`;
  if (method === 'HEAD') return undefined;
  if (LEAKS.test(body)) return 'a problem that tells of the inside';
  const problem = parse(body) as Record<string, unknown> | undefined;
  if (problem === undefined) return 'a problem that is not JSON';
  const { code, title, type, instance, traceId, retryable, errors } = problem;
  if (problem['status'] !== status) return `a problem that says ${String(problem['status'])} in a ${status}`;
  if (typeof code !== 'string' || !CODE.test(code)) return 'a problem without a code';
  if (typeof title !== 'string' || typeof type !== 'string' || !URL.canParse(type))
    return 'a problem without title or type';
  if (typeof instance !== 'string' || typeof retryable !== 'boolean') return 'a problem without instance or retryable';
  if (typeof traceId !== 'string' || !/^[0-9a-f]{32}$/.test(traceId)) return 'a problem without a trace id';
  if (errors !== undefined && !isFieldList(errors)) return 'a problem whose errors have no pointers';
  return undefined;
}

function isFieldList(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((field: unknown) => {
      const { pointer, message } = (field ?? {}) as { pointer?: unknown; message?: unknown };
      return typeof pointer === 'string' && POINTER.test(pointer) && typeof message === 'string' && message !== '';
    })
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the caller says what that means
  }
}
