import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import type { TenantId } from '../../src/kernel/ids.js';
import { hintOf, PERMISSIONS, SECRET_BYTES, writeToken } from '../../src/modules/access/index.js';
import { freePort } from '../../src/platform/embedded-postgres/ports.js';
import { appUrlFrom, workerUrlFrom } from '../../src/platform/postgres/roles.js';
import { Chance } from '../faults/chance.js';
import { ServiceProcess } from '../faults/service-process.js';
import { openShop, type Shop } from '../faults/shop.js';
import { readFuzzContract, type FuzzContract } from './contract.js';
import { MoneyWorld, REQUESTS_A_ROUND, type Preparation } from './money-world.js';
import { answersIn, RawRequests, sendRaw } from './raw-requests.js';
import { RequestMaker, type Counter, type FuzzKeys, type FuzzRequest } from './request-maker.js';
import { ANSWER_TIMEOUT_MS, Sender, Unanswered } from './sender.js';
import { staffDevice } from './staffed-device.js';
import { ValidValues } from './valid-values.js';
import { judge } from './verdict.js';

export interface FuzzSettings {
  readonly seed: number;
  readonly requests: number;
  readonly ownerUrl: string;
  readonly logFile: string;
  /** Only these request numbers: for looking at a failure again. */
  readonly only?: readonly number[];
  readonly say: (line: string) => void;
}

export interface Failure {
  readonly index: number;
  readonly what: string;
  readonly request: string;
}

export interface FuzzReport {
  readonly seed: number;
  readonly requests: number;
  readonly rawRequests: number;
  readonly failures: readonly Failure[];
  readonly failed: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that were answered 503, and with what. */
  readonly overloaded: readonly string[];
  readonly operations: number;
  readonly slowestMs: number;
  readonly rssMib: { readonly start: number; readonly peak: number; readonly end: number };
  readonly seconds: number;
}

/** The vendor's own tenant (migration 0036). */
const PLATFORM_ID = '00000000-0000-7000-8000-000000000001';
const IN_FLIGHT = 16;
const RAW_SHARE = 0.02;
const FAILURES_KEPT = 200;
const REPORT_EVERY = 10_000;
const SHOWN_BYTES = 400;
// Long enough for an honest client, short enough for a promise of a body that never comes.
const BODY_TIMEOUT_MS = 2_000;

/** Sends what the contract allows, what it forbids, and bytes that are no HTTP; reports what was answered wrongly. */
export async function runFuzz(settings: FuzzSettings): Promise<FuzzReport> {
  const { seed, ownerUrl, logFile } = settings;
  const shop = await openShop(ownerUrl, { outlets: 4 });
  const other = await openShop(ownerUrl);
  const keys: FuzzKeys = {
    ...{ owner: shop.apiKey, other: other.apiKey },
    reader: await addKey(ownerUrl, shop.tenantId, 'reader', ['orders:read']),
    platform: await addKey(ownerUrl, PLATFORM_ID, 'vendor', PERMISSIONS),
  };
  const environment = {
    DATABASE_APP_URL: appUrlFrom(ownerUrl),
    DATABASE_WORKER_URL: workerUrlFrom(ownerUrl),
    BODY_TIMEOUT_MS: String(BODY_TIMEOUT_MS),
    // A machine that stands still for some seconds is no 503 of the service's.
    DATABASE_CONNECT_TIMEOUT_MS: '20000',
    LOG_LEVEL: 'warn',
    // Refusals of haste would hide the others.
    ...{ RATE_LIMIT_PER_MINUTE: '0', CALLER_RATE_LIMIT_PER_MINUTE: '0', OPEN_RATE_LIMIT_PER_MINUTE: '0' },
    SECRETS_KEY: randomBytes(32).toString('base64'),
    ...{ DEVICE_SECRET_ALLOWED: 'yes', WEBHOOK_PORTS: '9' },
    NODE_OPTIONS: `--require ${path.resolve('test/fuzz/only-loopback.cjs')}`,
  };
  const service = new ServiceProcess({ port: await freePort(), logFile, environment });
  await service.start();
  try {
    const run = new FuzzRun(settings, service, shop, keys, readFuzzContract(), new Chance(seed));
    return await run.all();
  } finally {
    await service.stop();
  }
}

