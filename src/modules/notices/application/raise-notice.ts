import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox, PublishedEvent } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { NOT_SENT, toBeSent } from '../domain/delivery.js';
import { isOfTest, NOTABLE, paramsOf } from '../domain/notable.js';
import { raise } from '../domain/notice-lifecycle.js';
import type { NoticeRepository } from '../ports/notice-repository.js';

/** Makes a notice of an event that calls for a person: one, however often the event is told. */
export class RaiseNotice {
  /** @param isSent whether there is a service that brings notices to people. */
  constructor(
    private readonly transactor: Transactor,
    private readonly notices: NoticeRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly isSent: boolean,
  ) {}

  /** Events of types that are not notable are passed over. */
  async execute(context: RequestContext, event: PublishedEvent): Promise<void> {
    const notable = NOTABLE[event.type];
    if (notable === undefined) return;
    const { kind, severity } = notable;
    const { state, events } = raise({
      ...{ id: this.ids.next<'notice'>(), eventId: event.id, kind, severity, outletId: event.outletId },
      subject: `${event.aggregate}/${event.aggregateId}`,
      params: paramsOf(notable, event.data, event),
      ...{ occurredAt: event.occurredAt, raisedAt: context.at },
      delivery: this.isSent && !isOfTest(event.data) ? toBeSent(context.at) : NOT_SENT,
    });
    await this.transactor.run(context, async (tx) => {
      if (await this.notices.add(tx, state)) this.outbox.append(tx, events);
    });
  }
}
