import { startBackground } from '../../../../app/background.js';
import { readConfig } from '../../../../app/config.js';
import type { App } from '../../../../app/server.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';
import { PATIENCE } from '../../../../../test/harness/service.js';
import type { SecondInstance } from '../../../../../test/harness/second-instance.js';
import { LoyalShop } from './remote-loyalty.examples.js';

// The loyalty service is away: the shop sells on, and what was earned arrives when it is back (GUARANTEES G12).

jest.setTimeout(180_000);

let shop: LoyalShop;
let other: SecondInstance;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  shop = await LoyalShop.open();
  other = await shop.instance();
  for (const api of [shop.service.api, other.api]) stops.push(workBehind(api));
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await other.close();
  await shop.close();
});

function workBehind({ container, metrics }: App): () => Promise<void> {
  const config = readConfig({ DATABASE_URL: shop.service.database.ownerUrl, ...PATIENCE });
  return startBackground(config, container, metrics, createLogger('silent'));
}

async function until(is: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 150_000; // an endless wait would keep the whole run from ending
  while (!(await is())) {
    if (Date.now() > end) throw new Error('it has not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stateOf(): Promise<unknown> {
  const answer = await fetch(`${shop.service.baseUrl}/readyz`);
  const { parts } = (await answer.json()) as { parts: Record<string, string> };
  return { status: answer.status, loyalty: parts['loyalty'] };
}

test('sales go on, and earning catches up, each movement once', async () => {
  const customers = Array.from({ length: 6 }, () => shop.customer(0));
  const [spender, saver] = [shop.customer(1_000), shop.customer(1_000)];
  expect(await stateOf()).toEqual({ status: 200, loyalty: 'up' });
  const { reference } = (await shop.hold(spender, 400)).body;

  shop.ledger.dead = true;
  for (const customer of [...customers, ...customers]) {
    const sold = await shop.sell(customer);
    expect(sold.status).toBe(201);
    expect((await shop.refund(sold.body.id as string, 250)).status).toBe(201);
  }
  // Points that were held before can be spent; others cannot be had now.
  expect((await shop.sell(spender, 400, reference as string)).status).toBe(201);
  const asked = await shop.hold(saver, 100);
  expect(asked).toMatchObject({ status: 202, body: { status: 'pending' } });
  expect(await stateOf()).toEqual({ status: 200, loyalty: 'down' });
  await until(async () => {
    const [row] = await shop.rows(`select count(*) as waiting from loyalty_intents where status = 'pending'`);
    return Number(row?.['waiting']) === 2 * 2 * customers.length + 2; // all of it was heard of
  });
  expect(shop.ledger.movements.filter(({ kind }) => kind === 'earn')).toEqual([]);

  shop.ledger.dead = false;
  shop.ledger.troubles.push('after', 'error', 'before', 'after'); // it does not come back at once
  await until(async () => {
    const open = await shop.rows(`select from loyalty_intents where status in ('pending', 'reversing')`);
    return open.length === 0;
  });
  for (const customer of customers) {
    expect(shop.ledger.of(shop.slug, customer).sort()).toEqual([
      ['earn', 1_000],
      ['earn', 1_000],
      ['earn_reversal', 250],
      ['earn_reversal', 250],
    ]);
    expect(shop.ledger.balanceOf(shop.slug, customer)).toBe(1_500);
  }
  expect(shop.ledger.of(shop.slug, saver)).toEqual([['burn', 100]]);
  const { body } = await shop.service.call('GET', `/loyalty/burns/${asked.body.reference}`);
  expect(body).toMatchObject({ status: 'held', points: 100 });
});
