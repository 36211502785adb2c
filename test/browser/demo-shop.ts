import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { readConfig } from '../../src/app/config.js';
import { demoGoods } from '../../src/app/seed/demo-goods.js';
import { demoTenant } from '../../src/app/seed/demo-tenant.js';
import { seedTenant } from '../../src/app/seed/seed-tenant.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { makeLinkCode } from '../harness/test-device.js';
import { startService, type TestService, type TestTenant } from '../harness/service.js';
import { builtTill } from './till-build.js';
import { typeDigits } from './till-browser.js';

/** The demo's business on a service of its own, for pictures and measurements: what `make demo` sells, and its people. */
export interface DemoShop {
  readonly service: TestService;
  readonly tenant: TestTenant;
  readonly outletId: string;
  readonly tillUrl: string;
  /** Asks the service with the demo's key. @throws Error when it refuses. */
  ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  linkCode(name: string): Promise<string>;
  close(): Promise<void>;
}

/** PINs of the demo's people (src/app/seed/demo-staff.ts). */
const PINS = { 'Anna Ngo': '4826', 'Mariam Okello': '5937' } as const;
export type DemoName = keyof typeof PINS;

/** Opens the demo's business on a database of its own. */
export async function openDemoShop(): Promise<DemoShop> {
  await builtTill();
  const plan = demoTenant('demo', 'demo');
  const secret = { SECRETS_KEY: randomBytes(32).toString('base64') };
  let apiKey = '';
  const service = await startService(async (database) => {
    const config = readConfig({ ...secret, DATABASE_URL: database.ownerUrl });
    const report = await seedTenant(config, createLogger('fatal'), {
      ...{ tenant: plan, knownKey: undefined, renewKey: true },
      ...demoGoods(plan),
    });
    apiKey = report.apiKey ?? '';
    return secret;
  });
  const tenant: TestTenant = { id: plan.id, slug: plan.slug, apiKey };
  const outletId = String(plan.outlets[0]?.id);
  return {
    ...{ service, tenant, outletId, tillUrl: `${service.baseUrl}/till/` },
    ask: async (method, path, body) => {
      const answer = await service.call(method, path, { tenant, ...(body !== undefined && { body }) });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
      return answer.body as Record<string, unknown>;
    },
    linkCode: (name) => makeLinkCode(service, { outletId, name, tenant }),
    close: () => service.close(),
  };
}

/** The address that links a till when it is opened. */
export async function linkAddress(shop: DemoShop, name: string): Promise<string> {
  return `${shop.tillUrl}#business=${shop.tenant.slug}&code=${await shop.linkCode(name)}`;
}

/** Somebody of the demo's people signs in. */
export async function comeIn(page: Page, name: DemoName): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.locator('.pin-entry').waitFor();
  await typeDigits(page, PINS[name]);
  await page.getByPlaceholder('Name, code or number').waitFor();
}
