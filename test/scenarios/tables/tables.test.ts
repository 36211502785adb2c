import { randomUUID } from 'node:crypto';
import type { OutletId } from '../../../src/kernel/ids.js';
import { PERMISSIONS, ROLE_PERMISSIONS } from '../../../src/modules/access/index.js';
import { openShop } from '../../faults/shop.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';

// Tables over HTTP: by those who set them up, those who serve at them, and those who have no business with them.

const NOWHERE = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';

interface Table {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly orders?: readonly Record<string, unknown>[];
}

let service: TestService;
let here: string;
let there: string;
let waiter: string;

beforeAll(async () => {
  service = await startService();
  const { outlets } = await openShop(service.database.ownerUrl, { owner: service.tenant });
  [here, there] = [outlets[0].id, String(outlets[1]?.id)];
  waiter = await service.createKey(service.tenant, { permissions: ROLE_PERMISSIONS.cashier });
});
afterAll(() => service.close());

async function done(method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}
const made = (wish: object = {}): Promise<Table> =>
  done('POST', '/tables', { outletId: here, name: randomUUID().slice(0, 18), seats: 4, ...wish });
const refusalOf = async (method: string, path: string, body?: object, token?: string): Promise<unknown[]> => {
  const answer = await service.call(method, path, { body, ...(token !== undefined && { token }) });
  return [answer.status, answer.body.code];
};
/** Names of the tables that a list has, page by page. */
async function namesOf(query: string, limit = 50): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { data, nextCursor } = await done('GET', `/tables?${query}&limit=${limit}${from}`);
    pages.push((data as Table[]).map(({ name }) => name));
    cursor = nextCursor as string | null;
  }
  return pages;
}

