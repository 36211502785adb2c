import { deviceMade, wordsOf, type DeviceQueue } from '../../harness/device-queue.js';
import { DeviceKey } from '../../harness/test-device.js';
import { refusalOf } from '../devices/device-shop.js';
import { openSyncShop, USD, type SyncShop } from './sync-shop.js';

let shop: SyncShop;
beforeAll(async () => {
  shop = await openSyncShop();
});
afterAll(() => shop.service.close());

const HOUR_MS = 3_600_000;
const opened = async (queue: DeviceQueue, sessionId = deviceMade()) => {
  const entry = queue.did('drawer.open', { drawerId: await shop.newDrawer(), sessionId, float: USD(10_000) });
  return { sessionId, entry };
};
const paidIn = (queue: DeviceQueue, sessionId: string, amount = 500, more = {}) =>
  queue.did('drawer.paid_in', { sessionId, amount: USD(amount), reason: 'change' }, more);
const expectedIn = async (sessionId: string): Promise<number> =>
  (await shop.called('GET', `/drawer-sessions/${sessionId}`)).expected.amount;
const changed = (entry: object, change: object): never => ({ ...entry, ...change }) as never;

test('entries take effect in the order of their numbers, and only once however often they are sent', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const entries = [entry, paidIn(queue, sessionId), paidIn(queue, sessionId, 700)];
  const first = await queue.send([...entries].reverse());
  expect(wordsOf(first)).toEqual(['applied', 'applied', 'applied']);
  expect(first.body).toMatchObject({ through: 3, missing: [], next: { sequence: 4, hash: queue.head }, pauseMs: 0 });
  expect(await expectedIn(sessionId)).toBe(11_200);
  const again = await queue.send(entries);
  expect(again.body.results).toMatchObject([
    { status: 'duplicate', first: 'applied' },
    { status: 'duplicate', first: 'applied' },
    { status: 'duplicate', first: 'applied' },
  ]);
  const twice = paidIn(queue, sessionId);
  expect(wordsOf(await queue.send([twice, twice]))).toEqual(['applied', 'duplicate']);
  expect(await expectedIn(sessionId)).toBe(11_700);
});

test('two batches at once, of two tabs or of device and hub, take each entry once', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const entries = [entry, ...Array.from({ length: 12 }, () => paidIn(queue, sessionId, 100))];
  const answers = await Promise.all([queue.send(entries), queue.send(entries.slice(3)), queue.relay(entries)]);
  const first = answers.flatMap((answer) => answer.body.results as { status: string }[]);
  expect(first.filter(({ status }) => status === 'applied').length).toBeLessThanOrEqual(13);
  expect(wordsOf(await queue.send(entries))).toEqual(entries.map(() => 'duplicate'));
  expect(await expectedIn(sessionId)).toBe(11_200);
});

test('what is changed after it was sealed is in quarantine, and takes no place of the true one', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const true1 = paidIn(queue, sessionId);
  const body = { ...true1.body, amount: USD(5) };
  const wrong = [
    changed(true1, { body }),
    changed(true1, { signature: queue.seal(true1, new DeviceKey()).signature }),
    changed(true1, { hash: entry.hash }),
  ];
  const answer = await queue.send([entry, ...wrong]);
  expect(wordsOf(answer)).toEqual([
    'applied',
    'quarantined hash_wrong',
    'quarantined signature_wrong',
    'quarantined hash_wrong',
  ]);
  expect(wordsOf(await queue.send(wrong))).toEqual([
    'duplicate hash_wrong',
    'duplicate signature_wrong',
    'duplicate hash_wrong',
  ]);
  expect(wordsOf(await queue.send([true1]))).toEqual(['applied']);
  expect(await expectedIn(sessionId)).toBe(10_500);
  const { data } = await shop.called('GET', `/sync/entries?deviceId=${queue.device.id}&status=quarantined`);
  expect(data).toHaveLength(3);
  const superseded = await shop.service.call('POST', `/sync/entries/${data[0].id}/release`, {
    body: { reason: 'true' },
  });
  expect(refusalOf(superseded)).toEqual([409, 'sync_entry_superseded']);
});

test('another key than the linked one is not believed, and no key says nothing', async () => {
  const queue = await shop.till();
  const { entry } = await opened(queue);
  const thief = new DeviceKey();
  const forged = queue.seal(entry, thief);
  expect(wordsOf(await queue.send([forged], { key: thief.publicJwk }))).toEqual(['quarantined key_wrong']);
  expect(refusalOf(await queue.send([entry], { key: null }))).toEqual([422, 'sync_key_missing']);
  expect(wordsOf(await queue.send([entry]))).toEqual(['applied']);
});

