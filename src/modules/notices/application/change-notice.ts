import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Notice, NoticeId, NoticeRefusal } from '../domain/notice.js';
import { acknowledge, reopen } from '../domain/notice-lifecycle.js';
import type { NoticeRepository } from '../ports/notice-repository.js';

export type NoticeCommand =
  { readonly verb: 'acknowledge'; readonly note: string | null } | { readonly verb: 'reopen' };

/** Takes down that somebody has seen a notice, or that it was not dealt with after all. */
export class ChangeNotice {
  constructor(
    private readonly transactor: Transactor,
    private readonly notices: NoticeRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `notice_not_found`, `notice_already_acknowledged`, `notice_not_acknowledged`. */
  execute(context: RequestContext, id: NoticeId, command: NoticeCommand): Promise<Notice> {
    return this.transactor.run(context, async (tx) => {
      const notice = visible(context, await this.notices.lock(tx, id), id);
      const { kind, id: who } = context.principal;
      const { state, events } =
        command.verb === 'reopen' ? reopen(notice) : acknowledge(notice, `${kind}:${who}`, command.note, context.at);
      await this.notices.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

/**
 * The notice, if the caller may see it: who is bound to outlets sees theirs, and not what concerns the business as a whole.
 * @throws Refusal `notice_not_found`.
 */
export function visible({ principal }: RequestContext, notice: Notice | undefined, id: NoticeId): Notice {
  const isVisible =
    notice !== undefined &&
    (notice.outletId === null ? principal.outlets === undefined : mayActFor(principal, notice.outletId));
  if (!isVisible) throw new Refusal<NoticeRefusal>('notice_not_found', { noticeId: id });
  return notice;
}
