import 'reflect-metadata';
import { readConfig } from '../app/config.js';
import { seedTenant, type SeedPlan, type SeedReport } from '../app/seed/seed-tenant.js';
import { createLogger } from '../platform/telemetry/logger.js';

/** Seeds a database that may have no service yet; the log stays off stdout, which is for data. */
export function seedInto(databaseUrl: string, plan: SeedPlan): Promise<SeedReport> {
  const config = readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
  return seedTenant(config, createLogger(config.logLevel), plan);
}