test('a second entry of one number is in quarantine, and so is what does not follow on', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const [second, third] = [paidIn(queue, sessionId), paidIn(queue, sessionId)];
  expect(wordsOf(await queue.send([entry, second, third]))).toEqual(['applied', 'applied', 'applied']);
  const fork = queue.seal({ ...second, id: deviceMade() });
  const answer = await queue.send([fork]);
  expect(wordsOf(answer)).toEqual(['quarantined sequence_forked']);
  expect(await shop.called('GET', `/sync/entries/${fork.id}`)).toMatchObject({
    ...{ facts: { rivalId: second.id }, inChain: false },
    handlings: [{ act: 'received', after: 'quarantined' }],
  });
  const loose = paidIn(queue, sessionId, 100, { previousHash: entry.hash });
  expect(wordsOf(await queue.send([loose, paidIn(queue, sessionId, 200)]))).toEqual([
    'quarantined chain_broken',
    'held waits_for_entry',
  ]);
  const reused = queue.seal({ ...second, sequence: 9, previousHash: queue.head });
  expect(wordsOf(await queue.send([reused]))).toEqual(['quarantined id_taken']);
  await shop.called('POST', `/sync/entries/${loose.id}/release`, { reason: 'the tablet was restored' });
  expect(await shop.called('GET', `/sync/entries/${loose.id}`)).toMatchObject({ status: 'applied' });
  expect(await expectedIn(sessionId)).toBe(11_300);
});

test('a gap holds up what counts the drawer and nothing else, until it is filled', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const missing = paidIn(queue, sessionId, 900);
  const later = paidIn(queue, sessionId, 100);
  const close = queue.did('drawer.close', { sessionId, counted: USD(11_000) });
  const answer = await queue.send([entry, later, close]);
  expect(wordsOf(answer)).toEqual(['applied', 'applied', 'held waits_for_gap']);
  expect(answer.body).toMatchObject({ missing: [{ from: 2, to: 2 }], through: 1 });
  expect(wordsOf(await queue.send([missing]))).toEqual(['applied']);
  const [closed] = (await queue.send([close])).body.results;
  expect(closed).toMatchObject({ status: 'duplicate', first: 'applied' });
  expect(await shop.called('GET', `/drawer-sessions/${sessionId}`)).toMatchObject({
    ...{ status: 'closed', variance: USD(0) },
  });
});

test('one bad entry holds only what depends on it; discarded, it makes way', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const bad = queue.did('drawer.paid_out', {
    sessionId,
    amount: USD(500_000),
    reason: 'rent',
    category: 'rent',
    receiptReference: 'R1',
  });
  const dependent = paidIn(queue, sessionId, 300);
  const free = queue.did('shift.clock_in', { shiftId: deviceMade(), outletId: shop.outletId, job: 'bar' });
  const named = queue.did('shift.clock_out', { shiftId: free.body['shiftId'] }, { dependsOn: [bad.id] });
  expect(wordsOf(await queue.send([entry, bad, dependent, free, named]))).toEqual([
    'applied',
    'rejected drawer_cash_too_low',
    'held waits_for_entry',
    'applied',
    'held waits_for_entry',
  ]);
  const [result] = (await queue.send([bad])).body.results;
  expect(result).toMatchObject({
    status: 'duplicate',
    first: 'rejected',
    detail: expect.stringMatching(/drawer|cash/i),
  });
  await shop.called('POST', `/sync/entries/${bad.id}/discard`, { reason: 'a slip of the finger' });
  expect((await queue.send([dependent, named])).body.results).toMatchObject([
    { status: 'duplicate', first: 'applied' },
    { status: 'duplicate', first: 'rejected', code: 'depends_on_discarded' },
  ]);
  expect(await expectedIn(sessionId)).toBe(10_300);
});

test('who hands in another device’s queue needs the right; of a revoked device it goes into quarantine', async () => {
  const queue = await shop.till();
  const { entry, sessionId } = await opened(queue);
  const reader = await shop.service.createKey(shop.service.tenant, { permissions: ['sync:read'] as never });
  expect(refusalOf(await queue.relay([entry], reader))).toEqual([403, 'permission_missing']);
  expect(wordsOf(await queue.relay([entry]))).toEqual(['applied']);
  await shop.called('POST', `/devices/${queue.device.id}/lock`, { reason: 'left in the taxi' });
  shop.clock.ms += 2_000;
  const sold = paidIn(queue, sessionId);
  expect(wordsOf(await queue.send([sold]))).toEqual(['applied']);
  await shop.called('POST', `/devices/${queue.device.id}/unlink`, { reason: 'stolen', force: true });
  shop.clock.ms += 2_000;
  const late = paidIn(queue, sessionId, 900);
  expect((await queue.send([late])).status).toBe(401);
  expect(wordsOf(await queue.relay([late]))).toEqual(['quarantined device_unlinked']);
  await shop.called('POST', `/sync/entries/${late.id}/release`, { reason: 'the owner has the tablet' });
  expect(await expectedIn(sessionId)).toBe(11_400);
  const stranger = await shop.service.createTenant();
  const foreign = await shop.service.call('POST', '/sync/batches', {
    ...{ tenant: stranger, body: queue.batch([late], { deviceId: queue.device.id }) },
  });
  expect(refusalOf(foreign)).toEqual([404, 'sync_device_not_found']);
  for (const path of [`/sync/entries/${late.id}`, `/sync/devices/${queue.device.id}`])
    expect((await shop.service.call('GET', path, { tenant: stranger })).status).toBe(404);
});