async function addKey(
  ownerUrl: string,
  tenantId: string,
  name: string,
  permissions: readonly string[],
): Promise<string> {
  const key = writeToken('live', tenantId as TenantId, randomBytes(SECRET_BYTES));
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    await client.query(
      `insert into api_keys (tenant_id, id, name, mode, secret_hash, hint, permissions, created_by)
       values ($1, gen_random_uuid(), $4, 'live', sha256(convert_to($2, 'UTF8')), $3, $5, 'test')`,
      [tenantId, key, hintOf(key), name, [...permissions]],
    );
  } finally {
    await client.end();
  }
  return key;
}

class FuzzRun {
  private readonly maker: RequestMaker;
  private readonly raw: RawRequests;
  private readonly sender: Sender;
  private readonly port: number;
  private readonly world: MoneyWorld;
  private readonly counter: Counter = { device: undefined };
  private readonly failures: Failure[] = [];
  private readonly overloaded: string[] = [];
  private readonly statuses: Record<string, number> = {};
  private failed = 0;
  private rawRequests = 0;
  private slowestMs = 0;
  private peakRss = 0;
  private next = 0;

  constructor(
    private readonly settings: FuzzSettings,
    private readonly service: ServiceProcess,
    private readonly shop: Shop,
    private readonly keys: FuzzKeys,
    private readonly contract: FuzzContract,
    private readonly seed: Chance,
  ) {
    this.world = new MoneyWorld(shop, seed.branch('world'));
    const values = new ValidValues(contract, shop, seed, this.world);
    this.maker = new RequestMaker(contract, values, shop, keys, this.counter, seed);
    this.raw = new RawRequests(`/v1/${shop.slug}/pos/orders`, keys.owner);
    this.sender = new Sender(service.baseUrl, IN_FLIGHT);
    this.port = Number(new URL(service.baseUrl).port);
  }

