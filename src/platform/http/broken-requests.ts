import { randomBytes } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal } from '../../kernel/refusal.js';
import { edgeProblems, type RequestRefusal } from './edge-problems.js';
import { ProblemCatalogue } from './problem-catalogue.js';

const problems = new ProblemCatalogue(edgeProblems);
const CODES: Readonly<Record<string, RequestRefusal>> = {
  HPE_HEADER_OVERFLOW: 'header_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers what is no HTTP request, and so reaches no route and no middleware, with a problem too; then hangs up. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) socket.destroy();
    else socket.end(answerTo(error.code), () => socket.destroy());
  });
  // Expectations we do not know are passed over, as RFC 9110 §10.1.1 allows; by itself node would answer a bare 417.
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}

function answerTo(code = ''): string {
  const traceId = randomBytes(16).toString('hex');
  const { status, headers, body } = problems.answerTo(new Refusal(CODES[code] ?? 'malformed_request'), {
    instance: '/',
    traceId,
  });
  const all = { ...headers, 'Content-Length': Buffer.byteLength(body), 'X-Request-Id': traceId, Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}

/** True when part of another answer is on this connection already: a second head in its midst would corrupt it. */
function isAnswering(socket: Duplex): boolean {
  return (socket as { _httpMessage?: { headersSent?: boolean } | null })._httpMessage?.headersSent === true;
}
