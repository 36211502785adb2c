import { Agent, request as httpRequest } from 'node:http';
import type { FuzzRequest } from './request-maker.js';
import type { FuzzAnswer } from './verdict.js';

export const ANSWER_TIMEOUT_MS = 30_000;

/** No answer in time, or a connection that broke without one. */
export class Unanswered extends Error {}

/** Sends requests over connections that stay open. */
export class Sender {
  private readonly agent: Agent;

  constructor(
    private readonly baseUrl: string,
    inFlight: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  }

  /** @throws Unanswered. A connection that the service closed while it was idle is no fault: then the request goes out again. */
  async send(request: FuzzRequest): Promise<FuzzAnswer> {
    try {
      return await this.sendOnce(request);
    } catch (error) {
      if (!(error instanceof Unanswered) || !error.message.includes('reused')) throw error;
      return this.sendOnce(request);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private sendOnce({ method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
    const { hostname, port } = new URL(this.baseUrl);
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
      const sent = httpRequest({ hostname, port, method, path, agent: this.agent, headers: { ...headers, ...length } });
      let isAnswered = false;
      const fail = (why: string): void => {
        clearTimeout(timer);
        reject(new Unanswered(`${why}${sent.reusedSocket && !isAnswered ? ' (reused connection)' : ''}`));
      };
      const timer = setTimeout(() => {
        fail('no answer in time');
        sent.destroy();
      }, ANSWER_TIMEOUT_MS);
      sent.once('error', (error) => fail(error.message));
      sent.once('response', (response) => {
        isAnswered = true;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', (error) => fail(error.message));
        const done = (): void => {
          clearTimeout(timer);
          const header = (name: string): string => String(response.headers[name] ?? '');
          const facts = {
            contentType: header('content-type'),
            requestId: header('x-request-id'),
            retryAfter: header('retry-after'),
          };
          resolve({ status: response.statusCode ?? 0, ...facts, body: Buffer.concat(chunks).toString('utf8') });
        };
        response.once('end', done);
        if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
          done(); // it has no end: that it began is the answer
          sent.destroy();
        }
      });
      sent.end(body);
    });
  }
}
