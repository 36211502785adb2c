import { startService, type TestService } from '../../../../../test/harness/service.js';
import { absolute, percent, PricebookShop, USD } from './pricebooks.examples.js';

let service: TestService;
let shop: PricebookShop;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
beforeEach(async () => {
  shop = await PricebookShop.open(service);
});

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const pricesOf = (price: { steps: { price: { amount: number } }[]; price: { amount: number } }) => [
  ...price.steps.map((step) => step.price.amount),
  price.price.amount,
];

test('a pricebook is made, written, published and changes prices from then on', async () => {
  const made = await shop.call('POST', '', {
    code: 'happy',
    name: 'Happy',
    currency: 'USD',
    scope: { outletIds: [shop.harbour] },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    status: 'draft',
    inForce: null,
    draft: { number: 1, status: 'draft' },
    revision: 1,
  });
  const place = `/${made.body.id}`;
  expect(made.headers.get('location')).toBe(`/v1/${shop.tenant.slug}/pos/pricebooks${place}`);
  expect((await shop.call('GET', place)).headers.get('etag')).toBe('"1"');
  const edited = await shop.ok('PATCH', `${place}/draft/entries`, { set: [absolute('latte', 400)] });
  expect(edited).toMatchObject({ draft: { entryCount: 1 }, revision: 2 });
  expect(pricesOf(await shop.latte())).toEqual([500]);

  const before = new Date(Date.now() - 1_000).toISOString();
  const published = await shop.ok('POST', `${place}/publish`, {});
  expect(published).toMatchObject({
    status: 'active',
    draft: null,
    inForce: { number: 1, status: 'published', entryCount: 1 },
  });
  const price = await shop.latte();
  expect(price).toMatchObject({
    listPrice: USD(500),
    price: USD(400),
    steps: [{ pricebookId: made.body.id, version: 1, by: 'entry', reason: 'outlet', effect: { kind: 'absolute' } }],
    passedOver: [],
  });
  expect(await shop.latte({ outletId: shop.airport })).toMatchObject({
    price: USD(500),
    passedOver: [{ why: 'outlet' }],
  });
  expect(await shop.latte({ at: before })).toMatchObject({ price: USD(500), passedOver: [{ why: 'not_in_force' }] });
});

test('a version waits for its time, and needs no clock to be in force', async () => {
  const id = await shop.published({}, [absolute('latte', 450)]);
  await shop.ok('POST', `/${id}/versions`, {});
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('latte', 300)] });
  const publishAt = tomorrow();
  const book = await shop.ok('POST', `/${id}/publish`, { publishAt });
  expect(book).toMatchObject({
    draft: null,
    inForce: { number: 1 },
    scheduled: [{ number: 2, status: 'scheduled', publishAt, publishedAt: null }],
  });
  expect((await shop.latte()).price).toEqual(USD(450));
  expect((await shop.latte({ at: publishAt })).price).toEqual(USD(300));
  const late = await shop.call('POST', `/${id}/versions/1/withdraw`);
  expect(late.body).toMatchObject({ status: 409, code: 'pricebook_version_in_force' });
  const withdrawn = await shop.ok('POST', `/${id}/versions/2/withdraw`);
  expect(withdrawn.scheduled).toEqual([]);
  expect((await shop.latte({ at: publishAt })).price).toEqual(USD(450));
  expect(await shop.ok('GET', `/${id}/versions/2`)).toMatchObject({
    status: 'retired',
    withdrawnBy: expect.any(String),
  });
  const past = await shop.ok('POST', `/${id}/versions`, { from: 2 });
  expect(past.draft).toMatchObject({ number: 3, copiedFrom: 2, entryCount: 1 });
  const refused = await shop.call('POST', `/${id}/publish`, { publishAt: '2020-01-01T00:00:00Z' });
  expect(refused.body).toMatchObject({ status: 422, code: 'pricebook_publish_time_passed' });
});