  async all(): Promise<FuzzReport> {
    const startedAt = Date.now();
    const start = this.service.rssMib();
    const { requests, seed, only } = this.settings;
    await this.begin();
    if (only !== undefined) for (const index of only) await this.one(index);
    else await Promise.all(Array.from({ length: IN_FLIGHT }, () => this.work(requests)));
    this.sender.close();
    await this.assertAlive();
    return {
      ...{
        seed,
        requests: this.next,
        rawRequests: this.rawRequests,
        failures: this.failures,
        failed: this.failed,
        statuses: this.statuses,
      },
      overloaded: this.overloaded,
      operations: this.contract.operations.length,
      slowestMs: Math.round(this.slowestMs),
      rssMib: {
        start,
        peak: Math.max(start, this.peakRss),
        end: this.service.isRunning ? this.service.rssMib() : Number.NaN,
      },
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  }

  private async work(requests: number): Promise<void> {
    while (this.next < requests && this.service.isRunning) {
      const index = this.next;
      this.next += 1;
      if (index > 0 && index % REQUESTS_A_ROUND === 0) {
        await this.prepare(this.world.round(index / REQUESTS_A_ROUND));
        await this.staff();
      }
      await this.one(index);
      if (index > 0 && index % REPORT_EVERY === 0)
        this.settings.say(`${index} requests, ${this.failed} failures, ${this.service.rssMib()} MiB`);
      if (index % 500 === 0) this.peakRss = Math.max(this.peakRss, this.service.rssMib());
    }
  }

  /** Opens drawers and moves money, so that requests by chance find some, and learns what ids the service gave. */
  private async begin(): Promise<void> {
    await this.prepare(this.world.beginning());
    await this.staff();
    if (this.counter.device === undefined) throw new Error('nobody could sign in at a device');
    for (const [place, path] of this.world.lists) {
      const { data } = (await (await this.ask({ method: 'GET', path })).json()) as { data?: { id: string }[] };
      this.world.found(place, data?.map(({ id }) => id) ?? []);
    }
  }

  /** Links a device and signs somebody in at it: those before may have been locked, signed out or unlinked by chance. */
  private async staff(): Promise<void> {
    const made = await staffDevice(
      async (method, path, body, headers) => {
        const answer = await this.ask({ method, path, body }, headers);
        if (answer.status >= 500)
          this.fail(this.next, 'a 5xx while preparing', `${method} ${path} -> ${answer.status}`);
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      },
      this.keys.owner,
      this.shop.outlets[0].id,
    );
    if (made === undefined) return;
    this.counter.device = made;
    for (const place of ['personId', 'staff/id']) this.world.found(place, [made.personId]);
    this.world.found('deviceId', [made.deviceId]);
  }

  private async prepare(preparations: readonly Preparation[]): Promise<void> {
    for (const preparation of preparations) {
      const { status } = await this.ask(preparation);
      const { method, path, body } = preparation;
      const said = `${method} ${path} ${JSON.stringify(body ?? null)} -> ${status}`;
      if (status >= 500) this.fail(this.next, 'a 5xx while preparing', said);
    }
  }

  private ask({ method, path, body }: Preparation, own?: Readonly<Record<string, string>>): Promise<Response> {
    const headers: Record<string, string> = { ...(own ?? { Authorization: `Bearer ${this.keys.owner}` }) };
    if (method === 'POST') headers['Idempotency-Key'] = randomUUID();
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return fetch(`${this.service.baseUrl}/v1/${this.shop.slug}/pos${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  private async one(index: number): Promise<void> {
    const startedAt = performance.now();
    if (this.seed.branch(`kind ${index}`).happens(RAW_SHARE)) await this.oneRaw(index);
    else await this.oneRequest(this.maker.make(index));
    this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt);
  }

  private async oneRequest(request: FuzzRequest): Promise<void> {
    try {
      const answer = await this.sender.send(request);
      this.count(answer.status);
      const told = `${describe(request)} -> ${answer.status} ${answer.body.slice(0, SHOWN_BYTES)}`;
      if (answer.status === 503) this.overloaded.push(`${request.index}: ${told}`);
      const wrong = judge(request, answer);
      if (wrong !== undefined) this.fail(request.index, wrong, told);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.fail(request.index, `no answer: ${error.message}`, describe(request));
    }
  }

  private async oneRaw(index: number): Promise<void> {
    this.rawRequests += 1;
    const request = this.raw.make(this.seed.branch(`raw ${index}`));
    const { text, closed } = await sendRaw(this.port, request, ANSWER_TIMEOUT_MS);
    const statuses = answersIn(text);
    statuses.forEach((status) => this.count(status));
    const problems = text.split(/content-type: application\/problem\+json/i).length - 1;
    const shown = `raw: ${request.kind} -> ${JSON.stringify(text.slice(0, SHOWN_BYTES))}`;
    if (statuses.some((status) => status >= 500)) this.fail(index, 'a 5xx to raw bytes', shown);
    else if (problems < statuses.filter((status) => status >= 400).length)
      this.fail(index, 'raw bytes answered without problem+json', shown);
    else if (request.then === 'wait' && !closed && statuses.length < request.answers)
      this.fail(index, 'raw bytes hang', shown);
    else if (request.then === 'wait' && request.answers > 0 && statuses.length === 0)
      this.fail(index, 'raw bytes cut without an answer', shown);
  }

  private async assertAlive(): Promise<void> {
    const ready =
      this.service.isRunning &&
      (await fetch(`${this.service.baseUrl}/readyz`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })).ok;
    if (!ready) this.fail(this.next, 'the service did not live to the end', 'readyz');
  }

  private count(status: number): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }

  private fail(index: number, what: string, request: string): void {
    this.failed += 1;
    if (this.failures.length < FAILURES_KEPT) this.failures.push({ index, what, request });
  }
}

function describe({ role, operation, method, path, headers, body }: FuzzRequest): string {
  const { Authorization: _secret, ...shown } = headers;
  return `${operation} as ${role}: ${method} ${path.slice(0, SHOWN_BYTES)} ${JSON.stringify(shown).slice(0, SHOWN_BYTES)} ${body?.toString('utf8').slice(0, SHOWN_BYTES) ?? ''}`;
}
