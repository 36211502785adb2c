import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { isSecret, newSecret, sign, verify, type SignatureRefusal } from './standard-webhooks.js';

interface Vector {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: number;
  readonly payload: string;
  readonly signature: string;
}
const vectors = JSON.parse(readFileSync(path.resolve('test/vectors/standard-webhooks.json'), 'utf8')) as {
  readonly sign: readonly [Vector, ...Vector[]];
  readonly verify_cases: readonly { readonly case: string; readonly header?: string }[];
};

const [official] = vectors.sign;
const OTHER = newSecret(Buffer.alloc(32, 7));
const at = official.timestamp * 1000;
const genuine = {
  'webhook-id': official.id,
  'webhook-timestamp': String(official.timestamp),
  'webhook-signature': official.signature,
};

function verifying(
  headers: Readonly<Record<string, string | undefined>>,
  { secrets = [official.secret], nowMs = at, rawBody = Buffer.from(official.payload) } = {},
): string | undefined {
  const { id, refusal } = verify({ secrets, headers: { ...genuine, ...headers }, rawBody, nowMs });
  return refusal ?? id;
}

test.each(vectors.sign)('the vector $id is signed and verified', ({ secret, id, timestamp, payload, signature }) => {
  expect(sign([secret], id, timestamp, payload)).toBe(signature);
  expect(sign([secret], id, timestamp, Buffer.from(payload))).toBe(signature);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
  const message = { secrets: [secret], headers, rawBody: Buffer.from(payload), nowMs: timestamp * 1000 };
  expect(verify(message)).toEqual({ id });
});

const cases: Record<string, { outcome: SignatureRefusal | 'believed'; headers?: object; options?: object }> = {
  'missing webhook-id': { outcome: 'header_missing', headers: { 'webhook-id': undefined } },
  'missing webhook-timestamp': { outcome: 'header_missing', headers: { 'webhook-timestamp': undefined } },
  'missing webhook-signature': { outcome: 'header_missing', headers: { 'webhook-signature': undefined } },
  'signature of another message': {
    outcome: 'signature_wrong',
    headers: { 'webhook-signature': vectors.verify_cases.find(({ header }) => header !== undefined)?.header },
  },
  'empty signature value': { outcome: 'signature_wrong', headers: { 'webhook-signature': 'v1,' } },
  'timestamp older than tolerance (5 min)': { outcome: 'timestamp_too_old', options: { nowMs: at + 300_001 } },
  'timestamp newer than tolerance (5 min)': { outcome: 'timestamp_too_new', options: { nowMs: at - 300_001 } },
  'one valid among several, space separated, other versions ignored': {
    outcome: 'believed',
    headers: {
      'webhook-signature': `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,abc ${official.signature} v1a,x`,
    },
  },
  'secret with and without whsec_ prefix are the same key': {
    outcome: 'believed',
    options: { secrets: [official.secret.replace('whsec_', '')] },
  },
};

test.each(vectors.verify_cases.filter(({ case: title }) => !title.startsWith('empty secret')))('$case', (vector) => {
  const { outcome, headers = {}, options = {} } = cases[vector.case] ?? { outcome: undefined };
  expect(verifying(headers as Record<string, string>, options)).toBe(outcome === 'believed' ? official.id : outcome);
});

