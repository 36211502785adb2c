import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { afterTry, type SendAnswer } from '../domain/delivery.js';
import type { NoticeId } from '../domain/notice.js';
import { delivered } from '../domain/notice-lifecycle.js';
import type { NoticeRepository } from '../ports/notice-repository.js';
import type { Notifications } from '../ports/notifications.js';

/**
 * Sends a notice: reads it, calls outside of any transaction, takes the answer down (GUARANTEES G2). Sent twice it is one message:
 * the service knows its id.
 */
export class SendNotice {
  constructor(
    private readonly transactor: Transactor,
    private readonly notices: NoticeRepository,
    private readonly notifications: Notifications,
    private readonly clock: { readonly now: () => Date; readonly random: () => number },
  ) {}

  /** @returns what the service answered; `undefined` when there was nothing to send any more. */
  async execute(context: RequestContext, id: NoticeId): Promise<SendAnswer | undefined> {
    const notice = await this.transactor.read(context, (tx) => this.notices.find(tx, id));
    if (notice?.delivery.state !== 'pending') return undefined;
    const answer = await this.notifications.send(context.tenantSlug, notice);
    await this.transactor.run({ ...context, at: this.clock.now() }, async (tx) => {
      const present = await this.notices.lock(tx, id);
      // Somebody has seen it meanwhile, or another worker has sent it.
      if (present?.delivery.state !== 'pending') return;
      const { delivery, raisedAt } = present;
      const after = afterTry(delivery, answer, raisedAt, this.clock.now(), this.clock.random());
      await this.notices.save(tx, delivered(present, after));
    });
    return answer;
  }
}
