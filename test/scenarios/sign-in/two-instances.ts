import { hash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startOwnRedis, type OwnRedis } from '../../harness/redis-server.js';
import { startSecondInstance, type SecondInstance } from '../../harness/second-instance.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';
import { linkDevice, type DeviceWish, type TestDevice } from '../../harness/test-device.js';

/** What devices know the service by: a proof over it is good at each instance. */
const PUBLIC_URL = 'http://pos.example';
const DAY_MS = 86_400_000;
/** How long the door believes what it found out. */
export const AUTH_CACHE_MS = 30_000;

export type Instance = 'one' | 'other';

/** What is asked as a device, or as whoever is signed in at it. */
export interface Asking {
  readonly body?: object;
  /** Of a session; else the device's own. */
  readonly token?: string;
  /** Else the first. */
  readonly at?: Instance;
  /** Instead of a fresh one; `null` sends none. */
  readonly proof?: string | null;
  readonly idempotencyKey?: string;
}

/** A shop whose devices and people are real, served by two instances on one database and one Redis, with one clock that the test moves. */
export class TwoInstances {
  outletId = '';
  private other: SecondInstance | undefined;
  private named = 0;

  private constructor(
    readonly service: TestService,
    readonly redis: OwnRedis,
    private readonly owner: Client,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly clock: { ms: number },
  ) {}

  /** Opens it. @param more variables of the environment. */
  static async open(more: Readonly<Record<string, string>> = {}): Promise<TwoInstances> {
    // Noon of tomorrow: ahead of the clocks of the database and of the auth service.
    const clock = { ms: (Math.floor(Date.now() / DAY_MS) + 1.5) * DAY_MS };
    const redis = await startOwnRedis();
    const variables = {
      ...{ REPLAY_WAIT_MS: '1000', REDIS_URL: redis.url, PUBLIC_URL, SECRETS_KEY: randomBytes(32).toString('base64') },
      ...{ AUTH_CACHE_MS: String(AUTH_CACHE_MS), STREAM_RECHECK_MS: '100', OPEN_RATE_LIMIT_PER_MINUTE: '0', ...more },
    };
    const service = await startService(variables, () => clock.ms);
    const owner = new Client({ connectionString: service.database.ownerUrl });
    await owner.connect();
    const shop = new TwoInstances(service, redis, owner, variables, clock);
    shop.other = await startSecondInstance(service.database, variables, shop.now);
    const taxGroups = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
    const outlet = { name: 'Main street', timeZone: 'UTC', receiptPrefix: 'M', tenders: ['cash'], taxGroups };
    shop.outletId = (await shop.done('POST', '/outlets', outlet)).id as string;
    return shop;
  }

  async close(): Promise<void> {
    await this.other?.close();
    await this.owner.end();
    await this.service.close();
    await this.redis.stop();
  }

  /** Ends the other instance and starts one with nothing in memory. */
  async restartOther(): Promise<void> {
    await this.other?.close();
    this.other = await startSecondInstance(this.service.database, this.variables, this.now);
  }

  readonly now = (): number => this.clock.ms;

  /** Lines that the other instance has logged. */
  get otherLog(): readonly string[] {
    return this.other?.log ?? [];
  }

  pass(seconds: number): void {
    this.clock.ms += seconds * 1_000;
  }

  /** Moves to noon (UTC) of the next day but one: nothing of before matters. */
  nextNoon(): void {
    this.clock.ms = (Math.floor(this.clock.ms / DAY_MS) + 2) * DAY_MS + DAY_MS / 2;
  }

