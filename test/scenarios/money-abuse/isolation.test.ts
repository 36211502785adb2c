import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { PERMISSIONS } from '../../../src/modules/access/index.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { walkApprovals } from '../../contracts/approvals-walk.js';
import { walkBusinessDays } from '../../contracts/business-day-walk.js';
import { walkDrawers } from '../../contracts/drawer-walk.js';
import { walkOrderMoney } from '../../contracts/order-money-walk.js';
import { walkProviders } from '../../contracts/provider-walk.js';
import { walkShiftsAndTips } from '../../contracts/shift-and-tip-walk.js';
import { walkTendering } from '../../contracts/tendering-walk.js';
import { openShop } from '../../faults/shop.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';
import { AT_OUTLET, LOG, RESOURCES, USD, type Act } from './money-routes.js';

// Somebody with a key for one outlet, and somebody of another business, before everything that has to do with money.

let service: TestService;
let stopBackground: () => Promise<void>;
let outletId: string;
let farKey: string;
let other: TestTenant;
let otherOutlet: string;
const members = new Map<string, readonly Member[]>();

beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const { tenant, database } = service;
  const shop = await openShop(database.ownerUrl, { owner: tenant });
  outletId = shop.outlets[0].id;
  const elsewhere = shop.outlets[1]?.id as never;
  farKey = await service.createKey(tenant, { permissions: PERMISSIONS, outlets: [elsewhere] });
  other = await service.createTenant();
  otherOutlet = (await openShop(database.ownerUrl, { owner: other })).outlets[0].id;
  await walkDrawers(service, outletId);
  await walkOrderMoney(service, outletId);
  await walkProviders(service, outletId);
  await walkApprovals(service, outletId);
  await walkShiftsAndTips(service, outletId);
  await walkBusinessDays(service);
  await walkTendering(service, outletId);
  const config = readConfig({ DATABASE_URL: database.ownerUrl });
  stopBackground = startBackground(config, service.api.container, service.api.metrics, createLogger('silent'));
  await told();
  const account = { number: 'D-1', name: 'Baker', limit: USD(100), outletIds: [outletId] };
  expect((await service.call('POST', '/house-accounts', { body: account })).status).toBe(201);
  const path = `/v1/${tenant.slug}/integrations/payment-connections/${randomUUID()}`;
  const secrets = { clientId: 'example-client', clientSecret: 'example-secret-0004' };
  const connection = { provider: 'airtel_money', outletId, settings: { country: 'KE' }, secrets };
  expect((await service.call('PUT', path, { body: connection })).status).toBeLessThan(300);
  for (const { name, list } of RESOURCES) members.set(name, membersIn(await service.call('GET', filled(list))));
}, 120_000);
afterAll(async () => {
  await stopBackground();
  await service.close();
});

/** Waits until the log has its entries, and somebody is told of money that nobody expects at the outlet. */
async function told(): Promise<void> {
  for (let looks = 0; looks < 600; looks += 1) {
    const [audit, notices] = await Promise.all(
      ['/audit?limit=200', '/notices'].map((path) => service.call('GET', path)),
    );
    const ofOutlet = (audit?.body.data as { outletId: string | null }[]).filter((row) => row.outletId === outletId);
    if (ofOutlet.length > 5 && notices?.body.data.length > 0) return;
    await sleep(50);
  }
  throw new Error('nobody was told');
}

function filled(path: string, id = '', { outlet = outletId, tenant = service.tenant } = {}): string {
  return path
    .replace('{tenant}', tenant.slug)
    .replace('{outlet}', outlet)
    .replace(/\{(id|paymentId|number)\}/, id);
}

/** A member of a list: what it is called in paths, and where it is. */
interface Member {
  readonly id: string;
  readonly outletId: string | null;
}

function membersIn({ body, text }: Answer): Member[] {
  if (body?.data === undefined) throw new Error(text);
  type Row = { id?: string; paymentId?: string; number?: number; outletId?: string | null };
  return (body.data as Row[]).map((row) => {
    return { id: String(row.id ?? row.paymentId ?? row.number), outletId: row.outletId ?? null };
  });
}

/** An answer without what names its request. */
function withoutOwn(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|"(?:traceId|checkedAt|at)":"[^"]+"/g, '');
}

/** With names: of a row without a body, jest would take the missing member for its `done`. */
const rowOf = ([method, path, body]: Act) => ({ method, path, body });

const sent = (body: object | undefined, outlet: string): object =>
  body === undefined ? {} : { body: JSON.parse(JSON.stringify(body).replaceAll('{outlet}', outlet)) };

describe.each(RESOURCES)('$name', ({ name, list, acts }) => {
  const theirs = (): readonly Member[] => members.get(name) ?? [];

  test('are there, and in no list of a key for another outlet', async () => {
    expect(theirs()).not.toEqual([]);
    const answer = await service.call('GET', filled(list), { token: farKey });
    if (answer.status === 404) return;
    // What is of no outlet may be seen where a list is the whole business's, what is of another outlet never.
    const hidden = theirs().flatMap((member) => (member.outletId === outletId ? [member.id] : []));
    expect(membersIn(answer).filter(({ id }) => hidden.includes(id))).toEqual([]);
    // An act on what several outlets share may name this one: the log keeps it as an act of the business.
    if (name !== LOG) expect(answer.text).not.toContain(outletId);
  });

  test.each(acts.map(rowOf))(
    '$method $path answers a key for another outlet as if they were absent',
    async ({ method, path, body }) => {
      const one = theirs().find((member) => member.outletId === outletId) ?? theirs()[0];
      const answer = await service.call(method, filled(path, one?.id), { ...sent(body, outletId), token: farKey });
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('_not_found')]);
    },
  );

  test.each(acts.map(rowOf))(
    '$method $path answers another business as if they were absent',
    async ({ method, path, body }) => {
      const id = theirs()[0]?.id;
      // Numbers of audit entries are each business's own: number 1 of another one is another entry.
      const called = filled(path, path.includes('{number}') ? '999999' : id, { outlet: otherOutlet, tenant: other });
      const answer = await service.call(method, called, { ...sent(body, otherOutlet), tenant: other });
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('_not_found')]);
    },
  );
});

describe('an outlet', () => {
  test.each(AT_OUTLET.map(rowOf))(
    '$method $path answers a key for another outlet as if it were absent',
    async ({ method, path, body }) => {
      const answer = await service.call(method, filled(path), { ...sent(body, outletId), token: farKey });
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('_not_found')]);
    },
  );

  test.each(AT_OUTLET.map(rowOf))(
    '$method $path answers another business as if it were absent',
    async ({ method, path, body }) => {
      const [foreign, absent] = await Promise.all(
        [outletId, randomUUID()].map((outlet) => {
          return service.call(method, filled(path, '', { outlet }), { ...sent(body, outlet), tenant: other });
        }),
      );
      const seen = (answer: Answer | undefined) => [answer?.status, withoutOwn(answer?.text ?? '')];
      expect(seen(foreign)).toEqual(seen(absent));
      expect(foreign?.text).not.toMatch(/"data":\[\{|"balance"/);
      expect(method === 'GET' ? [200, 404] : [404]).toContain(foreign?.status);
    },
  );
});
