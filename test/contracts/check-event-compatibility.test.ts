import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Which version is compared with which, in a repository made for the test.

const LOADER = pathToFileURL(path.resolve('node_modules/tsx/dist/loader.mjs')).href;
const TOOL = path.resolve('tools/check-event-compatibility.ts');
const FILE = 'openapi/schemas/events/pos.order.created/1.json';
const IDENTITY = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pos-contracts-'));
  write('openapi/pos.json', { paths: {} });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const schema = (...names: string[]): object => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});

function write(file: string, content: object): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), JSON.stringify(content));
}

function git(...args: string[]): void {
  const { status, stderr } = spawnSync('git', [...IDENTITY, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function commit(...names: string[]): void {
  write(FILE, schema(...names));
  git('add', '.');
  git('commit', '--allow-empty', '-m', 'x');
}

function check(environment: Record<string, string> = {}): { code: number | null; said: string } {
  const ceiling = { GIT_CEILING_DIRECTORIES: path.dirname(folder) };
  const { status, stderr } = spawnSync(process.execPath, ['--import', LOADER, TOOL], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...ceiling, ...environment },
  });
  return { code: status, said: stderr };
}

test('without a history it says so and passes', () => {
  write(FILE, schema('a'));
  expect(check()).toMatchObject({ code: 0, said: expect.stringContaining('no earlier version') });
  git('init', '--quiet');
  commit('a');
  expect(check()).toMatchObject({ code: 0, said: expect.stringContaining('no earlier version') });
});

test('what is not committed is compared with what is', () => {
  git('init', '--quiet');
  commit('a', 'b');
  write(FILE, schema('a', 'b', 'c'));
  expect(check()).toEqual({ code: 0, said: '' });
  write(FILE, schema('b', 'c'));
  expect(check()).toMatchObject({ code: 1, said: expect.stringContaining('pos.order.created/1 /a is gone') });
});

test('what is committed is compared with the version before, or with the one that is named', () => {
  git('init', '--quiet');
  commit('a', 'b', 'c');
  git('tag', 'first');
  commit('a', 'b');
  commit('a', 'b', 'd');
  expect(check()).toEqual({ code: 0, said: '' });
  expect(check({ EVENTS_BASE: 'first' })).toMatchObject({ code: 1, said: expect.stringContaining('/c is gone') });
  expect(check({ EVENTS_BASE: 'nowhere' })).toMatchObject({ code: 1, said: expect.stringContaining('nowhere') });
  git('rm', '--quiet', FILE);
  expect(check()).toMatchObject({ code: 1, said: expect.stringContaining('pos.order.created/1 is gone') });
});
