import { FIRST_HASH, type SyncEntry } from '../domain/entry.js';
import { idOf, MemoryServer, outcomeOf, PERSON } from './offline-queue.examples.js';

const sales = (many: number): readonly SyncEntry[] =>
  Array.from({ length: many }, (_, index): SyncEntry => {
    const sequence = index + 1;
    const body = { orderId: idOf(0x1000 + sequence), mark: sequence };
    return {
      ...{ id: idOf(sequence), sequence, at: '2026-11-21T10:00:00Z', kind: 'order.place', body, actor: PERSON },
      ...{ approver: null, dependsOn: [], hash: `hash-${sequence}`, signature: 's' },
      previousHash: index === 0 ? FIRST_HASH : `hash-${index}`,
    };
  });

/** A server that takes so long for each look at its clock. */
const slow = (ms: number): MemoryServer => {
  const server = new MemoryServer();
  let now = 0;
  server.elapsed = () => (now += ms);
  return server;
};

test('what there is no time for has no result, and is taken when it is sent again', async () => {
  const server = slow(3_000);
  const entries = sales(10);
  const first = await server.send(entries);
  expect(first.results.map(({ sequence, status }) => [sequence, status])).toEqual([
    ...[1, 2, 3, 4].map((sequence) => [sequence, 'applied']),
  ]);
  expect(first).toMatchObject({ through: 4, missing: [], next: { sequence: 5, hash: 'hash-4' } });
  expect([...server.kept.devices.values()]).toMatchObject([{ waiting: 6 }]);
  const second = await server.send(entries);
  expect(second.results.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 4 }, () => 'duplicate'),
    ...Array.from({ length: 4 }, () => 'applied'),
  ]);
  await server.send(entries.slice(8));
  const quick = new MemoryServer();
  await quick.send(entries);
  expect(outcomeOf(server)).toEqual(outcomeOf(quick));
});

test('however slow the server is, one more entry is taken by each batch', async () => {
  const server = slow(60_000);
  for (const entry of [1, 2, 3]) expect((await server.send(sales(3))).through).toBe(entry);
});

test('what waited for entries of a batch is left to the worker when there is no time', async () => {
  const server = slow(60_000);
  const [sale, payment] = sales(2).map((entry, index) => {
    const body = { orderId: idOf(0x1000), mark: index };
    return { ...entry, body, kind: index === 0 ? 'order.place' : 'order.add_payment' };
  }) as unknown as [SyncEntry, SyncEntry];
  expect((await server.send([payment])).results).toMatchObject([{ status: 'held', code: 'waits_for_gap' }]);
  expect((await server.send([sale])).results).toMatchObject([{ status: 'applied' }]);
  expect(server.kept.entries.get(payment.id)).toMatchObject({ status: 'held', nextTryAt: expect.any(Date) });
});
