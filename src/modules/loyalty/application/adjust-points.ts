import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Entry } from '../domain/membership.js';
import type { PointLedger } from './point-ledger.js';

/** Gives or takes points by hand, with a reason. */
export class AdjustPoints {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: PointLedger,
    private readonly ids: IdSource,
  ) {}

  /** @param points signed, not zero. @throws Refusal `loyalty_not_enrolled`, `loyalty_points_too_low`. */
  execute(context: RequestContext, customerId: string, points: number, reason: string): Promise<Entry> {
    const source = `adjust:${this.ids.next()}`;
    return this.transactor.run(context, (tx) =>
      this.ledger.book(
        tx,
        customerId,
        { kind: 'adjust', points, source, orderId: null, worth: null, reason },
        context.at,
      ),
    );
  }
}
