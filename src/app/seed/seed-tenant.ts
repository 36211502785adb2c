import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from 'inversify';
import type { Principal, RequestContext } from '../../kernel/context.js';
import { Refusal } from '../../kernel/refusal.js';
import { Authenticate, CreateApiKey, createFirstApiKey, PERMISSIONS } from '../../modules/access/index.js';
import { OpenOutlet, RegisterTenant, type OutletRefusal, type TenantRefusal } from '../../modules/outlets/index.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import { IDS } from '../../platform/tokens.js';
import type { Config } from '../config.js';
import { createApp, createServer } from '../server.js';
import type { TenantSeed } from './demo-tenant.js';

/** What seeding was asked for. */
export interface SeedPlan {
  readonly tenant: TenantSeed;
  /** A key that may be there from an earlier time; while it is accepted, no other is made. */
  readonly knownKey: string | undefined;
  /** Whether a tenant that was there already gets a key where the known one is not accepted. A new tenant always does. */
  readonly renewKey: boolean;
  /** The catalogue as CSV, for a tenant that has no item yet; none where undefined. */
  readonly catalog: string | undefined;
}

/** What seeding found and did. */
export interface SeedReport {
  readonly tenantRegistered: boolean;
  readonly itemsCreated: number;
  /** Undefined where there was no reason to make one: the text of older keys is kept nowhere. */
  readonly apiKey: string | undefined;
  readonly apiKeyCreated: boolean;
}

const IMPORT_POLL_MS = 50;
const IMPORT_POLLS_MAX = 1_200;
const SEEDER: Principal = { kind: 'system', id: 'seed', permissions: new Set(PERMISSIONS), test: false };

/** Brings a tenant to what its seed says, through the doors that others use too. What is there already stays as it is. */
export async function seedTenant(config: Config, logger: Logger, plan: SeedPlan): Promise<SeedReport> {
  const api = await createApp({ config, logger });
  const server = createServer(api.app);
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { container } = api;
    const tenantRegistered = await registerTenant(container, plan.tenant);
    await openOutlets(container, plan.tenant);
    const { apiKey, apiKeyCreated } = await keyOf(container, plan, tenantRegistered);
    const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/${plan.tenant.slug}/pos`;
    const itemsCreated =
      plan.catalog === undefined || apiKey === undefined ? 0 : await fillCatalog(door, apiKey, plan.catalog);
    return { tenantRegistered, itemsCreated, apiKey, apiKeyCreated };
  } finally {
    server.closeAllConnections();
    server.close();
    await api.close();
  }
}

async function registerTenant(container: Container, seed: TenantSeed): Promise<boolean> {
  const { slug, name, currency } = seed;
  try {
    await container.get(RegisterTenant).execute(contextOf(container, seed), { slug, name, currency, minorDigits: {} });
    return true;
  } catch (error) {
    if (isRefusal(error, 'tenant_slug_taken' satisfies TenantRefusal)) return false;
    throw error;
  }
}

async function openOutlets(container: Container, seed: TenantSeed): Promise<void> {
  for (const outlet of seed.outlets) {
    const context = contextOf(container, seed);
    try {
      await container.get(OpenOutlet).execute(context, outlet);
    } catch (error) {
      // Somebody has changed the outlet since: it is theirs now.
      if (!isRefusal(error, 'outlet_id_taken' satisfies OutletRefusal)) throw error;
    }
  }
}

async function keyOf(
  container: Container,
  { tenant, knownKey, renewKey }: SeedPlan,
  tenantRegistered: boolean,
): Promise<Pick<SeedReport, 'apiKey' | 'apiKeyCreated'>> {
  if (knownKey !== undefined && (await isAccepted(container, tenant, knownKey)))
    return { apiKey: knownKey, apiKeyCreated: false };
  if (!tenantRegistered && !renewKey) return { apiKey: undefined, apiKeyCreated: false };
  const { key } = await createFirstApiKey(container.get(CreateApiKey), contextOf(container, tenant), {
    name: 'demo',
    mode: 'test',
  });
  return { apiKey: key, apiKeyCreated: true };
}

async function isAccepted(container: Container, { slug }: TenantSeed, key: string): Promise<boolean> {
  try {
    await container.get(Authenticate).execute(`Bearer ${key}`, slug);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Imports the catalogue as any program would; a tenant that has items keeps them as they are. */
async function fillCatalog(door: string, apiKey: string, csv: string): Promise<number> {
  const ask = async <Body>(path: string, init: RequestInit = {}): Promise<Body> => {
    const headers = { authorization: `Bearer ${apiKey}`, ...(init.headers as Record<string, string> | undefined) };
    const answer = await fetch(`${door}${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`seeding the catalogue was refused with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const { data } = await ask<{ data: unknown[] }>('/catalog/items?limit=1');
  if (data.length > 0) return 0;
  const headers = { 'content-type': 'text/csv', 'idempotency-key': `seed-${Date.now()}` };
  let job = await ask<{ id: string; status: string; created: number; rejected: number }>('/catalog/imports', {
    method: 'POST',
    headers,
    body: csv,
  });
  for (let poll = 0; job.status === 'running' && poll < IMPORT_POLLS_MAX; poll += 1) {
    await sleep(IMPORT_POLL_MS);
    job = await ask(`/catalog/imports/${job.id}`);
  }
  if (job.status !== 'succeeded' || job.rejected > 0)
    throw new Error(`seeding the catalogue failed: ${JSON.stringify(job)}`);
  return job.created;
}

function contextOf(container: Container, { id, slug }: TenantSeed): RequestContext {
  return {
    tenantId: id,
    tenantSlug: slug,
    principal: SEEDER,
    requestId: container.get(IDS).next<'request'>(),
    at: new Date(),
  };
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Refusal && error.code === code;
}
