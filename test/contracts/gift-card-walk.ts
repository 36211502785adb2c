import { randomUUID } from 'node:crypto';
import type { OutletId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/kernel/transaction.js';
import { GiftCardsFacade } from '../../src/modules/gift-cards/index.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import type { Answer, TestService } from '../harness/service.js';

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Brings about every event of gift cards: what an order does to them through their facade, the rest over HTTP. */
export async function walkGiftCards(service: TestService, outletId: string): Promise<void> {
  const codes = ['HOUSE-2026-7K3M', 'HOUSE-2026-9RTD']; // printed ones: the examples of events are to stay the same
  const { cards } = await posted(service, '', { kind: 'gift_card', currency: 'USD', codes, customerId: 'c-17' });
  const [card, replacement] = cards;
  const facade = service.api.container.get(GiftCardsFacade);
  const order = { orderId: randomUUID(), outletId: outletId as OutletId };
  const sale = { ...order, lineId: randomUUID(), cardId: card.id as string, amount: USD(5000) };
  const payment = { ...order, paymentId: randomUUID(), amount: USD(1250) };
  await inOrder(service, (tx) => facade.sold(tx, [sale]));
  await posted(service, `/${card.id}/reload`, { amount: USD(500), reason: 'a complaint' });
  await inOrder(service, (tx) => facade.redeem(tx, { ...payment, code: card.code as string, kind: 'gift_card' }));
  await inOrder(service, (tx) => facade.giveBack(tx, { ...payment, refundId: randomUUID() }));
  await inOrder(service, (tx) => facade.unsold(tx, [{ ...sale, amount: USD(2000), refundId: randomUUID() }]));
  await posted(service, `/${card.id}/adjust`, { amount: USD(-100), reason: 'typed twice' });
  await posted(service, `/${card.id}/block`, { reason: 'lost' });
  await posted(service, `/${card.id}/unblock`, { reason: 'found' });
  await posted(service, `/${card.id}/transfer`, { toCardId: replacement.id, reason: 'bent' });
  await expire(service);
}

async function expire(service: TestService): Promise<void> {
  const wish = {
    kind: 'voucher',
    currency: 'USD',
    codes: ['SPRING-2030-V4CE'],
    amount: USD(1000),
    activateBecause: 'spring',
  };
  const { cards } = await posted(service, '', { ...wish, expiresAt: '2030-01-01T00:00:00Z' });
  await posted(service, `/${cards[0].id}/extend`, {
    expiresAt: '2030-02-01T00:00:00Z',
    reason: 'the campaign goes on',
  });
  await posted(service, `/${cards[0].id}/expire`, { reason: 'the campaign is over' });
}

function inOrder<Result>({ api, tenant }: TestService, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'test', at: new Date() };
  return api.container.get(TRANSACTOR).run(context, work);
}

async function posted(service: TestService, path: string, body: object): Promise<Answer['body']> {
  const answer = await service.call('POST', `/gift-cards${path}`, { body });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
