import {
  AnswerNotUnderstood,
  type NotificationsClient,
} from '../../../../clients/notifications/notifications-client.js';
import type { NotificationChannel } from '../../../../clients/notifications/notifications-messages.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { SendAnswer } from '../../domain/delivery.js';
import { recipientsOf } from '../../domain/notable.js';
import type { Notice, Severity } from '../../domain/notice.js';
import type { Notifications } from '../../ports/notifications.js';

const CHANNELS: Readonly<Record<Severity, readonly NotificationChannel[]>> = {
  info: ['push'],
  warning: ['push', 'email'],
  critical: ['push', 'sms', 'email'],
};

/** Notices by the notifications service. */
export class RemoteNotifications implements Notifications {
  constructor(private readonly client: NotificationsClient) {}

  async send(tenantSlug: string, notice: Notice): Promise<SendAnswer> {
    const { id: reference, kind, severity, outletId, subject, params, occurredAt } = notice;
    const known = Object.entries(params).filter(([, value]) => value !== null);
    try {
      const answer = await this.client.notify(tenantSlug, {
        ...{ reference, channels: CHANNELS[severity], template: `pos.${kind}`, severity },
        recipients: { roles: recipientsOf(kind), outletId },
        params: { ...Object.fromEntries(known), subject, occurredAt: occurredAt.toISOString() },
      });
      return answer.said === 'yes' ? { kind: 'accepted' } : { kind: 'refused', code: answer.code };
    } catch (error) {
      if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood)
        return { kind: 'unanswered', error: error.message };
      throw error;
    }
  }
}
