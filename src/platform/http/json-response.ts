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
    return sendText(this, JSON.stringify(body));
  };
}

function sendText(response: Response, text: string): Response {
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
  return response;
}
