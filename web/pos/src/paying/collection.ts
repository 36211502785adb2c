import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { Order } from '../../../../sdk/src/contract/models.js';
import type { Money } from '../../../../sdk/src/money.js';
import type { Till } from '../till.js';
import type { LivePayment } from './sale-to-pay.js';

/** Who pays, as far as whoever collects it must know. */
export interface PayerWish {
  readonly phone?: string;
  readonly terminal?: string;
  readonly giftCardCode?: string;
  readonly account?: string;
}

/** What is asked of the service. */
export interface CollectionWish {
  readonly orderId: string;
  readonly paymentId: string;
  readonly tender: string;
  readonly amount: Money;
  /** The same with what the tender adds. */
  readonly charged: Money;
  readonly payer: PayerWish;
  readonly drawerSessionId: string | null;
}

/** What is known of a payment that somebody else collects. */
export type Collected =
  | { readonly kind: 'captured'; readonly order: Order }
  | { readonly kind: 'live'; readonly live: LivePayment }
  | { readonly kind: 'failed'; readonly failure: string | null }
  /** The order has never heard of it: the request did not arrive. */
  | { readonly kind: 'absent' }
  /** The service says no: nothing was begun. */
  | { readonly kind: 'refused'; readonly why: PosProblem };

const ANSWER_MS = 45_000;
const PATIENT = { timeoutMs: ANSWER_MS };

/** Has money collected by providers and ledgers through the service, and finds out what became of it. */
export class Collection {
  constructor(private readonly till: Pick<Till, 'client'>) {}

  /**
   * Asks for a payment. Sent again with the same ids it is the same payment (GUARANTEES G1): that is how one goes on after `no_answer`.
   */
  async ask(wish: CollectionWish): Promise<Collected> {
    const { orderId, paymentId } = wish;
    try {
      const order = await this.till.client().request<Order>('POST', `/pos/orders/${orderId}/payments`, {
        ...{ body: bodyOf(wish), idempotencyKey: paymentId, attempts: 2, ...PATIENT },
      });
      return foundIn(order, wish);
    } catch (error) {
      if (error instanceof PosUnreachable) return unanswered(wish);
      if (!(error instanceof PosProblem)) throw error;
      // Under way from before: what the order says of it counts.
      return error.code === 'payment_in_doubt' ? this.look(wish) : { kind: 'refused', why: error };
    }
  }

  /**
   * Looks what became of it. @param ask whether the provider is to be asked now, which takes a right of its own; else the order is read.
   */
  async look(
    wish: Pick<CollectionWish, 'orderId' | 'paymentId' | 'tender' | 'charged'>,
    ask = false,
  ): Promise<Collected> {
    const client = this.till.client();
    try {
      if (ask) await client.request('POST', `/pos/charges/${wish.paymentId}/check`, { ...PATIENT, attempts: 1 });
      return foundIn(await client.request<Order>('GET', `/pos/orders/${wish.orderId}`, { attempts: 1 }), wish);
    } catch (error) {
      if (error instanceof PosUnreachable) return unanswered(wish);
      if (error instanceof PosProblem) return { kind: 'refused', why: error };
      throw error;
    }
  }

  /** Gives a payment up. Money that comes for it later is unallocated, and somebody is told. @throws PosProblem, PosUnreachable. */
  giveUp(orderId: string, paymentId: string): Promise<Order> {
    return this.till
      .client()
      .request<Order>('POST', `/pos/orders/${orderId}/payments/${paymentId}/cancel`, { body: {} });
  }

  /** Ends an order that is paid and still open. @throws PosProblem, PosUnreachable. */
  complete(orderId: string): Promise<Order> {
    return this.till.client().request<Order>('POST', `/pos/orders/${orderId}/complete`, { body: {} });
  }

  /** The order as the service has it. @throws PosProblem, PosUnreachable. */
  order(orderId: string): Promise<Order> {
    return this.till.client().request<Order>('GET', `/pos/orders/${orderId}`, { attempts: 2 });
  }
}

/** The payment of an order that is under way, if there is one. */
export function liveIn(order: Pick<Order, 'payments'>): LivePayment | null {
  for (const { id, tender, amount, status } of order.payments) {
    if (status === 'initiated' || status === 'pending') return { id, tender, amount, state: 'pending' };
    if (status === 'unknown') return { id, tender, amount, state: 'unknown' };
  }
  return null;
}

function foundIn(order: Order, wish: Pick<CollectionWish, 'paymentId' | 'tender' | 'charged'>): Collected {
  const payment = order.payments.find(({ id }) => id === wish.paymentId);
  if (payment === undefined) return { kind: 'absent' };
  switch (payment.status) {
    case 'captured':
    case 'refunded':
    case 'charged_back':
      return { kind: 'captured', order };
    case 'failed':
      return { kind: 'failed', failure: payment.failure };
    default:
      return { kind: 'live', live: liveIn({ payments: [payment] }) ?? unansweredPayment(wish) };
  }
}

function unanswered(wish: Pick<CollectionWish, 'paymentId' | 'tender' | 'charged'>): Collected {
  return { kind: 'live', live: unansweredPayment(wish) };
}

function unansweredPayment({
  paymentId,
  tender,
  charged: amount,
}: Pick<CollectionWish, 'paymentId' | 'tender' | 'charged'>): LivePayment {
  return { id: paymentId, tender, amount, state: 'no_answer' };
}

function bodyOf({ paymentId, tender, amount, payer, drawerSessionId }: CollectionWish): object {
  const { phone, terminal, giftCardCode, account } = payer;
  const provider = { ...(phone !== undefined && { phone }), ...(terminal !== undefined && { terminal }) };
  return {
    ...{ id: paymentId, tender, amount: { ...amount }, completeWhenPaid: true },
    ...(Object.keys(provider).length > 0 && { payer: provider }),
    ...(giftCardCode !== undefined && { giftCard: { code: giftCardCode } }),
    ...(account !== undefined && { houseAccount: { account } }),
    ...(drawerSessionId !== null && { drawerSessionId }),
  };
}
