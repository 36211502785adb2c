import { randomUUID } from 'node:crypto';
import { SIBLING_DEFAULTS, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { ANSWER_MAX, OutletRegistryClient } from './outlet-registry-client.js';
import { DOUBLE_SECRET, OutletRegistryDouble, type RegistryTrouble } from './outlet-registry-double.examples.js';

let registry: OutletRegistryDouble;
let http: SiblingClient;
let client: OutletRegistryClient;
beforeAll(async () => {
  registry = await OutletRegistryDouble.start();
});
beforeEach(() => {
  const place = { name: 'registry', baseUrl: registry.url, token: 'secret-token', timeoutMs: 20_000 };
  const settings = { ...SIBLING_DEFAULTS, ...place, triesMax: 2, backoffMs: 1, answerMax: ANSWER_MAX };
  http = new SiblingClient(settings, { tried: () => undefined, breaker: () => undefined });
  client = new OutletRegistryClient(http, DOUBLE_SECRET, Date.now);
});
afterEach(() => http.close());
afterAll(() => registry.goAway());

const taxes = [{ code: 'vat', name: 'VAT', rate: '16', compound: false }];
const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }] as const;
const FULL = {
  taxGroups,
  currency: 'KES',
  timeZone: 'Africa/Nairobi',
  locale: 'en-KE',
  receiptPrefix: 'HRB',
  active: true,
};

function question(): { outletId: string; requestId: string; askedAt: string } {
  return { outletId: randomUUID(), requestId: randomUUID(), askedAt: new Date().toISOString() };
}

test('a question is signed, and its answer is the outlet without what we do not know', async () => {
  const asked = question();
  registry.register('acme', { id: asked.outletId, name: 'Harbour', ...FULL, colour: 'blue' });
  const answer = await client.outlet('acme', asked);
  expect(answer).toEqual({
    said: 'outlet',
    outlet: { id: asked.outletId, name: 'Harbour', ...FULL },
    at: expect.any(Date),
  });
  expect(registry.of(asked.outletId)).toEqual([
    { ...asked, tenant: 'acme', authorization: 'Bearer secret-token', key: asked.requestId, signed: true },
  ]);
});

test('what is left out stays out; an outlet of another business is unknown', async () => {
  const asked = question();
  registry.register('acme', { id: asked.outletId, name: 'Bare' });
  expect(await client.outlet('acme', asked)).toMatchObject({ outlet: { id: asked.outletId, name: 'Bare' } });
  expect(await client.outlet('other', asked)).toEqual({ said: 'unknown', at: expect.any(Date) });
});

test.each<[RegistryTrouble, string]>([
  ['unsigned', 'header_missing'],
  ['bad_signature', 'signature_wrong'],
  ['changed_after_signing', 'signature_wrong'],
  ['other_outlet', 'other_outlet'],
  ['other_outlet_inside', 'other_outlet'],
  ['other_tenant', 'other_tenant'],
  ['replayed', 'other_request'],
  ['old', 'timestamp_too_old'],
  ['too_large', 'too_large'],
  ['not_json', 'not_json'],
  ['malformed', 'malformed'],
  ['no_right', 'status_401'],
])('an answer that is %s is not believed', async (trouble, why) => {
  const asked = question();
  registry.register('acme', { id: asked.outletId, name: 'Harbour' });
  await client.outlet('acme', { ...asked, requestId: randomUUID() });
  registry.troubles.push(trouble);
  expect(await client.outlet('acme', asked)).toEqual({ said: 'nothing_believable', why });
});

test.each([
  ['groups that are none', 'standard'],
  ['a group without a mode', [{ ...taxGroups[0], mode: 'none' }]],
  ['a tax that is none', [{ ...taxGroups[0], taxes: [7] }]],
  ['a rate that is a number', [{ ...taxGroups[0], taxes: [{ ...taxes[0], rate: 16 }] }]],
])('%s is not believed', async (_, told) => {
  const asked = question();
  registry.register('acme', { id: asked.outletId, name: 'Harbour', taxGroups: told as never });
  expect(await client.outlet('acme', asked)).toEqual({ said: 'nothing_believable', why: 'malformed' });
});

test('an unsigned no is not believed either: it may be anybody at a wrong address', async () => {
  registry.troubles.push('unsigned');
  expect(await client.outlet('acme', question())).toEqual({ said: 'nothing_believable', why: 'header_missing' });
});

test('a failure is tried again with the same question; after two there is no answer', async () => {
  const asked = question();
  registry.register('acme', { id: asked.outletId, name: 'Harbour' });
  registry.troubles.push('error');
  expect(await client.outlet('acme', asked)).toMatchObject({ said: 'outlet' });
  registry.troubles.push('cut', 'error');
  await expect(client.outlet('acme', asked)).rejects.toBeInstanceOf(SiblingFailed);
  expect(new Set(registry.of(asked.outletId).map(({ requestId }) => requestId)).size).toBe(1);
});