test('the narrowest applies, with what it inherits, by the clock of the outlet', async () => {
  const zone = await shop.published({ name: 'Zone' }, [absolute('latte', 440)]);
  await shop.published({
    ...{ name: 'Late', parentId: zone, rules: [{ category: 'Coffee', kind: 'percent', rate: '-25' }] },
    scope: { channels: ['kiosk'], schedule: { windows: [{ weekdays: [5], from: '22:00', to: '02:00' }] } },
  });
  const kiosk = { channel: 'kiosk' };
  // Versions are of today, so the Fridays are of the years to come: 2027-11-19 is one.
  const night = await shop.latte({ ...kiosk, at: '2027-11-20T01:59:00+03:00' });
  expect(pricesOf(night)).toEqual([440, 330, 330]);
  expect(night.steps.map(({ reason }: { reason: string }) => reason)).toEqual([
    'inherited by Late: channel kiosk, Fri 22:00–02:00',
    'channel kiosk, Fri 22:00–02:00',
  ]);
  expect(night.passedOver).toMatchObject([{ name: 'Zone', why: 'less_narrow' }]);
  const over = await shop.latte({ ...kiosk, at: '2027-11-20T02:00:00+03:00' });
  expect(over).toMatchObject({ price: USD(440), passedOver: [{ name: 'Late', why: 'schedule' }] });
  // Clocks go back on 2027-11-07 at 02:00 in New York: 01:30 comes twice. The day begins on Saturday night.
  const longNight = { windows: [{ weekdays: [6], from: '23:00', to: '02:00' }] };
  await shop.published({
    name: 'Long night',
    scope: { outletIds: [shop.airport], schedule: longNight },
    rules: [{ kind: 'amount', amount: USD(-100) }],
  });
  for (const [at, amount] of [
    ['2027-11-07T05:30:00Z', 400],
    ['2027-11-07T06:30:00Z', 400],
    ['2027-11-07T07:00:00Z', 440],
  ] as const) {
    expect([at, (await shop.latte({ outletId: shop.airport, at })).price]).toEqual([at, USD(amount)]);
  }
});

test('groups of the guest count, and several may be named', async () => {
  await shop.published({ scope: { customerGroups: ['staff'] }, rules: [{ kind: 'percent', rate: '-50' }] });
  expect((await shop.latte()).price).toEqual(USD(500));
  expect((await shop.latte({ customerGroup: 'staff' })).price).toEqual(USD(250));
  const several = await shop.ok(
    'GET',
    `/effective?sku=latte&outletId=${shop.harbour}&customerGroup=gold&customerGroup=staff`,
  );
  expect(several.steps[0].reason).toBe('group staff');
});

test('versions are compared, rolled back and stay on record', async () => {
  const id = await shop.published({}, [absolute('chai', 300), absolute('latte', 450), absolute('mocha', 1)]);
  await shop.republish(id, [absolute('chai', 350), percent('tea', '5')], ['mocha']);
  await shop.ok('POST', `/${id}/versions`, {});
  await shop.ok('PATCH', `/${id}/draft`, { priority: 9, rules: [{ category: 'Tea', kind: 'percent', rate: '1' }] });
  const diff = await shop.ok('GET', `/${id}/diff?from=1&to=3&limit=2`);
  expect(diff).toMatchObject({
    ...{ from: 1, to: 3, before: { priority: 0 }, after: { priority: 9 }, rules: [{ category: 'Tea', before: null }] },
    data: [
      { sku: 'chai', change: 'changed', before: { amount: USD(300) }, after: { amount: USD(350) } },
      { sku: 'mocha', change: 'removed', after: null },
    ],
  });
  const rest = await shop.ok('GET', `/${id}/diff?from=1&to=3&limit=2&cursor=${diff.nextCursor}`);
  expect(rest).toMatchObject({
    data: [{ sku: 'tea', change: 'added', after: { kind: 'percent', rate: '5' } }],
    nextCursor: null,
  });
  expect((await shop.ok('GET', `/${id}/diff?from=2&to=2`)).data).toEqual([]);

  const back = await shop.ok('POST', `/${id}/rollback`, { to: 1 });
  expect(back).toMatchObject({ draft: { number: 3 }, inForce: { number: 4, copiedFrom: 1, entryCount: 3 } });
  expect((await shop.ok('GET', `/${id}/diff?from=1&to=4`)).data).toEqual([]);
  expect((await shop.latte()).steps[0]).toMatchObject({ version: 4 });
  const first = await shop.ok('GET', `/${id}/versions?limit=2`);
  const second = await shop.ok('GET', `/${id}/versions?limit=2&cursor=${first.nextCursor}`);
  const told = [...first.data, ...second.data].map(({ number, status }) => [number, status]);
  expect(told).toEqual([
    [4, 'published'],
    [3, 'draft'],
    [2, 'retired'],
    [1, 'retired'],
  ]);
  for (const [to, code] of [
    [4, 'pricebook_version_in_force'],
    [3, 'pricebook_version_never_in_force'],
    [9, 'pricebook_version_not_found'],
  ]) {
    expect((await shop.call('POST', `/${id}/rollback`, { to })).body.code).toBe(code);
  }
});

