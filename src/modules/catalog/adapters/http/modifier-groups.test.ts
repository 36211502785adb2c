import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const GROUPS = '/catalog/modifier-groups';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

interface Options {
  readonly tenant?: TestTenant;
  readonly headers?: Readonly<Record<string, string>>;
}

function group(code: string, said: object = {}): object {
  return { code, name: code, modifiers: [{ code: `${code}_one`, name: 'One', price: USD(10) }], ...said };
}

function withNested(code: string, ...groups: string[]): object {
  return group(code, { modifiers: [{ code: `${code}_one`, name: 'One', price: USD(10), groups }] });
}

async function done(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
  const answer = await service.call(method, path, { body, ...options });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

async function item(sku: string, said: object = {}, options: Options = {}): Promise<string> {
  const details = { sku, name: sku, category: 'Coffee', price: USD(300), taxCategory: 'standard', ...said };
  return (await done('POST', '/catalog/items', details, options)).body.id;
}

function problemOf({ status, body }: Answer): unknown[] {
  return [status, body.code, ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)];
}

test('a group is added, shown, listed, changed and deleted', async () => {
  const milk = {
    code: 'milk',
    name: 'Choice of milk',
    min: 1,
    max: 2,
    freeQuantity: 1,
    modifiers: [
      { code: 'whole', name: 'Whole milk', price: USD(0), default: true, allergens: ['milk'] },
      { code: 'oat', name: 'Oat milk', price: USD(50), prices: { L: USD(80) }, maxQuantity: 1 },
      { code: 'none', name: 'No milk', price: USD(-20), active: false },
    ],
  };
  const added = await service.call('POST', GROUPS, { body: milk });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ ...milk, currency: 'USD', version: 1 });
  const place = `${GROUPS}/${added.body.id}`;
  expect(added.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos${place}`);
  const shown = await service.call('GET', place);
  expect([shown.body, shown.headers.get('etag')]).toEqual([added.body, '"1"']);
  expect((await service.call('GET', `${GROUPS}?code=milk`)).body.data).toEqual([added.body]);
  const changed = await service.call('PATCH', place, { body: { max: null }, headers: { 'If-Match': '"1"' } });
  expect(changed.body).toMatchObject({ max: null, min: 1, version: 2 });
  expect(changed.body.modifiers).toEqual(added.body.modifiers);
  const stale = await service.call('DELETE', place, { headers: { 'If-Match': '"1"' } });
  expect(stale.body).toMatchObject({ status: 412, currentVersion: 2 });
  expect((await service.call('DELETE', place)).body).toEqual(changed.body);
  expect(problemOf(await service.call('GET', place))).toEqual([404, 'modifier_group_not_found']);
  expect(problemOf(await service.call('PATCH', place, { body: {} }))).toEqual([404, 'modifier_group_not_found']);
  expect((await service.call('GET', `${GROUPS}?code=milk`)).body.data).toEqual([]);
});

test('what GET answers is what PUT takes, also elsewhere; ids of modifiers follow their codes', async () => {
  const id = randomUUID();
  const first = await done('PUT', `${GROUPS}/${id}`, group('sizes', { freeQuantity: 2 }));
  const again = await service.call('PUT', `${GROUPS}/${id}`, { body: first.body });
  expect(again.body).toEqual(first.body);
  const tenant = await service.createTenant();
  const [listed] = (await service.call('GET', `${GROUPS}?q=SIZE`)).body.data;
  const copied = await done('PUT', `${GROUPS}/${listed.id}`, listed, { tenant });
  expect(copied.body).toMatchObject({ id, code: 'sizes', freeQuantity: 2, version: 1 });
  const otherId = await service.call('PUT', `${GROUPS}/${randomUUID()}`, { body: first.body });
  expect(problemOf(otherId)).toEqual([400, 'validation_failed', '/id']);
});

test('a deleted group comes back with PUT, not with POST, and its events go on counting', async () => {
  const id = randomUUID();
  await done('POST', GROUPS, { id, ...group('phoenix') });
  await done('DELETE', `${GROUPS}/${id}`);
  const posted = await service.call('POST', GROUPS, { body: { id, ...group('phoenix', { name: 'Again' }) } });
  expect(problemOf(posted)).toEqual([409, 'modifier_group_id_taken']);
  expect((await done('PUT', `${GROUPS}/${id}`, group('phoenix'))).body).toMatchObject({ version: 3 });
});

test('the same id again is the same group or a conflict', async () => {
  const body = { id: randomUUID(), ...group('same') };
  const first = await done('POST', GROUPS, body);
  expect((await service.call('POST', GROUPS, { body })).body).toEqual(first.body);
  expect(problemOf(await service.call('POST', GROUPS, { body: { ...body, name: 'x' } }))).toEqual([
    409,
    'modifier_group_id_taken',
  ]);
});

test.each<[string, object, unknown[]]>([
  ['a code that is taken', { code: 'taken' }, [409, 'modifier_group_code_taken', '/code']],
  ['a maximum below the minimum', { min: 2, max: 1 }, [422, 'modifier_group_invalid', '/max']],
  ['no modifiers', { modifiers: [], currency: 'USD' }, [422, 'modifier_group_invalid', '/modifiers']],
  [
    'a nested group that is not there',
    withNested('x', 'nowhere'),
    [422, 'modifier_group_invalid', '/modifiers/0/groups/0'],
  ],
  ['itself', withNested('x', 'x'), [422, 'modifier_group_invalid', '/modifiers/0/groups/0']],
  [
    'an allergen nobody knows',
    { modifiers: [{ code: 'a', name: 'a', price: USD(0), allergens: ['cats'] }] },
    [400, 'validation_failed', '/modifiers/0/allergens/0'],
  ],
  [
    'a size in another currency',
    { modifiers: [{ code: 'a', name: 'a', price: USD(0), prices: { L: { amount: 1, currency: 'EUR' } } }] },
    [422, 'modifier_group_invalid', '/modifiers/0/prices/L/currency'],
  ],
  ['a member nobody knows', { colour: 'red' }, [400, 'validation_failed', '/colour']],
])('a group with %s is refused with its place', async (_, said, problem) => {
  await service.call('POST', GROUPS, { body: group('taken') });
  expect(problemOf(await service.call('POST', GROUPS, { body: { ...group('x'), ...said } }))).toEqual(problem);
});

test('groups nest four deep and never in a circle', async () => {
  const tenant = await service.createTenant();
  const ids = new Map<string, string>();
  for (const [code, ...nested] of [['e'], ['d'], ['c', 'd'], ['b', 'c'], ['a', 'b']] as const) {
    ids.set(code, (await done('POST', GROUPS, withNested(code, ...nested), { tenant })).body.id);
  }
  const put = (code: string, ...nested: string[]) =>
    service.call('PUT', `${GROUPS}/${ids.get(code)}`, { tenant, body: withNested(code, ...nested) });
  const refused = [422, 'modifier_group_invalid', '/modifiers/0/groups/0'];
  expect(problemOf(await put('d', 'a'))).toEqual(refused);
  expect(problemOf(await put('d', 'e'))).toEqual(refused);
  expect((await put('d')).status).toBe(200);
  const inUse = await service.call('DELETE', `${GROUPS}/${ids.get('c')}`, { tenant });
  expect(inUse.body).toMatchObject({ status: 409, code: 'modifier_group_in_use' });
  expect(inUse.body.detail).toContain('the group b');
  const renamed = await service.call('PATCH', `${GROUPS}/${ids.get('c')}`, { tenant, body: { code: 'c2' } });
  expect(problemOf(renamed)).toEqual([409, 'modifier_group_in_use']);
  expect((await service.call('PATCH', `${GROUPS}/${ids.get('a')}`, { tenant, body: { code: 'a2' } })).status).toBe(200);
});

test('a list goes by name and in pages', async () => {
  const tenant = await service.createTenant();
  for (const name of ['Cc', 'Aa', 'Bb']) await done('POST', GROUPS, group(name, { name }), { tenant });
  const namesOf = ({ body }: Answer): string[] => body.data.map(({ name }: { name: string }) => name);
  const first = await service.call('GET', `${GROUPS}?limit=2`, { tenant });
  expect(namesOf(first)).toEqual(['Aa', 'Bb']);
  const second = await service.call('GET', `${GROUPS}?limit=2&cursor=${first.body.nextCursor}`, { tenant });
  expect([namesOf(second), second.body.nextCursor]).toEqual([['Cc'], null]);
  expect(namesOf(await service.call('GET', `${GROUPS}?q=b`, { tenant }))).toEqual(['Bb']);
  expect(namesOf(await service.call('GET', GROUPS, { tenant: await service.createTenant() }))).toEqual([]);
});

describe('with items', () => {
  test('groups come by category, parent and item, with the item’s own numbers and size', async () => {
    const tenant = await service.createTenant();
    const options = { tenant };
    const prices = { L: USD(80) };
    await done(
      'POST',
      GROUPS,
      group('milk', { min: 1, modifiers: [{ code: 'oat', name: 'Oat', price: USD(50), prices }] }),
      options,
    );
    await done('POST', GROUPS, withNested('syrups', 'milk'), options);
    await done('POST', GROUPS, group('lids'), options);
    const parent = await item('latte', {}, options);
    const large = await item('latte_l', { variantOf: { sku: 'latte', attributes: { size: 'L' } } }, options);
    const category = `/catalog/categories/${encodeURIComponent('Coffee')}/modifier-groups`;
    await done('PUT', category, { groups: [{ group: 'lids', position: 9 }] }, options);
    await done(
      'PUT',
      `/catalog/items/${parent}/modifier-groups`,
      { groups: [{ group: 'milk' }, { group: 'syrups' }] },
      options,
    );
    await done(
      'PUT',
      `/catalog/items/${large}/modifier-groups`,
      { groups: [{ group: 'milk', min: 0, max: 3 }] },
      options,
    );
    const { body } = await service.call('GET', `/catalog/items/${large}/modifiers`, options);
    expect(body).toMatchObject({ sku: 'latte_l', size: 'L' });
    expect(body.groups).toMatchObject([
      { code: 'milk', min: 0, max: 3, modifiers: [{ code: 'oat', price: USD(80), groups: [] }] },
      { code: 'syrups', modifiers: [{ code: 'syrups_one', groups: [{ code: 'milk', min: 1, max: null }] }] },
      { code: 'lids' },
    ]);
    await done('PUT', `/catalog/items/${large}/modifier-groups`, { groups: [{ group: 'lids', max: 0 }] }, options);
    const without = await service.call('GET', `/catalog/items/${large}/modifiers`, options);
    expect(without.body.groups.map(({ code }: { code: string }) => code)).toEqual(['milk', 'syrups']);
  });

  test('what is attached has a version of its own', async () => {
    const place = `/catalog/items/${await item('mocha')}/modifier-groups`;
    await done('POST', GROUPS, group('cream'));
    const none = await service.call('GET', place);
    expect([none.body, none.headers.get('etag')]).toEqual([
      { itemId: expect.any(String), category: null, groups: [], version: 0 },
      '"0"',
    ]);
    const body = { groups: [{ group: 'cream' }] };
    const put = await service.call('PUT', place, { body, headers: { 'If-Match': '"0"' } });
    expect(put.body).toMatchObject({ groups: [{ group: 'cream', position: 0, min: null, max: null }], version: 1 });
    expect((await service.call('GET', place)).body).toEqual(put.body);
    expect((await service.call('PUT', place, { body, headers: { 'If-Match': '"0"' } })).status).toBe(412);
    expect((await service.call('PUT', place, { body })).body).toEqual(put.body);
  });

  test('what is wrong with an attachment is told with its place', async () => {
    const id = await item('flat');
    await done(
      'POST',
      GROUPS,
      group('euros', { modifiers: [{ code: 'a', name: 'a', price: { amount: 1, currency: 'EUR' } }] }),
    );
    const put = (target: string, ...groups: object[]) =>
      service.call('PUT', `${target}/modifier-groups`, { body: { groups } });
    const code = 'modifier_attachments_invalid';
    const here = `/catalog/items/${id}`;
    expect(problemOf(await put(here, { group: 'nowhere' }))).toEqual([422, code, '/groups/0/group']);
    expect(problemOf(await put(here, { group: 'euros' }))).toEqual([422, code, '/groups/0/group']);
    expect((await put('/catalog/categories/Other%2Fthings', { group: 'euros' })).body).toMatchObject({
      itemId: null,
      category: 'Other/things',
      version: 1,
    });
    expect(problemOf(await put(`/catalog/categories/${'x'.repeat(101)}`))).toEqual([422, code, '/path/category']);
    expect(problemOf(await put(`/catalog/items/${randomUUID()}`))).toEqual([404, 'item_not_found']);
    await done('DELETE', here);
    expect(problemOf(await put(here))).toEqual([404, 'item_not_found']);
    expect(problemOf(await service.call('GET', `${here}/modifiers`))).toEqual([404, 'item_not_found']);
  });

  test('a group is not deleted from under an item or a category', async () => {
    const { body } = await done('POST', GROUPS, group('held'));
    const id = await item('holder');
    await done('PUT', `/catalog/items/${id}/modifier-groups`, { groups: [{ group: 'held' }] });
    await done('PUT', '/catalog/categories/Teas/modifier-groups', { groups: [{ group: 'held' }] });
    const refused = await service.call('DELETE', `${GROUPS}/${body.id}`);
    expect(refused.body.detail).toMatch(/the category Teas.*the item holder/);
    await done('PUT', '/catalog/categories/Teas/modifier-groups', { groups: [] });
    await done('DELETE', `/catalog/items/${id}`);
    expect((await service.call('DELETE', `${GROUPS}/${body.id}`)).status).toBe(200);
    await done('POST', `/catalog/items/${id}/restore`);
    expect((await service.call('GET', `/catalog/items/${id}/modifiers`)).body.groups).toEqual([]);
  });

  test('what another business has does not exist', async () => {
    const mine = await done('POST', GROUPS, group('mine'));
    const id = await item('mine');
    const tenant = await service.createTenant();
    expect((await service.call('GET', `${GROUPS}/${mine.body.id}`, { tenant })).status).toBe(404);
    expect((await service.call('DELETE', `${GROUPS}/${mine.body.id}`, { tenant })).status).toBe(404);
    expect((await service.call('GET', `/catalog/items/${id}/modifiers`, { tenant })).status).toBe(404);
    const theirs = await item('mine', {}, { tenant });
    const attached = await service.call('PUT', `/catalog/items/${theirs}/modifier-groups`, {
      tenant,
      body: { groups: [{ group: 'mine' }] },
    });
    expect(problemOf(attached)).toEqual([422, 'modifier_attachments_invalid', '/groups/0/group']);
  });
});

test('two who nest groups in each other at once do not make a circle', async () => {
  const tenant = await service.createTenant();
  const [a, b] = [
    (await done('POST', GROUPS, group('a'), { tenant })).body.id,
    (await done('POST', GROUPS, group('b'), { tenant })).body.id,
  ];
  const answers = await Promise.all([
    service.call('PUT', `${GROUPS}/${a}`, { tenant, body: withNested('a', 'b') }),
    service.call('PUT', `${GROUPS}/${b}`, { tenant, body: withNested('b', 'a') }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});
