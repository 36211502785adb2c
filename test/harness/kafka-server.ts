import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { inContainer } from './container.js';
import { execute } from './fetching.js';
import { findKafkaProgram, type KafkaProgram } from './kafka-program.js';
import { kafkaEnvironment, LOGGING, writeProperties } from './kafka-settings.js';
import type { RunServer } from './postgres-server.js';
import { RunFolders } from './run-folder.js';
import { killLeftover, ServerProcess } from './server-process.js';
import { stablePort } from './stable-port.js';

/** A broker that a test may kill, stall (`SIGSTOP`, `SIGCONT`) and start again on the same port and data. */
export interface OwnKafka {
  /** `host:port`, for clients that reach it directly. */
  readonly brokers: string;
  /** Where a proxy has to forward to; only with `proxyPort`. */
  readonly behindProxyPort: number;
  /** @throws Error when it does not run. */
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on its data, after killing it if it still runs. */
  restart(): Promise<void>;
  /** Ends it, and removes its folder unless the caller named it. */
  stop(): Promise<void>;
}

export interface OwnKafkaSettings {
  readonly port?: number;
  /** Where its data is; made new when left out. */
  readonly folder?: string;
  /** A second way in, for a proxy on this port: clients that come that way are told to stay on that port. */
  readonly proxyPort?: number;
  /** Lets Java compile for speed; it starts a little slower and takes more memory. */
  readonly forLoad?: boolean;
}

const IMAGE = 'apache/kafka:4.1.0';
const PORT = 9092;
const READY_TIMEOUT_MS = 90_000; // two seconds on an idle machine
const CLIENT_TIMEOUT_MS = 2_000;
const MEMORY = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC'];
const runs = new RunFolders('kafka');

/** The ladder: brokers named in the environment, a container, a broker on this machine. No rung left is a failure, never a skip. */
export async function findKafka(): Promise<RunServer> {
  const named = process.env['TEST_KAFKA_BROKERS'];
  if (named !== undefined && named !== '') return { url: named, stop: () => Promise.resolve() };
  const container = await contained();
  if (container !== undefined) return container;
  const { brokers, stop } = await startOwnKafka();
  return { url: brokers, stop };
}

/** The brokers of this run of the tests. @throws Error outside of Jest's integration project. */
export function runKafkaBrokers(): string {
  const brokers = process.env['POS_TEST_KAFKA_BROKERS'];
  if (brokers === undefined)
    throw new Error('POS_TEST_KAFKA_BROKERS is missing: this test has to run in the integration project');
  return brokers;
}

/** Starts a broker of the caller's own, one node in KRaft mode, always as a process of this machine. Topics are not made by themselves. */
export async function startOwnKafka(settings: OwnKafkaSettings = {}): Promise<OwnKafka> {
  const program = await findKafkaProgram();
  await runs.sweep(killLeftover);
  const folder = settings.folder ?? runs.make();
  const [port, controllerPort, behindProxyPort] = [
    settings.port ?? (await stablePort()),
    await stablePort(),
    await stablePort(),
  ];
  const ports = { port, controllerPort, behindProxyPort, proxyPort: settings.proxyPort };
  const server = await prepare(program, folder, ports, settings.forLoad ?? false);
  const discard = (): void => (settings.folder === undefined ? runs.remove(folder) : undefined);
  try {
    await server.start();
  } catch (error) {
    discard();
    throw error;
  }
  return {
    brokers: `127.0.0.1:${port}`,
    behindProxyPort,
    get pid() {
      return server.pid;
    },
    kill: (signal) => server.kill(signal),
    restart: () => server.restart(),
    stop: async () => {
      await server.stop();
      discard();
    },
  };
}

interface Ports {
  readonly port: number;
  readonly controllerPort: number;
  readonly behindProxyPort: number;
  readonly proxyPort: number | undefined;
}

async function prepare(
  { java, classPath }: KafkaProgram,
  folder: string,
  ports: Ports,
  forLoad: boolean,
): Promise<ServerProcess> {
  const properties = path.join(folder, 'server.properties');
  const logging = path.join(folder, 'log4j2.properties');
  const data = path.join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  writeFileSync(properties, writeProperties({ ...ports, data }));
  writeFileSync(logging, LOGGING);
  const options = [`-Dlog4j2.configurationFile=${logging}`, '-cp', classPath];
  if (!existsSync(path.join(data, 'meta.properties'))) {
    const clusterId = `p${randomBytes(16).toString('base64url').slice(1)}`; // one that begins with '-' would be taken for an option
    const format = ['kafka.tools.StorageTool', 'format', '--ignore-formatted', '-t', clusterId, '-c', properties];
    await execute(java, ['-XX:TieredStopAtLevel=1', ...options, ...format]);
  }
  return new ServerProcess({
    name: 'Kafka',
    folder,
    command: [java, ...MEMORY, ...(forLoad ? [] : ['-XX:TieredStopAtLevel=1']), ...options, 'kafka.Kafka', properties],
    isReady: () => hasBroker(`127.0.0.1:${ports.port}`),
    readyTimeoutMs: READY_TIMEOUT_MS,
  });
}

async function contained(): Promise<RunServer | undefined> {
  const { Wait } = await import('testcontainers');
  const port = await stablePort(); // a broker tells clients its own address, so the port must be known before it starts
  let brokers = '';
  const container = await inContainer(IMAGE, (image, host) => {
    brokers = `${host}:${port}`;
    return image
      .withEnvironment(kafkaEnvironment(brokers))
      .withExposedPorts({ container: PORT, host: port })
      .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/));
  });
  return container && { url: brokers, stop: async () => void (await container.stop()) };
}

/** Whether the broker is registered with its controller; before that it listens, but leads nothing. */
async function hasBroker(address: string): Promise<boolean> {
  const admin = new Kafka({
    brokers: [address],
    connectionTimeout: CLIENT_TIMEOUT_MS,
    requestTimeout: CLIENT_TIMEOUT_MS,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
