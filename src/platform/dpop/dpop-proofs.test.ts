import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createInProcessEphemeral } from '../ephemeral/in-process.js';
import { DpopProofs, thumbprintOf, type ProvedRequest, type PublicKey } from './dpop-proofs.js';

const AT = Date.UTC(2026, 0, 5, 12);
const REQUEST: ProvedRequest = {
  method: 'POST',
  path: '/v1/acme/pos/orders',
  host: 'pos.example',
  token: 'pos_session_x',
  proof: undefined,
};
const URL_OF_IT = 'https://pos.example/v1/acme/pos/orders';

interface Device {
  readonly key: KeyObject;
  readonly jwk: PublicKey;
  readonly alg: string;
}

function deviceOf(alg: 'ES256' | 'EdDSA'): Device {
  const pair = alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return { key: pair.privateKey, jwk: pair.publicKey.export({ format: 'jwk' }) as unknown as PublicKey, alg };
}

const till = deviceOf('ES256');
const other = deviceOf('ES256');

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

interface Changes {
  readonly head?: object;
  readonly claims?: object;
  readonly signer?: Device;
  readonly dsaEncoding?: 'der' | 'ieee-p1363';
}
function proofOf(changes: Changes = {}, device = till): string {
  const { head, claims, signer = till, dsaEncoding = 'ieee-p1363' } = changes;
  const shown = { typ: 'dpop+jwt', alg: device.alg, jwk: device.jwk, ...head };
  const ath = createHash('sha256').update(REQUEST.token).digest('base64url');
  const told = { htm: 'POST', htu: URL_OF_IT, iat: AT / 1000, jti: randomUUID(), ath, ...claims };
  const text = `${part(shown)}.${part(told)}`;
  const algorithm = signer.alg === 'ES256' ? 'sha256' : null;
  const signature = sign(algorithm, Buffer.from(text), { key: signer.key, dsaEncoding });
  return `${text}.${signature.toString('base64url')}`;
}

function proofs(publicUrl?: string): DpopProofs {
  return new DpopProofs({ locks: createInProcessEphemeral().locks, publicUrl, now: () => AT });
}

async function checked(proof: string | undefined, request: Partial<ProvedRequest> = {}, by = proofs()): Promise<void> {
  await by.check({ ...REQUEST, ...request, proof }, await thumbprintOf(till.jwk));
}

test.each(['ES256', 'EdDSA'] as const)('a proof by %s is believed, once', async (alg) => {
  const device = deviceOf(alg);
  const by = proofs();
  const proof = proofOf({ signer: device }, device);
  const thumbprint = await thumbprintOf(device.jwk);
  await by.check({ ...REQUEST, proof }, thumbprint);
  await expect(by.check({ ...REQUEST, proof }, thumbprint)).rejects.toMatchObject({
    code: 'proof_refused',
    facts: { why: 'replayed' },
  });
});

test('what one instance has seen, another refuses', async () => {
  const { locks } = createInProcessEphemeral();
  const [one, two] = [0, 0].map(() => new DpopProofs({ locks, publicUrl: undefined, now: () => AT }));
  const proof = proofOf();
  await checked(proof, {}, one);
  await expect(checked(proof, {}, two)).rejects.toMatchObject({ facts: { why: 'replayed' } });
});

test('the address that clients use counts as well as the one that was asked', async () => {
  await checked(proofOf(), { host: 'pod-7:4100' }, proofs('https://pos.example'));
  await expect(checked(proofOf(), { host: 'pod-7:4100' })).rejects.toMatchObject({ facts: { why: 'wrong_request' } });
});

test('without a proof it is required', async () => {
  await expect(checked(undefined)).rejects.toMatchObject({ code: 'proof_required' });
});

