import type { SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { AnswerNotUnderstood, refusalIn, subscriptionIn } from './subscriptions-answers.js';
import type { SubscriptionsAnswer, SubscriptionsSubscription, UsageReport } from './subscriptions-messages.js';

const REFUSING = new Set([400, 403, 404, 409, 422]);

/** The subscription service, which owns plans (README.md is its contract). */
export class SubscriptionsClient {
  constructor(private readonly http: Pick<SiblingClient, 'call'>) {}

  /** How the subscription of a business stands. @throws SiblingFailed, AnswerNotUnderstood: nothing is known then. */
  async subscription(tenantSlug: string): Promise<SubscriptionsAnswer<SubscriptionsSubscription>> {
    const path = `${base(tenantSlug)}/subscription`;
    const { status, body } = await this.http.call({ method: 'GET', path });
    if (status === 200) return { said: 'yes', done: subscriptionIn(body) };
    return no(status, body);
  }

  /** Reports a day, once for a key. @throws SiblingFailed, AnswerNotUnderstood: the same call again tells. */
  async report(tenantSlug: string, key: string, body: UsageReport): Promise<SubscriptionsAnswer<null>> {
    const path = `${base(tenantSlug)}/usage`;
    const answer = await this.http.call({ method: 'POST', path, body, idempotencyKey: key });
    if (answer.status >= 200 && answer.status < 300) return { said: 'yes', done: null };
    return no(answer.status, answer.body);
  }
}

function base(tenantSlug: string): string {
  return `/v1/${encodeURIComponent(tenantSlug)}`;
}

/** Without the service's own word it may be anybody's 404, such as that of a wrong address. */
function no(status: number, body: unknown): { readonly said: 'no'; readonly code: string } {
  if (REFUSING.has(status)) return { said: 'no', code: refusalIn(body, status) };
  throw new AnswerNotUnderstood(`answered ${status}`);
}
