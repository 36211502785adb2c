import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from 'inversify';
import type { Principal, RequestContext } from '../../kernel/context.js';
import { Refusal } from '../../kernel/refusal.js';
import {
  Authenticate,
  CreateApiKey,
  createFirstApiKey,
  PERMISSIONS,
  ROLE_PERMISSIONS,
} from '../../modules/access/index.js';
import { OpenOutlet, RegisterTenant, type OutletRefusal, type TenantRefusal } from '../../modules/outlets/index.js';
import { SetPins } from '../../modules/people/index.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import { IDS } from '../../platform/tokens.js';
import type { Config } from '../config.js';
import { createApp, createServer } from '../server.js';
import type { DemoPrices } from './demo-prices.js';
import type { DemoPerson } from './demo-staff.js';
import type { TenantSeed } from './demo-tenant.js';
import type { DemoTill } from './demo-till.js';
import { fillPrices } from './fill-prices.js';
import { fillStaff, type ChoosePin, type SeededPin } from './fill-staff.js';
import { fillTill } from './fill-till.js';
import { seedDoor, type SeedDoor } from './seed-door.js';

/** What seeding was asked for. */
export interface SeedPlan {
  readonly tenant: TenantSeed;
  /** A key that may be there from an earlier time; while it is accepted, no other is made. */
  readonly knownKey: string | undefined;
  /** Whether a tenant that was there already gets a key where the known one is not accepted. A new tenant always does. */
  readonly renewKey: boolean;
  /** The catalogue as CSV, for a tenant that has no item yet; none where undefined. */
  readonly catalog: string | undefined;
  /** What the demo knows about prices, for a tenant that sells the demo's menu and never had it; none when absent. */
  readonly prices?: DemoPrices;
  /** The demo's drawers, tables, tenders, rules and yesterday, for a tenant that never had them; none when absent. */
  readonly till?: DemoTill;
  /** The demo's people; nobody when absent. */
  readonly staff?: readonly DemoPerson[];
}

/** What seeding found and did. */
export interface SeedReport {
  readonly tenantRegistered: boolean;
  readonly itemsCreated: number;
  /** Whether modifiers, pricebooks, promotions and the like were brought in. */
  readonly pricesFilled: boolean;
  /** Whether drawers, tables, tenders, rules and the like were brought in. */
  readonly tillFilled: boolean;
  /** PINs that people were given. */
  readonly pins: readonly SeededPin[];
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
    const keyed = { tenantRegistered, apiKey, apiKeyCreated };
    if (apiKey === undefined) return { ...keyed, itemsCreated: 0, pricesFilled: false, tillFilled: false, pins: [] };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/${plan.tenant.slug}/pos`;
    const door = seedDoor(url, apiKey);
    const itemsCreated = plan.catalog === undefined ? 0 : await fillCatalog(door, plan.catalog);
    const pricesFilled = plan.prices !== undefined && (await fillPrices(door, plan.prices));
    const tillFilled = plan.till !== undefined && (await fillTill(door, plan.till));
    const choosePin = config.secretsKey === undefined ? undefined : chooser(container, plan.tenant);
    const pins = await fillStaff(door, plan.staff ?? [], choosePin);
    return { ...keyed, itemsCreated, pricesFilled, tillFilled, pins };
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
  // A key of an earlier release may not do what there was not then.
  const needed = renewKey ? ROLE_PERMISSIONS.owner : [];
  if (knownKey !== undefined && (await isAccepted(container, tenant, knownKey, needed)))
    return { apiKey: knownKey, apiKeyCreated: false };
  if (!tenantRegistered && !renewKey) return { apiKey: undefined, apiKeyCreated: false };
  const { key } = await createFirstApiKey(container.get(CreateApiKey), contextOf(container, tenant), {
    name: 'demo',
    mode: 'test',
  });
  return { apiKey: key, apiKeyCreated: true };
}

async function isAccepted(
  container: Container,
  { slug }: TenantSeed,
  key: string,
  needed: readonly string[],
): Promise<boolean> {
  try {
    const { principal } = await container.get(Authenticate).execute(`Bearer ${key}`, slug);
    return needed.every((permission) => principal.permissions.has(permission));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

interface ImportJob {
  readonly id: string;
  readonly status: string;
  readonly created: number;
  readonly rejected: number;
}

/** Imports the catalogue as any program would; a tenant that has items keeps them as they are. */
async function fillCatalog(door: SeedDoor, csv: string): Promise<number> {
  const present = await door.find<{ data: unknown[] }>('/catalog/items?limit=1');
  if (present === undefined || present.data.length > 0) return 0;
  let job = await door.send<ImportJob>('POST', '/catalog/imports', { text: csv, contentType: 'text/csv' });
  for (let poll = 0; job?.status === 'running' && poll < IMPORT_POLLS_MAX; poll += 1) {
    await sleep(IMPORT_POLL_MS);
    job = await door.find<ImportJob>(`/catalog/imports/${job.id}`);
  }
  if (job?.status !== 'succeeded' || job.rejected > 0)
    throw new Error(`seeding the catalogue failed: ${JSON.stringify(job)}`);
  return job.created;
}

/** Only somebody who is signed in at a device chooses a PIN, and seeding has none. */
function chooser(container: Container, tenant: TenantSeed): ChoosePin {
  return async (personId, pin) => {
    const principal: Principal = { kind: 'user', id: personId, permissions: new Set(), test: false };
    await container.get(SetPins).change({ ...contextOf(container, tenant), principal }, pin);
  };
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
