import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../faults/chance.js';

/** Bytes to be written to a connection, and how. */
export interface RawRequest {
  readonly kind: string;
  readonly parts: readonly Buffer[];
  /** Wait between the parts. */
  readonly pauseMs: number;
  /** After the parts: wait for the service, say that no more comes, or tear the connection. */
  readonly then: 'wait' | 'end' | 'reset';
  /** How many answers there must be, at least. */
  readonly answers: number;
}

/** What came back: whole text, and whether the service ended the connection. */
export interface RawAnswer {
  readonly text: string;
  readonly closed: boolean;
}

/** Makes raw requests to one path of the shop. */
export class RawRequests {
  constructor(
    private readonly path: string,
    private readonly token: string,
  ) {}

  make(chance: Chance): RawRequest {
    return chance.pick([...this.brokenHeads(), ...this.brokenBodies(chance), ...this.brokenPace(chance)]);
  }

  private head(more: string, { method = 'POST', version = 'HTTP/1.1' } = {}): string {
    return `${method} ${this.path} ${version}\r\nHost: x\r\nAuthorization: Bearer ${this.token}\r\n${more}\r\n`;
  }

  private brokenHeads(): RawRequest[] {
    return [
      whole('garbage', 'what is this\r\n\r\n', 1),
      whole('binary', Buffer.from('160301020001000001fc0303', 'hex'), 1),
      whole('bad version', this.head('', { version: 'HTTP/9.9' }), 1),
      whole('HTTP/0.9', `GET ${this.path}\r\n\r\n`, 1),
      whole('HTTP/1.0', this.head('', { version: 'HTTP/1.0', method: 'GET' }), 1),
      whole('a header without a colon', this.head('Nonsense\r\n'), 1),
      whole('a space before the colon', this.head('Content-Length : 0\r\n'), 1),
      whole('NUL in a header', this.head('X-A: a\0b\r\n'), 1),
      whole('a folded header', this.head('X-A: a\r\n b\r\nContent-Length: 0\r\n'), 1),
      whole('a huge header', this.head(`X-A: ${'a'.repeat(40_000)}\r\n`), 1),
      whole(
        'a thousand headers',
        this.head(Array.from({ length: 1_000 }, (_, index) => `X-${index}: 1\r\n`).join('')),
        1,
      ),
      whole('a huge path', `GET /v1/${'a'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 1),
      whole('a method of our own', this.head('', { method: 'FROB' }), 1),
      whole('no Host', `GET ${this.path} HTTP/1.1\r\n\r\n`, 1),
      whole('an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 1),
      whole('an absolute address', `GET http://elsewhere${this.path} HTTP/1.1\r\nHost: x\r\n\r\n`, 1),
      whole('bytes in the path', Buffer.from(`GET /v1/\xff\xfe/pos/orders HTTP/1.1\r\nHost: x\r\n\r\n`, 'latin1'), 1),
      whole('CONNECT', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', 0),
      whole('an upgrade', this.head('Connection: Upgrade\r\nUpgrade: websocket\r\n', { method: 'GET' }), 1),
      whole('HTTP/2 from the start', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 1),
      whole('an unknown expectation', this.head('Expect: miracles\r\nContent-Length: 0\r\n'), 1),
    ];
  }

  private brokenBodies(chance: Chance): RawRequest[] {
    const json = 'Content-Type: application/json\r\n';
    const chunked = `${json}Transfer-Encoding: chunked\r\n`;
    return [
      whole('length and chunks', `${this.head(`${chunked}Content-Length: 5\r\n`)}0\r\n\r\n`, 1),
      whole('two lengths', `${this.head(`${json}Content-Length: 2\r\nContent-Length: 3\r\n`)}{}`, 1),
      whole('a negative length', this.head(`${json}Content-Length: -1\r\n`), 1),
      whole('a length that is no number', this.head(`${json}Content-Length: many\r\n`), 1),
      whole('a chunk of nonsense', `${this.head(chunked)}xyz\r\n{}\r\n0\r\n\r\n`, 1),
      whole('an endless chunk size', `${this.head(chunked)}${'f'.repeat(40)}\r\n`, 1),
      whole('an unknown coding', this.head(`${json}Transfer-Encoding: gzip\r\n`), 1),
      whole(
        'invalid UTF-8',
        Buffer.concat([Buffer.from(this.head(`${json}Content-Length: 5\r\n`)), Buffer.from('{"\xff"}', 'latin1')]),
        1,
      ),
      whole(
        'random bytes',
        Buffer.concat([Buffer.from(this.head(`${json}Content-Length: 64\r\n`)), chance.bytes(64)]),
        1,
      ),
      whole('a promise of 2 MiB', this.head(`${json}Content-Length: 2097152\r\n`), 1),
      whole(
        'more chunks than allowed',
        `${this.head(chunked)}${`10000\r\n${'x'.repeat(65_536)}\r\n`.repeat(20)}0\r\n\r\n`,
        1,
      ),
      { ...whole('a body cut short', `${this.head(`${json}Content-Length: 100\r\n`)}{"a":`, 0), then: 'end' },
      { ...whole('a body torn', `${this.head(`${json}Content-Length: 100\r\n`)}{"a":`, 0), then: 'reset' },
      whole('a body that never comes', this.head(`${json}Content-Length: 100\r\n`), 1),
    ];
  }

  private brokenPace(chance: Chance): RawRequest[] {
    const get = this.head('', { method: 'GET' });
    const body = '{"outletId":"x"}';
    const post = `${this.head(`Content-Type: application/json\r\nIdempotency-Key: slow\r\nContent-Length: ${body.length}\r\n`)}${body}`;
    const cut = chance.integer(1, post.length - 1);
    return [
      whole('five in a row', get.repeat(5), 5),
      whole('good, then garbage', `${get}what is this\r\n\r\n`, 1),
      { ...whole('byte by byte', '', 1), parts: Array.from(Buffer.from(post), (byte) => Buffer.of(byte)), pauseMs: 2 },
      {
        ...whole('in two pieces', '', 1),
        parts: [Buffer.from(post.slice(0, cut)), Buffer.from(post.slice(cut))],
        pauseMs: 50,
      },
      { ...whole('a torn answer', get.repeat(3), 0), then: 'reset' },
      { ...whole('nothing', '', 0), then: 'end' },
      whole(
        'asks before it sends',
        `${this.head(`Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${body.length}\r\n`)}${body}`,
        1,
      ),
    ];
  }
}

function whole(kind: string, bytes: string | Buffer, answers: number): RawRequest {
  return {
    kind,
    parts: [typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes],
    pauseMs: 0,
    then: 'wait',
    answers,
  };
}

const QUIET_MS = 250;

/** Writes the bytes and reads until the service closes, or has given its answers and is quiet, or the time is over. */
export async function sendRaw(
  port: number,
  { parts, pauseMs, then, answers }: RawRequest,
  timeoutMs: number,
): Promise<RawAnswer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const heard = { text: '', closed: false };
  const closed = (): void => void (heard.closed = true);
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString('latin1')));
  socket.once('end', closed).once('close', closed);
  socket.once('error', closed); // a reset is an end, too
  for (const part of parts) {
    if (heard.closed) break;
    socket.write(part);
    if (pauseMs > 0) await sleep(pauseMs);
  }
  if (then === 'reset') socket.resetAndDestroy();
  if (then === 'end') socket.end();
  const end = Date.now() + timeoutMs;
  while (!heard.closed && Date.now() < end && !(answers > 0 && answersIn(heard.text).length >= answers)) await sleep(5);
  if (!heard.closed && answers > 1) await sleep(QUIET_MS);
  socket.destroy();
  return heard;
}

/** The status lines in a text, leaving out those that only promise more. */
export function answersIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)]
    .map(([, status]) => Number(status))
    .filter((status) => status >= 200);
}
