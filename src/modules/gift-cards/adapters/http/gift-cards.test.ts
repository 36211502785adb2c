import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { encodeCursor } from '../../../../platform/http/cursor.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const NOWHERE = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const reason = 'because of the test';

let service: TestService;
let owner: Client;
beforeAll(async () => {
  service = await startService({ LOG_LEVEL: 'debug', SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') });
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await service.close();
});

const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('POST', `/gift-cards${path}`, { body, headers });
const get = (path: string): Promise<Answer> => service.call('GET', `/gift-cards${path}`);
const issue = async (more: object = {}): Promise<Answer['body']> => {
  const answer = await post('', { kind: 'gift_card', currency: 'USD', ...more });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.cards[0];
};
const active = (amount = 1000, more: object = {}) =>
  issue({ amount: USD(amount), activateBecause: 'a gift of the house', ...more });

test('a card is issued, found by its code, activated, reloaded, adjusted, and its ledger tells all of it', async () => {
  const { code, ...card } = await issue({ amount: USD(2500), customerId: 'c-1' });
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
  expect(card).toEqual({
    ...{ id: expect.any(String), kind: 'gift_card', last4: code.slice(-4), status: 'inactive', balance: USD(0) },
    ...{ initial: USD(2500), singleUse: false, expiresAt: null, issuedAt: expect.any(String), activatedAt: null },
    ...{ outletId: null, orderId: null, customerId: 'c-1', version: 1 },
  });
  const typed = code
    .toLowerCase()
    .replaceAll(/(.{4})/g, '$1-')
    .slice(0, -1);
  const found = await service.call('POST', '/gift-cards/lookup', { body: { code: typed }, withoutKey: true });
  expect(found).toMatchObject({ status: 200, body: card });
  const value = (amount: number) => ({ amount: USD(amount), reason });
  expect((await post(`/${card.id}/activate`, value(2500))).body).toMatchObject({
    status: 'active',
    balance: USD(2500),
  });
  expect((await post(`/${card.id}/reload`, value(500))).body).toMatchObject({ balance: USD(3000), version: 3 });
  const adjusted = await post(`/${card.id}/adjust`, value(-1));
  expect(adjusted.headers.get('etag')).toBe('"4"');
  expect(await get(`/${card.id}`)).toMatchObject({ status: 200, body: adjusted.body });
  const first = await get(`/${card.id}/transactions?limit=3`);
  expect(first.body.data).toMatchObject([
    {
      number: 4,
      kind: 'adjust',
      amount: USD(-1),
      balance: USD(2999),
      reason,
      actor: expect.stringContaining('api-key'),
    },
    { number: 3, kind: 'reload', amount: USD(500), balance: USD(3000) },
    { number: 2, kind: 'activate', amount: USD(2500), balance: USD(2500) },
  ]);
  const rest = await get(`/${card.id}/transactions?cursor=${first.body.nextCursor}`);
  const forged = encodeCursor([1.5]);
  expect(await get(`/${card.id}/transactions?cursor=${forged}`)).toMatchObject({ body: { code: 'cursor_invalid' } });
  expect(rest.body).toMatchObject({ data: [{ number: 1, kind: 'issue', amount: USD(0) }], nextCursor: null });
});

test('blocked, unblocked, extended, expired: each with its reason, its event and what was before', async () => {
  const { id } = await active(1000, { expiresAt: '2030-01-01T00:00:00Z' });
  expect((await post(`/${id}/block`, { reason })).body).toMatchObject({ status: 'blocked', balance: USD(1000) });
  expect((await post(`/${id}/unblock`, { reason })).body).toMatchObject({ status: 'active' });
  const until = '2031-01-01T00:00:00.000Z';
  expect((await post(`/${id}/extend`, { expiresAt: until, reason })).body).toMatchObject({ expiresAt: until });
  expect((await post(`/${id}/expire`, { reason })).body).toMatchObject({ status: 'expired', balance: USD(0) });
  const { rows } = await owner.query(
    'select type, sequence, data from events where aggregate_id = $1 order by sequence',
    [id],
  );
  expect(rows).toMatchObject([
    { type: 'pos.gift_card.issued', sequence: 1 },
    { type: 'pos.gift_card.activated', sequence: 2, data: { movements: [{ before: USD(0), amount: USD(1000) }] } },
    { type: 'pos.gift_card.blocked', sequence: 3, data: { reason, giftCard: { status: 'blocked' } } },
    { type: 'pos.gift_card.unblocked', sequence: 4, data: { reason } },
    { type: 'pos.gift_card.extended', sequence: 5, data: { expiredBefore: '2030-01-01T00:00:00.000Z' } },
    {
      type: 'pos.gift_card.expired',
      sequence: 6,
      data: { movements: [{ before: USD(1000), amount: USD(-1000), reason }] },
    },
  ]);
});

test('a lost card is blocked and emptied onto its replacement', async () => {
  const [lost, fresh] = [await active(), await issue()];
  await post(`/${lost.id}/block`, { reason: 'lost' });
  const { body } = await post(`/${lost.id}/transfer`, { toCardId: fresh.id, reason: 'replaced' });
  expect(body).toMatchObject({
    from: { id: lost.id, status: 'closed', balance: USD(0) },
    to: { id: fresh.id, status: 'active', balance: USD(1000) },
  });
  expect(await post(`/${lost.id}/transfer`, { toCardId: NOWHERE, reason })).toMatchObject({ status: 404 });
});

test('a batch of printed cards: all or none, and none twice', async () => {
  const codes = ['SHOP-0001-0001', 'SHOP-0001-0002', '6006491200000000008'];
  const wish = { kind: 'gift_card', currency: 'USD', codes };
  const { body } = await post('', wish);
  expect(body.cards.map(({ code }: { code: string }) => code)).toEqual(codes.map((code) => code.replaceAll('-', '')));
  const second = await post('', { ...wish, codes: ['SHOP-0001-0003', 'shop00010002'] });
  expect(second).toMatchObject({
    status: 409,
    body: { code: 'gift_card_code_taken', errors: [{ pointer: '/codes/1' }] },
  });
  expect(await post('/lookup', { code: 'SHOP-0001-0003' })).toMatchObject({ body: { code: 'gift_card_unknown' } });
  const many = await post('', { kind: 'voucher', currency: 'USD', amount: USD(500), count: 500, activateBecause: 'x' });
  expect(many.body.cards).toHaveLength(500);
  expect(new Set(many.body.cards.map(({ code }: { code: string }) => code)).size).toBe(500);
});

test('the same request again shows the card, and the code no more', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = { kind: 'voucher', currency: 'USD' };
  const first = await post('', body, headers);
  const again = await post('', body, headers);
  expect(first.body.cards[0].code).toEqual(expect.any(String));
  expect(again).toMatchObject({ status: 201, body: { cards: [{ ...first.body.cards[0], code: null }] } });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('lists are paged and filtered', async () => {
  const customerId = randomUUID();
  for (let n = 0; n < 3; n += 1) await active(100 + n, { customerId, kind: n === 0 ? 'voucher' : 'gift_card' });
  const { id, last4 } = await issue({ customerId, expiresAt: '2030-01-01T00:00:00Z' });
  const idsOf = ({ body }: Answer): string[] => body.data.map((card: { id: string }) => card.id);
  const all = idsOf(await get(`?customerId=${customerId}`));
  expect(all).toHaveLength(4);
  expect(all[0]).toBe(id);
  const first = await get(`?customerId=${customerId}&limit=3`);
  const second = await get(`?customerId=${customerId}&limit=3&cursor=${first.body.nextCursor}`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(all);
  expect(idsOf(await get(`?customerId=${customerId}&status=inactive`))).toEqual([id]);
  expect(idsOf(await get(`?customerId=${customerId}&kind=voucher`))).toHaveLength(1);
  expect(idsOf(await get(`?customerId=${customerId}&last4=${last4}`))).toEqual([id]);
  expect(idsOf(await get(`?customerId=${customerId}&expiringBefore=2030-01-01T00:00:01Z`))).toEqual([id]);
  expect(idsOf(await get(`?customerId=${customerId}&expiringBefore=2030-01-01T00:00:00Z`))).toEqual([]);
});

test.each<[string, string, object, number, string, string | undefined]>([
  ['no such card', `/${NOWHERE}/block`, { reason }, 404, 'gift_card_not_found', undefined],
  [
    'a payment card in a reason',
    `/${NOWHERE}/block`,
    { reason: 'visa 4111 1111 1111 1111' },
    422,
    'card_data_not_allowed',
    '/reason',
  ],
  ['no reason', `/${NOWHERE}/block`, {}, 400, 'validation_failed', '/reason'],
  ['a payment card', '', { codes: ['4111 1111 1111 1111'] }, 422, 'card_data_not_allowed', '/codes/0'],
  ['a short code', '', { codes: ['SHORT01', 'SHOP0001'] }, 422, 'gift_card_code_invalid', '/codes/0'],
  ['a code twice', '', { codes: ['TWICE0001', 'twice-0001'] }, 409, 'gift_card_code_taken', '/codes/1'],
  ['codes and a count', '', { codes: ['SHOP0001'], count: 1 }, 400, 'validation_failed', '/count'],
  ['too many', '', { count: 501 }, 400, 'validation_failed', '/count'],
  ['no currency there is', '', { currency: 'XXX' }, 422, 'unknown_currency', '/currency'],
  [
    'two currencies',
    '',
    { amount: { amount: 1, currency: 'KES' } },
    422,
    'gift_card_issue_invalid',
    '/amount/currency',
  ],
  ['active with nothing', '', { activateBecause: 'x' }, 422, 'gift_card_issue_invalid', '/amount'],
  ['an amount of nothing', '', { amount: USD(0) }, 400, 'validation_failed', '/amount/amount'],
  ['a date in the past', '', { expiresAt: '2020-01-01T00:00:00Z' }, 422, 'gift_card_issue_invalid', '/expiresAt'],
  ['an outlet of nobody', '', { outletId: NOWHERE }, 404, 'outlet_not_found', undefined],
  ['an unknown code', '/lookup', { code: 'NOBODY-0001' }, 422, 'gift_card_unknown', undefined],
])('%s is refused', async (_, path, more, status, code, pointer) => {
  const body = path === '' ? { kind: 'gift_card', currency: 'USD', ...more } : more;
  const answer = await post(path, body);
  expect(answer).toMatchObject({ status, body: { code } });
  if (pointer !== undefined) expect(answer.body.errors).toMatchObject([{ pointer }]);
});

test('after 20 codes that lead nowhere the caller hears 429, and a right code is not told of either', async () => {
  const token = await service.createKey(service.tenant, { permissions: ['gift_cards:read'] });
  const lookUp = (code: string) => service.call('POST', '/gift-cards/lookup', { body: { code }, token });
  const { code } = await active();
  expect(await lookUp(code)).toMatchObject({ status: 200 });
  for (let n = 0; n < 20; n += 1) expect(await lookUp(`GUESS${1000 + n}`)).toMatchObject({ status: 422 });
  const refused = await lookUp(code);
  expect(refused).toMatchObject({ status: 429, body: { code: 'gift_card_too_many_attempts', retryable: true } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await post('/lookup', { code })).toMatchObject({ status: 200 });
});

test('the cards of another business are absent', async () => {
  const other = await service.createTenant();
  const { id, code } = await active();
  const asOther = (method: string, path: string, body?: object) => service.call(method, path, { tenant: other, body });
  expect(await asOther('GET', `/gift-cards/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'gift_card_not_found' },
  });
  expect((await asOther('GET', '/gift-cards')).body.data).toEqual([]);
  const lookup = await asOther('POST', '/gift-cards/lookup', { code });
  expect(lookup).toMatchObject({ status: 422, body: { code: 'gift_card_unknown' } });
});

test('the liability report adds up, as JSON and as CSV', async () => {
  const tenant = await service.createTenant();
  const call = (method: string, path: string, body?: object, headers = {}) =>
    service.call(method, path, { tenant, body, headers });
  const wish = { kind: 'gift_card', currency: 'USD', amount: USD(1000), activateBecause: 'x', count: 2 };
  const { body } = await call('POST', '/gift-cards', wish);
  await call('POST', `/gift-cards/${body.cards[0].id}/expire`, { reason });
  const report = await call('GET', '/reports/gift-card-liability');
  expect(report).toMatchObject({
    status: 200,
    body: {
      from: null,
      data: [{ openCards: 1, balance: USD(1000), issuedCards: 2, activated: USD(2000), breakage: USD(-1000) }],
    },
  });
  const csv = await call('GET', '/reports/gift-card-liability?format=csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(csv.text.split('\r\n')).toEqual([
    'currency,kind,openCards,issuedCards,balance,opening,activated,reloaded,redeemed,refunded,reversed,transferred,adjusted,' +
      'expired,forfeited,breakage',
    'USD,gift_card,1,2,10.00,0.00,20.00,0.00,0.00,0.00,0.00,0.00,0.00,-10.00,0.00,-10.00',
    '',
  ]);
  expect((await call('GET', '/reports/gift-card-liability?at=2020-01-01T00:00:00Z')).body.data).toEqual([]);
  const backwards = '/reports/gift-card-liability?at=2020-01-01T00:00:00Z&from=2021-01-01T00:00:00Z';
  expect(await call('GET', backwards)).toMatchObject({ status: 422, body: { code: 'report_period_empty' } });
  const foreign = await call('GET', `/reports/gift-card-liability?outletId=${NOWHERE}`);
  expect(foreign).toMatchObject({ status: 404, body: { code: 'report_outlet_not_found' } });
});

// GUARANTEES I9: a code is money. It is in the one answer that issued it, and nowhere else.
test('no table, log line, event or later answer has the code', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const wish = { kind: 'gift_card', currency: 'USD', amount: USD(1000), activateBecause: 'x' };
  const made = await post('', wish, headers);
  const given = await post('', { ...wish, codes: ['CANARY-7777-GIVEN'] });
  const codes: string[] = [made.body.cards[0].code, given.body.cards[0].code];
  const answers: Answer[] = [await post('', wish, headers)];
  for (const { id } of [made.body.cards[0], given.body.cards[0]]) {
    answers.push(await post('/lookup', { code: codes[0] }), await get(`/${id}`), await get(`/${id}/transactions`));
    for (const verb of ['block', 'unblock', 'expire']) answers.push(await post(`/${id}/${verb}`, { reason }));
  }
  answers.push(await post('', { ...wish, codes }), await get(''));
  answers.push(await post('/lookup', { code: [codes[1]] }), await post('', { ...wish, codes: [codes[1], 7] }));

  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  );
  const tables: string[] = [];
  for (const { name } of rows) {
    const dump = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    tables.push(...dump.rows.map(({ row }) => `${name}: ${row}`));
  }
  expect(tables.some((row) => row.startsWith('gift_cards:'))).toBe(true);
  expect(service.log.length).toBeGreaterThan(answers.length);
  const everything = [...tables, ...service.log, ...answers.map(({ text }) => text)];
  for (const code of codes) {
    const spelled = new RegExp(Array.from(code).join('[-\\s]?'), 'i');
    expect(everything.filter((text) => spelled.test(text))).toEqual([]);
    expect(everything.filter((text) => text.includes(Buffer.from(code).toString('hex')))).toEqual([]);
  }
});
