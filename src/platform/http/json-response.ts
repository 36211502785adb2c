import { gzip } from 'node:zlib';
import type { Express, Response } from 'express';
import type { PosRequest } from './pos-request.js';

/**
 * Replaces express' way to send JSON. An answer that was rendered for the idempotency key goes out as the same bytes, and
 * no answer pays for the hash by which express makes its own ETags: ours are versions.
 */
export function installJsonResponse(app: Express): void {
  app.response.json = function json(this: Response, body: unknown): Response {
    const prepared = (this.req as PosRequest).edge.prepared;
    if (prepared !== undefined && prepared.rendered === body) {
      const { status, headers, body: text } = prepared.answer;
      this.statusCode = status;
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
      return sendText(this, text);
    }
    if (!this.hasHeader('Content-Type')) this.setHeader('Content-Type', 'application/json');
    const text = JSON.stringify(body);
    return isWorthPacking(this, text) ? sendPacked(this, text) : sendText(this, text);
  };
}

/** Lists are smaller; a till fetches its catalogue in parts that are larger, over whatever network the shop has. */
const PACK_FROM_LENGTH = 131_072;

function isWorthPacking({ req }: Response, text: string | undefined): text is string {
  if (text === undefined || text.length < PACK_FROM_LENGTH || req.method !== 'GET') return false;
  return /(?:^|,)\s*gzip\s*(?:,|$)/.test(req.headers['accept-encoding'] ?? '');
}

function sendPacked(response: Response, text: string): Response {
  response.setHeader('Vary', 'Accept-Encoding');
  gzip(text, { level: 1 }, (error, packed) => {
    if (error !== null) return void sendText(response, text);
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', packed.length);
    response.end(packed);
  });
  return response;
}

function sendText(response: Response, text: string): Response {
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
  return response;
}
