import { randomUUID } from 'node:crypto';
import { startSecondInstance, type SecondInstance } from '../../../../../test/harness/second-instance.js';
import { LicensedShop } from './licensing.examples.js';

// Whoever race for the last place, at two instances: one gets it.

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 5);
const RACERS = 4;

let shop: LicensedShop;
let other: SecondInstance;
beforeAll(async () => {
  shop = await LicensedShop.open();
  other = await startSecondInstance(shop.service.database, {});
});
afterAll(async () => {
  await other.close();
  await shop.close();
});

async function open(baseUrl: string, prefix: string): Promise<number> {
  const headers = {
    ...{ authorization: `Bearer ${shop.service.tenant.apiKey}`, 'content-type': 'application/json' },
    'idempotency-key': randomUUID(),
  };
  const outlet = { name: prefix, timeZone: 'UTC', receiptPrefix: prefix, tenders: ['cash'], taxGroups: [] };
  const path = `${baseUrl}/v1/${shop.slug}/pos/outlets`;
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(outlet) });
  await response.body?.cancel();
  return response.status;
}

test(`the last of ${ROUNDS} places is taken once each`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const override = { name: 'outlets', value: round + 2, reason: 'one more' };
    expect((await shop.licence('POST', '/overrides', override)).status).toBe(200);
    const urls = [shop.service.baseUrl, other.baseUrl];
    const racers = Array.from({ length: RACERS }, (_, racer) => open(urls[racer % 2] as string, `R${round}X${racer}`));
    expect((await Promise.all(racers)).sort()).toEqual([201, 403, 403, 403]);
  }
});