test('a table is made, shown, changed, retired and taken back', async () => {
  const body = { outletId: here, name: ' Window 1 ', area: ' Inside ', seats: 2, position: 10 };
  const created = await service.call('POST', '/tables', { body });
  const { id, createdAt } = created.body as { id: string; createdAt: string };
  const table = { ...body, id, name: 'Window 1', area: 'Inside', active: true, version: 1, createdAt };
  expect(created).toMatchObject({ status: 201, body: table });
  expect(created.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/tables/${id}`);
  const shown = await service.call('GET', `/tables/${id}`, { token: waiter });
  expect([shown.status, shown.headers.get('etag'), shown.body]).toEqual([200, '"1"', table]);
  const changed = await done('PATCH', `/tables/${id}`, { area: null, seats: 3, position: 20 });
  expect(changed).toEqual({ ...table, area: null, seats: 3, position: 20, version: 2 });
  const stale = await service.call('PATCH', `/tables/${id}`, { body: { seats: 9 }, headers: { 'If-Match': '"1"' } });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', currentVersion: 2 } });
  const retired = await service.call('PATCH', `/tables/${id}`, {
    ...{ body: { active: false }, headers: { 'If-Match': '"2"' } },
  });
  expect(retired).toMatchObject({ status: 200, body: { active: false, version: 3 } });
  expect(await done('PATCH', `/tables/${id}`, { active: true })).toMatchObject({ active: true, version: 4 });
  expect(await made({ name: 'Plain' })).toMatchObject({ area: null, position: 0 });
});

test('a repeated request makes one table', async () => {
  const wish = { outletId: here, name: 'Once', seats: 4 };
  const headers = { 'Idempotency-Key': randomUUID() };
  const answers = [];
  for (let time = 0; time < 2; time += 1) answers.push(await service.call('POST', '/tables', { body: wish, headers }));
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  expect(await namesOf('q=once')).toEqual([['Once']]);
  const other = await service.call('POST', '/tables', { body: { ...wish, seats: 5 }, headers });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});

test('what is no table is refused', async () => {
  const { id } = await made({ name: 'Taken' });
  const wish = (more: object): object => ({ outletId: here, name: 'New', seats: 4, ...more });
  const refused: [more: object, outcome: unknown[]][] = [
    [{ id }, [409, 'table_id_taken']],
    [{ name: 'TAKEN ' }, [409, 'table_name_taken']],
    [{ outletId: NOWHERE }, [404, 'outlet_not_found']],
    [{ name: '   ' }, [422, 'table_invalid']],
    [{ area: '  ' }, [422, 'table_invalid']],
    [{ name: '4111 1111 1111 1111' }, [422, 'card_data_not_allowed']],
    [{ area: 'by 4111 1111 1111 1111' }, [422, 'card_data_not_allowed']],
    [{ name: 'x'.repeat(21) }, [400, 'validation_failed']],
    [{ seats: 0 }, [400, 'validation_failed']],
    [{ seats: 100 }, [400, 'validation_failed']],
    [{ position: 10_000 }, [400, 'validation_failed']],
  ];
  for (const [more, outcome] of refused)
    expect([more, await refusalOf('POST', '/tables', wish(more))]).toEqual([more, outcome]);
  expect(await refusalOf('PATCH', `/tables/${id}`, { area: '4111 1111 1111 1111' })).toEqual([
    422,
    'card_data_not_allowed',
  ]);
  expect(await refusalOf('PATCH', `/tables/${NOWHERE}`, { seats: 1 })).toEqual([404, 'table_not_found']);
  expect(await refusalOf('GET', '/tables?cursor=x')).toEqual([400, 'cursor_invalid']);
  expect(await refusalOf('GET', '/tables?expand=people')).toEqual([400, 'validation_failed']);
});

test('a name is unique among the active tables of an outlet, whatever its case', async () => {
  const bar = await made({ name: 'Bar 1' });
  expect(await made({ outletId: there, name: 'Bar 1' })).toMatchObject({ name: 'Bar 1' });
  const other = await made({ name: 'Bar 2' });
  expect(await refusalOf('PATCH', `/tables/${other.id}`, { name: 'bar 1' })).toEqual([409, 'table_name_taken']);
  expect(await done('PATCH', `/tables/${bar.id}`, { name: 'BAR 1' })).toMatchObject({ name: 'BAR 1' });
  await done('PATCH', `/tables/${bar.id}`, { active: false });
  await done('PATCH', `/tables/${other.id}`, { name: 'bar 1' });
  expect(await refusalOf('PATCH', `/tables/${bar.id}`, { active: true })).toEqual([409, 'table_name_taken']);
  expect(await done('PATCH', `/tables/${bar.id}`, { active: true, name: 'Bar 3' })).toMatchObject({ active: true });
});

test('of those who make the same table at once, one does', async () => {
  const works = Array.from({ length: 5 }, () =>
    refusalOf('POST', '/tables', { outletId: here, name: 'Race', seats: 2 }),
  );
  const outcomes = (await Promise.all(works)).map(([status]) => status).sort();
  expect(outcomes).toEqual([201, 409, 409, 409, 409]);
});

test('lists are in order, filtered and paged', async () => {
  const { id: outletId } = await done('POST', '/outlets', {
    ...{ name: 'Floor', timeZone: 'America/New_York', receiptPrefix: 'F', tenders: ['cash'] },
    taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] }],
  });
  const at = (name: string, area: string | null, position: number) => made({ outletId, name, area, position });
  for (const [name, area, position] of [
    ['C', 'Terrace', 2],
    ['D', 'Terrace', 1],
    ['B', null, 2],
    ['100%', 'Inside', 0],
  ] as const)
    await at(name, area, position);
  const gone = await at('A', 'Inside', 3);
  await done('PATCH', `/tables/${gone.id}`, { active: false });
  const list = `outletId=${outletId}`;
  expect(await namesOf(list, 2)).toEqual([['100%', 'D'], ['B', 'C'], ['A']]);
  const filters: [filter: string, names: string[]][] = [
    ['active=true', ['100%', 'D', 'B', 'C']],
    ['active=false', ['A']],
    ['area=Terrace', ['D', 'C']],
    ['area=terrace', []],
    ['area=Inside&active=true', ['100%']],
    ['q=terr', ['D', 'C']],
    ['q=b', ['B']],
    ['q=%25', ['100%']],
    ['q=_', []],
  ];
  for (const [filter, names] of filters)
    expect([filter, await namesOf(`${list}&${filter}`)]).toEqual([filter, [names]]);
});

describe('orders at tables', () => {
  const order = (tableId: string | null, more: object = {}) =>
    done('POST', '/orders', { outletId: here, channel: 'dine_in', tableId, lines: [{ sku: 'coffee' }], ...more });
  const tableIn = async (id: string): Promise<Table> => {
    const { data } = await done('GET', `/tables?outletId=${here}&limit=200&expand=orders`);
    return (data as Table[]).find((table) => table.id === id) as Table;
  };

  test('are those that are open or held, oldest first, and only where they are asked for', async () => {
    const [table, empty] = [await made(), await made()];
    const late = await order(table.id, { placedAt: new Date(Date.now() - 60_000).toISOString() });
    const early = await order(table.id, { placedAt: new Date(Date.now() - 3_600_000).toISOString() });
    await done('POST', `/orders/${early.id}/hold`);
    const paid = { payments: [{ tender: 'cash', amount: { amount: 300, currency: 'USD' } }], complete: true };
    expect(await order(table.id, paid)).toMatchObject({ status: 'completed' });
    const voided = await order(table.id);
    await done('POST', `/orders/${voided.id}/void`, { reason: 'they left' });
    await order(null);
    await order('T7');
    const shown = ({ id, number, placedAt, cashierId, totals: { total, due } }: Answer['body'], status: string) => {
      return { id, number, status, total, due, placedAt, cashierId };
    };
    expect((await tableIn(table.id)).orders).toEqual([shown(early, 'held'), shown(late, 'open')]);
    expect((await tableIn(empty.id)).orders).toEqual([]);
    const { data } = await done('GET', `/tables?outletId=${here}&limit=200`);
    expect((data as Table[]).filter((one) => 'orders' in one)).toEqual([]);
  });

  test('keep it from being retired until they are done', async () => {
    const table = await made();
    const open = await order(table.id);
    expect(await refusalOf('PATCH', `/tables/${table.id}`, { active: false })).toEqual([409, 'table_occupied']);
    expect(await done('PATCH', `/tables/${table.id}`, { seats: 8, active: true })).toMatchObject({ seats: 8 });
    await done('POST', `/orders/${open.id}/hold`);
    expect(await refusalOf('PATCH', `/tables/${table.id}`, { active: false })).toEqual([409, 'table_occupied']);
    await done('POST', `/orders/${open.id}/recall`);
    await done('POST', `/orders/${open.id}/void`, { reason: 'they left' });
    expect(await done('PATCH', `/tables/${table.id}`, { active: false })).toMatchObject({ active: false });
  });

  test('are shown to who may read orders', async () => {
    const permissions = ['tables:read'] as const;
    const reader = await service.createKey(service.tenant, { permissions });
    expect((await service.call('GET', '/tables', { token: reader })).status).toBe(200);
    expect(await refusalOf('GET', '/tables?expand=orders', undefined, reader)).toEqual([403, 'permission_missing']);
  });
});

describe('who has no business with them', () => {
  let table: Table;
  beforeAll(async () => {
    table = await made();
  });
  const acts = (id: string, outletId: string): [string, string, object?][] => [
    ['GET', `/tables/${id}`],
    ['PATCH', `/tables/${id}`, { seats: 5 }],
    ['POST', '/tables', { outletId, name: 'Mine', seats: 2 }],
  ];

  test('a waiter sees tables and sets none up', async () => {
    const outcomes = [];
    for (const [method, path, body] of acts(table.id, here)) outcomes.push(await refusalOf(method, path, body, waiter));
    expect(outcomes).toEqual([
      [200, undefined],
      [403, 'permission_missing'],
      [403, 'permission_missing'],
    ]);
  });

  test('to the manager of another outlet they look absent', async () => {
    const outlets = [there as OutletId];
    const token = await service.createKey(service.tenant, { permissions: ROLE_PERMISSIONS.manager, outlets });
    const outcomes = [];
    for (const [method, path, body] of acts(table.id, here)) outcomes.push(await refusalOf(method, path, body, token));
    expect(outcomes).toEqual([
      [404, 'table_not_found'],
      [404, 'table_not_found'],
      [404, 'outlet_not_found'],
    ]);
    const list = (await service.call('GET', '/tables?limit=200', { token })).body.data as { outletId: string }[];
    expect(new Set(list.map(({ outletId }) => outletId))).toEqual(new Set([there]));
    expect((await service.call('GET', `/tables?outletId=${here}`, { token })).body.data).toEqual([]);
  });

  test('to another business they look absent, and its own may have the same name', async () => {
    const other: TestTenant = await service.createTenant();
    const { outlets } = await openShop(service.database.ownerUrl, { owner: other });
    const at = (method: string, path: string, body?: object) => service.call(method, path, { body, tenant: other });
    expect((await at('GET', '/tables')).body.data).toEqual([]);
    expect(await at('GET', `/tables/${table.id}`)).toMatchObject({ status: 404 });
    expect(await at('PATCH', `/tables/${table.id}`, { seats: 1 })).toMatchObject({ status: 404 });
    const body = { outletId: outlets[0].id, name: table.name, seats: 2 };
    expect(await at('POST', '/tables', body)).toMatchObject({ status: 201 });
    const stranger = await service.createKey(other, { permissions: PERMISSIONS });
    expect(await service.call('GET', '/tables', { token: stranger })).toMatchObject({ status: 404 });
    expect(await service.call('GET', '/tables', { token: null })).toMatchObject({ status: 401 });
  });
});
