import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { PosClient } from '../client/pos-client.js';
import { newId } from '../encoding/new-id.js';
import { openIndexedDbStore } from './indexeddb-store.js';
import { OfflineQueue } from './offline-queue.js';
import { QueueFull, QueueUnavailable } from './queue-store.js';

const tenant = 'acme';
const person = { personId: newId(), sessionId: null };
const keys = { publicJwk: null, sign: (text: string) => Promise.resolve(`signed ${text}`) };
const client = new PosClient({ baseUrl: 'http://127.0.0.1:9', tenant, credential: { kind: 'none' } });

afterEach(() => jest.restoreAllMocks());

async function openQueue(deviceId: string): Promise<OfflineQueue> {
  const store = await openIndexedDbStore({ tenant, deviceId });
  return OfflineQueue.open({ store, client, tenant, deviceId, keys });
}

it('asks for strict durability, and is done when the transaction is', async () => {
  const queue = await openQueue(newId());
  const transaction = jest.spyOn(IDBDatabase.prototype, 'transaction');
  await queue.append('order.place', {}, person);
  expect(transaction).toHaveBeenCalledWith(['entries', 'chain'], 'readwrite', { durability: 'strict' });
  await queue.close();
});

it('says that there is no room, and that there is some again', async () => {
  const queue = await openQueue(newId());
  const full = (): never => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const add = jest.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(full);
  await expect(queue.append('order.place', {}, person)).rejects.toBeInstanceOf(QueueFull);
  expect(queue.status).toMatchObject({ full: true, pending: 0 });
  add.mockRestore();
  await queue.append('order.place', {}, person);
  expect(queue.status).toMatchObject({ full: false, pending: 1 });
  expect((await queue.entries())[0]?.entry.sequence).toBe(1);
  await queue.close();
});

it('says that a browser keeps nothing', async () => {
  const before = globalThis.indexedDB;
  try {
    Object.assign(globalThis, { indexedDB: undefined });
    await expect(openIndexedDbStore({ tenant, deviceId: newId() })).rejects.toBeInstanceOf(QueueUnavailable);
  } finally {
    Object.assign(globalThis, { indexedDB: before });
  }
  jest.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'SecurityError');
  });
  await expect(openIndexedDbStore({ tenant, deviceId: newId() })).rejects.toThrow('private mode');
});

it('does not touch what a newer program has made', async () => {
  const deviceId = newId();
  (await openDB(`pos-queue-${tenant}-${deviceId}`, 99)).close();
  await expect(openIndexedDbStore({ tenant, deviceId })).rejects.toThrow('A newer version');
});

it('opens its database again when the browser has closed it, and gives way to a newer program', async () => {
  const deviceId = newId();
  const store = await openIndexedDbStore({ tenant, deviceId });
  const queue = await OfflineQueue.open({ store, client, tenant, deviceId, keys });
  const close = jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase) {
    this.close();
    throw new DOMException('The database connection is closing', 'InvalidStateError');
  });
  await queue.append('order.place', {}, person);
  close.mockRestore();
  await queue.append('order.place', {}, person);
  expect(queue.status.pending).toBe(2);
  const newer = await openDB(`pos-queue-${tenant}-${deviceId}`, 99);
  newer.close();
  await expect(queue.append('order.place', {}, person)).rejects.toThrow('A newer version');
  await queue.close();
});

it('tells another tab of what was appended', async () => {
  const deviceId = newId();
  const [one, two] = [await openQueue(deviceId), await openQueue(deviceId)];
  const told = new Promise((resolve) => two.onChange(({ pending }) => pending === 1 && resolve(undefined)));
  await one.append('order.place', {}, person);
  await told;
  await one.close();
  await two.close();
});