test.each([
  { title: 'the last moment of the window', options: { nowMs: at + 300_000 }, outcome: official.id },
  { title: 'the first moment of the window', options: { nowMs: at - 300_000 }, outcome: official.id },
  { title: 'one byte of the body is another', options: { rawBody: Buffer.from(`${official.payload} `) } },
  { title: 'another id', headers: { 'webhook-id': 'msg_other' } },
  { title: 'another time', headers: { 'webhook-timestamp': String(official.timestamp + 1) } },
  { title: 'another secret', options: { secrets: [OTHER] } },
  { title: 'no secret is known', options: { secrets: [] } },
  { title: 'a version that nobody knows', headers: { 'webhook-signature': official.signature.replace('v1', 'v3') } },
  { title: 'the end of the signature is missing', headers: { 'webhook-signature': official.signature.slice(0, -1) } },
  { title: 'the new secret of two', options: { secrets: [OTHER, official.secret] }, outcome: official.id },
  { title: 'the old secret of two', options: { secrets: [official.secret, OTHER] }, outcome: official.id },
  { title: 'an id with a full stop', headers: { 'webhook-id': 'msg.1' }, outcome: 'header_malformed' },
  { title: 'a time that is no number', headers: { 'webhook-timestamp': '1e9' }, outcome: 'header_malformed' },
  { title: 'a negative time', headers: { 'webhook-timestamp': '-5' }, outcome: 'header_malformed' },
  { title: 'a time beyond all clocks', headers: { 'webhook-timestamp': '999999999999' }, outcome: 'timestamp_too_new' },
])('$title', ({ headers = {}, options = {}, outcome = 'signature_wrong' }) => {
  expect(verifying(headers as Record<string, string>, options)).toBe(outcome);
});

test('a border cannot be moved between id, time and body', () => {
  const nowMs = 1_700_000_000_000;
  const signature = sign([OTHER], 'msg_1', 1_700_000_000, '1700000000.{}');
  const headers = {
    'webhook-id': 'msg_1.1700000000',
    'webhook-timestamp': '1700000000',
    'webhook-signature': signature,
  };
  expect(verify({ secrets: [OTHER], headers, rawBody: Buffer.from('{}'), nowMs })).toEqual({
    refusal: 'header_malformed',
  });
  expect(() => sign([OTHER], 'msg_1.5', 1_700_000_000, '{}')).toThrow(/no full stop/);
});

test('the reference library and this one believe each other', () => {
  for (let round = 0; round < 50; round++) {
    const secret = newSecret(randomBytes(24 + (round % 41)));
    const [id, body, now] = [`msg_${round}`, JSON.stringify({ text: 'café 東京'.repeat(round) }), new Date()];
    const seconds = Math.floor(now.getTime() / 1000);
    const reference = new Webhook(secret);
    const headers = (signature: string) => ({
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature,
    });
    expect(reference.verify(body, headers(sign([OTHER, secret], id, seconds, body)))).toEqual(JSON.parse(body));
    const theirs = headers(reference.sign(id, now, body));
    const rawBody = Buffer.from(body);
    expect(verify({ secrets: [secret], headers: theirs, rawBody, nowMs: now.getTime() })).toEqual({ id });
  }
});

test('bytes that are no text are signed as they are', () => {
  const body = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
  const other = Buffer.from([0xff, 0xfd, 0x00, 0x80]);
  expect(sign([OTHER], 'a', 1, body)).not.toBe(sign([OTHER], 'a', 1, other));
});

test.each([
  { title: 'made by this program', secret: OTHER, good: true },
  { title: 'without the prefix', secret: OTHER.slice(6), good: true },
  { title: 'empty', secret: '', good: false },
  { title: 'nothing behind the prefix', secret: 'whsec_', good: false },
  { title: 'too short', secret: `whsec_${Buffer.alloc(23).toString('base64')}`, good: false },
  { title: 'too long', secret: `whsec_${Buffer.alloc(65).toString('base64')}`, good: false },
  { title: 'not Base64', secret: 'whsec_????????????????????????????????', good: false },
])('a secret that is $title', ({ secret, good }) => {
  expect(isSecret(secret)).toBe(good);
  const signing = () => sign([secret], 'a', 1, '');
  if (good) expect(signing()).toMatch(/^v1,/);
  else expect(signing).toThrow(/^a secret of signatures is 24 to 64 bytes in Base64 behind whsec_$/);
});

test('a new secret takes 24 to 64 random bytes', () => {
  expect(newSecret(Buffer.alloc(24))).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  expect(() => newSecret(Buffer.alloc(23))).toThrow(/24 to 64/);
  expect(() => newSecret(Buffer.alloc(65))).toThrow(/24 to 64/);
});
