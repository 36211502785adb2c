import { connect } from 'node:net';
import { environmentOf } from '../environment.js';
import type { Invocation } from '../command.js';
import { ok, warn, type Finding } from './finding.js';

interface Place {
  readonly host: string;
  readonly port: number;
}

const TIMEOUT_MS = 2_000;
const REDIS_PORT = 6379;

/** Whether what the environment names can be reached from here. The service goes on without either, so it is a warning. */
export async function checkReach(invocation: Invocation): Promise<Finding[]> {
  const environment = environmentOf(invocation);
  const [redis = '', brokers = ''] = [environment['REDIS_URL'], environment['KAFKA_BROKERS']];
  return Promise.all([
    redis === ''
      ? ok('Redis from here', 'REDIS_URL is not set: memory serves, for one instance only')
      : reach('Redis from here', [redisOf(redis)], 'Start it, or correct REDIS_URL.'),
    brokers === ''
      ? ok('brokers from here', 'KAFKA_BROKERS is not set: events stay in the service')
      : reach('brokers from here', brokers.split(',').map(brokerOf), 'Start them, or correct KAFKA_BROKERS.'),
  ]);
}

async function reach(check: string, places: readonly (Place | undefined)[], fix: string): Promise<Finding> {
  const outcomes = await Promise.all(
    places.map(async (place) => (place === undefined ? 'is no host:port' : problemOf(place))),
  );
  const names = places.map((place) => (place === undefined ? '?' : `${place.host}:${place.port}`));
  const lost = names.filter((_, index) => outcomes[index] !== undefined);
  if (lost.length === 0) return ok(check, `${names.join(', ')} take connections`);
  const reasons = names.flatMap((name, index) => (outcomes[index] === undefined ? [] : [`${name} ${outcomes[index]}`]));
  return warn(check, reasons.join('; '), fix);
}

function problemOf({ host, port }: Place): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    const end = (problem: string | undefined): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end(`does not answer within ${TIMEOUT_MS / 1000} s`));
    socket.once('error', ({ message, name }) => end(`cannot be reached: ${message || name}`));
  });
}

function redisOf(text: string): Place | undefined {
  if (!URL.canParse(text)) return undefined;
  const { hostname, port } = new URL(text);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? REDIS_PORT : Number(port) };
}

function brokerOf(text: string): Place | undefined {
  const [, host, port] = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text.trim()) ?? [];
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}
