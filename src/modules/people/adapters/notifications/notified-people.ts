import { AnswerNotUnderstood, NotificationsClient } from '../../../../clients/notifications/notifications-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { PersonMessages, PinResetMessage } from '../../ports/person-messages.js';

interface ConnectionSettings {
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** Messages to people by the notifications service, where there is one. */
export class NotifiedPeople extends SiblingConnection implements PersonMessages {
  private readonly client: NotificationsClient | undefined;

  /** @param onFailure told why a message did not go out; never of the person. */
  constructor(
    settings: ConnectionSettings,
    observer: SiblingObserver,
    private readonly onFailure: (why: string) => void,
  ) {
    const { notificationsUrl: baseUrl, notificationsToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'notifications', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new NotificationsClient(this.http);
  }

  get canSend(): boolean {
    return this.client !== undefined;
  }

  async send({ reference, tenantSlug, channel, to, language }: PinResetMessage): Promise<void> {
    const told = language === null ? {} : { language };
    const message = { reference, channel, to, template: 'pos.pin_reset', ...told, params: { business: tenantSlug } };
    try {
      const answer = await this.client?.message(tenantSlug, message);
      if (answer?.said === 'no') this.onFailure(answer.code);
    } catch (error) {
      if (!(error instanceof SiblingFailed) && !(error instanceof AnswerNotUnderstood)) throw error;
      this.onFailure(error.message);
    }
  }
}
