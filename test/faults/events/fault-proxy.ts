import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stablePort } from '../../harness/stable-port.js';
import type { Chance } from '../chance.js';

/** How a connection ends. `swallowed`: the server does what it was asked, and its answer is lost. `held`: nothing passes for a while. */
export type CutKind = 'cut' | 'swallowed' | 'held';

/** An idle connection has no answer to lose: it is cut after this time. */
const SWALLOW_MAX_MS = 5_000;
const HOLD_MAX_MS = 1_200;
const POLL_MS = 5;

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** What is done with the server's answers. */
  answers: 'passed' | 'swallowed';
  swallowedBytes: number;
  isEnding: boolean;
}

/** Stands before a server and passes bytes both ways, until it is told to spoil a connection. */
export class FaultProxy {
  private readonly links = new Set<Link>();
  private readonly acceptor: Server;

  private constructor(
    readonly port: number,
    private readonly targetPort: number,
  ) {
    this.acceptor = createServer((client) => this.join(client));
  }

  /** Starts one before a server of this machine. @param port chosen when left out */
  static async before(targetPort: number, port?: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(port ?? (await stablePort()), targetPort);
    await new Promise<void>((resolve, reject) => {
      proxy.acceptor.once('error', reject);
      proxy.acceptor.listen({ port: proxy.port, host: '127.0.0.1' }, resolve);
    });
    return proxy;
  }

  /** Connections that are open and not yet being ended. */
  get open(): number {
    return this.candidates().length;
  }

  /** Ends one connection that chance names. @returns false when there is none; else at once: a slow end goes on behind. */
  spoil(kind: CutKind, chance: Chance): boolean {
    const candidates = this.candidates();
    if (candidates.length === 0) return false;
    const link = chance.pick(candidates);
    link.isEnding = true;
    const holdMs = chance.next() * HOLD_MAX_MS;
    if (kind === 'cut') destroy(link);
    else if (kind === 'swallowed') void this.swallow(link);
    else void this.hold(link, holdMs);
    return true;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.acceptor.close(() => resolve()));
    for (const link of this.links) destroy(link);
    await closed;
  }

  private candidates(): Link[] {
    return [...this.links].filter((link) => !link.isEnding);
  }

  private join(client: Socket): void {
    const server = createConnection({ port: this.targetPort, host: '127.0.0.1' });
    const link: Link = { client, server, answers: 'passed', swallowedBytes: 0, isEnding: false };
    this.links.add(link);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.once('error', () => destroy(link)); // cut here, or the server is down: the other side has to see it
      socket.once('close', () => {
        destroy(link);
        this.links.delete(link);
      });
    }
    pass(client, server, () => true);
    pass(server, client, (bytes) => {
      if (link.answers === 'passed') return true;
      link.swallowedBytes += bytes;
      return false;
    });
  }

  /** Waits for an answer to lose, then cuts. */
  private async swallow(link: Link): Promise<void> {
    link.answers = 'swallowed';
    const end = performance.now() + SWALLOW_MAX_MS;
    while (link.swallowedBytes === 0 && performance.now() < end) await sleep(POLL_MS);
    destroy(link);
  }

  private async hold(link: Link, forMs: number): Promise<void> {
    link.client.pause();
    link.server.pause();
    await sleep(forMs);
    destroy(link);
  }
}

function pass(from: Socket, to: Socket, isPassed: (bytes: number) => boolean): void {
  from.on('data', (chunk) => {
    if (isPassed(chunk.length) && !to.write(chunk)) from.pause();
  });
  to.on('drain', () => from.resume());
  from.once('end', () => to.end());
}

function destroy({ client, server }: Link): void {
  client.destroy();
  server.destroy();
}
