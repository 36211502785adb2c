import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import type { OutletId } from '../../../../kernel/ids.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const vat = { name: 'Standard', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '16.0' }] };
let letter = 0;
const opening = (changes: object = {}) => ({
  name: `Outlet ${letter}`,
  timeZone: 'Africa/Nairobi',
  receiptPrefix: `T${letter++}`,
  taxGroups: [{ code: 'standard', ...vat }],
  ...changes,
});

async function openOutlet(changes: object = {}) {
  const answer = await service.call('POST', '/outlets', { body: opening(changes) });
  expect(answer.status).toBe(201);
  return answer;
}

test('an outlet opens with defaults and shows what it was given', async () => {
  const opened = await openOutlet({ openingHours: { mon: [{ from: '18:00', to: '02:00' }] } });
  expect(opened.body).toMatchObject({
    currency: 'USD',
    locale: 'en',
    dayCut: '04:00',
    tenders: ['cash', 'card'],
    taxRounding: 'receipt',
    cashRounding: null,
    active: true,
    version: 1,
    taxGroups: [{ code: 'standard', taxes: [{ rate: '16', compound: false }], channelSwitch: null }],
  });
  expect(opened.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/outlets/${opened.body.id}`);
  expect(opened.headers.get('etag')).toBe('"1"');
  const shown = await service.call('GET', `/outlets/${opened.body.id}`);
  expect(shown.body).toEqual(opened.body);
  expect(shown.headers.get('etag')).toBe('"1"');
});

test('the same id and body again gives the first result, another body a conflict', async () => {
  const body = opening({ id: randomUUID() });
  const first = await service.call('POST', '/outlets', { body });
  const again = await service.call('POST', '/outlets', { body });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  const other = await service.call('POST', '/outlets', { body: { ...body, name: 'Other' } });
  expect([other.status, other.body.code]).toEqual([409, 'outlet_id_taken']);
});

test('a receipt prefix belongs to one outlet', async () => {
  const { body } = await openOutlet();
  const answer = await service.call('POST', '/outlets', { body: opening({ receiptPrefix: body.receiptPrefix }) });
  expect(answer.body).toMatchObject({
    status: 409,
    code: 'receipt_prefix_taken',
    errors: [{ pointer: '/receiptPrefix' }],
  });
});

test.each([
  ['an unknown member', { mood: 'good' }, 400, 'validation_failed', '/mood'],
  ['a day cut of 24:00', { dayCut: '24:00' }, 400, 'validation_failed', '/dayCut'],
  ['a time zone of another planet', { timeZone: 'Mars/Olympus' }, 422, 'outlet_invalid', '/timeZone'],
  ['a currency that is none', { currency: 'XXX' }, 422, 'outlet_invalid', '/currency'],
  [
    'a rate of 101',
    { taxGroups: [{ code: 's', ...vat, taxes: [{ code: 'V', name: 'V', rate: '101' }] }] },
    422,
    'outlet_invalid',
    '/taxGroups/0/taxes/0/rate',
  ],
])('%s is refused with its place', async (_, changes, status, code, pointer) => {
  const answer = await service.call('POST', '/outlets', { body: opening(changes) });
  expect(answer.body).toMatchObject({ status, code, errors: [{ pointer }] });
});

test('a change is seen by the next reader, a stale one is refused', async () => {
  const { body } = await openOutlet();
  const place = `/outlets/${body.id}`;
  await service.call('GET', place); // now it is in the cache
  const changed = await service.call('PATCH', place, {
    body: { name: 'New', dayCut: '05:30' },
    headers: { 'If-Match': '"1"' },
  });
  expect(changed.body).toMatchObject({ name: 'New', dayCut: '05:30', version: 2 });
  expect((await service.call('GET', place)).body).toEqual(changed.body);
  const stale = await service.call('PATCH', place, { body: { name: 'Old' }, headers: { 'If-Match': '"1"' } });
  expect(stale.body).toMatchObject({ status: 412, code: 'version_mismatch', currentVersion: 2 });
  const bad = await service.call('PATCH', place, { body: { name: 'Old' }, headers: { 'If-Match': 'x' } });
  expect(bad.status).toBe(400);
});

test('tax groups come, change and go with the version of their outlet', async () => {
  const { body } = await openOutlet();
  const place = `/outlets/${body.id}/tax-groups/take%20away`;
  const group = {
    ...vat,
    channelSwitch: { channels: ['takeaway'], taxes: [{ code: 'VAT', name: 'VAT', rate: '7' }], policy: 'keep_gross' },
  };
  const put = await service.call('PUT', place, { body: group, headers: { 'If-Match': '"1"' } });
  expect(put.status).toBe(200);
  expect(put.headers.get('etag')).toBe('"2"');
  expect((await service.call('GET', place)).body).toEqual(put.body);
  expect(put.body).toMatchObject({
    code: 'take away',
    channelSwitch: { policy: 'keep_gross', taxes: [{ rate: '7' }] },
  });
  const removed = await service.call('DELETE', place);
  expect(removed.body.taxGroups).toHaveLength(1);
  expect((await service.call('GET', place)).body.code).toBe('tax_group_not_found');
  expect((await service.call('DELETE', place)).status).toBe(404);
});

test('the list pages by name and filters', async () => {
  const tenant = await service.createTenant();
  for (const name of ['C', 'A', 'B', 'A'])
    expect((await service.call('POST', '/outlets', { tenant, body: opening({ name }) })).status).toBe(201);
  const first = await service.call('GET', '/outlets?limit=3', { tenant });
  const second = await service.call('GET', `/outlets?limit=3&cursor=${first.body.nextCursor}`, { tenant });
  expect([...first.body.data, ...second.body.data].map(({ name }) => name)).toEqual(['A', 'A', 'B', 'C']);
  expect(second.body.nextCursor).toBeNull();
  await service.call('PATCH', `/outlets/${first.body.data[0].id}`, { tenant, body: { active: false } });
  expect((await service.call('GET', '/outlets?active=true', { tenant })).body.data).toHaveLength(3);
  expect((await service.call('GET', '/outlets?colour=red', { tenant })).status).toBe(400);
});

test('what another tenant has does not exist', async () => {
  const { body } = await openOutlet();
  const tenant = await service.createTenant();
  for (const [method, sent] of [
    ['GET', undefined],
    ['PATCH', { name: 'Mine' }],
  ] as const) {
    const answer = await service.call(method, `/outlets/${body.id}`, { tenant, body: sent });
    expect([answer.status, answer.body.code]).toEqual([404, 'outlet_not_found']);
  }
});

test('a caller for one outlet sees and changes that one only', async () => {
  const [mine, other] = [await openOutlet(), await openOutlet()];
  const token = await service.createKey(service.tenant, { outlets: [mine.body.id as OutletId] });
  const call = (method: string, path: string, body?: object) => service.call(method, path, { token, body });
  expect((await call('GET', '/outlets')).body.data.map(({ id }: { id: string }) => id)).toEqual([mine.body.id]);
  expect((await call('GET', `/outlets/${other.body.id}`)).status).toBe(404);
  expect((await call('PATCH', `/outlets/${other.body.id}`, { name: 'x' })).status).toBe(404);
  expect((await call('PUT', `/outlets/${other.body.id}/tax-groups/x`, vat)).status).toBe(404);
  expect((await call('PATCH', `/outlets/${mine.body.id}`, { name: 'x' })).status).toBe(200);
  expect((await call('POST', '/outlets', opening())).body.code).toBe('outlets_restricted');
});

test('the tenant shows and changes its settings', async () => {
  const tenant = await service.createTenant();
  const shown = await service.call('GET', '/tenant', { tenant });
  expect(shown.body).toMatchObject({ slug: tenant.slug, currency: 'USD', minorDigits: {}, version: 1 });
  const changed = await service.call('PATCH', '/tenant', {
    tenant,
    body: { name: 'Acme' },
    headers: { 'If-Match': '"1"' },
  });
  expect(changed.body).toMatchObject({ name: 'Acme', version: 2 });
  expect((await service.call('GET', '/tenant', { tenant })).body).toEqual(changed.body);
  expect((await service.call('PATCH', '/tenant', { tenant, body: { currency: 'XXX' } })).body.code).toBe(
    'tenant_invalid',
  );
});
