import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CloudClient } from '../../src/clients/cloud/cloud-client.js';
import { hubKeyIn, readCloudLink } from '../../src/clients/cloud/cloud-link.js';
import { linkHub } from '../../src/app/hub.js';
import { readConfig } from '../../src/app/config.js';
import { createApp, createServer, type App } from '../../src/app/server.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { HubRound, type RoundReport } from '../../src/modules/hub/index.js';
import { UplinkProxy } from './uplink-proxy.js';
import {
  call,
  PATIENCE,
  type Answer,
  type CallOptions,
  type TestService,
  type TestTenant,
} from '../harness/service.js';
import { makeLinkCode } from '../harness/test-device.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

/** As much of it as tests look at. */
export interface HubStatusAnswer {
  readonly uplink: string;
  readonly waiting: readonly { readonly deviceId: string; readonly entries: number }[];
  readonly outlet: { readonly id: string };
}

/** A hub in this process, on a database of its own, linked to a cloud by a line that a test may cut. */
export class HubShop {
  api!: App;
  baseUrl = '';
  readonly log: string[] = [];
  private stop: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly database: TestDatabase,
    readonly dataDir: string,
    private readonly tenant: TestTenant,
    readonly uplink: UplinkProxy,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly now: (() => number) | undefined,
  ) {}

  /** Links a hub for an outlet, lets it copy, and starts it. */
  static async open(cloud: TestService, outletId: string, now?: () => number): Promise<HubShop> {
    const uplink = await UplinkProxy.open(cloud.baseUrl);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'pos-hub-'));
    const variables = {
      ...{ HUB_UPLINK: uplink.url, HUB_BUSINESS: cloud.tenant.slug, DATA_DIR: dataDir },
      HUB_LINK_CODE: await makeLinkCode(cloud, { outletId, kind: 'hub', name: 'Shop hub' }),
      SECRETS_KEY: randomBytes(32).toString('base64'),
    };
    const shop = new HubShop(await createTestDatabase(), dataDir, cloud.tenant, uplink, variables, now);
    await linkHub(shop.config, now);
    await shop.start();
    await shop.exchange();
    return shop;
  }

  private get config() {
    const { ownerUrl } = this.database;
    return readConfig({
      DATABASE_URL: ownerUrl,
      LOG_LEVEL: 'info',
      AUTH_CACHE_MS: '0',
      ...PATIENCE,
      ...this.variables,
    });
  }

  /** One exchange with the cloud. */
  exchange(): Promise<RoundReport> {
    return this.api.container.get(HubRound).execute();
  }

  /** How it says it stands, to its own device. */
  async status(): Promise<HubStatusAnswer> {
    const link = readCloudLink(this.dataDir);
    if (link === undefined) throw new Error('the hub is not linked');
    const now = this.now ?? Date.now;
    const access = {
      baseUrl: this.baseUrl,
      tenant: link.tenant.slug,
      token: link.token,
      key: hubKeyIn(this.dataDir),
      now,
    };
    return new CloudClient(access).get<HubStatusAnswer>('/hub/status');
  }

  /** Starts it, as after a restart: on what it left. */
  async start(): Promise<void> {
    const { config } = this;
    const logger = createLogger(config.logLevel, { write: (line: string) => void this.log.push(line) });
    this.api = await createApp({ config, logger, ...(this.now && { now: this.now }) });
    const server = createServer(this.api.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.stop = async () => {
      server.closeAllConnections();
      server.close();
      await this.api.close();
    };
  }

  /** As fetch with JSON at the hub. */
  call(method: string, route: string, options: CallOptions = {}): Promise<Answer> {
    return call(this.baseUrl, method, route, { tenant: this.tenant, ...options });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.uplink.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true });
  }
}
