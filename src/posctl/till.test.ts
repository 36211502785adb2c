import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startService, type TestService } from '../../test/harness/service.js';
import { startBackground } from '../app/background.js';
import { readConfig } from '../app/config.js';
import { DEMO_MENU, menuAsCsv } from '../app/seed/demo-menu.js';
import { demoCashierId } from '../app/seed/demo-staff.js';
import { demoTenant } from '../app/seed/demo-tenant.js';
import { demoTill, HOUSE_ACCOUNT } from '../app/seed/demo-till.js';
import { createLogger } from '../platform/telemetry/logger.js';
import { EXIT } from './exit-codes.js';
import { posctl as posctlIn } from './posctl.examples.js';
import { seedInto } from './seeding.js';

// The commands about money at the till, against the service with the demo's data.

const tenant = demoTenant('demo', 'demo');
const till = demoTill(tenant);
const NOBODY = '0197a3c2-7b1e-7000-8000-ffffffffffff';
const CAFE = ['--outlet', 'Corner Café'];
const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Seeding is many small requests, on a machine that does other things, too. */
const SEEDED_WITHIN_MS = 120_000;

let service: TestService;
let environment: Record<string, string>;
let folder: string;
let stopBackground: () => Promise<void> = () => Promise.resolve();
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'posctl-till-'));
  service = await startService();
  const catalog = menuAsCsv(DEMO_MENU, tenant.currency);
  const plan = { tenant, knownKey: undefined, renewKey: false, catalog, till };
  const { apiKey = '' } = await seedInto(service.database.ownerUrl, plan);
  environment = { POS_URL: service.baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: apiKey };
  const { container, metrics } = service.api;
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, LOG_LEVEL: 'silent' });
  stopBackground = startBackground(config, container, metrics, createLogger('silent'));
}, SEEDED_WITHIN_MS);
afterAll(async () => {
  await stopBackground();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const posctl = (...args: string[]) => posctlIn(args, environment);
const linesOf = (text: string): string[] => text.trimEnd().split('\n').filter(Boolean);

/** The document of a command that has to end well. */
async function documentOf<Document>(...args: string[]): Promise<Document> {
  const { code, out, err } = await posctl(...args, '--json');
  expect({ args, code, err }).toEqual({ args, code: EXIT.done, err: '' });
  return JSON.parse(out) as Document;
}

async function call(method: string, route: string, body: object, token = environment['POS_API_KEY'] ?? '') {
  const answer = await service.call(method, `/v1/demo/pos${route}`, { body, token });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body as Record<string, string>;
}

test('drawers are listed, and opened by name', async () => {
  expect((await posctl('drawers', 'list', ...CAFE)).out).toMatch(/^Front counter +active +1 /m);
  const dry = await documentOf('drawers', 'open', 'Back counter', '--float', '50.00', '--dry-run');
  expect(dry).toMatchObject({ dryRun: true, float: usd(5000) });
  const session = await documentOf<{ id: string }>('drawers', 'open', 'Back counter', '--float', '50.00');
  expect(session).toMatchObject({ status: 'open', expected: usd(5000) });
  expect((await posctl('drawers', 'open', 'Back counter')).code).toBe(EXIT.conflict);
  expect(await posctl('drawers', 'open', 'Side counter')).toMatchObject({
    code: EXIT.notFound,
    err: expect.stringContaining('There is: "Back counter", "Front counter"') as string,
  });
  expect((await posctl('drawers', 'sessions', '--status', 'open')).out).toContain(session.id);
});

test('a session is counted, closed, and what is missing waits for a decision', async () => {
  const { id } = till.session.body;
  expect((await posctl('drawers', 'count', id, '--counted', '199.50')).out).toBe(
    'Counted 199.50 USD, expected 200.00 USD: -0.50 USD off.\n',
  );
  expect((await posctl('drawers', 'close', id, '--counted', '190.00', '--dry-run')).code).toBe(EXIT.done);
  const { code, out } = await posctl('drawers', 'close', id, '--counted', '190.00', '--keep', '50.00');
  expect(code).toBe(EXIT.done);
  expect(linesOf(out).slice(1, 5)).toEqual([
    'Expected 200.00 USD',
    'Counted 190.00 USD',
    'Variance -10.00 USD',
    'Stays as float 50.00 USD',
  ]);
  expect(out).toContain('The variance waits for somebody who has not counted');
  expect((await posctl('drawers', 'sessions', '--variance', 'pending', '--jsonl')).out).toContain(id);
  expect((await posctl('drawers', 'close', id, '--counted', '190.00')).code).toBe(EXIT.conflict);
});

interface Listed {
  readonly id: string;
  readonly businessDate: string;
}

test('yesterday is closed, its Z is shown in every form and verified', async () => {
  const [report] = await documentOf<Listed[]>('zreports', 'list', ...CAFE, '--scope', 'day');
  const { id = '', businessDate = '' } = report ?? {};
  expect((await posctl('days', 'list', ...CAFE)).out).toMatch(new RegExp(`^${businessDate} +closed +${id}$`, 'm'));
  expect((await posctl('zreports', 'show', id)).out).toContain('Z report 1\n');
  expect(await documentOf('zreports', 'show', id)).toMatchObject({ id, number: 1 });
  expect((await posctl('zreports', 'show', id, '--format', 'html')).out).toMatch(/^<!doctype html>/);
  const file = path.join(folder, 'z.pdf');
  expect((await posctl('zreports', 'show', id, '--format', 'pdf', '-o', file)).out).toBe(
    `Z report ${id} is in ${file}.\n`,
  );
  const headers = { Accept: 'application/pdf' };
  const token = environment['POS_API_KEY'] ?? '';
  const pdf = await fetch(`${service.baseUrl}/v1/demo/pos/z-reports/${id}`, {
    headers: { ...headers, Authorization: `Bearer ${token}` },
  });
  expect(readFileSync(file).equals(Buffer.from(await pdf.arrayBuffer()))).toBe(true);
  // A session that was closed has a Z of its own, a moment later.
  expect((await posctl('zreports', 'verify', ...CAFE)).out).toMatch(
    /^[12] reports: nothing was changed or taken away\.$/m,
  );
});

test('the running day is shown, and closed for good', async () => {
  const amount = usd(300);
  const outletId = till.outletId;
  await call('POST', '/orders', {
    ...{ outletId, lines: [{ sku: 'coffee' }], payments: [{ tender: 'cash', amount }], complete: true },
  });
  const { out } = await posctl('days', 'x', ...CAFE);
  expect(out).toMatch(/^1 orders$/m);
  expect(out).toMatch(/^total +3\.00 USD$/m);
  expect(out).toMatch(/^cash +1 +3\.00 USD +3\.00 USD$/m);
  const { businessDate } = await documentOf<Listed>('days', 'x', ...CAFE);
  expect((await posctl('days', 'close', businessDate, ...CAFE)).code).toBe(EXIT.usage);
  expect((await posctl('days', 'close', businessDate, ...CAFE, '--dry-run')).code).toBe(EXIT.done);
  const refused = await posctl('days', 'close', businessDate, ...CAFE, '--yes');
  expect(refused).toMatchObject({
    code: EXIT.conflict,
    err: expect.stringContaining('drawer_sessions_open') as string,
  });
  const wish = ['--yes', '--accept-open-sessions', '--reason', 'power cut'];
  const closed = await posctl('days', 'close', businessDate, ...CAFE, ...wish);
  expect(closed.out).toMatch(/ is closed: Z report 2, total 3\.00 USD, \d exceptions\. See posctl zreports show /);
});

test('an approval is granted by somebody else, and denied', async () => {
  const ask = (reason: string) =>
    call('POST', '/approvals', {
      ...{ action: 'order.refund', targetId: till.sales[0]?.order.id, outletId: till.outletId },
      ...{ amount: usd(6000), reason },
    });
  const [{ id = '' }, { id: second = '' }] = [await ask('cold'), await ask('late')];
  expect((await posctl('approvals', 'grant', id)).code).toBe(EXIT.conflict);
  const permissions = ['approvals:grant', 'orders:refund', 'orders:write'];
  const made = await service.call('POST', '/v1/demo/pos/api-keys', {
    body: { name: 'manager', mode: 'test', permissions },
    token: environment['POS_API_KEY'] ?? '',
  });
  const manager = { ...environment, POS_API_KEY: (made.body as { key: string }).key };
  const listed = await posctlIn(['approvals', 'list', '--status', 'asked'], manager);
  expect(listed.out).toMatch(/ order\.refund +60\.00 USD +asked +cold /);
  const granted = await posctlIn(['approvals', 'grant', id, '--note', 'seen', '--json'], manager);
  expect(JSON.parse(granted.out)).toMatchObject({ status: 'granted', note: 'seen' });
  expect((await posctlIn(['approvals', 'deny', second, '--dry-run'], manager)).out).toContain('"late"): asked');
  expect((await posctlIn(['approvals', 'deny', second], manager)).out).toContain('("late"): denied');
  expect((await posctlIn(['shifts', 'list'], manager)).code).toBe(EXIT.notAllowed);
});

test('tenders, accounts, shifts and tips are listed', async () => {
  const { out } = await posctl('tenders', 'list', ...CAFE);
  expect(out).toMatch(/^mpesa +M-Pesa +mobile_money +yes +simulator +tenant$/m);
  expect(out).toMatch(/^card +Card +card +yes +by hand +built_in$/m);
  expect((await posctl('accounts', 'list', '--owing')).out).toMatch(
    /^D-0001 +Studio Grace +open +11\.30 USD +200\.00 USD/m,
  );
  const statement = await posctl('accounts', 'statement', HOUSE_ACCOUNT);
  expect(statement.out).toMatch(/^ +1 +\S+ +charge +11\.30 USD +11\.30 USD$/m);
  expect(statement.out).toMatch(/^Owed at the end 11\.30 USD$/m);
  const csv = await posctl('accounts', 'statement', till.houseAccount.id, '--from', '2026-01-01', '--csv');
  expect(linesOf(csv.out).length).toBeGreaterThan(1);
  expect((await posctl('accounts', 'statement', 'D-9999')).code).toBe(EXIT.notFound);
  expect((await posctl('shifts', 'list', '--status', 'working')).out).toMatch(
    new RegExp(` ${demoCashierId(tenant)} +barista +working `),
  );
  // Half of yesterday's tip stays with whoever sold; it is owed a moment after the sale.
  let owed: object[] = [];
  while (owed.length === 0) owed = await documentOf('tips', 'balances', ...CAFE);
  expect(owed).toMatchObject([{ owed: usd(75) }]);
});

test('a payment that nobody answers for is in doubt, and asked about', async () => {
  const { id: orderId = '' } = await call('POST', '/orders', { outletId: till.outletId, lines: [{ sku: 'coffee' }] });
  const id = '01980000-0000-7000-8000-0000000000e1';
  // By its last digits the simulator never answers.
  const payment = { id, tender: 'mpesa', amount: usd(103), payer: { phone: '254700000000' } };
  await call('POST', `/orders/${orderId}/payments`, payment);
  let doubtful: object[] = [];
  while (doubtful.length === 0) doubtful = await documentOf('payments', 'doubtful', '--provider', 'simulator');
  expect(doubtful).toMatchObject([{ paymentId: id, amount: usd(103) }]);
  expect((await posctl('payments', 'check', id)).out).toMatch(/^1\.03 USD of order A-\d+ by simulator: /);
  expect(await documentOf('payments', 'doubtful', '--provider', 'mpesa')).toEqual([]);
  expect(await documentOf('payments', 'unallocated', '--status', 'open')).toEqual([]);
});

test('a notice is looked after once somebody says so', async () => {
  // The drawer that did not add up makes one, a moment after it was closed.
  let rows: { id: string; kind: string }[] = [];
  while (rows.length === 0) rows = await documentOf('notices', 'list', '--status', 'open');
  const id = rows[0]?.id ?? '';
  expect((await posctl('notices', 'ack', id, '--dry-run')).code).toBe(EXIT.done);
  expect(await documentOf('notices', 'ack', id, '--note', 'counted again')).toMatchObject({
    ...{ status: 'acknowledged', note: 'counted again' },
  });
  expect((await posctl('notices', 'list', '--status', 'acknowledged')).out).toContain('counted again');
});

test.each<[string[], number]>([
  [['drawers', 'open', NOBODY], EXIT.notFound],
  [['drawers', 'open', 'Front counter', '--float', 'much', ...CAFE], EXIT.usage],
  [['drawers', 'open', 'Front counter', '--outlet', 'Nowhere'], EXIT.notFound],
  [['drawers', 'count', NOBODY, '--counted', '1.00'], EXIT.notFound],
  [['drawers', 'close', NOBODY, '--counted', '1.00'], EXIT.notFound],
  [['drawers', 'close', till.session.body.id, '--no-input'], EXIT.usage],
  [['drawers', 'sessions', '--limit', '0'], EXIT.usage],
  [['days', 'list'], EXIT.usage],
  [['days', 'x', '--outlet', 'Nowhere'], EXIT.notFound],
  [['days', 'close', '2026-01-01', '--yes'], EXIT.usage],
  [['zreports', 'show', NOBODY], EXIT.notFound],
  [['zreports', 'show', NOBODY, '--format', 'docx'], EXIT.usage],
  [['zreports', 'show', NOBODY, '--format', 'pdf'], EXIT.usage],
  [['zreports', 'verify', '--outlet', NOBODY], EXIT.notFound],
  [['tenders', 'list', '--outlet', NOBODY], EXIT.notFound],
  [['payments', 'check', NOBODY], EXIT.notFound],
  [['notices', 'ack', NOBODY], EXIT.notFound],
  [['approvals', 'grant', NOBODY], EXIT.notFound],
  [['accounts', 'statement', HOUSE_ACCOUNT, '--from', 'soon'], EXIT.usage],
])('%j ends with %i', async (line, code) => {
  const answer = await posctl(...line);
  expect({ code: answer.code, out: answer.out }).toEqual({ code, out: '' });
  expect(answer.err).not.toBe('');
  expect(existsSync('z.pdf')).toBe(false);
});
