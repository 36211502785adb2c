import { Announcer, CALLBACK_SECRET } from '../../../../../test/harness/callbacks.js';
import { SubscriptionsDouble } from '../../../../clients/subscriptions/subscriptions-double.examples.js';
import { newSecret } from '../../../../platform/signatures/standard-webhooks.js';
import { LicensedShop } from '../http/licensing.examples.js';

// What the subscription service tells before it is asked.

const CALLBACKS = { CALLBACK_SECRETS: `subscription=${CALLBACK_SECRET}` };
const PATIENT = { SIBLING_TIMEOUT_MS: '20000' };

let service: SubscriptionsDouble;
let shop: LicensedShop;
let announcer: Announcer;
beforeEach(async () => {
  service = await SubscriptionsDouble.start();
  // The door remembers for longer than any test takes: what it forgets it was told to forget.
  const settings = { SUBSCRIPTION_URL: service.url, SUBSCRIPTION_TOKEN: 'secret', AUTH_CACHE_MS: '60000', ...PATIENT };
  shop = await LicensedShop.open({ ...settings, ...CALLBACKS });
  announcer = new Announcer(shop.service, 'subscription');
});
afterEach(async () => {
  await shop.close();
  await service.stop();
});

const plan = { code: 'gold', name: 'Gold', limits: { outlets: 1 } };
const says = (more: object = {}) => ({ plan, status: 'active', paidUntil: shop.inDays(30), ...more });
const licence = async () => (await shop.service.call('GET', '/licence')).body;

test('changed, revoked and renewed: each is heard at once, without a question', async () => {
  const changed = await announcer.tell(announcer.event('subscription.changed', says()));
  expect(changed).toMatchObject({ status: 202, body: { status: 'accepted' } });
  expect(await licence()).toMatchObject({ plan: { code: 'gold' }, status: 'active', source: 'remote' });

  await announcer.tell(announcer.event('subscription.revoked', says()));
  await shop.tell('pos.licence.revoked');
  expect((await shop.sell()).body.code).toBe('licence_revoked');

  await announcer.tell(announcer.event('subscription.renewed', says({ paidUntil: shop.inDays(90) })));
  await shop.tell('pos.licence.restored');
  expect((await shop.sell()).status).toBe(201);
  expect(await licence()).toMatchObject({ status: 'active' });
  expect(await shop.told('licences')).toEqual(['pos.licence.changed', 'pos.licence.revoked', 'pos.licence.restored']);
  expect(service.calls).toEqual([]);
});

test('the door is told by the event, so that it never reads what is not committed yet', async () => {
  expect((await shop.sell()).status).toBe(201);
  await announcer.tell(announcer.event('subscription.revoked', says()));
  expect((await shop.rows('select revoked_at is not null as revoked from licence_standings'))[0]).toEqual({
    revoked: true,
  });
  expect((await shop.sell()).status).toBe(201);
  await shop.tell('pos.licence.revoked');
  expect((await shop.sell()).body.code).toBe('licence_revoked');
});

test('a late word does not undo a newer one, and the same one told twice works once', async () => {
  const early = announcer.event('subscription.renewed', says({ plan: { code: 'silver' } }));
  const word = says();
  const revoked = announcer.event('subscription.revoked', word);
  expect((await announcer.tell(revoked)).body).toEqual({ status: 'accepted' });
  expect((await announcer.tell(early)).body).toEqual({ status: 'ignored' });
  expect((await announcer.tell(revoked)).body).toEqual({ status: 'duplicate' });
  // Told again under another id it is the same word.
  expect((await announcer.tell(announcer.event('subscription.revoked', word))).status).toBe(202);
  expect((await shop.licence('GET')).body).toMatchObject({ status: 'revoked', plan: { code: 'gold' } });
  expect(await shop.told('licences')).toEqual(['pos.licence.revoked']);
});

test('an answer that was on its way while something newer was told is passed over', async () => {
  await announcer.tell(announcer.event('subscription.changed', says()));
  service.subscriptions.set(shop.slug, says());
  service.slow = true;
  const asking = shop.look();
  while (service.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  shop.wait(1 / 86_400);
  await announcer.tell(announcer.event('subscription.revoked', says()));
  service.slow = false;
  service.let();
  await asking;
  expect((await shop.licence('GET')).body).toMatchObject({ status: 'revoked' });
  // Asked anew it is believed.
  shop.wait(1);
  await shop.look();
  expect((await shop.licence('GET')).body).toMatchObject({ status: 'active' });
});

test('nobody is believed who signs with another secret, and what is no subscription changes nothing', async () => {
  const other = newSecret(Buffer.alloc(32, 2));
  const event = announcer.event('subscription.revoked', says());
  expect((await announcer.tell(event, shop.slug, other)).status).toBe(401);
  const nonsense = await announcer.tell(announcer.event('subscription.changed', says({ status: 'golden' })));
  expect(nonsense).toMatchObject({ status: 422, body: { code: 'licence_invalid' } });
  expect((await announcer.tell(event, 'nobody-here')).status).toBe(401);
  expect(await licence()).toMatchObject({ status: 'unlimited' });
});

test('where plans are kept here, a word of the service changes nothing', async () => {
  const local = await LicensedShop.open(CALLBACKS);
  try {
    const told = new Announcer(local.service, 'subscription');
    expect((await told.tell(told.event('subscription.revoked', says()))).body).toEqual({ status: 'ignored' });
    expect((await local.sell()).status).toBe(201);
  } finally {
    await local.close();
  }
});