test('a clock that is far ahead loses nothing: times are corrected, and both are kept', async () => {
  const queue = await shop.till();
  const ahead = 36 * HOUR_MS;
  const at = new Date(shop.clock.ms + ahead - HOUR_MS).toISOString();
  const sessionId = deviceMade();
  const body = { drawerId: await shop.newDrawer(), sessionId, float: USD(0) };
  const entry = queue.did('drawer.open', body, { at });
  const sentAt = new Date(shop.clock.ms + ahead).toISOString();
  expect(wordsOf(await queue.send([entry], { sentAt }))).toEqual(['applied + clock_ahead']);
  const kept = await shop.called('GET', `/sync/entries/${entry.id}`);
  expect(kept).toMatchObject({
    deviceAt: at,
    skewMs: ahead,
    happenedAt: new Date(shop.clock.ms - HOUR_MS).toISOString(),
  });
  const { openedAt } = await shop.called('GET', `/drawer-sessions/${sessionId}`);
  expect(openedAt).toBe(kept.happenedAt);
  expect(await shop.called('GET', `/sync/devices/${queue.device.id}`)).toMatchObject({
    ...{ skewMs: ahead, skewedSince: expect.any(String), entries: { applied: 1, held: 0 } },
  });
});

test('who had no right, or is not known, is told of; what they did stays', async () => {
  const cook = await shop.hire('accountant');
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const byCook = paidIn(queue, sessionId, 100, { actor: { personId: cook, sessionId: null } });
  const byNobody = paidIn(queue, sessionId, 100, { actor: { personId: deviceMade(), sessionId: null } });
  const approved = paidIn(queue, sessionId, 100, { approver: { personId: cook, sessionId: null } });
  const answer = await queue.send([entry, byCook, byNobody, approved]);
  expect(wordsOf(answer)).toEqual([
    'applied',
    'applied + person_without_right',
    'applied + person_unknown',
    'applied + approver_without_right',
  ]);
  expect(await expectedIn(sessionId)).toBe(10_300);
  const [conflict] = answer.body.results[1].conflicts;
  const path = `/sync/conflicts/${conflict.id}`;
  expect(await shop.called('GET', path)).toMatchObject({ status: 'open', choice: 'keep', undo: 'drawer.paid_out' });
  await shop.called('POST', `${path}/resolve`, { choice: 'keep', note: 'helped out' });
  const twice = await shop.service.call('POST', `${path}/resolve`, { body: { choice: 'keep' } });
  expect(refusalOf(twice)).toEqual([409, 'sync_conflict_not_open']);
  expect(await shop.called('POST', `${path}/reopen`, {})).toMatchObject({ status: 'reopened', version: 3 });
  const open = await shop.called('GET', `/sync/conflicts?cause=person_without_right&deviceId=${queue.device.id}`);
  expect(open.data).toHaveLength(1);
});

test('the number of a payment card in a text is hidden before it is kept', async () => {
  const queue = await shop.till();
  const { sessionId, entry } = await opened(queue);
  const body = { sessionId, amount: USD(100), reason: 'card 4111 1111 1111 1111' };
  const said = queue.did('drawer.paid_in', body);
  expect(wordsOf(await queue.send([entry, said]))).toEqual(['applied', 'applied + card_number_hidden']);
  const { text } = await shop.service.call('GET', `/sync/entries/${said.id}`);
  expect(text).not.toContain('4111 1111');
  expect(text).toContain('•••• •••• •••• 1111');
});

test('a batch has 500 entries at most; a kind of the future is held', async () => {
  const queue = await shop.till();
  const entry = queue.did('robot.dance', { steps: 3 });
  expect(wordsOf(await queue.send([entry]))).toEqual(['held kind_unknown']);
  const many = Array.from({ length: 501 }, () => entry);
  expect(refusalOf(await queue.send(many))).toEqual([422, 'batch_too_large']);
});
