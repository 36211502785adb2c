import { startService, type TestService } from '../../test/harness/service.js';
import type { PublishedEvent } from '../kernel/outbox.js';
import { createLogger } from '../platform/telemetry/logger.js';
import { EVENT_SUBSCRIBER } from '../platform/tokens.js';
import { readConfig } from './config.js';
import { startBackground } from './background.js';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

test('a module that subscribes hears what commits, and only what it asked for', async () => {
  const heard: PublishedEvent[] = [];
  const handle = async (event: PublishedEvent) => void heard.push(event);
  service.api.container.bind(EVENT_SUBSCRIBER).toConstantValue({ pattern: 'pos.api_key.*', handle });
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl });
  const stop = startBackground(config, service.api.container, service.api.metrics, createLogger('silent'));
  const { body } = await service.call('POST', '/api-keys', {
    body: { name: 'till', mode: 'test', permissions: ['orders:read'] },
  });
  while (!heard.some(({ aggregateId }) => aggregateId === body.id))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
  expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(['pos.api_key.created']));
});
