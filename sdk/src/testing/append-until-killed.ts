import { createDeviceKeys } from '../device/device-keys.js';
import { fileKeyStore } from '../device/file-key-store.js';
import { PosClient } from '../client/pos-client.js';
import { openFileStore } from '../queue/file-store.js';
import { OfflineQueue } from '../queue/offline-queue.js';

// Appends as fast as it can, and says the id of each entry once it is done. Its test kills it.
const [folder = ''] = process.argv.slice(2);
const person = { personId: '0195934e-7a00-7000-8000-000000000001', sessionId: null };
const store = await openFileStore(`${folder}/queue`);
const keys = await createDeviceKeys(fileKeyStore(`${folder}/key`));
const client = new PosClient({ baseUrl: 'http://127.0.0.1:9', tenant: 'acme', credential: { kind: 'none' } });
const queue = await OfflineQueue.open({ store, client, tenant: 'acme', deviceId: 'till-1', keys });
for (;;) {
  const note = 'x'.repeat(Math.floor(Math.random() * 20_000));
  const { id } = await queue.append('order.place', { note }, person);
  process.stdout.write(`${id}\n`);
}
