import type { SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import type { DirectMessage, NotificationAnswer, NotificationRequest } from './notifications-messages.js';

/** The service answered, and not what its contract says. Whether it took the notice is not known. */
export class AnswerNotUnderstood extends Error {
  constructor(what: string) {
    super(`notifications ${what}`);
    this.name = 'AnswerNotUnderstood';
  }
}

const NAME_MAX = 200;
const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const REFUSING = new Set([400, 403, 404, 422]);

/** The notifications service, which brings notices to people (README.md is its contract). */
export class NotificationsClient {
  constructor(private readonly http: Pick<SiblingClient, 'call'>) {}

  /** Sends a notice, once for its reference. @throws SiblingFailed, AnswerNotUnderstood: the same call again tells. */
  async notify(tenantSlug: string, body: NotificationRequest): Promise<NotificationAnswer> {
    return this.post(`/v1/${encodeURIComponent(tenantSlug)}/notify`, body);
  }

  /** Sends a message to one address, once for its reference. @throws SiblingFailed, AnswerNotUnderstood: the same call again tells. */
  async message(tenantSlug: string, body: DirectMessage): Promise<NotificationAnswer> {
    return this.post(`/v1/${encodeURIComponent(tenantSlug)}/messages`, body);
  }

  private async post(path: string, body: NotificationRequest | DirectMessage): Promise<NotificationAnswer> {
    const answer = await this.http.call({ method: 'POST', path, body, idempotencyKey: body.reference });
    if (answer.status === 202 || answer.status === 200) return { said: 'yes', id: idIn(answer.body) };
    // Without the service's own word it may be anybody's 404, such as that of a wrong address.
    if (REFUSING.has(answer.status)) return { said: 'no', code: refusalIn(answer.body, answer.status) };
    throw new AnswerNotUnderstood(`answered ${answer.status}`);
  }
}

function idIn(body: unknown): string {
  const id = (body as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || id === '' || id.length > NAME_MAX) throw new AnswerNotUnderstood('answered no id');
  return id;
}

function refusalIn(body: unknown, status: number): string {
  const code = (body as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !WORD.test(code)) throw new AnswerNotUnderstood(`answered ${status} without a code`);
  return code;
}
