import type { RequestContext } from '../../../../kernel/context.js';
import { sum, type Money } from '../../../../kernel/money.js';
import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { OrderEvents, OrderSnapshot } from '../../../orders/index.js';
import type { SaleRewards } from '../../application/reward-sales.js';
import type { EarningSale } from '../../domain/earning.js';

const TYPES: ReadonlySet<string> = new Set(['pos.order.completed', 'pos.order.refunded']);
/** Most guests are strangers: their sales need not be read. Inside a text the quotes would be escaped. */
const STRANGER = /"customerId": ?null/;

/** Hears of sales and refunds. Told twice, it moves points once: each movement names its source. */
export class OrderEventsListener implements EventSubscriber {
  readonly pattern = 'pos.order.*';

  constructor(
    private readonly rewards: SaleRewards,
    private readonly now: () => Date,
  ) {}

  concerns({ type, json }: LoggedEvent): boolean {
    return TYPES.has(type) && !STRANGER.test(json);
  }

  async handle(event: PublishedEvent): Promise<void> {
    if (event.type === 'pos.order.completed') {
      const { order } = event.data as OrderEvents['pos.order.completed'];
      const sale = saleOf(order);
      if (sale !== undefined) await this.rewards.sold(this.contextOf(event), sale);
    }
    if (event.type === 'pos.order.refunded') {
      const { order, refund } = event.data as OrderEvents['pos.order.refunded'];
      const sale = saleOf(order);
      if (sale !== undefined) await this.rewards.refunded(this.contextOf(event), refund.id, sale, returnedOf(order));
    }
  }

  private contextOf({ tenantId, tenantSlug, requestId, traceParent }: PublishedEvent): RequestContext {
    return {
      tenantId,
      tenantSlug,
      requestId,
      at: this.now(),
      principal: { kind: 'system', id: 'loyalty', permissions: new Set(), test: false },
      ...(traceParent !== null && { traceParent }),
    };
  }
}

function saleOf(order: OrderSnapshot): EarningSale | undefined {
  const { id: orderId, customerId, totals } = order;
  if (customerId === null) return undefined;
  const { currency } = totals.total;
  const totalOf = (amounts: readonly Money[]): Money => sum(amounts, currency);
  const goods = totalOf(goodsOf(order).map(({ total }) => total));
  const points = order.payments.filter(({ tender }) => tender === 'loyalty');
  return { orderId, customerId, goods, paidWithPoints: totalOf(points.map(({ amount }) => amount)) };
}

// A gift card is money in another form: it earns when it is spent.
function goodsOf({ lines }: OrderSnapshot): OrderSnapshot['lines'] {
  return lines.filter((line) => line.giftCard === null);
}

function returnedOf(order: OrderSnapshot): Money {
  const goods = new Set(goodsOf(order).map(({ id }) => id));
  const lines = order.refunds.flatMap((refund) => refund.lines.filter(({ lineId }) => goods.has(lineId)));
  return sum(
    lines.map(({ amount }) => amount),
    order.totals.total.currency,
  );
}