const { d: _d, ...withPrivate } = { ...till.jwk, d: 'AAAA' };
test.each<[string, string, string, Partial<ProvedRequest>?]>([
  ['of another device', proofOf({ signer: other }, other), 'wrong_key'],
  ['signed by another device', proofOf({ signer: other }), 'wrong_signature'],
  ['of another method', proofOf({ claims: { htm: 'GET' } }), 'wrong_request'],
  ['of another path', proofOf({ claims: { htu: `${URL_OF_IT}/1/void` } }), 'wrong_request'],
  ['of another host', proofOf({ claims: { htu: 'https://evil.example/v1/acme/pos/orders' } }), 'wrong_request'],
  ['with a user in the address', proofOf({ claims: { htu: URL_OF_IT.replace('//', '//a:b@') } }), 'wrong_request'],
  ['of no address', proofOf({ claims: { htu: 7 } }), 'wrong_request'],
  ['of another token', proofOf(), 'wrong_token', { token: 'pos_session_y' }],
  ['of no token', proofOf({ claims: { ath: undefined } }), 'wrong_token'],
  ['without id', proofOf({ claims: { jti: undefined } }), 'malformed'],
  ['with a huge id', proofOf({ claims: { jti: 'x'.repeat(129) } }), 'malformed'],
  ['without time', proofOf({ claims: { iat: undefined } }), 'malformed'],
  ['too old', proofOf({ claims: { iat: AT / 1000 - 121 } }), 'stale'],
  ['from the future', proofOf({ claims: { iat: AT / 1000 + 121 } }), 'stale'],
  ['of a time that is none', proofOf({ claims: { iat: Number.MAX_VALUE } }), 'stale'],
  ['that is another token', proofOf({ head: { typ: 'at+jwt' } }), 'malformed'],
  ['of algorithm none', proofOf({ head: { alg: 'none' } }), 'malformed'],
  ['of a shared secret', proofOf({ head: { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } } }), 'malformed'],
  ['with a private key', proofOf({ head: { jwk: { ...withPrivate, d: 'AAAA' } } }), 'malformed'],
  ['of a weak curve', proofOf({ head: { jwk: { ...till.jwk, crv: 'secp256k1' } } }), 'malformed'],
  ['with a point off the curve', proofOf({ head: { jwk: { ...till.jwk, x: till.jwk.y } } }), 'malformed'],
  ['of an algorithm for other keys', proofOf({ head: { alg: 'EdDSA' } }), 'malformed'],
  ['of an algorithm that its key is not for', proofOf({ head: { jwk: deviceOf('EdDSA').jwk } }), 'malformed'],
  ['with extensions that must be understood', proofOf({ head: { crit: ['b64'], b64: false } }), 'malformed'],
  ['without a signature', proofOf().replace(/[^.]+$/, ''), 'wrong_signature'],
  ['with a signature of zeros', proofOf().replace(/[^.]+$/, 'A'.repeat(86)), 'wrong_signature'],
  ['with a signature that is cut', proofOf().slice(0, -4), 'wrong_signature'],
  ['with a signature in another form', proofOf({ dsaEncoding: 'der' }), 'wrong_signature'],
  ['of two parts', proofOf().replace(/\.[^.]+$/, ''), 'malformed'],
  ['of four parts', `${proofOf()}.AAAA`, 'malformed'],
  ['without a key', proofOf({ head: { jwk: undefined } }), 'malformed'],
  ['that is nonsense', 'nonsense', 'malformed'],
  ['that is empty', '', 'malformed'],
  ['that is huge', `${proofOf()}${'A'.repeat(2_048)}`, 'malformed'],
  ['that was tampered with', proofOf().replace(/\.[^.]+\./, `.${part({ htm: 'POST' })}.`), 'wrong_signature'],
])('a proof %s is refused', async (_, proof, why, request = {}) => {
  await expect(checked(proof, request)).rejects.toMatchObject({ code: 'proof_refused', facts: { why } });
});

test('a device whose clock is wrong is told the time', async () => {
  await expect(checked(proofOf({ claims: { iat: 0 } }))).rejects.toMatchObject({
    facts: { serverTime: '2026-01-05T12:00:00.000Z' },
  });
});
