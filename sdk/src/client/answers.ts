import { PosProblem, PosUnreachable } from './pos-problem.js';

/** An answer with what its headers tell. */
export interface PosAnswer<Result> {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` where there is none, as with 204 and 304. */
  readonly body: Result;
}

const NOT_MODIFIED = 304;

/**
 * Reads an answer. JSON becomes what it says, other texts a string, all else bytes.
 * @returns the refusal instead of throwing it: the caller decides whether to try again.
 * @throws whatever breaks the connection while it is read.
 */
export async function readAnswer<Result>(
  response: Response,
  accept: string,
): Promise<PosAnswer<Result> | PosProblem | PosUnreachable> {
  const { status, headers } = response;
  const type = headers.get('Content-Type') ?? '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok && status !== NOT_MODIFIED) return problemOf(status, headers, type, bytes);
  if (bytes.length === 0) return { status, headers, body: undefined as Result };
  if (isJson(accept) && !isJson(type))
    return new PosUnreachable(`Something else than the service answered (${type || 'no content type'})`);
  if (isJson(type)) {
    const body = parsed(bytes);
    if (body === undefined) return new PosUnreachable('The answer was cut off');
    return { status, headers, body: body as Result };
  }
  const body = type.startsWith('text/') ? new TextDecoder().decode(bytes) : bytes;
  return { status, headers, body: body as Result };
}

function problemOf(status: number, headers: Headers, type: string, bytes: Uint8Array): PosProblem | PosUnreachable {
  if (status < 400) return new PosUnreachable(`The service answered with ${status}, which leads elsewhere`);
  const document = isJson(type) ? parsed(bytes) : undefined;
  const shown = typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {};
  return new PosProblem(status, shown, retryAfterOf(headers.get('Retry-After')));
}

function retryAfterOf(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;
}

function isJson(type: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(type);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // cut off or no JSON at all: the caller says so
  }
}