  /** Calls with the key of the business, which may do everything. @throws Error unless it is answered well. */
  async done(method: string, path: string, body?: object): Promise<Answer['body']> {
    const answer = await this.service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  link(wish: Partial<DeviceWish> = {}): Promise<TestDevice> {
    return linkDevice(this.service, { outletId: this.outletId, now: this.now, ...wish });
  }

  /** Takes somebody on and gives them a PIN that they have chosen themselves, as after their first day. @returns their id. */
  async hire(role: string, pin: string, at: TestDevice, more: object = {}): Promise<string> {
    this.named += 1;
    const wish = { displayName: `Person ${this.named}`, assignments: [{ role }], ...more };
    const { id } = (await this.done('POST', '/staff', wish)) as { id: string };
    const first = '71936402';
    await this.done('PUT', `/staff/${id}/pin`, { pin: first, reason: 'first day', confirm: true });
    const { token } = (await this.signIn(at, id, first)).body as { token: string };
    const changed = await this.ask(at, 'POST', '/staff/me/pin', { token, body: { current: first, new: pin } });
    if (changed.status >= 300) throw new Error(changed.text);
    return id;
  }

  signIn(at: TestDevice, personId: string, pin: string, instance: Instance = 'one'): Promise<Answer> {
    return this.ask(at, 'POST', '/sessions', { body: { method: 'pin', personId, pin }, at: instance });
  }

  /** Signs in. @returns the token. @throws Error when that is refused. */
  async token(at: TestDevice, personId: string, pin: string): Promise<string> {
    const { status, body, text } = await this.signIn(at, personId, pin);
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.token as string;
  }

  /** A proof over the address that devices know, good at each instance. */
  proof(by: TestDevice, method: string, path: string, token: string = by.token): string {
    return by.proof(method, `${PUBLIC_URL}/v1/${this.service.tenant.slug}/pos${path}`, token);
  }

  /** Where a path leads. */
  url(path: string, instance: Instance = 'one'): string {
    const base = instance === 'one' ? this.service.baseUrl : (this.other?.baseUrl ?? '');
    return `${base}/v1/${this.service.tenant.slug}/pos${path}`;
  }

  /** Asks as a device, or as whoever is signed in at it. */
  async ask(by: TestDevice, method: string, path: string, asking: Asking = {}): Promise<Answer> {
    const { body, token = by.token, at, proof, idempotencyKey = randomUUID() } = asking;
    const shown = proof === undefined ? this.proof(by, method, path, token) : proof;
    const response = await fetch(this.url(path, at), {
      method,
      headers: {
        ...{ Authorization: `DPoP ${token}`, ...(shown === null ? {} : { DPoP: shown }) },
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'POST' ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** How many signals of the first instance did not leave. */
  async lostSignals(): Promise<number> {
    const text = await this.service.api.metrics.registry.metrics();
    const lines = text.matchAll(/^pos_redis_failures_total\{operation="publish",.*\} (\d+)$/gm);
    return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
  }

  /**
   * Waits until it has come to that at the other instance. The clock stands still, so that nothing but a signal makes it forget; where the
   * service says that one was lost, as after a stall of the machine, it is given the time of its cache.
   * @param lost `lostSignals` before the act.
   */
  async untilTold(isSo: () => Promise<boolean> | boolean, lost: number): Promise<void> {
    let hasPassed = false;
    while (!(await isSo())) {
      if (!hasPassed && (await this.lostSignals()) > lost) {
        hasPassed = true;
        this.pass(AUTH_CACHE_MS / 1_000);
      }
      await sleep(5);
    }
  }

  /** Asks the database as its owner. */
  async rows(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    await this.owner.query(`select set_config('app.tenant_id', $1, false)`, [this.service.tenant.id]);
    return (await this.owner.query<Record<string, unknown>>(text, [...values])).rows;
  }

  /** How many events of a type name something, such as a device. */
  async told(type: string, about: string): Promise<number> {
    const text = `select count(*)::int as n from events where type = $1 and (aggregate_id::text = $2 or position($2 in data::text) > 0)`;
    return (await this.rows(text, [type, about]))[0]?.['n'] as number;
  }
}

/** What an answer says of signing in: its code, or the status of a success. */
export function outcomeOf({ status, body }: Answer): string | number {
  return (body?.code as string | undefined) ?? status;
}

/** The name under which something is kept that must not be read. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
