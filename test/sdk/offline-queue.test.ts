import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDeviceKeys,
  credentialOf,
  linkDevice,
  newId,
  OfflineQueue,
  PosClient,
  secretSigner,
  type EntryPerson,
  type SyncEntry,
} from '../../sdk/src/index.js';
import { fileKeyStore, openFileStore } from '../../sdk/src/node.js';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type TestService } from '../harness/service.js';
import { makeLinkCode } from '../harness/test-device.js';

// What a device did without a network, on its way to the service itself.

let service: TestService;
let shop: Shop;
let outletId: string;
let folder: string;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64'), DEVICE_SECRET_ALLOWED: 'yes' });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  outletId = shop.outlets[0].id;
  folder = await mkdtemp(join(tmpdir(), 'pos-sdk-queue-'));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

/** A network that does what a test wants; else it works. */
type Network = (pass: () => Promise<Response>) => Promise<Response>;

interface Till {
  readonly queue: OfflineQueue;
  readonly person: EntryPerson;
  readonly deviceId: string;
  network: Network | undefined;
  /** Somebody comes and goes: two entries. */
  work(): Promise<[SyncEntry, SyncEntry]>;
}

async function openTill(name: string, binding: 'key' | 'secret' = 'key'): Promise<Till> {
  const { baseUrl, tenant } = service;
  const keys = await createDeviceKeys(fileKeyStore(join(folder, `${name}.key`)));
  const code = await makeLinkCode(service, { outletId, name });
  const options = { baseUrl, tenant: tenant.slug, code, fingerprint: `machine ${name}`, appVersion: '1.0.0' };
  const linked = await linkDevice({ ...options, ...(binding === 'key' && { keys }) });
  const assignments = [{ role: 'cashier' }];
  const hired = await service.call('POST', '/staff', { body: { displayName: name, assignments } });
  expect(hired).toMatchObject({ status: 201 });
  const person = { personId: hired.body.id as string, sessionId: null };
  const fetching: typeof fetch = (url, init) => {
    const pass = (): Promise<Response> => fetch(url, init);
    return till.network === undefined ? pass() : till.network(pass);
  };
  const client = new PosClient({
    ...{ baseUrl, tenant: tenant.slug, credential: credentialOf(linked, keys), fetch: fetching },
    retry: { firstMs: 5, maxMs: 20 },
  });

  const signer = linked.secret === null ? keys : await secretSigner(linked.secret);
  const store = await openFileStore(join(folder, name));
  const deviceId = linked.device.id;
  const queue = await OfflineQueue.open({ store, client, tenant: tenant.slug, deviceId, keys: signer });
  const till: Till = {
    ...{ queue, person, deviceId, network: undefined },
    work: async () => {
      const shiftId = newId();
      const begun = await queue.append('shift.clock_in', { shiftId, outletId }, person);
      return [begun, await queue.append('shift.clock_out', { shiftId }, person, { dependsOn: [begun.id] })];
    },
  };
  return till;
}
const failing: Network = () => Promise.reject(new TypeError('fetch failed'));
const shiftsOf = async ({ person }: Till): Promise<number> => {
  const { body } = await service.call('GET', `/shifts?personId=${person.personId}&limit=200`);
  return (body.data as unknown[]).length;
};

test.each(['key', 'secret'] as const)('what a device with a %s did arrives, whole and in order', async (binding) => {
  const till = await openTill(`till with a ${binding}`, binding);
  till.network = failing;
  const done = [...(await till.work()), ...(await till.work())];
  await till.queue.send();
  expect(till.queue.status).toMatchObject({ pending: 4, lastError: { code: 'unreachable' } });
  till.network = undefined;
  await till.queue.send();
  expect(till.queue.status).toMatchObject({ pending: 0, refused: 0, lastError: null });
  for (const { id } of done) await expect(till.queue.outcomeOf(id)).resolves.toMatchObject({ state: 'applied' });
  expect(await shiftsOf(till)).toBe(2);
  const seen = await service.call('GET', `/sync/devices/${till.deviceId}`);
  expect(seen).toMatchObject({ status: 200 });
  await till.queue.close();
});

test('answers that are lost, cut, or never begun make nothing happen twice', async () => {
  const till = await openTill('on a bad line');
  const faults: Network[] = [
    failing,
    async (pass) => {
      await pass();
      throw new TypeError('fetch failed'); // the answer was lost
    },
    async (pass) =>
      new Response((await (await pass()).text()).slice(0, 40), { headers: { 'Content-Type': 'application/json' } }),
    () =>
      Promise.resolve(
        new Response('<html>sign in to the wireless</html>', { headers: { 'Content-Type': 'text/html' } }),
      ),
  ];
  let count = 0;
  till.network = (pass) => {
    const fault = faults[count++ % 6];
    return fault === undefined ? pass() : fault(pass);
  };
  for (let round = 0; round < 6; round++) {
    await till.work();
    await Promise.all([till.queue.send(), till.queue.send()]);
  }
  till.network = undefined;
  await till.queue.send();
  expect(till.queue.status).toMatchObject({ pending: 0, refused: 0 });
  expect(await shiftsOf(till)).toBe(6);
  await till.queue.close();
});

test('a device that was locked sends what it has all the same, and a refused entry is listed with its reason', async () => {
  const till = await openTill('locked');
  await till.work();
  const odd = await till.queue.append('shift.clock_out', { shiftId: newId() }, till.person);
  await service.call('POST', `/devices/${till.deviceId}/lock`, { body: { reason: 'left in the taxi' } });
  await till.queue.send('reconnect');
  expect(await shiftsOf(till)).toBe(1);
  expect(till.queue.status).toMatchObject({ pending: 0, refused: 1, lastError: null });
  expect(await till.queue.entries('refused')).toMatchObject([{ entry: { id: odd.id }, state: 'rejected' }]);
  expect((await till.queue.entries('refused'))[0]?.detail).toEqual(expect.any(String));
  await till.queue.close();
});

test('the file that a manager hands in is taken as if the device had sent it', async () => {
  const till = await openTill('broken');
  await till.work();
  const { format, tenant, ...batch } = JSON.parse(await till.queue.export()) as Record<string, unknown>;
  expect([format, tenant]).toEqual(['pos-sync/1', service.tenant.slug]);
  const taken = await service.call('POST', '/sync/batches', { body: batch });
  expect(taken).toMatchObject({ status: 200, body: { results: [{ status: 'applied' }, { status: 'applied' }] } });
  await till.queue.send();
  expect(till.queue.status).toMatchObject({ pending: 0, refused: 0 });
  expect(await shiftsOf(till)).toBe(1);
  await till.queue.close();
});

test('a device that was unlinked keeps what it has, and says why it is not sent', async () => {
  const till = await openTill('unlinked');
  await till.work();
  await service.call('POST', `/devices/${till.deviceId}/unlink`, { body: { reason: 'never came back' } });
  await till.queue.send();
  expect(till.queue.status).toMatchObject({ pending: 2, refused: 0, lastError: { code: 'unauthenticated' } });
  await till.queue.close();
});
