import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import type { Request } from 'express';
import { expressAuthentication } from '../src/app/authentication.js';
import { readConfig } from '../src/app/config.js';
import { createApp, createServer, type App } from '../src/app/server.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import type { PosRequest } from '../src/platform/http/pos-request.js';
import { APP_POOL } from '../src/platform/http/tokens.js';
import { createLogger } from '../src/platform/telemetry/logger.js';
import { startAuthService, type AuthService } from '../test/harness/auth-service.js';
import { startOwnRedis } from '../test/harness/redis-server.js';
import { bearer, DoorKeeper, type DoorCaller } from './door-callers.js';
import { publish } from './publish.js';
import { prepareShop, type Shop } from './shop.js';

// What the door adds to a request once it knows the caller: `expressAuthentication`, as the generated routes call it, with prepared
// requests. The kinds of callers take turns, so that whatever else the machine does falls on all of them. `make bench-door`.
const CALLS = Number(process.env['BENCH_CALLS'] ?? 20_000);
const CHUNK = 500;
const WARM_UP_CHUNKS = 4;
const ORIGIN = 'http://127.0.0.1:4100';

/** One kind of caller, and how it comes to the door. */
interface Kind {
  readonly name: string;
  readonly caller: DoorCaller | undefined;
  /** The route asked for, below the tenant, and what it takes. */
  readonly path: string;
  readonly permission: string;
}

/** One door: an instance of the service, with what remembers for it. */
interface Door {
  readonly name: string;
  readonly api: App;
}

/** As much of the pool as tells that a connection was taken. */
interface WatchedPool {
  on(event: 'acquire', taken: () => void): unknown;
  off(event: 'acquire', taken: () => void): unknown;
}

interface Measured {
  readonly microseconds: number[];
  /** How often a connection to the database was taken. */
  queries: number;
}

async function main(): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres' });
  const authService = await startAuthService();
  const redis = await startOwnRedis();
  try {
    const shop = await prepareShop(database.url);
    const secretsKey = randomBytes(32).toString('base64');
    const variables = { ...variablesOf(shop, authService), SECRETS_KEY: secretsKey };
    const doors = [
      await doorOf('in process', variables),
      await doorOf('Redis', { ...variables, REDIS_URL: redis.url }),
    ];
    const kinds = await kindsOf(shop, doors[0] as Door, authService);
    const text = report(await measureAll(shop, doors, kinds));
    for (const { api } of doors) await api.close();
    process.stdout.write(`${text}\n`);
    publish(text, 'bench-door');
  } finally {
    await redis.stop();
    await authService.close();
    await database.stop();
  }
}

function variablesOf({ ownerUrl }: Shop, { issuer }: AuthService): Record<string, string> {
  return {
    ...{ DATABASE_URL: ownerUrl, LOG_LEVEL: 'fatal', OIDC_ISSUER: issuer, DEVICE_SECRET_ALLOWED: 'yes' },
    ...{ AUTH_CACHE_MS: '60000', API_KEY_USAGE_MS: '3600000' },
    // Out of reach, yet counted.
    ...{ RATE_LIMIT_PER_MINUTE: '100000000', CALLER_RATE_LIMIT_PER_MINUTE: '100000000' },
  };
}

async function doorOf(name: string, variables: Readonly<Record<string, string>>): Promise<Door> {
  return { name, api: await createApp({ config: readConfig(variables), logger: createLogger('fatal') }) };
}

