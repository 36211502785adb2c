import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { KES, type Cafe, type Json, type Person } from './cafe.js';
import type { Yesterday } from './day-one.js';
import { lunchRush, pay, payCash, sell, withSurcharge, type Till } from './rush.js';

const SHIFT_MS = 4 * 3_600_000;
/** Longer than the simulator lets a customer type a code. */
const CODE_TYPED_MS = 2_200;

/** What happened that the reports must show. */
export interface Told {
  readonly front: Till;
  readonly back: Till;
  /** Day 1's, sold today by a till that was offline. */
  readonly late: Json;
  readonly exchanged: Json;
  readonly openTab: Json;
  readonly declined: Json;
  /** The order whose customer paid after it was given up. */
  readonly strayed: Json;
}

/** Opens both drawers and clocks everybody in; the shifts began four hours ago. */
export async function open(cafe: Cafe): Promise<{ front: Till; back: Till; shifts: readonly Json[] }> {
  const { cashiers, drawers, done, manager, outletId } = cafe;
  const shifts: Json[] = [];
  for (const [index, person] of cashiers.entries()) {
    const job = index === 2 ? 'barista' : 'waiter';
    const shift = await done(person, 'POST', '/shifts', { outletId, job });
    const clockedInAt = new Date(Date.now() - SHIFT_MS).toISOString();
    shifts.push(await done(manager, 'PATCH', `/shifts/${shift.id}`, { clockedInAt, reason: 'the clock was stuck' }));
  }
  const till = async (by: Person, drawer: string, float: number): Promise<Till> => {
    const { id } = await done(by, 'POST', `/drawers/${drawer}/sessions`, { float: KES(float) });
    return { cafe, by, session: id };
  };
  return {
    front: await till(cashiers[0], drawers[0], 1_000_000),
    back: await till(cashiers[1], drawers[1], 500_000),
    shifts,
  };
}

/** Sells all day. */
export async function trade(cafe: Cafe, yesterday: Yesterday, front: Till, back: Till): Promise<Told> {
  const { done, manager } = cafe;
  const account = { number: 'D-17', name: 'Duka la Juma', limit: KES(100_000_000) };
  const { id: accountId } = await done(manager, 'POST', '/house-accounts', account);
  await lunchRush(cafe, [front, back], account.number);
  const repaid = { amount: KES(100_000), tender: 'cash', drawerSessionId: back.session };
  await done(manager, 'POST', `/house-accounts/${accountId}/payments`, repaid);
  const { exchanged } = await privilegedActs(cafe, yesterday, front, back);
  await giftCards(front, back);
  await tips(front, back);
  const declined = await declinedCard(front);
  const strayed = await strayMoney(back);
  await payCash(front, yesterday.tab.id, yesterday.tab.totals.due.amount);
  await done(front.by, 'POST', `/orders/${yesterday.tab.id}/complete`, {});
  const late = await sell(back, [{ sku: 'coffee', quantity: '2' }], [{ tender: 'cash', amount: KES(60_000) }], {
    placedAt: cafe.placedYesterday,
  });
  const openTab = await deposits(front);
  return { front, back, late, exchanged, openTab, declined, strayed };
}

/** What takes a right, a reason or a second person. */
async function privilegedActs(cafe: Cafe, { sale }: Yesterday, front: Till, back: Till): Promise<{ exchanged: Json }> {
  const { done, manager, outletId } = cafe;
  const cash = (amount: number) => [{ tender: 'cash', amount: KES(amount) }];
  const allowed = async (by: Person, act: object): Promise<string> => {
    const asked = await done(by, 'POST', '/approvals', { outletId, ...act });
    await done(manager, 'POST', `/approvals/${asked.id}/grant`, { note: 'seen' });
    return asked.id as string;
  };
  // Yesterday's sale comes back out of today's drawer.
  const refund = { amount: KES(64_995), reason: 'cold pilau' };
  const refunding = { action: 'order.refund', targetId: sale.id, ...refund };
  const approvalId = await allowed(back.by, refunding);
  await done(back.by, 'POST', `/orders/${sale.id}/refunds`, { ...refund, drawerSessionId: back.session, approvalId });
  // An order is given up, and one of its lines before.
  const given = await done(front.by, 'POST', '/orders', { outletId, lines: [{ sku: 'mug' }, { sku: 'chai' }] });
  await done(front.by, 'DELETE', `/orders/${given.id}/lines/${given.lines[0].id}`);
  await done(manager, 'POST', `/orders/${given.id}/void`, { reason: 'the guest left' });
  // On the house, at another price, and less by a second person's word.
  const comped = await done(front.by, 'POST', '/orders', { outletId, lines: [{ sku: 'coffee' }, { sku: 'mandazi' }] });
  const onTheHouse = { lineId: comped.lines[0].id, comp: true, reason: 'waited too long' };
  await done(manager, 'POST', `/orders/${comped.id}/discounts`, onTheHouse);
  await payCash(front, comped.id, 9_999);
  await done(front.by, 'POST', `/orders/${comped.id}/complete`, {});
  const override = { unitPrice: KES(100_000), reason: 'scratched' };
  await sell({ ...front, by: manager }, [{ sku: 'mug', priceOverride: override }], cash(110_000));
  const order = await done(back.by, 'POST', '/orders', {
    outletId,
    channel: 'dine_in',
    lines: [{ sku: 'pilau', quantity: '3' }],
  });
  const less = { amount: KES(50_000), reason: 'birthday' };
  const discounting = { action: 'order.discount', targetId: order.id, ...less };
  const alone = await cafe.call(back.by, 'POST', `/orders/${order.id}/discounts`, { ...less, category: 'discount' });
  if (alone.body.code !== 'approval_required') throw new Error(`a large discount alone: ${alone.text}`);
  const second = await allowed(back.by, discounting);
  const reduced = { ...less, category: 'discount', approvalId: second };
  const left = await done(back.by, 'POST', `/orders/${order.id}/discounts`, reduced);
  await payCash(back, order.id, left.totals.due.amount);
  await done(back.by, 'POST', `/orders/${order.id}/complete`, {});
  // A mug goes back for beans.
  const bought = await sell(front, [{ sku: 'mug' }], cash(130_000));
  const exchanged = await done(manager, 'POST', `/orders/${bought.id}/exchanges`, {
    ...{ lines: [{ lineId: bought.lines[0].id, quantity: '1' }], reason: 'wrong colour' },
    ...{
      drawerSessionId: front.session,
      order: { lines: [{ sku: 'beans', quantity: '0.750' }], payments: cash(50_000) },
    },
  });
  return { exchanged };
}

