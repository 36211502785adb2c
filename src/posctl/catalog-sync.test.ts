import { startService, type TestService } from '../../test/harness/service.js';
import { InventoryDouble, soldItem } from '../clients/inventory/inventory-double.examples.js';
import { EXIT } from './exit-codes.js';
import { posctl } from './posctl.examples.js';

// `catalog sync` against the service and a stand-in for the inventory service.

/** Two services are started, and a run of the catalogue waits its turn. */
const SLOWLY_MS = 120_000;

let source: InventoryDouble;
let service: TestService;
let environment: Record<string, string>;
beforeAll(async () => {
  source = await new InventoryDouble().start();
  service = await startService({ INVENTORY_URL: source.url, INVENTORY_TOKEN: 'secret' });
  const { slug, apiKey } = service.tenant;
  environment = { POS_URL: service.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
}, SLOWLY_MS);
afterAll(async () => {
  await service.close();
  source.close();
});

test(
  'what has changed comes in, what is bad is told, and the rest does not wait for it',
  async () => {
    source.put(soldItem('tea'), soldItem('juice'));
    const first = await posctl(['catalog', 'sync', '--json'], environment);
    expect(first.code).toBe(EXIT.done);
    expect(JSON.parse(first.out)).toMatchObject({ status: 'succeeded', fetched: 2, created: 2 });
    source.put(soldItem('tea', { price: '9.90' }), soldItem('water', { price: '1.999' }));
    const second = await posctl(['catalog', 'sync'], environment);
    expect(second.code).toBe(EXIT.rejectedRows);
    expect(second.out).toContain('1 updated, 0 unchanged, 0 deleted, 1 rejected.');
    expect(second.out).toContain('(water)');
    const started = await posctl(['catalog', 'sync', '--full', '--no-wait'], environment);
    expect(started).toMatchObject({
      code: EXIT.done,
      out: expect.stringMatching(/^Sync .* \(full\) is running\.$/m) as string,
    });
  },
  SLOWLY_MS,
);

test(
  'without a source of the catalogue there is nothing to fetch',
  async () => {
    const alone = await startService();
    try {
      const { slug, apiKey } = alone.tenant;
      const lonely = { POS_URL: alone.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
      expect((await posctl(['catalog', 'sync'], lonely)).code).toBe(EXIT.conflict);
    } finally {
      await alone.close();
    }
  },
  SLOWLY_MS,
);