async function kindsOf(shop: Shop, { api }: Door, authService: AuthService): Promise<Kind[]> {
  const server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const keeper = new DoorKeeper(shop, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const accessToken = await authService.forge(
    { tenant_id: shop.tenantId, roles: ['manager'] },
    { expiresInSeconds: 7_200 },
  );
  const orders = { path: '/orders', permission: 'orders:read' };
  const kinds: Kind[] = [
    { name: 'nothing at all', caller: undefined, ...orders },
    { name: 'API key', caller: keeper.apiKey(), ...orders },
    { name: 'access token of the auth service', caller: bearer(accessToken), ...orders },
    { name: 'session, DPoP ES256', caller: await keeper.session('ES256'), ...orders },
    { name: 'session, DPoP Ed25519', caller: await keeper.session('EdDSA'), ...orders },
    {
      name: 'device, secret',
      caller: await keeper.deviceWithSecret(),
      path: '/devices/self',
      permission: 'devices:self',
    },
  ];
  server.closeAllConnections();
  server.close();
  return kinds;
}

type Table = ReadonlyMap<Kind, ReadonlyMap<Door, Measured>>;

async function measureAll(shop: Shop, doors: readonly Door[], kinds: readonly Kind[]): Promise<Table> {
  const table = new Map<Kind, Map<Door, Measured>>(
    kinds.map((kind) => [kind, new Map(doors.map((door) => [door, { microseconds: [], queries: 0 }]))]),
  );
  for (let chunk = -WARM_UP_CHUNKS; chunk < CALLS / CHUNK; chunk += 1) {
    for (const kind of kinds) {
      for (const door of doors) {
        const measured = await measure(shop, door, kind);
        if (chunk < 0) continue;
        const into = table.get(kind)?.get(door);
        into?.microseconds.push(...measured.microseconds);
        if (into !== undefined) into.queries += measured.queries;
      }
    }
  }
  return table;
}

async function measure(shop: Shop, { api }: Door, kind: Kind): Promise<Measured> {
  const requests = Array.from({ length: CHUNK }, () => requestOf(shop, api, kind));
  const pool = api.container.get(APP_POOL) as unknown as WatchedPool;
  const measured: Measured = { microseconds: [], queries: 0 };
  const count = (): void => void (measured.queries += 1);
  pool.on('acquire', count);
  for (const request of requests) {
    const start = performance.now();
    await (kind.caller === undefined ? nothing() : expressAuthentication(request, 'pos', [kind.permission]));
    measured.microseconds.push((performance.now() - start) * 1_000);
    request.edge.release?.();
  }
  pool.off('acquire', count);
  return measured;
}

async function nothing(): Promise<void> {
  return Promise.resolve();
}

/** A request as far as the door looks at it. */
function requestOf({ tenantSlug }: Shop, { app }: App, { caller, path }: Kind): PosRequest {
  const originalUrl = `/v1/${tenantSlug}/pos${path}`;
  const headers = { host: new URL(ORIGIN).host, ...caller?.headers('GET', `${ORIGIN}${originalUrl}`) };
  const edge = { requestId: 'bench', traceId: 'bench', traceParent: undefined, startedAt: 0 };
  const request = {
    ...{ app, headers, method: 'GET', originalUrl, url: originalUrl, query: {}, edge },
    ...{ params: { tenant: tenantSlug }, route: { path: `/v1/:tenant/pos${path}` } },
    res: { setHeader: () => undefined },
  };
  return request as unknown as Request as PosRequest;
}

function report(table: Table): string {
  const rows = [...table].flatMap(([{ name }, doors]) =>
    [...doors].map(([door, { microseconds, queries }]) => {
      const sorted = microseconds.toSorted((one, other) => one - other);
      const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] as number).toFixed(1);
      return `| ${name} | ${door.name} | **${at(0.5)}** | ${at(0.95)} | ${at(0.99)} | ${queries} |`;
    }),
  );
  const load = os.loadavg()[0] as number;
  return [
    `Microseconds that the door adds to a request of a caller whom it knows, ${CALLS} calls each, in turns; Node ${process.version}, ` +
      `${os.cpus().length} cores, load ${load.toFixed(1)} at the end.`,
    '',
    '| caller | proofs and counts are kept in | p50 µs | p95 µs | p99 µs | connections to the database taken |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

await main();
