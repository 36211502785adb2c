import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LicensedShop, USD } from './licensing.examples.js';

// What goes on by itself: time, reminders, daily counts, invoices.

let shop: LicensedShop;
afterEach(() => shop.close());

test('each reminder is sent once, and time is told of', async () => {
  shop = await LicensedShop.open();
  await shop.licence('PUT', '', { plan: 'standard', paidUntil: shop.inDays(20) });
  for (let day = 0; day < 36; day += 1) {
    await shop.look();
    await shop.look();
    shop.wait(1);
  }
  const told = await shop.told('licences');
  const count = (type: string): number => told.filter((one) => one === type).length;
  expect(count('pos.subscription.renewal_due')).toBe(4);
  expect(count('pos.license.renewal_due')).toBe(14);
  expect(count('pos.licence.expired')).toBe(1);
  // assigned, past due, grace, expired
  expect(count('pos.licence.changed')).toBe(4);
});

test('a default plan is known at the door after the first look, and follows its plan', async () => {
  shop = await LicensedShop.open({ DEFAULT_PLAN: 'free' });
  await shop.look();
  expect(await shop.rows('select plan, features from licence_standings')).toEqual([{ plan: 'free', features: [] }]);
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({
    ...{ plan: { code: 'free' }, status: 'active', paidUntil: null, version: 0 },
  });
  const outlet = { name: 'Second', timeZone: 'UTC', receiptPrefix: 'S', tenders: ['cash'], taxGroups: [] };
  const refused = await shop.service.call('POST', '/outlets', { body: outlet });
  expect(refused).toMatchObject({ status: 403, body: { code: 'entitlement_exceeded' } });
});

test('days are counted, missed ones too, and a month is invoiced once', async () => {
  const heard: { path: string | undefined; key: unknown }[] = [];
  let cuts = 1;
  const treasury: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url, key: request.headers['idempotency-key'] });
      if (cuts > 0) {
        cuts -= 1;
        request.socket.destroy();
        return;
      }
      const { reference } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { reference: string };
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'T-1', reference }));
    });
  });
  await new Promise<void>((resolve) => treasury.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(treasury.address() as AddressInfo).port}`;
  try {
    shop = await LicensedShop.open({ TREASURY_URL: url });
    await shop.licence('PUT', '', { plan: 'standard', paidUntil: null });
    await shop.look();
    expect((await shop.sell()).status).toBe(201);
    shop.wait(3);
    await shop.look();
    const from = new Date(shop.now().getTime() - 10 * 86_400_000).toISOString().slice(0, 10);
    const usage = await shop.service.call('GET', `/licence/usage?from=${from}&to=2030-01-01&limit=2`);
    expect(usage.body.data).toHaveLength(2);
    expect(usage.body.nextCursor).not.toBeNull();
    const rest = `/licence/usage?from=${from}&to=2030-01-01&cursor=${usage.body.nextCursor}`;
    const days = [...usage.body.data, ...(await shop.service.call('GET', rest)).body.data];
    expect(days.reduce((sum: number, { orders }: { orders: number }) => sum + orders, 0)).toBe(1);
    expect(days[0]).toMatchObject({ outlets: 1, storedOrders: 1 });
    const never = await shop.service.call('GET', '/licence/usage?from=2026-02-01&to=2026-02-01');
    expect(never.body.code).toBe('licence_period_invalid');

    shop.wait(31);
    await shop.look();
    shop.wait(1);
    await shop.look();
    const { body } = await shop.service.call('GET', '/licence/invoices');
    expect(body.data).toMatchObject([{ status: 'sent', reference: 'T-1', total: USD(2_900), business: shop.slug }]);
    expect(body.data[0].lines).toMatchObject([{ kind: 'outlets', quantity: 1 }]);
    // The first call was cut after it was heard: the second is the same one.
    expect(heard).toEqual([1, 2].map(() => ({ path: `/v1/${shop.slug}/invoices`, key: body.data[0].id })));
    const listed = await shop.service.call('GET', `/v1/platform/invoices?business=${shop.slug}&status=sent`);
    expect(listed.body.data).toEqual(body.data);
    const pay = () =>
      shop.service.call('POST', `/v1/platform/invoices/${body.data[0].id}/pay`, { body: { reference: 'bank 7' } });
    expect((await pay()).body).toMatchObject({ status: 'paid', reference: 'bank 7' });
    expect((await pay()).body.code).toBe('licence_invoice_state_conflict');
    const other = await shop.service.createTenant();
    expect((await shop.service.call('GET', '/licence/invoices', { tenant: other })).body.data).toEqual([]);
  } finally {
    treasury.closeAllConnections();
    treasury.close();
  }
});
