import { Redis } from 'ioredis';

/** What the operator must see; the telemetry adapter gives it a body. */
export interface RedisObserver {
  /** An operation did without Redis, for a reason of few words: `away`, `timeout`, `error`, `lost`. */
  failed(operation: string, reason: string): void;
  /** The connection was made, or broke; `error` says why, where that is known. */
  changed(up: boolean, error: Error | undefined): void;
}

export interface RedisConnectionSettings {
  readonly url: string;
  /** As `client list` shows it. */
  readonly name: string;
  /** Longest that one operation may take. */
  readonly commandTimeoutMs: number;
  readonly observer: RedisObserver;
}

const CONNECT_TIMEOUT_MS = 500;
/** A socket that owes answers for so long is given up: behind a Redis that hangs, commands would pile up. */
const SOCKET_TIMEOUT_MS = 1_000;
const PING_MS = 5_000;
const BACKOFF_MS = { first: 50, max: 2_000 };
const CLOSE_TIMEOUT_MS = 1_000;

/** One connection, opened at its first use, that comes back by itself for ever and whose operations never reject. */
export class RedisConnection {
  private readonly client: Redis;
  private readonly firstTry: Promise<void>;
  private pinging: NodeJS.Timeout | undefined;
  private closed = false;
  /** What the observer was told last. */
  private told: boolean | undefined;
  private lastError: Error | undefined;

  constructor(private readonly settings: RedisConnectionSettings) {
    this.client = new Redis(settings.url, {
      lazyConnect: true,
      connectionName: settings.name,
      disableClientInfo: true,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false, // an increment must not count twice
      autoResubscribe: false, // done here, where it is known when it has happened
      maxRetriesPerRequest: 0,
      commandTimeout: settings.commandTimeoutMs,
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: Math.max(SOCKET_TIMEOUT_MS, settings.commandTimeoutMs),
      retryStrategy: backoffMs,
    });
    this.firstTry = new Promise((resolve) => {
      this.client.once('ready', () => resolve()).once('close', () => resolve());
    });
    this.client
      .on('error', (error: Error) => (this.lastError = error))
      .on('ready', () => this.tell(true))
      .on('close', () => this.tell(false))
      .on('end', () => this.reopen());
  }

  get isUp(): boolean {
    return this.client.status === 'ready';
  }

  /** The client, for what is no question: subscriptions. */
  get raw(): Redis {
    return this.client;
  }

  /** Opens the connection if nothing has yet. */
  open(): void {
    if (this.closed || this.client.status !== 'wait') return;
    this.client.connect().catch((error: unknown) => (this.lastError = error as Error));
    // Notices a peer that is gone without a word, which a subscriber would otherwise wait for in vain.
    this.pinging = setInterval(() => void this.ping(), PING_MS).unref();
  }

  /** Asks Redis, or answers `fallback` when it is away, too slow or refuses. */
  async ask<Answer, Fallback>(
    operation: string,
    fallback: Fallback,
    question: (client: Redis) => Promise<Answer>,
  ): Promise<Answer | Fallback> {
    this.open();
    if (!this.isUp) {
      this.settings.observer.failed(operation, 'away');
      return fallback;
    }
    try {
      return await question(this.client);
    } catch (error) {
      this.settings.observer.failed(operation, reasonOf(error));
      return fallback;
    }
  }

  /** Whether Redis answers now. At the very beginning it waits for the first try to connect to end. */
  async answers(): Promise<boolean> {
    this.open();
    if (!this.closed) await this.firstTry;
    return this.isUp && (await this.ping());
  }

  /** Begins anew: for when what the connection is for has failed on it. */
  restart(): void {
    if (!this.closed && this.isUp) this.client.disconnect(true);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.pinging);
    const { status } = this.client;
    const ended = new Promise<void>((resolve) => {
      if (status === 'ready' || status === 'connect' || status === 'connecting') {
        this.client.once('end', () => resolve());
        setTimeout(resolve, CLOSE_TIMEOUT_MS).unref();
      } else resolve();
    });
    this.client.disconnect();
    await ended;
  }

  private async ping(): Promise<boolean> {
    return this.isUp && (await this.ask('ping', undefined, (client) => client.ping())) !== undefined;
  }

  private tell(up: boolean): void {
    if (this.closed || this.told === up) return;
    this.told = up;
    this.settings.observer.changed(up, up ? undefined : this.lastError);
  }

  /** ioredis gives up by itself in a few rare cases; we do not. */
  private reopen(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (!this.closed && this.client.status === 'end')
        this.client.connect().catch((error: unknown) => (this.lastError = error as Error));
    }, BACKOFF_MS.max).unref();
  }
}

/** Doubles up to a bound; the chance in it keeps instances from coming back all at once. */
function backoffMs(tries: number): number {
  const full = Math.min(BACKOFF_MS.first * 2 ** Math.min(tries, 10), BACKOFF_MS.max);
  return Math.round(full * (0.5 + Math.random() / 2));
}

function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  if (message === 'Command timed out') return 'timeout';
  return name === 'ReplyError' ? 'error' : 'away';
}
