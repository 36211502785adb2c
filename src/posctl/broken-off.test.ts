import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXIT } from './exit-codes.js';
import { posctl } from './posctl.examples.js';

// What commands say when the service, here a stand-in with prepared answers, breaks off half way.

interface Prepared {
  readonly status?: number;
  readonly body: object;
}

let server: Server;
let answers: Record<string, Prepared[]>;
let environment: Record<string, string>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'posctl-broken-'));
  server = createServer((request, response) => {
    const route = `${request.method} ${(request.url ?? '').replace('/v1/acme/pos', '')}`;
    const { status = 200, body } = answers[route]?.shift() ?? {
      status: 500,
      body: { title: 'No more', code: 'defect' },
    };
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  environment = { POS_URL: url, POS_TENANT: 'acme', POS_API_KEY: 'k' };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const TENANT: Prepared = { body: { currency: 'KES', minorDigits: {} } };
const issue = (file: string, count: string) =>
  posctl(['giftcards', 'issue', '--count', count, '--amount', '25.00', '--out', file], environment);
const card = (id: string, code: string | null): object => ({ id, code, expiresAt: null });

test('gift cards whose codes got lost on the way are named', async () => {
  const cards = [card('one', 'AAAABBBBCCCC'), card('two', null)];
  answers = { 'GET /tenant': [TENANT], 'POST /gift-cards': [{ status: 201, body: { cards } }] };
  const file = path.join(folder, 'lost.csv');
  const { code, out, err } = await issue(file, '2');
  expect(code).toBe(EXIT.failed);
  expect(out).toBe(`1 cards of 25.00 KES are in ${file}.\n`);
  expect(err).toMatch(/the codes of 1 cards were lost; .*: two$/m);
  expect(readFileSync(file, 'utf8')).toBe('id,code,amount,currency,expires_at\none,AAAABBBBCCCC,25.00,KES,\n');
});

test('what was issued before it broke off is in the file; where nothing was, there is no file', async () => {
  const cards = Array.from({ length: 500 }, (_, index) => card(`${index}`, `CODE${index}`));
  answers = { 'GET /tenant': [TENANT, TENANT], 'POST /gift-cards': [{ status: 201, body: { cards } }] };
  const file = path.join(folder, 'half.csv');
  const broken = await issue(file, '600');
  expect(broken.code).toBe(EXIT.failed);
  expect(broken.err).toContain(`500 of 600 cards were issued and are in ${file}.`);
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(501);
  const none = path.join(folder, 'none.csv');
  expect((await issue(none, '1')).code).toBe(EXIT.failed);
  expect(existsSync(none)).toBe(false);
});

test('a replay that breaks off says how far it came and how to go on', async () => {
  const data = [{ orderId: 'x', number: 'A-1', engineVersion: '2', identical: true, differences: [] }];
  answers = { 'POST /pricing/replay': [{ body: { data, nextCursor: 'there' } }] };
  const { code, out, err } = await posctl(
    ['pricing', 'replay', '--from', '2026-01-01', '--to', '2026-02-01'],
    environment,
  );
  expect({ code, out }).toEqual({ code: EXIT.failed, out: '' });
  expect(err).toContain('1 orders were looked at, 0 differ. Go on with the same command and --cursor there');
});
