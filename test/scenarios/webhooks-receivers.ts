import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { certificate } from '../../src/platform/safe-http/certificate.examples.js';

/** A message as a receiver got it. */
export interface ReceivedMessage {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is sent webhooks. */
export interface Receiver {
  readonly url: string;
  /** `host:port`, to be excepted from the rules. */
  readonly pair: string;
  readonly received: ReceivedMessage[];
  /** What to answer from now on; 204 until said. */
  answer(how: (response: ServerResponse, message: ReceivedMessage) => void | Promise<void>): void;
  close(): Promise<void>;
  /** The most connections that were open at once. */
  openMost(): number;
}

/** A receiver that writes down what it gets. */
export async function startReceiver({ tls = false } = {}): Promise<Receiver> {
  const received: ReceivedMessage[] = [];
  let how: (response: ServerResponse, message: ReceivedMessage) => void | Promise<void> = (response) =>
    void response.writeHead(204).end();
  const listener: RequestListener = (request, response) => {
    response.on('error', () => undefined);
    void text(request).then(
      async (body) => {
        const message = { id: String(request.headers['webhook-id']), headers: request.headers, body };
        received.push(message);
        await how(response, message);
      },
      () => undefined, // given up by the sender
    );
  };
  const server = tls ? createTlsServer(certificate, listener) : createServer(listener);
  const { pair, ...end } = await listen(server);
  return { url: `${tls ? 'https' : 'http'}://${pair}/hook`, pair, received, answer: (next) => (how = next), ...end };
}

/** A receiver that does something else than HTTP. */
export async function startRudeReceiver(behave: (socket: Socket) => void): Promise<Receiver> {
  const { pair, ...end } = await listen(createTcpServer(behave));
  return { url: `http://${pair}/hook`, pair, received: [], answer: () => undefined, ...end };
}

async function listen(server: Server): Promise<Pick<Receiver, 'pair' | 'close' | 'openMost'>> {
  let most = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { pair: `127.0.0.1:${(server.address() as AddressInfo).port}`, close, openMost: () => most };
}

/** Looks again and again until it is so. A test that waits in vain ends by its own timeout, and says for what. */
export async function until(what: string, is: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`it never came that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
