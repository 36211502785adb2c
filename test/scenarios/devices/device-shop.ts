import { randomBytes } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';

/** A service that can link devices, with an outlet, and a clock that the test moves. */
export interface DeviceShop {
  readonly service: TestService;
  readonly outletId: string;
  readonly clock: { ms: number };
  readonly now: () => number;
  /** Calls with the tenant's key. @throws Error unless the service answers well. */
  called(method: string, path: string, body?: object): Promise<ReturnType<typeof JSON.parse>>;
  outletOf(tenant: TestTenant, prefix: string): Promise<string>;
}

/** Opens the shop. Its clock stands still until the test moves it. */
export async function openDeviceShop(variables: Readonly<Record<string, string>> = {}): Promise<DeviceShop> {
  const clock = { ms: Date.now() };
  const now = (): number => clock.ms;
  const key = randomBytes(32).toString('base64');
  const service = await startService({ SECRETS_KEY: key, AUTH_CACHE_MS: '1000', ...variables }, now);
  const called: DeviceShop['called'] = async (method, path, body) => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const outletOf = async (tenant: TestTenant, prefix: string): Promise<string> => {
    const taxes = [{ code: 'VAT', name: 'VAT', rate: '16.0' }];
    const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }];
    const body = { name: `Shop ${prefix}`, timeZone: 'Africa/Nairobi', receiptPrefix: prefix, taxGroups };
    const opened = await service.call('POST', '/outlets', { tenant, body });
    if (opened.status !== 201) throw new Error(opened.text);
    return opened.body.id as string;
  };
  return { service, outletId: await outletOf(service.tenant, 'A'), clock, now, called, outletOf };
}

/** What a refusal says: its status and code. */
export function refusalOf({ status, body }: Answer): [status: number, code: string] {
  return [status, (body as { code: string }).code];
}
