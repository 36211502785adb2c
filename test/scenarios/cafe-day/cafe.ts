import { setTimeout as sleep } from 'node:timers/promises';
import { ROLE_PERMISSIONS } from '../../../src/modules/access/domain/roles.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';

/** Kenyan shillings in cents. */
export const KES = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'KES' });
export type Json = Answer['body'];

/** Somebody who works in the café. */
export interface Person {
  readonly id: string;
  readonly key: string;
}

/** A café in Nairobi, over HTTP alone: every person signs in with a key of their own. */
export interface Cafe {
  readonly service: TestService;
  readonly tenant: TestTenant;
  readonly outletId: string;
  readonly owner: Person;
  readonly manager: Person;
  readonly cashiers: readonly [amina: Person, ben: Person, chao: Person];
  readonly drawers: readonly [front: string, back: string];
  /** The running business day, and the one before. */
  readonly today: string;
  readonly yesterday: string;
  /** A moment of yesterday's business day. */
  readonly placedYesterday: string;
  readonly call: (by: Person, method: string, path: string, body?: object) => Promise<Answer>;
  /** The same, which has to be accepted. */
  readonly done: (by: Person, method: string, path: string, body?: object) => Promise<Json>;
  /** All of a list, page by page. */
  readonly all: (path: string) => Promise<Json[]>;
}

const DAY_MS = 86_400_000;
const LOOKS_MAX = 1_200;
const LOOK_EVERY_MS = 50;
const NAIROBI_MS = 3 * 3_600_000; // no summer time

const TAX_GROUPS = [
  { code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '16.0' }] },
  { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '8.0' }] },
  { code: 'on_top', name: 'Levied', mode: 'exclusive', taxes: [{ code: 'LEVY', name: 'Levy', rate: '2.5' }] },
  { code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] },
];

/** What the café sells, in cents. */
export const MENU = [
  { sku: 'coffee', name: 'Coffee', price: 25_050, taxCategory: 'standard', category: 'Drinks' },
  { sku: 'chai', name: 'Chai', price: 18_025, taxCategory: 'standard', category: 'Drinks' },
  { sku: 'mandazi', name: 'Mandazi', price: 9_999, taxCategory: 'reduced', category: 'Food' },
  { sku: 'pilau', name: 'Pilau', price: 64_995, taxCategory: 'reduced', category: 'Food' },
  { sku: 'mug', name: 'Mug', price: 119_900, taxCategory: 'on_top', category: 'Things' },
  { sku: 'beans', name: 'Beans', price: 212_330, taxCategory: 'on_top', category: 'Things', unit: 'kg' },
  { sku: 'catering', name: 'Catering', price: 100_000, taxCategory: 'none', category: 'Food', openPrice: true },
  {
    ...{ sku: 'card', name: 'Gift card', price: 250_000, taxCategory: 'none', category: 'Cards' },
    ...{ kind: 'gift_card', openPrice: true },
  },
] as const;

const OUTLET = {
  ...{ name: 'Kahawa', timeZone: 'Africa/Nairobi', receiptPrefix: 'K', taxGroups: TAX_GROUPS },
  tenders: ['cash', 'card', 'mpesa', 'gift_card', 'dinau', 'eftpos'],
  cashRounding: { stepMinor: 100, mode: 'half-up' },
  serviceCharges: [{ name: 'Service', rate: '10.0', basis: 'before_tax', taxGroup: 'standard', channels: ['dine_in'] }],
};

/** Opens the café. */
export async function openCafe(): Promise<Cafe> {
  const service = await startService();
  const tenant = await service.createTenant(undefined, 'KES');
  const call: Cafe['call'] = (by, method, path, body) =>
    service.call(method, path, { tenant, token: by.key, ...(body && { body }) });
  const done: Cafe['done'] = async (by, method, path, body) => {
    const answer = await call(by, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const owner: Person = { id: 'owner', key: tenant.apiKey };
  const hire = async (name: string, permissions: readonly string[]): Promise<Person> => {
    const { id, key } = await done(owner, 'POST', '/api-keys', { name, mode: 'live', permissions });
    return { id, key };
  };
  const cut = hoursFromNow(12);
  const { id: outletId } = await done(owner, 'POST', '/outlets', { ...OUTLET, dayCut: cut });
  for (const { price, ...item } of MENU)
    await done(owner, 'POST', '/catalog/items', { unit: 'each', active: true, ...item, price: KES(price) });
  const drawers = [await defined('Front'), await defined('Back')] as const;
  async function defined(name: string): Promise<string> {
    return (await done(owner, 'POST', '/drawers', { outletId, name })).id as string;
  }
  const cashier = [...ROLE_PERMISSIONS.cashier, 'orders:discount'];
  const cashiers = [await hire('amina', cashier), await hire('ben', cashier), await hire('chao', cashier)] as const;
  const manager = await hire('mariam', ROLE_PERMISSIONS.manager);
  const now = Date.now();
  return {
    ...{ service, tenant, outletId, owner, manager, cashiers, drawers, call, done },
    ...{ today: businessDateOf(now, cut), yesterday: businessDateOf(now - DAY_MS, cut) },
    placedYesterday: new Date(now - DAY_MS).toISOString(),
    all: async (path) => {
      const rows: Json[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = await done(owner, 'GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${next}`);
        rows.push(...page.data);
        cursor = page.nextCursor;
      }
      return rows;
    },
  };
}

/** Everything that is decided before the first float: who collects, what needs a second person, how tips are shared. */
export async function setRules({ done, manager, owner, outletId }: Cafe): Promise<void> {
  const put = (path: string, body: object): Promise<Json> => done(manager, 'PUT', path, body);
  const simulated = { provider: 'simulator' };
  await put('/tenders/card', { name: 'Card', kind: 'card', ...simulated, surcharge: { percent: '2' } });
  await put('/tenders/mpesa', { name: 'M-Pesa', kind: 'mobile_money', ...simulated });
  await put(`/outlets/${outletId}/drawer-policy`, {
    ...{ sessionRequired: true, blindCount: true, varianceLimit: 5_000, floatDefault: 500_000 },
  });
  await put('/approval-rules/order.discount', { secondPerson: 'over', limits: [KES(20_000)], reasonRequired: true });
  await put('/approval-rules/order.void', { secondPerson: 'never', reasonRequired: true });
  const shares = [
    { job: 'waiter', weight: '1' },
    { job: 'barista', weight: '1.5' },
  ];
  const pool = { name: 'Floor', percent: 50, sources: 'card', basis: 'hours', shares };
  await done(owner, 'PUT', `/outlets/${outletId}/tip-rules`, pool);
}

/** A wall-clock time some hours away: the trading day of this café never changes while the test runs, at whatever hour. */
function hoursFromNow(hours: number): string {
  return new Date(Date.now() + NAIROBI_MS + hours * 3_600_000).toISOString().slice(11, 16);
}

/** The business date of a moment in Nairobi, for a day that is cut at a wall-clock time. */
export function businessDateOf(time: number, cut: string): string {
  const [hours = 0, minutes = 0] = cut.split(':').map(Number);
  return new Date(time + NAIROBI_MS - (hours * 60 + minutes) * 60_000).toISOString().slice(0, 10);
}

/** Asks again until something is as it will be. @param what is waited for, as it is then. @throws Error when it never is. */
export async function until<Found>(ask: () => Promise<Found | undefined>, what: () => string): Promise<Found> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`waited in vain for ${what()}`);
}
