import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { permissionToGive } from '../domain/manual-discount.js';
import { giveDiscount } from '../domain/order-discounts.js';
import type { Order } from '../domain/order-state.js';
import { withApprovers } from './approved-events.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';
import { assertPermission, type RequestedDiscount } from './requested-discount.js';
import type { SaleRefusal } from './sale-refusal.js';
import type { SaleRights } from './sale-rights.js';

/** Takes something off by a person's decision. Its place among discounts goes by what it does, so it commutes (DOMAIN P5, P10). */
export class GiveDiscount {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
    private readonly rights: SaleRights,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `permission_missing`, `approval_…`, `discount_id_taken`, and those of the domain's `giveDiscount`. */
  execute(context: RequestContext, { orderId }: OrderTarget, requested: RequestedDiscount): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const { approvalId, ...given } = requested;
      if (approvalId === undefined) assertPermission(context.principal, permissionToGive(given));
      const wanted = { ...given, id: requested.id ?? this.ids.next<'discount'>() };
      if (order.discounts.some(({ id }) => id === wanted.id)) {
        throw new Refusal<SaleRefusal>('discount_id_taken', { discountId: wanted.id });
      }
      const selling = await this.pricer.selling(tx, context, order);
      const giver = { givenBy: context.principal.id, givenAt: context.at };
      const decided = await this.pricer.reprice(tx, selling, order, (terms) =>
        giveDiscount(order, wanted, giver, terms),
      );
      const lines = { before: order.lines, after: decided.state.lines, currency: order.currency };
      const approvers = await this.rights.discounts(tx, context, order, [{ wanted, approvalId }], lines);
      return { ...decided, events: withApprovers(decided.events, approvers) };
    });
  }
}
