import http from 'node:http';
import https from 'node:https';
import { sign } from '../../platform/signatures/standard-webhooks.js';

/** What became of one webhook. */
export interface Forwarded {
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: string | null;
}

/** A receiver has so long to answer, as it has with real webhooks (UX.md §1). */
const TIMEOUT_MS = 15_000;

/** Sends an event as the webhook that the service would send. Never rejects: a failure is what the developer wants to see. */
export function forward(
  to: URL,
  secret: string,
  { id, envelope }: { readonly id: string; readonly envelope: string },
  signal: AbortSignal,
): Promise<Forwarded> {
  const startedMs = performance.now();
  const seconds = Math.floor(Date.now() / 1000);
  const body = Buffer.from(envelope);
  const took = (): number => Math.round(performance.now() - startedMs);
  return new Promise((resolve) => {
    const outgoing = (to.protocol === 'https:' ? https : http).request(to, {
      method: 'POST',
      agent: false,
      timeout: TIMEOUT_MS,
      signal,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': body.length,
        'user-agent': 'pos-service-webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': sign([secret], id, seconds, body),
      },
    });
    outgoing.once('response', (answer) => {
      answer.resume().once('error', () => undefined); // the status is all that counts
      resolve({ status: answer.statusCode ?? 0, durationMs: took(), error: null });
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    outgoing.once('error', ({ message, name }) =>
      resolve({ status: null, durationMs: took(), error: message || name }),
    );
    outgoing.end(body);
  });
}

/** An address as people write it: `localhost:3000`, `3000/hooks`, `https://…`. Undefined for what is none. */
export function addressFrom(text: string): URL | undefined {
  const whole = /^https?:\/\//.test(text) ? text : `http://${/^\d+(\/|$)/.test(text) ? `localhost:${text}` : text}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}