/** One is sold and used up in part; the rest of the bill is paid by card. */
async function giftCards(front: Till, back: Till): Promise<void> {
  const { done, manager } = front.cafe;
  const { cards } = await done(manager, 'POST', '/gift-cards', { kind: 'gift_card', currency: 'KES', count: 1 });
  const { code } = cards[0];
  const line = { sku: 'card', unitPrice: KES(250_000), giftCardCode: code };
  await sell(front, [line], [{ tender: 'cash', amount: KES(250_000) }]);
  await sell(
    back,
    [{ sku: 'chai', quantity: '4' }],
    [{ tender: 'gift_card', amount: KES(72_100), giftCard: { code } }],
  );
}

/** In cash with the bill, on a card with the bill, and written on the slip afterwards. */
async function tips(front: Till, back: Till): Promise<void> {
  const { done } = front.cafe;
  await sell(front, [{ sku: 'coffee' }], [{ tender: 'cash', amount: KES(30_000) }], { tip: KES(3_000) });
  const card = { tender: 'card', amount: KES(25_050 + 4_000), payer: { token: 'tok_tip' } };
  await sell(back, [{ sku: 'coffee' }], [card], { tip: KES(4_000) });
  const slip = { tender: 'eftpos', amount: KES(129_990), reference: 'slip 77' };
  const sold = await sell(back, [{ sku: 'pilau', quantity: '2' }], [slip]);
  const path = `/orders/${sold.id}/payments/${sold.payments[0].id}/tip`;
  await done(back.by, 'POST', path, { tip: KES(15_001), reason: 'on the slip' });
}

/** A card that is declined: the guest pays in cash. */
async function declinedCard(front: Till): Promise<Json> {
  const { done } = front.cafe;
  let amount = 90_000;
  while (withSurcharge(amount) % 100 !== 1) amount += 1;
  const order = await catering(front, amount);
  const shown = await pay(front, order.id, { tender: 'card', amount: KES(amount), payer: { token: 'tok_empty' } });
  await payCash(front, order.id, amount);
  await done(front.by, 'POST', `/orders/${order.id}/complete`, {});
  return shown;
}

/** M-Pesa that nobody waited for: the money comes when the order was paid in cash. */
async function strayMoney(back: Till): Promise<Json> {
  const { done, manager } = back.cafe;
  const order = await catering(back, 77_700);
  const wish = { tender: 'mpesa', amount: KES(77_700), payer: { phone: '254700000002' } };
  const { payments } = await pay(back, order.id, wish);
  await sleep(CODE_TYPED_MS);
  await done(back.by, 'POST', `/orders/${order.id}/payments/${payments[0].id}/cancel`, {});
  await payCash(back, order.id, 77_700);
  const paid = await done(back.by, 'POST', `/orders/${order.id}/complete`, {});
  await done(manager, 'POST', `/charges/${payments[0].id}/check`);
  return paid;
}

/** One is given back and its order called off; one stays, and its order is carried over. */
async function deposits(front: Till): Promise<Json> {
  const { done, manager } = front.cafe;
  const cash = { tender: 'cash', amount: KES(40_000) };
  const called = await catering(front, 150_000);
  const { payments } = await pay(front, called.id, cash);
  const back = { reason: 'the party is off', drawerSessionId: front.session };
  await done(manager, 'POST', `/orders/${called.id}/payments/${payments[0].id}/return`, back);
  await done(manager, 'POST', `/orders/${called.id}/void`, { reason: 'the party is off' });
  const stays = await catering(front, 333_350);
  return pay(front, stays.id, cash);
}

function catering({ cafe, by, session }: Till, amount: number): Promise<Json> {
  const lines = [{ id: randomUUID(), sku: 'catering', unitPrice: KES(amount) }];
  return cafe.done(by, 'POST', '/orders', { outletId: cafe.outletId, drawerSessionId: session, lines });
}
