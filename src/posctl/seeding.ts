import 'reflect-metadata';
import { readConfig } from '../app/config.js';
import { makePlatformKey } from '../app/seed/platform-key.js';
import { seedTenant, type SeedPlan, type SeedReport } from '../app/seed/seed-tenant.js';
import { createLogger } from '../platform/telemetry/logger.js';

/**
 * Seeds a database that may have no service yet; the log stays off stdout, which is for data. @param secretsKey the service's own, by
 * which people's PINs are kept; without it they get none.
 */
export function seedInto(databaseUrl: string, plan: SeedPlan, secretsKey?: string): Promise<SeedReport> {
  const config = readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', SECRETS_KEY: secretsKey });
  return seedTenant(config, createLogger(config.logLevel), plan);
}

/** Makes a key of the vendor's own tenant in a database that may have no service yet. @returns its text, known this once. */
export function platformKeyInto(databaseUrl: string, name: string): Promise<string> {
  const config = readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
  return makePlatformKey(config, createLogger(config.logLevel), name);
}
