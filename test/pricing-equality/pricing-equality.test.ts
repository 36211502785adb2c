import { seedOf } from '../faults/chance.js';
import { startService, type TestService } from '../harness/service.js';
import { enrolMembers } from './both-sides.js';
import { compareAll, type Comparison } from './campaign.js';

// What a till charges without a network is what the service would charge: every member of the order, and of the explanation.
// The full form, in Node and in a browser, is `make pricing-equality`.
const BASKETS = 750;
const TIME_MS = 240_000;
const seed = seedOf(process.env, 'PRICING_SEED');

let service: TestService;
let comparison: Comparison;
beforeAll(async () => {
  service = await startService();
  enrolMembers(service);
  comparison = await compareAll(service, { seed, baskets: BASKETS });
}, TIME_MS);
afterAll(() => service.close());

test(`random baskets cost the same on a till as at the service (PRICING_SEED=${seed})`, () => {
  expect(comparison.findings).toEqual([]);
  expect(comparison.baskets).toBe(BASKETS);
});

test.each([
  ...[
    'pricebook pricebook Wide',
    'pricebook pricebook Staff',
    'price_override override',
    'combo_price',
    'combo_allocation',
  ],
  ...['discount promotion Coffee off', 'discount promotion Pair', 'discount promotion Code ten', 'discount manual'],
  ...['service_charge', 'tax', 'tip', 'tax_exemption', 'tax_switch', 'modifier modifier'],
  ...['refused item_unknown', 'refused modifier_required', 'refused price_required', 'refused permission_missing'],
])('%s was among them', (word) => {
  expect(Object.keys(comparison.seen).filter((seen) => seen.startsWith(word))).not.toEqual([]);
});
