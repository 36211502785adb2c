import { generateKeyPairSync, hash, randomUUID, sign } from 'node:crypto';
import { startOwnRedis, type OwnRedis } from '../../../test/harness/redis-server.js';
import type { ShortLocks } from '../ephemeral/ports.js';
import { createRedisEphemeral, type RedisEphemeral } from '../redis/redis-ephemeral.js';
import { DpopProofs, thumbprintOf, type ProvedRequest, type PublicKey } from './dpop-proofs.js';

// Instances tell each other of proofs by Redis, and no request waits long for it.

const PATIENCE_MS = 60_000; // a loaded machine must not look like a slow Redis
const REQUEST = { method: 'GET', path: '/v1/acme/pos/orders', host: 'pos.example', token: 'pos_session_x' };
const REPLAYED = { code: 'proof_refused', facts: { why: 'replayed' } };

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicKey;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function proved(): ProvedRequest {
  const ath = hash('sha256', REQUEST.token, 'base64url');
  const htu = `https://${REQUEST.host}${REQUEST.path}`;
  const claims = { htm: REQUEST.method, htu, ath, iat: Math.floor(Date.now() / 1_000), jti: randomUUID() };
  const text = `${part({ typ: 'dpop+jwt', alg: 'ES256', jwk })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...REQUEST, proof: `${text}.${signature.toString('base64url')}` };
}

function instance(locks: ShortLocks, waitMs: number): (request: ProvedRequest) => Promise<void> {
  const proofs = new DpopProofs({ locks, waitMs, publicUrl: undefined, now: Date.now });
  return async (request) => proofs.check(request, await thumbprintOf(jwk));
}

test('locks that never answer hold no request, and what was seen here is still refused', async () => {
  const check = instance({ acquire: () => new Promise(() => undefined), release: async () => undefined }, 1);
  const request = proved();
  await check(request);
  await expect(check(request)).rejects.toMatchObject(REPLAYED);
});

test('locks that fail are a defect and not a reason to believe', async () => {
  const check = instance(
    { acquire: () => Promise.reject(new Error('broken')), release: async () => undefined },
    PATIENCE_MS,
  );
  await expect(check(proved())).rejects.toThrow('broken');
});

test('an answer that came while the process was held up still counts', async () => {
  const heldUp = (): void => {
    const end = performance.now() + 20;
    while (performance.now() < end);
  };
  // Two turns of the loop: by the second the wait is over, and the answer is there, but has not been looked at.
  const late = (): Promise<undefined> => {
    heldUp();
    return new Promise((resolve) => setImmediate(() => setImmediate(resolve, undefined)));
  };
  const check = instance({ acquire: late, release: async () => undefined }, 1);
  await expect(check(proved())).rejects.toMatchObject(REPLAYED);
});

describe('with Redis', () => {
  let redis: OwnRedis;
  let ephemerals: RedisEphemeral[];

  beforeEach(async () => {
    redis = await startOwnRedis();
    const observer = { failed: () => undefined, changed: () => undefined };
    ephemerals = [0, 1].map(() => createRedisEphemeral({ url: redis.url, observer, commandTimeoutMs: PATIENCE_MS }));
    for (const ephemeral of ephemerals) while ((await ephemeral.state()) !== 'up');
  });
  afterEach(async () => {
    await Promise.all(ephemerals.map((ephemeral) => ephemeral.close()));
    await redis.stop();
  });

  const instances = (waitMs?: number) =>
    ephemerals.map(({ locks }) => instance(locks, waitMs ?? PATIENCE_MS)) as [
      ReturnType<typeof instance>,
      ReturnType<typeof instance>,
    ];

  test('what one instance has seen, the other refuses', async () => {
    const [one, other] = instances();
    const request = proved();
    await one(request);
    await expect(other(request)).rejects.toMatchObject(REPLAYED);
    await expect(one(request)).rejects.toMatchObject(REPLAYED);
  });

  test.each(['SIGSTOP', 'SIGKILL'] as const)(
    'after %s each instance refuses what it has seen itself',
    async (signal) => {
      // Its commands would be given up after a minute only: that they are not waited for is what ends this test.
      const [one, other] = instances(20);
      await redis.kill(signal);
      try {
        const requests = Array.from({ length: 10 }, proved);
        for (const check of [one, other]) {
          await Promise.all(requests.map(check));
          for (const request of requests) await expect(check(request)).rejects.toMatchObject(REPLAYED);
        }
      } finally {
        if (signal === 'SIGSTOP') await redis.kill('SIGCONT');
      }
    },
  );
});
