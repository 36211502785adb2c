import { Client } from 'pg';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { absolute, PricebookShop } from '../http/pricebooks.examples.js';

let service: TestService;
let shop: PricebookShop;
let owner: Client;
beforeAll(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await service.close();
});
beforeEach(async () => {
  shop = await PricebookShop.open(service);
});

/** One round of telling what came into force. @returns how much was told. */
async function round(): Promise<number> {
  const chore = service.api.container.getAll(CHORE).find(({ name }) => name.includes('pricebooks'));
  if (chore === undefined) throw new Error('nobody tells of publications');
  return chore.run(service.api.container.get(WORKER_POOL));
}

/** Lets the time of what is scheduled come: the database itself lets nobody change it, so the guard steps aside. */
async function letTimeCome(id: string): Promise<void> {
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenant.id]);
  await owner.query('alter table pricebook_versions disable trigger pricebook_versions_stay');
  await owner.query(
    `update pricebook_versions set effective_at = date_trunc('milliseconds', now()) where pricebook_id = $1 and announced_at is null`,
    [id],
  );
  await owner.query('alter table pricebook_versions enable trigger pricebook_versions_stay');
}

async function eventsOf(
  id: string,
): Promise<{ type: string; sequence: number; actor: string; data: Record<string, unknown> }[]> {
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenant.id]);
  const { rows } = await owner.query(
    'select type, sequence, actor, data from events where aggregate_id = $1 order by sequence',
    [id],
  );
  return rows;
}

async function schedule(id: string, amount: number): Promise<void> {
  await shop.ok('POST', `/${id}/versions`, {});
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('latte', amount)] });
  await shop.ok('POST', `/${id}/publish`, { publishAt: new Date(Date.now() + 3_600_000).toISOString() });
}

test('what came into force by itself is told of once, with what it changed', async () => {
  const id = await shop.published({}, [absolute('latte', 400)]);
  await schedule(id, 350);
  expect(await round()).toBe(0);
  await letTimeCome(id);
  expect(await shop.ok('GET', `/${id}`)).toMatchObject({ inForce: { number: 2 }, scheduled: [] });
  expect(await Promise.all([round(), round()]).then(([a, b]) => a + b)).toBe(1);
  expect(await round()).toBe(0);
  const events = await eventsOf(id);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({
    type: 'pos.pricebook.published',
    actor: 'system:pricebooks',
    data: {
      version: { number: 2, status: 'published' },
      versionBefore: { number: 1, status: 'retired' },
      entries: {
        changed: 1,
        first: [{ sku: 'latte', before: { amount: { amount: 400 } }, after: { amount: { amount: 350 } } }],
      },
    },
  });
  expect((await shop.ok('GET', `/${id}`)).revision).toBe(events.length);
});

test('what was withdrawn or archived before its time is never told of', async () => {
  const [withdrawn, archived] = [await shop.published(), await shop.published()];
  await schedule(withdrawn, 1);
  await schedule(archived, 1);
  await shop.ok('POST', `/${withdrawn}/versions/2/withdraw`);
  await shop.ok('POST', `/${archived}/archive`);
  await letTimeCome(withdrawn);
  await letTimeCome(archived);
  expect(await round()).toBe(0);
  expect((await shop.latte()).price.amount).toBe(500);
});

test('every command tells exactly one event, and no change tells none', async () => {
  const id = await shop.book();
  await shop.ok('PATCH', `/${id}`, { name: 'Renamed' });
  await shop.ok('PATCH', `/${id}`, { name: 'Renamed' });
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('latte', 400)] });
  await shop.ok('POST', `/${id}/publish`, {});
  await shop.republish(id, [absolute('latte', 390)]);
  await shop.ok('POST', `/${id}/rollback`, { to: 1 });
  await shop.ok('POST', `/${id}/archive`);
  await shop.ok('POST', `/${id}/archive`);
  const told = (await eventsOf(id)).map(({ type }) => type.replace('pos.pricebook.', ''));
  expect(told).toEqual([
    'created',
    'changed',
    'changed',
    'published',
    'changed',
    'changed',
    'published',
    'rolled_back',
    'archived',
  ]);
});

test('the database lets nothing of a released version change, whoever tries', async () => {
  const id = await shop.published({}, [absolute('latte', 400)]);
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenant.id]);
  const version = `(select id from pricebook_versions where pricebook_id = '${id}')`;
  const attempts = [
    `update pricebook_entries set amount = 1 where version_id = ${version}`,
    `delete from pricebook_entries where version_id = ${version}`,
    `insert into pricebook_entries (tenant_id, version_id, sku, kind, amount)
       select tenant_id, id, 'x', 'absolute', 1 from pricebook_versions where pricebook_id = '${id}'`,
    `update pricebook_versions set priority = 9 where pricebook_id = '${id}'`,
    `update pricebook_versions set effective_at = effective_at - interval '1 day' where pricebook_id = '${id}'`,
    `update pricebook_versions set state = 'filling', released_at = null, released_by = null, effective_at = null where pricebook_id = '${id}'`,
  ];
  for (const attempt of attempts) await expect(owner.query(attempt)).rejects.toThrow('never changes');
});
