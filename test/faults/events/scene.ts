import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { appUrlFrom, workerUrlFrom } from '../../../src/platform/postgres/roles.js';
import { startOwnKafka, type OwnKafka } from '../../harness/kafka-server.js';
import { startOwnRedis, type OwnRedis } from '../../harness/redis-server.js';
import { stablePort } from '../../harness/stable-port.js';
import type { Chance } from '../chance.js';
import { startFaultDatabase, type FaultDatabase } from '../fault-database.js';
import { ServiceProcess } from '../service-process.js';
import { FaultProxy } from './fault-proxy.js';

/** Everything that may be killed, and the ways between. */
export interface EventScene {
  readonly database: FaultDatabase;
  readonly kafka: OwnKafka;
  readonly redis: OwnRedis;
  readonly postgresProxy: FaultProxy;
  readonly kafkaProxy: FaultProxy;
  readonly redisProxy: FaultProxy;
  /** Two: the first dispatches too, the second only serves. */
  readonly services: readonly ServiceProcess[];
  /** Two: the first has a clock that is wrong. */
  readonly workers: readonly ServiceProcess[];
  readonly skewMs: number;
  /** Folder of what the processes wrote. */
  readonly logs: string;
}

type Closing = (keep: boolean) => Promise<unknown>;

const SKEW_MS = 90_000;
const SKEWED_CLOCK = path.resolve('test/faults/events/skewed-clock.mjs');

/** Puts the scene up, hands it to `play`, and takes it down again, whatever happens. What it keeps stays to be looked at. */
export async function onScene<Outcome>(
  chance: Chance,
  play: (scene: EventScene) => Promise<{ readonly outcome: Outcome; readonly keep: boolean }>,
): Promise<Outcome> {
  const closings: Closing[] = [];
  let keep = true;
  try {
    const scene = await putUp(chance, closings);
    const result = await play(scene);
    keep = result.keep;
    return result.outcome;
  } finally {
    for (const close of closings.reverse()) await close(keep);
  }
}

async function putUp(chance: Chance, closings: Closing[]): Promise<EventScene> {
  const proxyPort = await stablePort();
  const starting = [
    startFaultDatabase({ max_connections: '150' }).then((one) => opened(closings, one, (keep) => one.discard(keep))),
    startOwnKafka({ proxyPort }).then((one) => opened(closings, one, () => one.stop())),
    startOwnRedis().then((one) => opened(closings, one, () => one.stop())),
  ] as const;
  await Promise.allSettled(starting); // when one fails, the others must be there to be closed
  const [database, kafka, redis] = await Promise.all(starting);
  const [postgresProxy, kafkaProxy, redisProxy] = await Promise.all([
    proxyBefore(closings, Number(new URL(database.ownerUrl).port)),
    proxyBefore(closings, kafka.behindProxyPort, proxyPort),
    proxyBefore(closings, redis.port),
  ]);
  const skewMs = chance.pick([-SKEW_MS, SKEW_MS]);
  const environment = {
    DATABASE_APP_URL: through(postgresProxy, appUrlFrom(database.ownerUrl)),
    DATABASE_WORKER_URL: through(postgresProxy, workerUrlFrom(database.ownerUrl)),
    DATABASE_POOL_SIZE: '8',
    KAFKA_BROKERS: `127.0.0.1:${kafkaProxy.port}`,
    REDIS_URL: `redis://127.0.0.1:${redisProxy.port}`,
    OUTBOX_LEASE_SECONDS: '2',
    LOG_LEVEL: 'info',
    POS_TEST_CLOCK_SHIFT_MS: String(skewMs),
  };
  const logs = path.join(database.folder, 'logs');
  const { services, workers } = await processesOf(logs, environment);
  closings.push(() => Promise.allSettled([...services, ...workers].map((one) => one.kill())));
  await Promise.all([...services, ...workers].map((one) => one.start()));
  return { database, kafka, redis, postgresProxy, kafkaProxy, redisProxy, services, workers, skewMs, logs };
}

async function processesOf(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Pick<EventScene, 'services' | 'workers'>> {
  mkdirSync(folder);
  const make = async (
    name: string,
    of: Partial<ConstructorParameters<typeof ServiceProcess>[0]>,
  ): Promise<ServiceProcess> =>
    new ServiceProcess({
      port: await stablePort(),
      logFile: path.join(folder, `${name}.log`),
      ...of,
      environment: { ...environment, ...of.environment },
    });
  return {
    services: [
      await make('service-0', { environment: { OUTBOX_DISPATCH: 'inside' } }),
      await make('service-1', { environment: { OUTBOX_DISPATCH: 'off' } }),
    ],
    workers: [
      await make('worker-0', { role: 'worker', preload: SKEWED_CLOCK }),
      await make('worker-1', { role: 'worker' }),
    ],
  };
}

function opened<One>(closings: Closing[], one: One, close: Closing): One {
  closings.push(close);
  return one;
}

async function proxyBefore(closings: Closing[], targetPort: number, port?: number): Promise<FaultProxy> {
  const proxy = await FaultProxy.before(targetPort, port);
  return opened(closings, proxy, () => proxy.close());
}

function through({ port }: FaultProxy, url: string): string {
  const proxied = new URL(url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(port);
  return proxied.href;
}
