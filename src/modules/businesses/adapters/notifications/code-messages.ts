import { AnswerNotUnderstood, NotificationsClient } from '../../../../clients/notifications/notifications-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import { PLATFORM } from '../../domain/platform.js';
import { CODE_MINUTES } from '../../domain/registration.js';
import type { CodeMessage, CodeMessages } from '../../ports/code-messages.js';

interface ConnectionSettings {
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the notifications service, where there is one. */
export class NotificationsConnection extends SiblingConnection {
  readonly client: NotificationsClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { notificationsUrl: baseUrl, notificationsToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'notifications', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new NotificationsClient(this.http);
  }
}

/** Codes by the notifications service, written to owners in the name of the vendor. */
export class NotifiedCodes implements CodeMessages {
  /**
   * @param canKeep whether codes can be kept: without `SECRETS_KEY` none are sent.
   * @param onFailure told why a code did not go out; never of the code.
   */
  constructor(
    private readonly client: Pick<NotificationsClient, 'message'> | undefined,
    private readonly canKeep: boolean,
    private readonly onFailure: (why: string) => void,
  ) {}

  get canSend(): boolean {
    return this.client !== undefined && this.canKeep;
  }

  async send({ reference, channel, to, language, business, code }: CodeMessage): Promise<boolean> {
    const params = { code, business, minutes: CODE_MINUTES };
    const message = { reference, channel, to, language, template: 'pos.registration_code', params };
    try {
      const answer = await this.client?.message(PLATFORM.slug, message);
      if (answer?.said === 'no') this.onFailure(answer.code);
      return answer?.said === 'yes';
    } catch (error) {
      if (!(error instanceof SiblingFailed) && !(error instanceof AnswerNotUnderstood)) throw error;
      this.onFailure(error.message);
      return false;
    }
  }
}
