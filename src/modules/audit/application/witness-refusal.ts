import { AnswerReplayed, type RequestContext, type StoredAnswer } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { accessRefused, type RefusedAttempt } from '../domain/access-events.js';

const NOTHING: StoredAnswer = { status: 204, headers: {}, body: '' };

/** Tells of an attempt that was refused, in a transaction of its own: that of the attempt is gone. */
export class WitnessRefusal {
  constructor(
    private readonly transactor: Transactor,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** Once, however often a connection breaks: the attempt's id is its idempotency key. @param context of the attempt. */
  async execute(context: RequestContext, attempt: RefusedAttempt): Promise<void> {
    const id = this.ids.next<'access'>();
    const idempotency = {
      ...{ key: `refused:${id}`, fingerprint: id },
      ...{ answered: () => NOTHING, refused: () => NOTHING },
    };
    try {
      await this.transactor.run({ ...context, idempotency }, (tx) => {
        this.outbox.append(tx, [accessRefused(id, attempt)]);
        return Promise.resolve();
      });
    } catch (error) {
      if (!(error instanceof AnswerReplayed)) throw error; // replayed: a try whose answer was lost has told of it
    }
  }
}
