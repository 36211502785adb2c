import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { appUrlFrom } from '../../../src/platform/postgres/roles.js';
import { startService, type TestService } from '../../harness/service.js';
import { openShop, type Shop } from '../../faults/shop.js';

/** Stands between the service and PostgreSQL and counts how often the service speaks after it was answered. */
class CountingProxy {
  trips = 0;
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
      server.write(data);
    });
    server.on('data', (data) => {
      answered = true;
      client.write(data);
    });
  }
}

let proxy: CountingProxy;
let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService(async ({ ownerUrl }) => {
    const through = new URL(appUrlFrom(ownerUrl));
    proxy = new CountingProxy({ host: through.hostname, port: Number(through.port) });
    through.hostname = '127.0.0.1';
    through.port = String(await proxy.listen());
    return { DATABASE_APP_URL: through.href };
  });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(async () => {
  await service.close();
  proxy.close();
});

const USD = (amount: number) => ({ amount, currency: 'USD' });
const sale = (more: object = {}) => ({ outletId: shop.outlets[0].id, lines: [{ sku: 'coffee' }], ...more });

/** Round trips of a request, when all that can be known from before is known. */
async function tripsOf(method: string, path: string, body: object): Promise<number> {
  const before = proxy.trips;
  const answer = await service.call(method, path, { body });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return proxy.trips - before;
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
