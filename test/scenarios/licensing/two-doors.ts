import { startSecondInstance } from '../../harness/second-instance.js';
import { call, type TestService } from '../../harness/service.js';
import { linkDevice, type TestDevice } from '../../harness/test-device.js';
import { LicensedShop } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { done } from './trade.js';

/** How long doors believe what they found out. */
export const AUTH_CACHE_MS = 30_000;
const SETTINGS = {
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  AUTH_CACHE_MS: String(AUTH_CACHE_MS),
  STREAM_RECHECK_MS: '100',
};

/** A licensed shop with two instances that hear nothing of each other, on one database and by one clock. */
export interface TwoDoors {
  readonly shop: LicensedShop;
  /** The service at the other instance. */
  readonly other: TestService;
  /** Lets the other door forget what it knew. */
  forget(): void;
  close(): Promise<void>;
}

/** Opens it. @param more variables of the environment. */
export async function openTwoDoors(more: Readonly<Record<string, string>> = {}): Promise<TwoDoors> {
  const variables = { ...SETTINGS, ...more };
  const shop = await LicensedShop.open(variables);
  const { service } = shop;
  const second = await startSecondInstance(service.database, variables, () => shop.now().getTime());
  const { baseUrl } = second;
  const { tenant, platform } = service;
  const other: TestService = {
    ...service,
    ...{ baseUrl, api: second.api, log: second.log },
    call: (method, path, options) =>
      call(baseUrl, method, path, { tenant: path.startsWith('/v1/platform/') ? platform : tenant, ...options }),
  };
  return {
    ...{ shop, other },
    forget: () => shop.wait((AUTH_CACHE_MS + 1) / 86_400_000),
    close: async () => {
      await second.close();
      await shop.close();
    },
  };
}

const FIRST_PIN = '71936402';
export const PIN = '83915264';

/** Links a till of the shop. @param service at which instance. */
export function link(shop: LicensedShop, service: TestService = shop.service): Promise<TestDevice> {
  return linkDevice(service, { outletId: shop.outletId, now: () => shop.now().getTime() });
}

/** Somebody of the staff with a PIN of their own choice. @returns their id. */
export async function hire(shop: LicensedShop, role: string, at: TestDevice): Promise<string> {
  const { id } = await done(shop, 'POST', '/staff', { displayName: `A ${role}`, assignments: [{ role }] });
  await done(shop, 'PUT', `/staff/${id}/pin`, { pin: FIRST_PIN, reason: 'first day', confirm: true });
  const token = await signIn(at, id as string, FIRST_PIN);
  const changed = await at.call('POST', '/staff/me/pin', { token, body: { current: FIRST_PIN, new: PIN } });
  if (changed.status >= 300) throw new Error(changed.text);
  return id as string;
}

/** Signs somebody in. @returns the token. @throws Error when that is refused. */
export async function signIn(at: TestDevice, personId: string, pin = PIN): Promise<string> {
  const { status, text, body } = await at.call('POST', '/sessions', { body: { method: 'pin', personId, pin } });
  if (status !== 201) throw new Error(text);
  return body.token as string;
}
