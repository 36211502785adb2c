import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Chance } from '../chance.js';
import { deckOf } from './event-killer.js';
import { FaultProxy } from './fault-proxy.js';

let server: Server;
let proxy: FaultProxy;
const asked: string[] = [];
const open = new Set<Socket>();
beforeAll(async () => {
  server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => open.delete(socket)); // the proxy cuts
    socket.on('data', (question) => {
      asked.push(question.toString());
      socket.write(`answer to ${question.toString()}`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await FaultProxy.before((server.address() as AddressInfo).port);
});
afterAll(async () => {
  await proxy.close();
  for (const socket of open) socket.destroy();
  server.close();
});

/** Asks, waits for the answer, and tells what came until the connection was closed. */
async function connected(): Promise<{ readonly socket: Socket; readonly heard: () => string }> {
  const socket = createConnection({ port: proxy.port, host: '127.0.0.1' });
  let heard = '';
  socket.on('data', (answer) => (heard += answer.toString()));
  socket.on('error', () => undefined); // a cut may show as a reset; what counts is that it closes
  socket.write('hello');
  await once(socket, 'data');
  return { socket, heard: () => heard };
}

test('passes bytes both ways, and a cut closes both sides', async () => {
  const { socket, heard } = await connected();
  expect(heard()).toBe('answer to hello');
  const closed = once(socket, 'close');
  expect(proxy.spoil('cut', new Chance(1))).toBe(true);
  await closed;
  expect(proxy.open).toBe(0);
  expect(proxy.spoil('cut', new Chance(1))).toBe(false);
});

test('swallows an answer: the server has done it, the client never hears of it', async () => {
  const { socket, heard } = await connected();
  const closed = once(socket, 'close');
  proxy.spoil('swallowed', new Chance(1));
  socket.write('transfer');
  await closed;
  expect(asked).toContain('transfer');
  expect(heard()).toBe('answer to hello');
});

test('holds a connection, then closes it', async () => {
  const { socket } = await connected();
  const closed = once(socket, 'close');
  proxy.spoil('held', new Chance(1));
  await closed;
  expect(proxy.open).toBe(0);
});

test('a seed names the same victims, each kind among them', () => {
  expect(deckOf(12, new Chance(7))).toEqual(deckOf(12, new Chance(7)));
  expect(new Set(deckOf(12, new Chance(7)))).toEqual(new Set(['dispatcher', 'backend', 'service', 'redis', 'kafka']));
  expect(deckOf(400, new Chance(7)).filter((victim) => victim === 'kafka')).toHaveLength(40);
});
