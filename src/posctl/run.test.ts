import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { durationText, progressLine } from './progress.js';
import { run } from './run.js';

const home = process.cwd();
let folder: string;
beforeAll(() => process.chdir((folder = mkdtempSync(path.join(tmpdir(), 'posctl-')))));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

async function posctl(
  line: string,
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const args = line === '' ? [] : line.split(' ');
  const code = await run(args, {
    out: sink('out'),
    err: sink('err'),
    environment,
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

const LOST: Record<string, string> = { POS_URL: 'http://127.0.0.1:1', POS_TENANT: 'acme', POS_API_KEY: 'k' };

test.each(COMMANDS.map(({ name }) => name))('%s explains itself with two examples', async (name) => {
  const { code, out, err } = await posctl(`${name} --help`);
  expect({ code, err }).toEqual({ code: EXIT.done, err: '' });
  expect(out.split('Examples:\n')[1]?.trim().split('\n')).toHaveLength(2);
});

test.each<{ line: string; environment: Record<string, string>; code: number }>([
  { line: '', environment: {}, code: EXIT.done },
  { line: 'help sales import', environment: {}, code: EXIT.done },
  { line: 'version', environment: {}, code: EXIT.done },
  { line: 'nonsense', environment: {}, code: EXIT.usage },
  { line: 'sales', environment: {}, code: EXIT.usage },
  { line: 'sales import', environment: LOST, code: EXIT.usage },
  { line: 'sales import a.csv b.csv', environment: LOST, code: EXIT.usage },
  { line: 'sales import a.csv --colour', environment: LOST, code: EXIT.usage },
  { line: 'sales import a.csv --concurrency 0', environment: LOST, code: EXIT.usage },
  { line: 'sales import absent.csv', environment: LOST, code: EXIT.usage },
  { line: 'orders list', environment: {}, code: EXIT.usage },
  { line: 'orders list', environment: { POS_URL: 'http://127.0.0.1:1', POS_TENANT: 'acme' }, code: EXIT.notAllowed },
  { line: 'migrate', environment: {}, code: EXIT.usage },
  { line: 'migrate', environment: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/pos' }, code: EXIT.unreachable },
  { line: 'doctor', environment: LOST, code: EXIT.failed },
])('"$line" ends with $code', async ({ line, environment, code }) => {
  const answer = await posctl(line, environment);
  expect(answer.code).toBe(code);
  expect(code === EXIT.done || answer.err !== '' || answer.out.includes('fail')).toBe(true);
});

test('what goes wrong is said on stderr, and stdout stays clean', async () => {
  const { out, err } = await posctl('orders list --json', {});
  expect(out).toBe('');
  expect(err).toMatch(/POS_URL/);
});

test('the connection can come from a file', async () => {
  writeFileSync(path.join(folder, 'x.env'), 'POS_URL="http://127.0.0.1:1"\nPOS_TENANT=acme\n# a comment\n');
  expect(await posctl('orders list --env-file x.env')).toMatchObject({ code: EXIT.notAllowed });
  expect(await posctl('orders list --env-file absent.env')).toMatchObject({ code: EXIT.usage });
});

test('a bar shows share, count, rate and time left', () => {
  expect(progressLine('orders', { done: 500, total: 2000 }, 2_000)).toBe(
    '[######------------------] 25 %  500/2000 orders  250 orders/s, 6 s left',
  );
  expect(progressLine('rows', { done: 500, total: undefined }, 2_000)).toBe('500 rows  250 rows/s');
  expect([59, 185, 3_720].map(durationText)).toEqual(['59 s', '3 min 05 s', '1 h 02 min']);
});
