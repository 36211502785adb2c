import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { KES, MENU, until, type Cafe, type Json, type Person } from './cafe.js';

// Sixty sales by chance, always the same ones: what is bought, how it is eaten, and how it is paid.

const SALES = 60;
const SEED = 20_261_121;
const NOTE = 10_000; // cash is handed over in notes of a hundred shillings
/** Longer than the simulator lets a customer type a code. */
const CODE_TYPED_MS = 2_200;
const CHANNELS = ['counter', 'dine_in', 'takeaway'] as const;
const WAYS = ['cash', 'cash', 'cash', 'card', 'card', 'eftpos', 'split', 'three', 'account', 'mpesa'] as const;
const GOODS = MENU.slice(0, 6);

/** Where a sale is made. */
export interface Till {
  readonly cafe: Cafe;
  readonly by: Person;
  readonly session: string;
}

/** Numbers by chance from a seed, the same on every machine (a linear congruential generator). */
function dice(seed: number): (sides: number) => number {
  let state = BigInt(seed);
  return (sides) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n);
    return Number((state >> 33n) % BigInt(sides));
  };
}

/** Sells them. @param account the number of a house account. */
export async function lunchRush(cafe: Cafe, tills: readonly Till[], account: string): Promise<void> {
  const throwDice = dice(SEED);
  const waiting: { readonly order: string; readonly payment: string }[] = [];
  for (let number = 0; number < SALES; number += 1) {
    const till = tills[throwDice(tills.length)] as Till;
    const order = await ordered(till, throwDice);
    const way = WAYS[throwDice(WAYS.length)] ?? 'cash';
    const payment = await settle(till, order, way, account, throwDice);
    if (payment !== undefined) waiting.push({ order: order.id, payment });
  }
  // The work behind the requests does not run yet: a person asks, once all customers have typed their codes.
  await sleep(CODE_TYPED_MS);
  for (const { order, payment } of waiting) {
    const isPaid = async (): Promise<true | undefined> => {
      await cafe.done(cafe.manager, 'POST', `/charges/${payment}/check`);
      return (await cafe.done(cafe.manager, 'GET', `/orders/${order}`)).status === 'completed' ? true : undefined;
    };
    await until(isPaid, () => `M-Pesa for the order ${order}`);
  }
}

async function ordered({ cafe, by, session }: Till, throwDice: (sides: number) => number): Promise<Json> {
  const lines = Array.from({ length: 1 + throwDice(4) }, () => {
    const { sku } = GOODS[throwDice(GOODS.length)] as (typeof GOODS)[number];
    const quantity = sku === 'beans' ? `0.${100 + throwDice(800)}` : String(1 + throwDice(3));
    return { id: randomUUID(), sku, quantity };
  });
  const some = throwDice(6) === 0;
  const discounts = some ? [{ lineId: lines[0]?.id, percent: '1.5', category: 'discount', reason: 'regular' }] : [];
  const tip = throwDice(3) === 0 ? { tip: KES(100 * throwDice(50)) } : {};
  const channel = CHANNELS[throwDice(CHANNELS.length)];
  const body = { outletId: cafe.outletId, channel, drawerSessionId: session, lines, discounts, ...tip };
  return cafe.done(by, 'POST', '/orders', body);
}

type Way = (typeof WAYS)[number];

/** Pays an order and completes it. @returns the payment that a customer has yet to confirm. */
async function settle(
  till: Till,
  order: Json,
  wished: Way,
  account: string,
  throwDice: (sides: number) => number,
): Promise<string | undefined> {
  const due = order.totals.due.amount as number;
  const half = Math.trunc(due / 2);
  const way = usable(wished, due, half);
  const card = (amount: number) => ({ tender: 'card', amount: KES(amount), payer: { token: `tok_${order.number}` } });
  const eftpos = (amount: number) => ({ tender: 'eftpos', amount: KES(amount), reference: `slip ${order.number}` });
  const onAccount = (amount: number) => ({ tender: 'dinau', amount: KES(amount), houseAccount: { account } });
  const third = Math.trunc(due / 3);
  const parts: Record<Exclude<Way, 'cash' | 'mpesa'>, object[]> = {
    ...{ card: [card(due)], eftpos: [eftpos(due)], account: [onAccount(due)] },
    ...{ split: [card(half)], three: [onAccount(third), eftpos(third)] },
  };
  if (way === 'mpesa') {
    const wish = { tender: 'mpesa', amount: KES(due), payer: { phone: '254700000001' }, completeWhenPaid: true };
    return (await pay(till, order.id, wish)).payments[0].id as string;
  }
  let left = due;
  if (way !== 'cash') for (const part of parts[way]) left = (await pay(till, order.id, part)).totals.due.amount;
  if (left > 0) await payCash(till, order.id, left, throwDice(2) * NOTE);
  await till.cafe.done(till.by, 'POST', `/orders/${order.id}/complete`, {});
  return undefined;
}

/** The simulator goes by the last two digits: none of the magic ones is meant here. */
function usable(way: Way, due: number, half: number): Way {
  if (way === 'mpesa') return isMagic(due) ? 'eftpos' : way;
  if (way === 'card') return isMagic(withSurcharge(due)) ? 'eftpos' : way;
  return way === 'split' && isMagic(withSurcharge(half)) ? 'cash' : way;
}

/** What a card is asked for: two percent more, rounded half up. */
export function withSurcharge(amount: number): number {
  return amount + Math.trunc((amount * 2 + 50) / 100);
}

function isMagic(amount: number): boolean {
  return [1, 2, 3, 4].includes(amount % 100);
}

/** Adds a payment to an order. */
export function pay({ cafe, by, session }: Till, orderId: string, payment: object): Promise<Json> {
  return cafe.done(by, 'POST', `/orders/${orderId}/payments`, { ...payment, drawerSessionId: session });
}

/** Pays in notes: at least what is due. @param more handed over for nothing, which comes back. */
export function payCash(till: Till, orderId: string, due: number, more = 0): Promise<Json> {
  return pay(till, orderId, { tender: 'cash', amount: KES(Math.ceil(due / NOTE) * NOTE + more) });
}

/** Sells in one call, paid as said. */
export function sell(
  { cafe, by, session }: Till,
  lines: object[],
  payments: object[],
  more: object = {},
): Promise<Json> {
  const body = { outletId: cafe.outletId, drawerSessionId: session, lines, payments, complete: true, ...more };
  return cafe.done(by, 'POST', '/orders', body);
}
