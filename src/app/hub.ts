import { fileURLToPath } from 'node:url';
import { CloudAway } from '../clients/cloud/cloud-failed.js';
import { linkToCloud, readCloudLink } from '../clients/cloud/cloud-link.js';
import { HubRound } from '../modules/hub/index.js';
import { migrate } from '../platform/postgres/migrate.js';
import { createLogger } from '../platform/telemetry/logger.js';
import { compose } from './container.js';
import { ConfigError, type Config } from './config.js';
import { demoDatabase } from './demo/demo-database.js';
import { demoSecretsKey } from './demo/secrets-key.js';
import { runApi } from './roles.js';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const ADDRESS = /\/link#(.+)$/;

/**
 * Serves as the hub of a shop: its own database, a copy of the business, and a relay to the cloud. The first start links it and copies
 * before it serves; later ones need no uplink. @throws ConfigError that says what to do.
 */
export async function runHub(config: Config, stopTracing?: () => Promise<void>): Promise<void> {
  assertServable(config);
  await linkHub(config);
  const database = await usable(() => demoDatabase(config));
  try {
    const settings = { ...config, databaseUrl: database.url, secretsKey: secretsKeyOf(config) };
    await usable(() => migrate(database.url, MIGRATIONS));
    await copyFirst(settings);
    await runApi(settings, async () => {
      await database.release();
      await stopTracing?.();
    });
  } catch (error) {
    await database.release();
    throw error;
  }
}

/** Links the hub unless it is. @param now the hub's clock. @throws ConfigError that says what to do. */
export async function linkHub(config: Config, now: () => number = Date.now): Promise<void> {
  const { hubUplink, hubLinkCode, hubBusiness, dataDir } = config;
  if (hubUplink === undefined) throw new ConfigError('Set HUB_UPLINK to the address of the cloud.');
  if (readCloudLink(dataDir) !== undefined) return;
  const scanned = new URLSearchParams(ADDRESS.exec(hubLinkCode ?? '')?.[1] ?? '');
  const [code, tenant] = [scanned.get('code') ?? hubLinkCode, scanned.get('business') ?? hubBusiness];
  if (code === undefined || tenant === undefined)
    throw new ConfigError(
      'This hub is not linked. Make a code with `posctl devices link --kind hub`, and start it once with HUB_LINK_CODE and HUB_BUSINESS.',
    );
  await usable(() => linkToCloud(dataDir, { baseUrl: hubUplink.replace(/\/+$/, ''), tenant, code, now }));
}

/** A hub that has copied nothing yet knows no business: it could only refuse everybody. */
async function copyFirst(config: Config): Promise<void> {
  const composition = compose(config, createLogger(config.logLevel));
  try {
    const round = composition.container.get(HubRound);
    if (!(await round.hasCopy())) await usable(() => round.execute());
  } finally {
    await composition.close();
  }
}

/** Browsers give keys only to pages that came by https, or from their own machine. @throws ConfigError */
function assertServable({ hubTlsCert, hubTlsKey, hubPlainHttp, host }: Config): void {
  if ((hubTlsCert === undefined) !== (hubTlsKey === undefined))
    throw new ConfigError('HUB_TLS_CERT and HUB_TLS_KEY belong together: set both, or none.');
  if (hubTlsCert === undefined && hubPlainHttp === 'no' && !LOOPBACK.has(host))
    throw new ConfigError(
      'A hub serves its shop by https: set HUB_TLS_CERT and HUB_TLS_KEY. To serve this machine only, set HOST=127.0.0.1; ' +
        'to serve plain http all the same, HUB_PLAIN_HTTP=yes.',
    );
}

function secretsKeyOf({ secretsKey, dataDir }: Config): string {
  return secretsKey ?? demoSecretsKey(dataDir);
}

/** What a person can mend is told without a stack. */
async function usable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = error instanceof CloudAway ? ' The first start needs the uplink.' : '';
    throw new ConfigError(`The hub cannot start: ${reason}${hint}`, { cause: error });
  }
}
