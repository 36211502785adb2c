import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { asOwner, newOutlet, notableEvent, tell } from './notices.examples.js';

let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

async function raised(changes: Parameters<typeof notableEvent>[1] = {}): Promise<Answer['body']> {
  const event = notableEvent(service, changes);
  await tell(service, event);
  const { body } = await service.call('GET', '/notices?limit=200');
  const notice = body.data.find(({ eventId }: { eventId: string }) => eventId === event.id);
  return { event, notice };
}

test('an event that calls for a person makes one notice, however often it is told', async () => {
  const { event, notice } = await raised();
  await Promise.all([tell(service, event), tell(service, event)]);
  const { body } = await service.call('GET', '/notices?kind=payment_unallocated');
  expect(body.data.filter(({ eventId }: { eventId: string }) => eventId === event.id)).toEqual([notice]);
  const facts = { amount: event.data.amount, provider: 'treasury', reason: 'order_settled' };
  expect(notice).toMatchObject({
    ...{
      kind: 'payment_unallocated',
      severity: 'warning',
      status: 'open',
      outletId: null,
      sendStatus: 'none',
      version: 1,
    },
    ...{ subject: `payments/${event.aggregateId}`, params: facts, occurredAt: event.occurredAt.toISOString() },
  });
  const told = await asOwner(service, `select type from events where aggregate_id = '${notice.id}' order by sequence`);
  expect(told).toEqual([{ type: 'pos.notice.raised' }]);
});

test.each([
  ['pos.cash_exception', 'cash_exception'],
  ['pos.cashdrawer.count_forced', 'count_forced'],
  ['pos.payment.unallocated', 'payment_unallocated'],
  ['pos.payment.unknown', 'payment_unknown'],
  ['pos.payment.refund_failed', 'refund_failed'],
  ['pos.payment.charged_back', 'payment_charged_back'],
  ['pos.settlement.differences_found', 'settlement_differences'],
  ['pos.report.closure_due', 'closure_due'],
  ['pos.session.account_locked', 'account_locked'],
  ['pos.outlet.discovery_failed', 'outlet_discovery_failed'],
])('%s is one of them', async (type, kind) => {
  expect((await raised({ type, data: {} })).notice).toMatchObject({ kind, params: { amount: null } });
});

test('others are not', async () => {
  expect((await raised({ type: 'pos.payment.captured' })).notice).toBeUndefined();
});

test('a notice is acknowledged by somebody, with a note, and reopened', async () => {
  const { id } = (await raised()).notice;
  const key = { 'Idempotency-Key': randomUUID() };
  const said = { body: { note: 'called the bank' }, headers: key };
  const first = await service.call('POST', `/notices/${id}/acknowledge`, said);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({
    ...{ status: 'acknowledged', note: 'called the bank', version: 2 },
    acknowledgedBy: expect.stringMatching(/^api-key:/),
  });
  expect(first.headers.get('etag')).toBe('"2"');
  const again = await service.call('POST', `/notices/${id}/acknowledge`, said);
  expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
  const twice = await service.call('POST', `/notices/${id}/acknowledge`, { body: {} });
  expect([twice.status, twice.body.code]).toEqual([409, 'notice_already_acknowledged']);
  const opened = await service.call('POST', `/notices/${id}/reopen`);
  expect(opened.body).toMatchObject({ status: 'open', note: null, acknowledgedBy: null, acknowledgedAt: null });
  const open = await service.call('POST', `/notices/${id}/reopen`);
  expect([open.status, open.body.code]).toEqual([409, 'notice_not_acknowledged']);
  expect((await service.call('GET', `/notices/${id}`)).body).toEqual(opened.body);
  expect(
    await asOwner(service, `select type, sequence from events where aggregate_id = '${id}' order by sequence`),
  ).toEqual([
    { type: 'pos.notice.raised', sequence: 1 },
    { type: 'pos.notice.acknowledged', sequence: 2 },
    { type: 'pos.notice.reopened', sequence: 3 },
  ]);
});

test('a note is no place for the number of a card', async () => {
  const { id } = (await raised()).notice;
  const answer = await service.call('POST', `/notices/${id}/acknowledge`, {
    body: { note: 'card 4111 1111 1111 1111' },
  });
  expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
    422,
    'card_data_not_allowed',
    '/note',
  ]);
});

test('the list is filtered, and paged without gap or repeat', async () => {
  const outletId = newOutlet();
  for (let one = 0; one < 5; one += 1) await raised({ outletId, type: 'pos.payment.unknown' });
  await raised({ outletId, type: 'pos.payment.charged_back' });
  const all = (await service.call('GET', `/notices?outletId=${outletId}`)).body.data;
  expect(all).toHaveLength(6);
  expect(all.map(({ raisedAt }: { raisedAt: string }) => raisedAt)).toEqual(
    all
      .map(({ raisedAt }: { raisedAt: string }) => raisedAt)
      .sort()
      .reverse(),
  );
  await service.call('POST', `/notices/${all[0].id}/acknowledge`, { body: {} });
  const count = async (query: string): Promise<number> =>
    (await service.call('GET', `/notices?outletId=${outletId}&${query}`)).body.data.length;
  expect(await count('status=open')).toBe(5);
  expect(await count('status=acknowledged')).toBe(1);
  expect(await count('kind=payment_unknown')).toBe(5);
  expect(await count('severity=critical')).toBe(1);
  expect(await count('from=2999-01-01T00:00:00Z')).toBe(0);
  expect(await count('to=2999-01-01T00:00:00Z')).toBe(6);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await service.call('GET', `/notices?outletId=${outletId}&limit=2${cursor}`);
    seen.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
  expect((await service.call('GET', '/notices?cursor=x')).body.code).toBe('cursor_invalid');
});

test('a caller who is bound to outlets sees theirs only', async () => {
  const outletId = newOutlet();
  const [own, other, whole] = [
    (await raised({ outletId })).notice,
    (await raised({ outletId: newOutlet() })).notice,
    (await raised()).notice,
  ];
  const token = await service.createKey(service.tenant, { outlets: [outletId] });
  const { body } = await service.call('GET', '/notices', { token });
  expect(body.data).toEqual([own]);
  for (const { id } of [other, whole]) {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/acknowledge'],
      ['POST', '/reopen'],
    ] as const) {
      const answer = await service.call(method, `/notices/${id}${path}`, {
        token,
        ...(path === '/acknowledge' && { body: {} }),
      });
      expect([answer.status, answer.body.code]).toEqual([404, 'notice_not_found']);
    }
  }
  expect((await service.call('GET', `/notices?outletId=${other.outletId}`, { token })).body.data).toEqual([]);
});
