import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import { Collection, type CollectionWish } from './collection.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const wish: CollectionWish = {
  ...{ orderId: 'o1', paymentId: 'p1', tender: 'card', amount: KES(500), charged: KES(510) },
  ...{ payer: {}, drawerSessionId: null },
};
const orderWith = (status: string, failure: string | null = null) => ({
  payments: [{ id: 'p1', tender: 'card', amount: KES(500), status, failure }],
});

/** A service that gives the answers in turn. */
function service(...answers: unknown[]) {
  const asked: { method: string; path: string; options: { body?: object; idempotencyKey?: string } }[] = [];
  const request = async (method: string, path: string, options: object) => {
    asked.push({ method, path, options });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const till = { client: () => ({ request }) };
  return { asked, collection: new Collection(till as unknown as ConstructorParameters<typeof Collection>[0]) };
}

test.each([
  { title: 'captured', answers: [orderWith('captured')], found: { kind: 'captured' } },
  { title: 'declined', answers: [orderWith('failed', 'declined')], found: { kind: 'failed', failure: 'declined' } },
  { title: 'slow', answers: [orderWith('pending')], found: { kind: 'live', live: { state: 'pending' } } },
  { title: 'begun', answers: [orderWith('initiated')], found: { kind: 'live', live: { state: 'pending' } } },
  { title: 'unknown', answers: [orderWith('unknown')], found: { kind: 'live', live: { state: 'unknown' } } },
  { title: 'no answer', answers: [new PosUnreachable('away')], found: { kind: 'live', live: { state: 'no_answer' } } },
  {
    title: 'the provider is away',
    answers: [new PosProblem(503, { code: 'payment_provider_unavailable' })],
    found: { kind: 'refused' },
  },
  {
    title: 'in doubt from before',
    answers: [new PosProblem(409, { code: 'payment_in_doubt' }), orderWith('unknown')],
    found: { kind: 'live', live: { state: 'unknown' } },
  },
])('asked for a payment: $title', async ({ answers, found }) => {
  const { asked, collection } = service(...answers);
  expect(await collection.ask(wish)).toMatchObject(found);
  expect(asked[0]).toMatchObject({
    ...{ method: 'POST', path: '/pos/orders/o1/payments' },
    options: { idempotencyKey: 'p1', body: { id: 'p1', tender: 'card', amount: KES(500), completeWhenPaid: true } },
  });
});

test('asked again it is the same payment', async () => {
  const { asked, collection } = service(new PosUnreachable('away'), orderWith('captured'));
  await collection.ask(wish);
  await collection.ask(wish);
  expect(asked[1]).toEqual(asked[0]);
});

test.each([
  { payer: { phone: '254700000001' }, body: { payer: { phone: '254700000001' } } },
  { payer: { giftCardCode: 'ABCD' }, body: { giftCard: { code: 'ABCD' } } },
  { payer: { account: 'A-1' }, body: { houseAccount: { account: 'A-1' } } },
])('says who pays: $payer', async ({ payer, body }) => {
  const { asked, collection } = service(orderWith('captured'));
  await collection.ask({ ...wish, payer });
  expect(asked[0]?.options.body).toMatchObject(body);
});

test('an order that never heard of the payment has not got the request', async () => {
  const { collection } = service({ payments: [] });
  expect(await collection.look(wish)).toEqual({ kind: 'absent' });
});

test('the provider is asked before the order is read', async () => {
  const { asked, collection } = service({}, orderWith('captured'));
  await collection.look(wish, true);
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /pos/charges/p1/check',
    'GET /pos/orders/o1',
  ]);
});
