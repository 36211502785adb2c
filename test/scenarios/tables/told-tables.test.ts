import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { openShop } from '../../faults/shop.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';
import { linkDevice, type TestDevice } from '../../harness/test-device.js';

// What others learn of tables: events, the audit, and devices that keep a copy.

const LOOKS_MAX = 600;

interface Table {
  readonly id: string;
  readonly name: string;
}

let service: TestService;
let here: string;
let there: string;

beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const { outlets } = await openShop(service.database.ownerUrl, { owner: service.tenant });
  [here, there] = [outlets[0].id, String(outlets[1]?.id)];
});
afterAll(() => service.close());

async function done(method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}
const made = (wish: object = {}): Promise<Table> =>
  done('POST', '/tables', { outletId: here, name: randomUUID().slice(0, 18), seats: 4, ...wish });

describe('what is told of them', () => {
  let stopBackground: () => Promise<void>;
  beforeAll(() => {
    const config = readConfig({ DATABASE_URL: service.database.ownerUrl });
    const { container, metrics } = service.api;
    stopBackground = startBackground(config, container, metrics, createLogger('silent'));
  });
  afterAll(() => stopBackground());

  async function auditOf(id: string, count: number): Promise<Record<string, unknown>[]> {
    for (let look = 0; look < LOOKS_MAX; look += 1) {
      const { data } = await done('GET', `/audit?target=tables/${id}`);
      if (data.length >= count) return data as Record<string, unknown>[];
      await sleep(50);
    }
    throw new Error('waited in vain for the audit');
  }

  test('events and the audit say what it was and what it is', async () => {
    const { id } = await made({ name: 'Told', area: 'Inside' });
    await done('PATCH', `/tables/${id}`, { name: 'Said', active: false });
    const now = { id, outletId: here, name: 'Told', area: 'Inside', seats: 4, position: 0, active: true, version: 1 };
    const later = { ...now, name: 'Said', active: false, version: 2 };
    const client = new Client({ connectionString: service.database.ownerUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.tenant_id', '${service.tenant.id}', false)`);
      const { rows } = await client.query(
        'select type, aggregate, sequence, outlet_id, data from events where aggregate_id = $1 order by sequence',
        [id],
      );
      const place = { aggregate: 'tables', outlet_id: here };
      expect(rows).toEqual([
        { ...place, type: 'pos.table.created', sequence: 1, data: { table: now } },
        { ...place, type: 'pos.table.changed', sequence: 2, data: { table: later, before: now } },
      ]);
    } finally {
      await client.end();
    }
    const [changed, created] = await auditOf(id, 2);
    expect(created).toMatchObject({ action: 'pos.table.created', outletId: here, outcome: 'allowed' });
    const difference = { before: { active: true }, after: { table: { active: false } } };
    expect(changed).toMatchObject({ action: 'pos.table.changed', outletId: here, outcome: 'allowed', ...difference });
  });
});

describe('what devices have of them', () => {
  let till: TestDevice;
  let outletId: string;
  beforeAll(async () => {
    ({ id: outletId } = await done('POST', '/outlets', {
      ...{ name: 'Till', timeZone: 'America/New_York', receiptPrefix: 'G', tenders: ['cash'] },
      taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] }],
    }));
    till = await linkDevice(service, { outletId });
  });

  test('the active ones of their outlet, in order, and again when one has changed', async () => {
    const record = ({ id, name }: Table, area: string | null, position: number) => ({
      id,
      name,
      area,
      seats: 4,
      position,
    });
    const two = await made({ outletId, name: '2', area: 'Terrace', position: 20 });
    const one = await made({ outletId, name: '1', position: 10 });
    const gone = await made({ outletId, name: '0' });
    await done('PATCH', `/tables/${gone.id}`, { active: false });
    await made({ outletId: there });
    const snapshot = await till.call('GET', '/sync/snapshot');
    const [first, second] = [record(one, null, 10), record(two, 'Terrace', 20)];
    const section = (snapshot.body.sections as { section: string }[]).find((part) => part.section === 'tables');
    expect(section).toEqual({ section: 'tables', records: [first, second] });
    let { cursor } = snapshot.body as { cursor: string };
    const follow = async (): Promise<object[]> => {
      const { body } = await till.call('GET', `/sync/changes?cursor=${cursor}`);
      cursor = body.cursor;
      return body.changes;
    };
    const replaced = (records: object[]) => [{ section: 'tables', replace: true, records, removed: [] }];
    expect(await follow()).toEqual([]);
    await done('PATCH', `/tables/${one.id}`, { position: 30 });
    expect(await follow()).toEqual(replaced([second, { ...first, position: 30 }]));
    await done('PATCH', `/tables/${two.id}`, { active: false });
    expect(await follow()).toEqual(replaced([{ ...first, position: 30 }]));
    await made({ outletId: there });
    expect(await follow()).toEqual([]);
  });
});
