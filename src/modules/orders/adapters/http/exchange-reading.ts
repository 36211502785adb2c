import { moneyFrom } from '../../../../platform/http/values.js';
import type { RequestedExchange } from '../../application/exchange-order.js';
import type { OrderId } from '../../domain/order-state.js';
import type { ExchangeRequest } from './exchange-requests.js';
import { discountFrom, lineFrom, paymentFrom, refundFrom } from '../../application/read-sale.js';

/** Reads an exchange. @throws Refusal `validation_failed`, `unknown_currency`. */
export function exchangeFrom(body: ExchangeRequest): RequestedExchange {
  const { order, drawerSessionId = null, id, lines, reason, approvalId } = body;
  const session = drawerSessionId === null ? {} : { drawerSessionId };
  const refund = refundFrom({ id, lines, reason, approvalId, ...session });
  const sale = {
    id: order.id as OrderId | undefined,
    channel: order.channel ?? ('counter' as const),
    placedAt: undefined,
    customerId: order.customerId ?? null,
    tableId: null,
    note: order.note ?? null,
    promoCodes: order.promoCodes ?? [],
    lines: order.lines.map((line, index) => lineFrom(line, `/order/lines/${index}`)),
    discounts: (order.discounts ?? []).map((one, index) => discountFrom(one, `/order/discounts/${index}`)),
    tip: order.tip === undefined ? undefined : moneyFrom(order.tip, '/order/tip'),
    taxExemption: undefined,
    waiveServiceCharge: false,
    payments: (order.payments ?? []).map((payment, index) => paymentFrom(payment, `/order/payments/${index}`)),
    drawerSessionId,
    complete: order.complete ?? true,
  };
  return { refund, sale };
}
