import { NotificationsClient } from '../../../../clients/notifications/notifications-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';

interface ConnectionSettings {
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the notifications service, where there is one, and how it goes. */
export class NotificationsConnection extends SiblingConnection {
  /** Absent: notices are listed only. */
  readonly client: NotificationsClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { notificationsUrl: baseUrl, notificationsToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'notifications', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new NotificationsClient(this.http);
  }
}
