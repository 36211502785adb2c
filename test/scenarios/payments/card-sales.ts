import { DECIMAL_ONE } from '../../../src/kernel/decimal.js';
import { AnswerReplayed } from '../../../src/kernel/context.js';
import type { Id } from '../../../src/kernel/ids.js';
import type { Money } from '../../../src/kernel/money.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { PaymentProvider } from '../../../src/modules/tendering/ports/payment-provider.js';
import { MortalLife } from './mortal-life.js';
import { idempotency, KES, newKey, startProcess, type Process, type World } from './payment-world.js';

/** A payment that a provider is to collect. */
export interface Begun {
  readonly paymentId: Id<'payment'>;
  readonly orderId: Id<'order'>;
  readonly amount: Money;
}

/** A payment as a till asks for it. */
export function paymentOf(
  tender: 'card' | 'cash',
  amount: Money,
  id?: Id<'payment'>,
): Parameters<Process['orders']['addPayment']['execute']>[2]['payment'] {
  const payer = tender === 'card' ? { token: 'tok_secret', phone: '254700000001' } : {};
  const none = { reference: null, giftCardCode: undefined, account: undefined };
  return { id, tender, amount, payer, ...none, acceptDoubt: tender === 'cash', pointer: '' };
}

/** A sale of one thing. */
export function saleOf(
  world: World,
  id: Id<'order'>,
  total: number,
  payments: ReturnType<typeof paymentOf>[] = [],
): Parameters<Process['place']['execute']>[1] {
  const plain = { note: null, modifiers: [], components: [], priceOverride: undefined, giftCardCode: undefined };
  const line = { id: undefined, sku: 'any', quantity: DECIMAL_ONE, unitPrice: KES(total), pointer: '/lines/0' };
  const none = { customerId: null, tableId: null, note: null, promoCodes: [], discounts: [], tip: undefined };
  const rest = { placedAt: undefined, taxExemption: undefined, waiveServiceCharge: false, drawerSessionId: null };
  return {
    ...{ id, outletId: world.outletId, channel: 'counter', lines: [{ ...line, ...plain }] },
    ...{ ...none, ...rest, payments, complete: payments.length > 0 },
  };
}

/** What a till is told: `done`, `replayed` where it is answered as before, or the code of a no. @throws whatever else it is. */
export async function answered(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'done';
  } catch (error) {
    if (error instanceof AnswerReplayed) return 'replayed';
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Begins a payment of an open order, in a process that dies when the intent is committed: nobody was called yet. */
export async function beginPayment(world: World, provider: PaymentProvider, amount: number): Promise<Begun> {
  const ids = world.ids;
  const [orderId, paymentId] = [ids.next<'order'>(), ids.next<'payment'>()];
  const life = new MortalLife(world.transactor);
  const process = startProcess(world, life.mortal, provider);
  await process.place.execute(world.context('r', idempotency(newKey())), saleOf(world, orderId, amount));
  const wish = { payment: paymentOf('card', KES(amount), paymentId), drawerSessionId: null, completeWhenPaid: true };
  life.dieWithNext('commits');
  const added = process.orders.addPayment.execute(world.context('r', idempotency(newKey())), { orderId }, wish);
  await Promise.race([added, life.over]);
  return { paymentId, orderId, amount: KES(amount) };
}

/** The till gives a payment up. @returns false when it was too late for that. */
export async function giveUp(world: World, process: Process, { orderId, paymentId }: Begun): Promise<boolean> {
  const given = await answered(process.orders.cancel.execute(world.context(), { orderId }, paymentId));
  if (given !== 'done' && given !== 'payment_not_pending') throw new Error(given);
  return given === 'done';
}
