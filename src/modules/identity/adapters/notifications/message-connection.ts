import { AnswerNotUnderstood, NotificationsClient } from '../../../../clients/notifications/notifications-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { IdentityMessage, MessageOutcome, Messages } from '../../ports/messages.js';

interface ConnectionSettings {
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** Links by the notifications service, to one address each; templates `pos.identity.invitation` and `pos.identity.reset`. */
export class MessageConnection extends SiblingConnection implements Messages {
  private readonly client: NotificationsClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { notificationsUrl: baseUrl, notificationsToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'notifications', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new NotificationsClient(this.http);
  }

  get canSend(): boolean {
    return this.client !== undefined;
  }

  async send(tenantSlug: string, message: IdentityMessage): Promise<MessageOutcome> {
    if (this.client === undefined) return 'none';
    const { reference, template, email: to, token, until } = message;
    const params = { business: tenantSlug, token, until: until.toISOString() };
    const wish = { reference, channel: 'email', to, template: `pos.identity.${template}`, params } as const;
    try {
      const { said } = await this.client.message(tenantSlug, wish);
      return said === 'yes' ? 'sent' : 'failed';
    } catch (error) {
      // The calls are counted by the observer, and whoever asked for the link is told.
      if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood) return 'failed';
      throw error;
    }
  }
}
