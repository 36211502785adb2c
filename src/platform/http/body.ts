import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';

/** What a body may cost. */
export interface BodyLimits {
  readonly bytes: number;
  readonly timeoutMs: number;
}

const DEPTH_MAX = 32;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * Reads a JSON body. It is read after the caller is known, so that strangers cannot make the service hold or parse
 * anything; and by hand, because the usual parser turns bytes that are not UTF-8 into other text silently.
 * @returns `undefined` when the request has no body.
 * @throws Refusal `unsupported_media_type`, `body_too_large`, `body_incomplete`, `body_not_utf8`, `malformed_json`,
 * `body_too_deep`, `validation_failed` (text that no database can hold).
 */
export async function readJsonBody(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') return undefined;
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || (headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal<RequestRefusal>('unsupported_media_type', { accepts: 'application/json' });
  }
  const bytes = await readBytes(request, limits);
  return bytes.length === 0 ? undefined : jsonFrom(bytes);
}

/**
 * Reads JSON that has arrived.
 * @throws Refusal `body_not_utf8`, `malformed_json`, `body_too_deep`, `validation_failed`.
 */
export function jsonFrom(bytes: Buffer): unknown {
  if (!isUtf8(bytes))
    throw new Refusal<RequestRefusal>('body_not_utf8', {}, [{ pointer: '', message: 'must be UTF-8' }]);
  const body = parse(bytes.toString('utf8'));
  screen(body, '', 0);
  return body;
}

/** Reads a body as it came. @throws Refusal `body_too_large`, `body_incomplete`. */
export function readBytes(request: IncomingMessage, { bytes: limitBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  const tooLarge = (): Refusal => new Refusal<RequestRefusal>('body_too_large', { limitBytes });
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: () => void): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      outcome();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else settle(() => reject(tooLarge()));
    };
    const onEnd = (): void =>
      settle(() => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    const onBroken = (): void => settle(() => reject(new Refusal<RequestRefusal>('body_incomplete')));
    const timer = setTimeout(onBroken, timeoutMs);
    request.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the body, which may hold what must not be echoed.
    throw new Refusal<RequestRefusal>('malformed_json', {}, [{ pointer: '', message: 'must be JSON' }]);
  }
}

/**
 * Refuses what JSON allows and the service could not keep: too many levels, NUL and half characters in text, and members
 * that hide what every object has (`__proto__`, `toString`), over which the checks of the contract would stumble.
 */
function screen(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw unstorable(pointer);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (depth >= DEPTH_MAX)
    throw new Refusal<RequestRefusal>('body_too_deep', {}, [
      { pointer, message: `must have at most ${DEPTH_MAX} levels` },
    ]);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) screenMember(value[index], pointer, index, depth);
    return;
  }
  for (const name of Object.keys(value)) {
    if (name in Object.prototype || !isStorable(name)) throw unstorable(pointer);
    screenMember((value as Record<string, unknown>)[name], pointer, name, depth);
  }
}

/** Pointers are only built where a value can be wrong: most members are numbers and sound strings. */
function screenMember(value: unknown, pointer: string, name: string | number, depth: number): void {
  if (typeof value === 'string' ? isStorable(value) : value === null || typeof value !== 'object') return;
  screen(value, `${pointer}/${typeof name === 'number' ? name : escapePointer(name)}`, depth + 1);
}

/** True for text that PostgreSQL can hold: no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function unstorable(pointer: string): Refusal {
  return new Refusal<RequestRefusal>('validation_failed', {}, [
    { pointer, message: 'must be text without NUL and half characters' },
  ]);
}

/** One member name as a JSON Pointer writes it (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
