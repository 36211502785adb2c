import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { refund, type RefundOrder as RefundCommand } from '../domain/order-refunds.js';
import type { Order, RefundId } from '../domain/order-state.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';

/** A giving back as the caller asks for it. */
export interface RequestedRefund {
  readonly id: RefundId | undefined;
  readonly of: RefundCommand['of'];
  readonly reason: string;
  /** Absent: back to where the money came from. */
  readonly tender: string | undefined;
}

/** Returns money after settlement, on the trading day on which it is returned. */
export class RefundOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly ids: IdSource,
    private readonly ledgers: LedgerPayments,
  ) {}

  /** @throws Refusal `version_mismatch`, those of the domain's `refund`, and `gift_card_balance_too_low` for a spent card. */
  execute(context: RequestContext, target: OrderTarget, { id, of, reason, tender }: RequestedRefund): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const { timeZone, dayCutMinutes } = await outletOf(this.outlets, tx, order);
      const { businessDate, localHour } = businessTimeOf(context.at, timeZone, dayCutMinutes);
      const { at, principal } = context;
      const made = {
        id: id ?? this.ids.next<'refund'>(),
        of,
        reason,
        refundedBy: principal.id,
        at,
        businessDate,
        localHour,
      };
      const decided = refund(order, tender === undefined ? made : { ...made, tender });
      const last = decided.state.refunds.at(-1);
      if (last !== undefined) await this.ledgers.refunded(tx, order, last);
      return decided;
    });
  }
}
