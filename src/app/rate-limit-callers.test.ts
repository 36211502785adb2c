import { connect, type Socket } from 'node:net';
import { startService, type Answer, type TestService, type TestTenant } from '../../test/harness/service.js';
import { linkDevice, type TestDevice } from '../../test/harness/test-device.js';

// What a device may send, and what those may who come to get a token.

const [DEVICE, OPEN, SHARE] = [5, 4, 3];
/** On a minute: a window has its whole length before it. */
const START = Date.UTC(2026, 10, 21, 10);

let service: TestService;
let now = START;
beforeAll(async () => {
  const limits = { CALLER_RATE_LIMIT_PER_MINUTE: String(DEVICE), OPEN_RATE_LIMIT_PER_MINUTE: String(OPEN) };
  const room = { MAX_IN_FLIGHT: '12', TENANT_MAX_IN_FLIGHT: String(SHARE) };
  const key = Buffer.alloc(32, 7).toString('base64');
  // The clock stands still, so that no window ends while a slow machine is at it.
  service = await startService({ ...limits, ...room, SECRETS_KEY: key, AUTH_CACHE_MS: '0' }, () => now);
});
afterAll(() => service.close());

/** What is left of an allowance, as the answer says; undefined when it says nothing of it. */
function leftOf({ headers }: Answer, name: string): number | undefined {
  const found = new RegExp(`"${name}";r=(\\d+);t=\\d+`).exec(headers.get('ratelimit') ?? '');
  return found === null ? undefined : Number(found[1]);
}

/** A business with an outlet. Each has its own allowances. */
async function opened(): Promise<{ tenant: TestTenant; outletId: string }> {
  const tenant = await service.createTenant();
  const body = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C' };
  return { tenant, outletId: (await service.call('POST', '/outlets', { tenant, body })).body.id as string };
}

const linked = (at: { tenant: TestTenant; outletId: string }): Promise<TestDevice> =>
  linkDevice(service, { ...at, now: () => now });
const own = (device: TestDevice): Promise<Answer> => device.call('GET', '/devices/self');

describe('a device', () => {
  test('has its own allowance and is told what is left of it', async () => {
    const till = await linked(await opened());
    const first = await own(till);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe(`"device";q=${DEVICE};w=60, "tenant";q=120000;w=60`);
    expect(leftOf(first, 'device')).toBe(DEVICE - 1);
  });

  test('that runs wild is told to wait, slows neither the other devices nor the keys, and goes on with the next minute', async () => {
    const shop = await opened();
    const [wild, other] = [await linked(shop), await linked(shop)];
    for (let left = DEVICE - 1; left >= 0; left -= 1) expect(leftOf(await own(wild), 'device')).toBe(left);
    const refused = await own(wild);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests', retryable: true } });
    expect(refused.body.detail).toContain(`The ${DEVICE} requests of this minute of this device are used up`);
    expect(leftOf(refused, 'device')).toBe(0);
    expect(leftOf(refused, 'tenant')).toBeUndefined();
    expect((await wild.beat()).status).toBe(429);
    expect(leftOf(await own(other), 'device')).toBe(DEVICE - 1);
    expect((await service.call('GET', '/tenant', { tenant: shop.tenant })).status).toBe(200);
    now += Number(refused.headers.get('retry-after')) * 1_000;
    expect(leftOf(await own(wild), 'device')).toBe(DEVICE - 1);
  });

  test('loses nothing to whoever copied its token without its key', async () => {
    const { tenant, outletId } = await opened();
    const till = await linked({ tenant, outletId });
    for (let count = 0; count < 2 * DEVICE; count += 1) {
      const stolen = await service.call('GET', '/devices/self', { tenant, token: till.token });
      expect(stolen).toMatchObject({ status: 401, body: { code: 'proof_required' } });
    }
    expect(leftOf(await own(till), 'device')).toBe(DEVICE - 1);
  });
});

describe('who comes to get a token', () => {
  const guess = (tenant: TestTenant): Promise<Answer> =>
    service.call('POST', '/devices/activations', {
      ...{ tenant, token: null, withoutKey: true },
      body: { code: 'AAAA-BBBB-CCCC', fingerprint: 'machine-0001', platform: 'x', model: 'x', appVersion: '1' },
    });

  test('has an allowance of the business for that alone, and is told what is left of it', async () => {
    const { tenant } = await opened();
    const first = await guess(tenant);
    expect(first.status).toBeLessThan(500);
    expect(first.headers.get('ratelimit-policy')).toBe(`"sign-in";q=${OPEN};w=60`);
    for (let left = OPEN - 2; left >= 0; left -= 1) expect(leftOf(await guess(tenant), 'sign-in')).toBe(left);
    const refused = await guess(tenant);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(refused.body.detail).toContain(`The ${OPEN} requests of this minute of this way to sign in are used up`);
    expect((await guess(await service.createTenant())).status).not.toBe(429);
    now += Number(refused.headers.get('retry-after')) * 1_000;
    expect(leftOf(await guess(tenant), 'sign-in')).toBe(OPEN - 1);
  });

  test('all ways to get one together have it', async () => {
    const { tenant } = await opened();
    const body = { email: 'amina@example.com', password: 'not hers at all' };
    const signIn = await service.call('POST', '/identity/sign-in', { tenant, token: null, withoutKey: true, body });
    expect(leftOf(signIn, 'sign-in')).toBe(OPEN - 1);
    expect(leftOf(await guess(tenant), 'sign-in')).toBe(OPEN - 2);
  });

  test('takes nothing from what the business may send', async () => {
    const shop = await opened();
    const till = await linked(shop);
    const before = leftOf(await own(till), 'tenant') ?? 0;
    for (let count = 0; count < 2 * OPEN; count += 1) await guess(shop.tenant);
    const answer = await own(till);
    expect(answer.status).toBe(200);
    expect(leftOf(answer, 'tenant')).toBe(before - 1);
  });

  test('and sends no end takes none of the room of the business', async () => {
    const shop = await opened();
    // One more than there is room for, and nothing else that could take a place: one of them is refused once the room is full.
    const tries: Socket[] = [];
    try {
      const answers = Array.from({ length: SHARE + 1 }, () => unending(shop.tenant, tries));
      expect(await Promise.race(answers)).toContain('in progress');
      for (let count = 0; count < SHARE; count += 1)
        expect((await service.call('GET', '/tenant', { tenant: shop.tenant })).status).toBe(200);
    } finally {
      for (const socket of tries) socket.destroy();
    }
  });

  /** A try whose body never comes whole: it is in progress until the connection ends. @returns its answer, if it gets one. */
  async function unending({ slug }: TestTenant, tries: Socket[]): Promise<string> {
    const socket = connect(Number(new URL(service.baseUrl).port), '127.0.0.1');
    tries.push(socket);
    const fields = ['Host: x', 'Content-Type: application/json', 'Content-Length: 99'];
    socket.write(`POST /v1/${slug}/pos/devices/activations HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`);
    let answer = '';
    for await (const part of socket) {
      answer += String(part);
      if (answer.includes('}')) return answer;
    }
    return answer;
  }
});
