import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../src/app/config.js';
import { createApp, createServer, type App } from '../../src/app/server.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { PATIENCE } from './service.js';
import type { TestDatabase } from './test-database.js';

/** One more instance of the service on a database that has one already. */
export interface SecondInstance {
  readonly baseUrl: string;
  readonly api: App;
  /** Lines of its log. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Starts it; it knows the tenants and keys of the first. @param now its clock, for tests that move it. */
export async function startSecondInstance(
  database: TestDatabase,
  overrides: Readonly<Record<string, string>> = {},
  now?: () => number,
): Promise<SecondInstance> {
  const config = readConfig({ DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'silent', ...PATIENCE, ...overrides });
  const log: string[] = [];
  const logger = createLogger(config.logLevel, { write: (line: string) => void log.push(line) });
  const api = await createApp({ config, logger, ...(now && { now }) });
  const server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    log,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
    },
  };
}
