import { CallFailed } from '../../../../platform/safe-http/call-failed.js';
import type { SafeHttp } from '../../../../platform/safe-http/safe-http.js';
import type { UrlRules } from '../../../../platform/safe-http/url-rules.js';
import { redact } from '../../../../platform/telemetry/logger.js';
import type { CallResult, OutgoingMessage, UrlCheck, WebhookCaller } from '../../ports/webhook-caller.js';

// What helps somebody find out why their receiver failed; cookies and the like are nobody's business.
const SHOWN_HEADERS = [
  'content-type',
  'content-length',
  'date',
  'server',
  'retry-after',
  'location',
  'x-request-id',
  'allow',
];
const HEADER_MAX = 500;

/** Calls receivers through the outgoing calls that trust nobody. */
export class SafeWebhookCaller implements WebhookCaller {
  constructor(private readonly http: SafeHttp) {}

  async call({ url, headers, body, signal }: OutgoingMessage): Promise<CallResult> {
    try {
      const answer = await this.http.post(url, { headers, body, signal });
      return {
        kind: 'answered',
        status: answer.status,
        headers: shown(answer.headers),
        body: redact(answer.body),
        truncated: answer.truncated,
        retryAfter: answer.headers['retry-after'],
      };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.reason === 'stopped') return { kind: 'stopped' };
      return { kind: 'failed', reason: error.reason, message: error.message };
    }
  }
}

/** The same rules, asked before a URL is stored. */
export class SafeUrlCheck implements UrlCheck {
  constructor(private readonly rules: UrlRules) {}

  refusalOf(url: string): string | undefined {
    const read = this.rules.read(url);
    return typeof read === 'string' ? read : undefined;
  }
}

function shown(headers: Readonly<Record<string, string>>): Record<string, string> {
  const names = SHOWN_HEADERS.filter((name) => headers[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, redact((headers[name] ?? '').slice(0, HEADER_MAX))]));
}
