import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { TenantId } from '../../src/kernel/ids.js';
import { readConfig, type Config } from '../../src/app/config.js';
import { createApp, createServer, type App } from '../../src/app/server.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { CreateApiKey, type CreateApiKeyCommand, PERMISSIONS } from '../../src/modules/access/index.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A tenant made for a test, and a key that may do everything there. */
export interface TestTenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly apiKey: string;
}

/** The service on a database of its own, over real HTTP. */
export interface TestService {
  readonly baseUrl: string;
  readonly tenant: TestTenant;
  /** The vendor's own tenant, with a key that may do everything there: for routes of the platform. */
  readonly platform: TestTenant;
  readonly database: TestDatabase;
  readonly api: App;
  /** Lines of the log. */
  readonly log: readonly string[];
  createTenant(slug?: string, currency?: string): Promise<TestTenant>;
  createKey(tenant: TestTenant, wish: Partial<Omit<CreateApiKeyCommand, 'id'>>): Promise<string>;
  /** fetch with the tenant's key, JSON and a fresh Idempotency-Key for POSTs; `path` is below `/v1/{tenant}/pos`, or absolute. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tenant?: TestTenant;
  /** `null` sends no Authorization. */
  readonly token?: string | null;
  /** Sends no Idempotency-Key. */
  readonly withoutKey?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Untyped: what came is what the test is about to find out. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** The vendor's own tenant (migration 0036). */
const PLATFORM: TestTenant = {
  id: '00000000-0000-7000-8000-000000000001' as TenantId,
  slug: 'platform',
  apiKey: '',
};

type Variables = Readonly<Record<string, string>>;

/**
 * Starts the service. @param overrides variables of the environment, such as `{ MAX_IN_FLIGHT: '1' }`, or made for its database.
 * @param now the server's clock, for tests that move it.
 */
export async function startService(
  overrides: Variables | ((database: TestDatabase) => Promise<Variables>) = {},
  now?: () => number,
): Promise<TestService> {
  const database = await createTestDatabase();
  const config = configOf(database, typeof overrides === 'function' ? await overrides(database) : overrides);
  const log: string[] = [];
  const level = config.logLevel;
  const logger = createLogger(level, { write: (line: string) => void log.push(line) });
  const api = await createApp({ config, logger, ...(now && { now }) });
  const server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const createTenant = (slug = `t-${randomUUID().slice(0, 8)}`, currency = 'USD'): Promise<TestTenant> =>
    addTenant(api, database, slug, currency);
  const tenant = await createTenant();
  const platform = { ...PLATFORM, apiKey: await createKey(api, PLATFORM, {}) };
  return {
    baseUrl,
    tenant,
    platform,
    database,
    api,
    log,
    createTenant,
    createKey: (owner, wish) => createKey(api, owner, wish),
    call: (method, path, options) =>
      call(baseUrl, method, path, { tenant: path.startsWith('/v1/platform/') ? platform : tenant, ...options }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
      await database.drop();
    },
  };
}

/** A machine that stands still for some seconds must not look like a database that is away. */
export const PATIENCE = { DATABASE_CONNECT_TIMEOUT_MS: '30000' } as const;

function configOf(database: TestDatabase, overrides: Readonly<Record<string, string>>): Config {
  return readConfig({
    DATABASE_URL: database.ownerUrl,
    DATABASE_POOL_SIZE: '10',
    LOG_LEVEL: 'info',
    API_KEY_USAGE_MS: '3600000',
    ...PATIENCE,
    ...overrides,
  });
}

async function addTenant(api: App, { ownerUrl }: TestDatabase, slug: string, currency: string): Promise<TestTenant> {
  const id = randomUUID() as TenantId;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [id]);
    await client.query('insert into tenants (tenant_id, slug, name, currency) values ($1, $2, $2, $3)', [
      id,
      slug,
      currency,
    ]);
    await client.query('insert into master_data_revisions (tenant_id) values ($1)', [id]);
  } finally {
    await client.end();
  }
  const tenant = { id, slug, apiKey: '' };
  return { ...tenant, apiKey: await createKey(api, tenant, {}) };
}

async function createKey(
  api: App,
  { id, slug }: TestTenant,
  wish: Partial<Omit<CreateApiKeyCommand, 'id'>>,
): Promise<string> {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(PERMISSIONS), test: false } as const;
  const context = { tenantId: id, tenantSlug: slug, principal, requestId: 'test', at: new Date() };
  const { key } = await api.container.get(CreateApiKey).execute(context, {
    id: undefined,
    name: 'test',
    mode: 'live',
    permissions: PERMISSIONS,
    outlets: null,
    expiresAt: null,
    ...wish,
  });
  return key;
}

/** As `TestService.call`, at any instance. */
export async function call(
  baseUrl: string,
  method: string,
  path: string,
  { body, headers, tenant, token, withoutKey = false }: CallOptions,
): Promise<Answer> {
  const url =
    path.startsWith('/v1/') || tenant === undefined ? `${baseUrl}${path}` : `${baseUrl}/v1/${tenant.slug}/pos${path}`;
  const bearer = token === undefined ? tenant?.apiKey : token;
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer == null ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' && !withoutKey ? { 'Idempotency-Key': randomUUID() } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isSentAsIs(body) ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function isSentAsIs(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: the test has the text
  }
}
