import { AnswerNotUnderstood } from '../../../../clients/subscriptions/subscriptions-answers.js';
import type { SubscriptionsClient } from '../../../../clients/subscriptions/subscriptions-client.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { UsageSnapshot } from '../../domain/usage.js';
import type { Heard, Reported, SubscriptionService } from '../../ports/subscription-service.js';
import { wordOf } from './word-of.js';

/** The subscription service over HTTP. */
export class RemoteSubscriptions implements SubscriptionService {
  constructor(private readonly client: SubscriptionsClient) {}

  async ask(businessSlug: string): Promise<Heard> {
    try {
      const answer = await this.client.subscription(businessSlug);
      if (answer.said === 'yes') return { kind: 'word', word: wordOf(answer.done) };
      return { kind: 'none' };
    } catch (error) {
      return { kind: 'silent', error: reasonOf(error) };
    }
  }

  async report(businessSlug: string, key: string, usage: UsageSnapshot): Promise<Reported> {
    const { takenAt: _ours, ...body } = usage;
    try {
      const answer = await this.client.report(businessSlug, key, body);
      return answer.said === 'yes' ? { kind: 'taken' } : { kind: 'refused', code: answer.code };
    } catch (error) {
      return { kind: 'silent', error: reasonOf(error) };
    }
  }
}

/** Why there is no answer. @throws the error itself where it has nothing to do with the service. */
function reasonOf(error: unknown): string {
  if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood) return error.message;
  throw error;
}
