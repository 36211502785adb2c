import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBackground } from '../../../src/app/background.js';
import { readConfig } from '../../../src/app/config.js';
import { NotificationsDouble } from '../../../src/clients/notifications/notifications-double.examples.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { posctl } from '../../../src/posctl/posctl.examples.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';
import { activate, DeviceKey, urlOf } from '../../harness/test-device.js';

export type Json = Answer['body'];

/** An installation where nobody is in yet, with the vendor's first key. */
export interface Installation {
  readonly service: TestService;
  readonly notifications: NotificationsDouble;
  readonly secretsKey: string;
  /** Stands still until the test moves it: at noon, far from the end of any day. */
  readonly clock: { ms: number };
  readonly vendorKey: string;
  stop(): Promise<void>;
}

/** How somebody calls: with a token of their own. @throws Error unless the service accepts it. */
export type Caller = (method: string, path: string, body?: object) => Promise<Json>;

const LOOKS_MAX = 1_200;
const LOOK_EVERY_MS = 50;

/** Starts an installation, and makes the vendor's key as the vendor does. */
export async function emptyInstallation(): Promise<Installation> {
  const clock = { ms: new Date().setUTCHours(12, 0, 0, 0) };
  const secretsKey = randomBytes(32).toString('base64');
  const notifications = await NotificationsDouble.start();
  const away = { NOTIFICATIONS_URL: notifications.url, NOTIFICATIONS_TOKEN: 'x' };
  const service = await startService({ SECRETS_KEY: secretsKey, ...away }, () => clock.ms);
  const { api, database } = service;
  const config = readConfig({ DATABASE_URL: database.ownerUrl, SECRETS_KEY: secretsKey });
  const stopWork = startBackground(config, api.container, api.metrics, createLogger('silent'));
  const made = await posctl(['platform', 'key', '--json'], { DATABASE_URL: database.ownerUrl });
  const { apiKey: vendorKey } = JSON.parse(made.out) as { apiKey: string };
  const stop = async (): Promise<void> => {
    await stopWork();
    await service.close();
    await notifications.stop();
  };
  return { service, notifications, secretsKey, clock, vendorKey, stop };
}

/** A business as `service.call` takes it. */
export function businessOf(slug: string, apiKey: string): TestTenant {
  return { id: slug as TenantId, slug, apiKey };
}

/** Calls for somebody. */
export function callerOf(service: TestService, tenant: TestTenant, token: string | null): Caller {
  return async (method, path, body) =>
    accepted(method, path, await service.call(method, path, { tenant, token, ...(body && { body }) }));
}

/** @throws Error for a refusal. */
export function accepted(method: string, path: string, { status, text, body }: Answer): Json {
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return body;
}

/** Asks again until something is there. @throws Error when it never is. */
export async function until<Found>(
  ask: () => Promise<Found | undefined> | Found | undefined,
  what: string,
): Promise<Found> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Brings a catalogue in, to the end. */
export async function importCatalogue(
  service: TestService,
  tenant: TestTenant,
  token: string,
  csv: string,
): Promise<Json> {
  const headers = { 'Content-Type': 'text/csv' };
  const sent = await service.call('POST', '/catalog/imports', { tenant, token, body: csv, headers });
  const { id } = accepted('POST', '/catalog/imports', sent) as { id: string };
  const ended = async (): Promise<Json> => {
    const job = await callerOf(service, tenant, token)('GET', `/catalog/imports/${id}`);
    return job.status === 'running' ? undefined : job;
  };
  return until<Json>(ended, 'the import');
}

/** A till with a key of its own, at which people work. */
export interface LinkedTill {
  readonly id: string;
  readonly token: string;
  /** With the device's token, or another's session at it, and a proof. */
  at(method: string, path: string, body?: object, token?: string): Promise<Answer>;
  /** The same for one token. @throws Error for a refusal. */
  as(token: string): Caller;
}

/** Makes a till of a machine, by a code that somebody made. */
export async function linkTill(
  { service, clock }: Installation,
  tenant: TestTenant,
  code: string,
): Promise<LinkedTill> {
  const key = new DeviceKey(() => clock.ms);
  const linked = accepted('POST', '/devices/activations', await activate(service, code, key, { tenant }));
  const own = linked.token as string;
  const at: LinkedTill['at'] = (method, path, body, token = own) => {
    const headers = { DPoP: key.proof(method, urlOf(service, path, tenant), token) };
    return service.call(method, path, { tenant, token, headers, ...(body && { body }) });
  };
  const as = (token: string): Caller => {
    return async (method, path, body) => accepted(method, path, await at(method, path, body, token));
  };
  return { id: linked.device.id as string, token: own, at, as };
}

/** Signs somebody in with the PIN that an administrator gave them, and has them choose another. @returns the session's token. */
export async function firstSignIn(till: LinkedTill, personId: string, given: string, chosen: string): Promise<string> {
  const { token, mustChangePin } = await till.as(till.token)('POST', '/sessions', {
    method: 'pin',
    personId,
    pin: given,
  });
  if (mustChangePin !== true) throw new Error('a PIN that somebody else gave has to be changed');
  await till.as(token as string)('POST', '/staff/me/pin', { current: given, new: chosen });
  return token as string;
}
