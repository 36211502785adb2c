import type { SiblingAnswer, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { sign } from '../../platform/signatures/standard-webhooks.js';
import { registryAnswer, unbelievable } from './outlet-registry-answers.js';
import type { OutletQuestion, RegistryAnswer } from './outlet-registry-messages.js';

/** Bytes of an answer that are read: an outlet is small. */
export const ANSWER_MAX = 64 * 1024;

/** Failures that are an answer after all, though none of the registry's. */
const GARBAGE: ReadonlySet<string> = new Set(['not_json', 'too_large']);

/** The registry of outlets (README.md is its contract). */
export class OutletRegistryClient {
  /** @param secret signs questions and answers, `whsec_…`. */
  constructor(
    private readonly http: Pick<SiblingClient, 'call'>,
    private readonly secret: string,
    private readonly nowMs: () => number,
  ) {}

  /** Asks about an outlet of a business. @throws SiblingFailed when no answer was had: the same question may be asked again. */
  async outlet(tenantSlug: string, question: OutletQuestion): Promise<RegistryAnswer> {
    const { outletId, requestId, askedAt } = question;
    const body = { outletId, requestId, askedAt };
    let answer: SiblingAnswer;
    try {
      answer = await this.http.call({
        method: 'POST',
        path: `/v1/${encodeURIComponent(tenantSlug)}/discovery/outlets`,
        body,
        idempotencyKey: requestId,
        headers: this.signatureOf(requestId, JSON.stringify(body)),
      });
    } catch (error) {
      if (error instanceof SiblingFailed && GARBAGE.has(error.reason)) return unbelievable(error.reason);
      throw error;
    }
    return registryAnswer(answer, { tenantSlug, outletId, requestId }, this.secret, this.nowMs());
  }

  private signatureOf(requestId: string, body: string): Record<string, string> {
    const seconds = Math.floor(this.nowMs() / 1000);
    return {
      'webhook-id': requestId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign([this.secret], requestId, seconds, body),
    };
  }
}
