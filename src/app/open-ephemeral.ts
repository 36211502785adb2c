import { createInProcessEphemeral } from '../platform/ephemeral/in-process.js';
import type { Ephemeral } from '../platform/ephemeral/ports.js';
import { createRedisEphemeral } from '../platform/redis/redis-ephemeral.js';
import type { Logger } from '../platform/telemetry/logger.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import type { Config } from './config.js';

/** Redis where the settings name one, else this process's memory. Nothing is connected yet. */
export function openEphemeral({ redisUrl }: Config, logger: Logger, metrics: Metrics): Ephemeral {
  const failed = (err: unknown): void => {
    metrics.defect();
    logger.error({ err, code: 'internal_error' }, 'a listener of signals failed');
  };
  if (redisUrl === undefined) return createInProcessEphemeral(Date.now, failed);
  const ephemeral = createRedisEphemeral({
    url: redisUrl,
    failed,
    observer: {
      failed: (operation, reason) => metrics.redisFailed(operation, reason),
      changed: (up, err) =>
        up ? logger.info('Redis is there') : logger.warn({ err }, 'Redis is away; each instance does without'),
    },
  });
  metrics.gauge('pos_redis_up', 'Whether the connection to Redis stands: 1 or 0', () => (ephemeral.isUp ? 1 : 0));
  return ephemeral;
}