test('of two who publish one draft at once, one does', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await shop.book();
    await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('latte', 400 + round)] });
    const answers = await Promise.all(Array.from({ length: 4 }, () => shop.call('POST', `/${id}/publish`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
      Array(3).fill('pricebook_no_draft'),
    );
  }
});

test('who changes what somebody else has changed is told', async () => {
  const id = await shop.book();
  const stale = { headers: { 'If-Match': '"1"' } };
  const edits = await Promise.all([1, 2].map((n) => shop.call('PATCH', `/${id}/draft`, { priority: n }, stale)));
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await shop.call('POST', `/${id}/publish`, {}, stale)).body).toMatchObject({ status: 412, currentVersion: 2 });
  expect((await shop.call('PUT', `/${id}/draft/entries`, { entries: [] }, stale)).status).toBe(412);
  const same = await shop.call('PATCH', `/${id}`, { name: 'x' }, { headers: { 'If-Match': '"2"' } });
  expect(same.body).toMatchObject({ name: 'x', revision: 3 });
});

test('saying again what the draft says changes nothing', async () => {
  const windows = [{ weekdays: [6, 5], from: '22:00', to: '02:00' }];
  const rules = [
    { category: 'Tea', kind: 'amount', amount: USD(5) },
    { kind: 'percent', rate: '-1.50' },
  ];
  const wish = {
    priority: 3,
    scope: { customerGroups: ['b', 'a'], schedule: { windows, endsOn: '2027-01-01' } },
    rules,
  };
  const id = await shop.book(wish);
  expect(await shop.ok('PATCH', `/${id}/draft`, wish)).toMatchObject({
    revision: 1,
    draft: {
      scope: { customerGroups: ['a', 'b'], schedule: { windows: [{ weekdays: [5, 6] }] } },
      rules: [{ category: null }, {}],
    },
  });
  expect(await shop.ok('PATCH', `/${id}/draft`, { scope: {} })).toMatchObject({
    revision: 2,
    draft: { priority: 3, scope: { schedule: null } },
  });
});

test('a book has one draft, drafts begun at once make one', async () => {
  const id = await shop.published({}, [absolute('latte', 1)]);
  const answers = await Promise.all([1, 2, 3].map(() => shop.call('POST', `/${id}/versions`, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await shop.ok('GET', `/${id}`)).draft).toMatchObject({ number: 2, entryCount: 1, copiedFrom: 1 });
});

test('entries are set, taken out and replaced, all or none', async () => {
  const id = await shop.book();
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('a', 1), absolute('b', 2)] });
  const bad = await shop.call('PATCH', `/${id}/draft/entries`, {
    set: [absolute('c', 3), percent('d', '-101')],
    remove: ['a', 'c'],
  });
  expect(bad.body).toMatchObject({
    code: 'pricebook_entries_invalid',
    errors: [{ pointer: '/set/1/rate' }, { pointer: '/remove/1' }],
  });
  const list = async () =>
    (await shop.ok('GET', `/${id}/versions/1/entries`)).data.map(({ sku }: { sku: string }) => sku);
  expect(await list()).toEqual(['a', 'b']);
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('c', 3)], remove: ['a', 'nothing'] });
  expect(await list()).toEqual(['b', 'c']);
  const again = await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('c', 3)] });
  expect(again.revision).toBe(3);
  const replaced = await shop.ok('PUT', `/${id}/draft/entries`, { entries: [absolute('c', 4), percent('z', '1')] });
  expect(replaced.draft.entryCount).toBe(2);
  expect(await list()).toEqual(['c', 'z']);
  const page = await shop.ok('GET', `/${id}/versions/1/entries?limit=1`);
  const next = await shop.ok('GET', `/${id}/versions/1/entries?limit=1&cursor=${page.nextCursor}`);
  expect([page.data[0].sku, next.data[0].sku, next.nextCursor]).toEqual(['c', 'z', null]);
  expect((await shop.ok('GET', `/${id}/versions/1/entries?sku=z`)).data).toMatchObject([{ rate: '1', amount: null }]);
});
