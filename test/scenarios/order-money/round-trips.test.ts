import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { appUrlFrom } from '../../../src/platform/postgres/roles.js';
import { startAuthService, type AuthService } from '../../harness/auth-service.js';
import { startService, type Answer, type CallOptions, type TestService } from '../../harness/service.js';
import { activate, DeviceKey, linkDevice, makeLinkCode } from '../../harness/test-device.js';
import { openShop, type Shop } from '../../faults/shop.js';

/** Stands between the service and PostgreSQL and counts how often the service speaks after it was answered. */
class CountingProxy {
  trips = 0;
  /** What was said, as far as it is text. */
  said = '';
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.carry(client));

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private carry(client: Socket): void {
    const server = connect(this.target.port, this.target.host);
    let answered = true;
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => (socket === client ? server : client).destroy());
    }
    client.on('data', (data) => {
      if (answered) this.trips += 1;
      answered = false;
      this.said += data.toString('latin1');
      server.write(data);
    });
    server.on('data', (data) => {
      answered = true;
      client.write(data);
    });
  }
}

type Call = (method: string, path: string, options?: CallOptions) => Promise<Answer>;

let proxy: CountingProxy;
let service: TestService;
let authService: AuthService;
let shop: Shop;
beforeAll(async () => {
  authService = await startAuthService();
  service = await startService(async ({ ownerUrl }) => {
    const through = new URL(appUrlFrom(ownerUrl));
    proxy = new CountingProxy({ host: through.hostname, port: Number(through.port) });
    through.hostname = '127.0.0.1';
    through.port = String(await proxy.listen());
    return {
      ...{ DATABASE_APP_URL: through.href, AUTH_CACHE_MS: '60000' },
      ...{
        SECRETS_KEY: randomBytes(32).toString('base64'),
        DEVICE_SECRET_ALLOWED: 'yes',
        OIDC_ISSUER: authService.issuer,
      },
    };
  });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(async () => {
  await service.close();
  proxy.close();
  await authService.close();
});

const USD = (amount: number) => ({ amount, currency: 'USD' });
const sale = (more: object = {}) => ({ outletId: shop.outlets[0].id, lines: [{ sku: 'coffee' }], ...more });

/** Round trips of a request, when all that can be known from before is known. */
async function tripsOf(method: string, path: string, body?: object, call: Call = service.call): Promise<number> {
  const before = proxy.trips;
  const answer = await call(method, path, body === undefined ? {} : { body });
  expect([answer.status, answer.text]).toEqual([method === 'GET' ? 200 : 201, expect.any(String)]);
  return proxy.trips - before;
}

/** Somebody who has chosen their PIN and is signed in at a till that proves its key. */
async function signedIn(): Promise<Call> {
  const till = await linkDevice(service, { outletId: shop.outlets[0].id });
  const made = await service.call('POST', '/staff', {
    body: { displayName: 'Ann', assignments: [{ role: 'manager' }] },
  });
  const [first, chosen] = ['71936402', '83915264'];
  const pin = { pin: first, reason: 'first day', confirm: true };
  await service.call('PUT', `/staff/${made.body.id}/pin`, { body: pin });
  const signIn = async (own: string): Promise<string> =>
    (await till.call('POST', '/sessions', { body: { method: 'pin', personId: made.body.id, pin: own } })).body.token;
  await till.call('POST', '/staff/me/pin', { token: await signIn(first), body: { current: first, new: chosen } });
  const token = await signIn(chosen);
  return (method, path, options) => till.call(method, path, { ...options, token });
}

async function deviceWithSecret(): Promise<Call> {
  const code = await makeLinkCode(service, { outletId: shop.outlets[0].id });
  const { body } = await activate(service, code, new DeviceKey(), { body: { binding: 'secret' } });
  const headers = { 'POS-Device-Secret': body.secret };
  return (method, path, options) => service.call(method, path, { ...options, token: body.token, headers });
}

async function callers(): Promise<readonly { readonly name: string; readonly call: Call; readonly sells: boolean }[]> {
  const token = await authService.forge({ tenant_id: service.tenant.id, roles: ['manager'] });
  const kiosk = await linkDevice(service, { outletId: shop.outlets[0].id, kind: 'kiosk' });
  return [
    { name: 'API key', call: service.call, sells: true },
    { name: 'user', call: (method, path, options) => service.call(method, path, { ...options, token }), sells: true },
    { name: 'session', call: await signedIn(), sells: true },
    { name: 'device', call: kiosk.call, sells: false },
    { name: 'device with a secret', call: await deviceWithSecret(), sells: false },
  ];
}

test('a cash payment on an open order takes three round trips, a whole sale two', async () => {
  const paid = { payments: [{ tender: 'cash', amount: USD(300) }], complete: true };
  const first = await service.call('POST', '/orders', { body: sale(paid) });
  expect([first.status, first.text]).toEqual([201, expect.any(String)]);
  const open = await service.call('POST', '/orders', { body: sale() });
  const again = await service.call('POST', '/orders', { body: sale() });
  await service.call('POST', `/orders/${open.body.id}/payments`, { body: { tender: 'cash', amount: USD(100) } });
  const payment = { tender: 'cash', amount: USD(300) };
  expect(await tripsOf('POST', `/orders/${again.body.id}/payments`, payment)).toBe(3);
  // Order numbers are leased for several sales at once, so most sales ask for none.
  const sales: number[] = [];
  for (let index = 0; index < 12; index += 1) sales.push(await tripsOf('POST', '/orders', sale(paid)));
  expect(Math.min(...sales)).toBe(2);
});

/** Of a route that reads: to begin, to read, to end. */
const READ = 3;
/** Tables that only the door has reason to read on the way to a sale. */
const OF_THE_DOOR = /\b(from|join|into|update)\s+"?(tenants|api_keys|roles|staff|sign_in|device|licen[cs]|identit)/;

test('whoever asks, the door asks the database nothing about callers whom it knows', async () => {
  const asking = await callers();
  expect(OF_THE_DOOR.test(proxy.said)).toBe(true); // it did ask while they were linked and signed in
  const found: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const { name, call, sells } of asking) {
    const look = (): Promise<number> => tripsOf('GET', '/catalog/items?limit=1', undefined, call);
    const sell = (): Promise<number> =>
      tripsOf('POST', '/orders', sale({ payments: [{ tender: 'cash', amount: USD(300) }], complete: true }), call);
    await look();
    if (sells) await sell();
    proxy.said = '';
    const looks: number[] = [];
    for (let index = 0; index < 6; index += 1) looks.push(await look());
    const sales: number[] = [];
    for (let index = 0; sells && index < 12; index += 1) sales.push(await sell());
    found[name] = { look: Math.min(...looks), sale: Math.min(...sales), asked: OF_THE_DOOR.exec(proxy.said)?.[0] };
    expected[name] = { look: READ, sale: sells ? 2 : Infinity, asked: undefined };
  }
  expect(found).toEqual(expected);
});
