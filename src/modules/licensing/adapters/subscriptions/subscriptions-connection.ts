import { SubscriptionsClient } from '../../../../clients/subscriptions/subscriptions-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';

interface ConnectionSettings {
  readonly subscriptionUrl: string | undefined;
  readonly subscriptionToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the subscription service, where there is one, and how it goes. */
export class SubscriptionsConnection extends SiblingConnection {
  /** Absent: licences are kept here. */
  readonly client: SubscriptionsClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { subscriptionUrl: baseUrl, subscriptionToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'subscriptions', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new SubscriptionsClient(this.http);
  }
}
