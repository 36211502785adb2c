import { subtract, type Money } from '../../../../kernel/money.js';
import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { OrderEvents, OrderSnapshot } from '../../../orders/index.js';
import type { EarnTip } from '../../application/earn-tip.js';
import { heardContext } from '../../application/tip-workplace.js';
import type { TenderPaid, TipGiven } from '../../domain/earning.js';

const TYPES: ReadonlySet<string> = new Set(['pos.order.completed', 'pos.order.tip_adjusted']);
/** Most sales have no tip: they need not be read. Inside a text the quotes would be escaped. */
const NO_TIP = /"tip": ?\{ ?"amount": ?0,/;
const CAME_IN: ReadonlySet<string> = new Set(['captured', 'refunded', 'charged_back']);

/** Hears of tips: with a sale, and added to a card payment after it. Told twice, it writes once. */
export class TipListener implements EventSubscriber {
  readonly pattern = 'pos.order.*';

  constructor(
    private readonly earnTip: Pick<EarnTip, 'execute'>,
    private readonly now: () => Date,
  ) {}

  concerns({ type, json }: LoggedEvent): boolean {
    return TYPES.has(type) && !(type === 'pos.order.completed' && NO_TIP.test(json));
  }

  async handle(event: PublishedEvent): Promise<void> {
    const given = tipOf(event);
    if (given !== undefined) await this.earnTip.execute(heardContext(event, this.now()), given);
  }
}

function tipOf({ id, type, data }: PublishedEvent): TipGiven | undefined {
  if (type === 'pos.order.completed') {
    const { order } = data as OrderEvents['pos.order.completed'];
    return givenBy(order, id, { amount: order.totals.tip, paymentId: null, paid: paidOf(order) });
  }
  if (type === 'pos.order.tip_adjusted') {
    const { order, paymentId, before, tip } = data as OrderEvents['pos.order.tip_adjusted'];
    const paid = paidOf(order, paymentId);
    return givenBy(order, id, { amount: subtract(tip, before), paymentId, paid });
  }
  return undefined;
}

function givenBy(
  { id: orderId, outletId, businessDate, cashierId: personId }: OrderSnapshot,
  eventId: string,
  tip: Pick<TipGiven, 'amount' | 'paymentId' | 'paid'>,
): TipGiven | undefined {
  if (tip.amount.amount === 0) return undefined;
  return { eventId, orderId, outletId, businessDate, personId, ...tip };
}

function paidOf({ payments }: OrderSnapshot, paymentId?: string): TenderPaid[] {
  return payments
    .filter(({ id, status }) => CAME_IN.has(status) && (paymentId === undefined || id === paymentId))
    .map(({ tender, amount, change }): TenderPaid => ({ tender, amount: net(amount, change) }));
}

function net(amount: Money, change: Money): Money {
  return subtract(amount, change);
}
