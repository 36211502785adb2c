import { Client } from 'pg';
import { startBackground } from '../../src/app/background.js';
import type { Config } from '../../src/app/config.js';
import { SETTINGS } from '../../src/platform/http/tokens.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { BACKGROUND_WORK } from '../../src/platform/tokens.js';
import { startService, type Answer, type TestService } from '../harness/service.js';
import type { Receiver } from './webhooks-receivers.js';

/** The service with its workers, and what tests of webhooks do with it. */
export interface WebhookService {
  readonly service: TestService;
  readonly outletId: string;
  /** As the owner of the tables: to look, and to let time pass. */
  readonly sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Starts another worker that sends. @returns what stops it. */
  startWorker(): () => Promise<void>;
  /** Stops all that goes on behind the requests. */
  stopWorker(): Promise<void>;
  endpoint(receiver: Pick<Receiver, 'url'>, wish?: object): Promise<Answer['body']>;
  /** Lets something happen: a `pos.outlet.changed`. */
  happen(): Promise<void>;
  deliveries(query: string): Promise<Answer['body'][]>;
  /** All that is pending is due now, and nobody has it in hand. */
  letTimePass(): Promise<void>;
  close(): Promise<void>;
}

export const SECRETS_KEY = Buffer.alloc(32, 9).toString('base64');

/** Starts it. @param receivers may be called though they are private. */
export async function startWebhookService(
  receivers: readonly Pick<Receiver, 'pair'>[],
  settings: Readonly<Record<string, string>> = {},
): Promise<WebhookService> {
  const allow = receivers.map(({ pair }) => pair).join();
  const service = await startService({ SECRETS_KEY, WEBHOOK_ALLOW: allow, LOG_LEVEL: 'warn', ...settings });
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  const sql: WebhookService['sql'] = async (text, values) => (await owner.query(text, values)).rows;
  const { container, metrics } = service.api;
  const startWorker = (): (() => Promise<void>) => {
    const [worker] = container.getAll(BACKGROUND_WORK).filter(({ name }) => name === 'webhooks');
    worker?.start();
    return async () => worker?.stop();
  };
  let stop = startBackground(container.get(SETTINGS) as Config, container, metrics, createLogger('silent'));
  const outlet = { name: 'Shop', timeZone: 'Africa/Nairobi', receiptPrefix: 'A' };
  const outletId = String((await service.call('POST', '/outlets', { body: outlet })).body.id);
  let changes = 0;
  return {
    ...{ service, outletId, sql, startWorker },
    stopWorker: async () => {
      await stop();
      stop = () => Promise.resolve();
    },
    endpoint: async (receiver, wish = {}) => {
      const body = { url: receiver.url, eventTypes: ['pos.outlet.changed'], ...wish };
      const made = await service.call('POST', '/webhooks/endpoints', { body });
      if (made.status !== 201) throw new Error(made.text);
      return made.body;
    },
    happen: async () => {
      const changed = await service.call('PATCH', `/outlets/${outletId}`, { body: { name: `Shop ${++changes}` } });
      if (changed.status !== 200) throw new Error(changed.text);
    },
    deliveries: async (query) => (await service.call('GET', `/webhooks/deliveries?${query}`)).body.data,
    letTimePass: async () => {
      await sql(`update webhook_deliveries set due_at = now(), claimed_until = null where status = 'pending'`);
    },
    close: async () => {
      await stop();
      await owner.end();
      await service.close();
    },
  };
}
