import { OutletRegistryClient } from '../../../src/clients/auth-service/outlet-registry-client.js';
import { newSecret, sign } from '../../../src/platform/signatures/standard-webhooks.js';
import { Agreement, ASKING } from './agreement.js';

// What we expect of the auth service's registry of outlets: openapi/pacts/pos-service-auth-service.json is made here. Both sides
// sign, so everything that is signed is an example to the byte: the secret is this one, and the time stands still.

const agreement = new Agreement('auth-service');
afterAll(() => agreement.close());

const SECRET = newSecret(Buffer.alloc(32, 9));
const NOW = Date.UTC(2026, 10, 21, 10);
const SECONDS = NOW / 1000;
const QUESTION = {
  outletId: '0197a3c2-0000-7000-8000-000000000001',
  requestId: '0197a3c2-0000-7000-8000-000000000002',
  askedAt: '2026-11-21T10:00:00.000Z',
};
const ASKED = { requestId: QUESTION.requestId, tenant: 'acme', outletId: QUESTION.outletId };
const OUTLET = {
  ...{ id: QUESTION.outletId, name: 'Harbour', currency: 'KES', timeZone: 'Africa/Nairobi', locale: 'en-KE' },
  ...{ receiptPrefix: 'HRB', active: true },
  taxGroups: [
    {
      ...{ code: 'standard', name: 'Standard', mode: 'inclusive' as const },
      taxes: [{ code: 'vat', name: 'VAT', rate: '16', compound: false }],
    },
  ],
};
const HEADERS = { ...ASKING, 'idempotency-key': QUESTION.requestId, ...signed(QUESTION.requestId, QUESTION) };

function signed(id: string, body: object): Record<string, string> {
  const signature = sign([SECRET], id, SECONDS, JSON.stringify(body));
  return { 'webhook-id': id, 'webhook-timestamp': String(SECONDS), 'webhook-signature': signature };
}

test.each([
  { state: 'the business acme has the outlet', status: 200, outlet: OUTLET, said: 'outlet' },
  { state: 'the business acme has no such outlet', status: 404, outlet: null, said: 'unknown' },
])('$state: $status', ({ state, status, outlet, said }) => {
  const body = { ...ASKED, outlet };
  return agreement.pact
    .addInteraction()
    .given(state)
    .uponReceiving('a question about an outlet')
    .withRequest('POST', '/v1/acme/discovery/outlets', (request) => request.headers(HEADERS).jsonBody(QUESTION))
    .willRespondWith(status, (answer) =>
      answer.headers(signed('msg_1', body)).body('application/json', Buffer.from(JSON.stringify(body))),
    )
    .executeTest(async ({ url }) => {
      const client = new OutletRegistryClient(agreement.http(url), SECRET, () => NOW);
      const at = new Date(NOW);
      expect(await client.outlet('acme', QUESTION)).toEqual(outlet === null ? { said, at } : { said, outlet, at });
    });
});

test('the pact is the committed one', () => {
  const { made, committed } = agreement.compared();
  expect(made).toBe(committed);
});
