import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Invocation } from '../command.js';
import { Printer } from '../printer.js';
import { checkReach } from './reach-checks.js';
import { checkWebhooks } from './webhook-checks.js';

let server: Server;
let open: string;
let closed: string;
beforeAll(async () => {
  const places = await Promise.all([listen(), listen()]);
  [server] = places;
  [open, closed] = places.map((one) => `127.0.0.1:${(one.address() as AddressInfo).port}`) as [string, string];
  await new Promise((resolve) => places[1].close(resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const listening = createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => resolve(listening));
  });
}

function invocation(environment: Record<string, string>): Invocation {
  const nowhere = { write: () => undefined };
  const printer = new Printer(nowhere, nowhere, { json: false, jsonl: false, quiet: true, colour: false });
  return { arguments: [], options: {}, printer, environment, signal: new AbortController().signal };
}

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');

test.each<[string, () => Record<string, string>, string, string]>([
  ['nothing is set', () => ({}), 'ok', 'ok'],
  ['both answer', () => ({ REDIS_URL: `redis://${open}`, KAFKA_BROKERS: `${open}, ${open}` }), 'ok', 'ok'],
  ['neither answers', () => ({ REDIS_URL: `redis://u:p@${closed}/0`, KAFKA_BROKERS: closed }), 'warn', 'warn'],
  ['one of two brokers answers', () => ({ KAFKA_BROKERS: `${open},${closed}` }), 'ok', 'warn'],
  ['nobody could understand it', () => ({ REDIS_URL: 'here', KAFKA_BROKERS: 'broker' }), 'warn', 'warn'],
])('%s', async (_, environment, redis, brokers) => {
  const found = await checkReach(invocation(environment()));
  expect(found.map(({ state }) => state)).toEqual([redis, brokers]);
  expect(JSON.stringify(found)).not.toContain('u:p');
  for (const { state, fix = '' } of found) expect(fix !== '').toBe(state !== 'ok');
});

test.each<[string, Record<string, string>, string[]]>([
  ['nothing is set', {}, ['warn', 'ok']],
  ['a key', { SECRETS_KEY: KEY }, ['ok', 'ok']],
  ['keys that rotate', { SECRETS_KEY: `${KEY},${OTHER_KEY}`, WEBHOOK_PORTS: '443' }, ['ok', 'ok']],
  ['a key that is none', { SECRETS_KEY: 'c2VjcmV0' }, ['fail', 'ok']],
  ['ports that are none', { SECRETS_KEY: KEY, WEBHOOK_PORTS: '443,https' }, ['ok', 'fail']],
  ['ports of other things', { SECRETS_KEY: KEY, WEBHOOK_PORTS: '443,5432' }, ['ok', 'warn']],
  ['exceptions', { SECRETS_KEY: KEY, WEBHOOK_ALLOW: 'localhost:3000' }, ['ok', 'ok', 'warn']],
])('webhooks: %s', async (_, environment, states) => {
  const found = await checkWebhooks(invocation(environment));
  expect(found.map(({ state }) => state)).toEqual(states);
  expect(JSON.stringify(found)).not.toMatch(/c2VjcmV0|AQEB/);
});
