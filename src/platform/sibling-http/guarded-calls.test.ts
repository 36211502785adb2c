import { CallFailed } from '../safe-http/call-failed.js';
import type { CallAnswer } from '../safe-http/safe-http.js';
import { GUARD_DEFAULTS, GuardedCalls } from './guarded-calls.js';
import { failureOfCheck, TokenCalls, type TokenAsking } from './token-calls.js';

const answer = (status: number, body: object = {}): CallAnswer => ({
  status,
  headers: {},
  body: JSON.stringify(body),
  truncated: false,
});
let now = 0;
let replies: (CallAnswer | CallFailed)[] = [];
const sent: { url: string; authorization: string | undefined }[] = [];
const http = {
  call: (url: string, { headers }: { headers: Readonly<Record<string, string>> }): Promise<CallAnswer> => {
    sent.push({ url, authorization: headers['authorization'] });
    const reply = replies.shift() ?? answer(200);
    return reply instanceof CallFailed ? Promise.reject(reply) : Promise.resolve(reply);
  },
};
const observer = { tried: () => undefined, breaker: () => undefined };
const guarded = new GuardedCalls(http, observer, { ...GUARD_DEFAULTS, name: 'mpesa', originsMax: 2 }, () => now);
const CALL = { headers: {}, body: '' };

beforeEach(() => {
  now = 0;
  replies = [];
  sent.length = 0;
});
afterAll(() => guarded.close());

test.each([
  ['refused', 'no'],
  ['name_unknown', 'no'],
  ['address_forbidden', 'no'],
  ['timeout', 'maybe'],
  ['reset', 'maybe'],
] as const)('a call that failed by %s: has it arrived? %s', async (reason, arrived) => {
  replies = [new CallFailed(reason, 'x')];
  await expect(guarded.call(`https://${reason.replace('_', '-')}.example/x`, CALL)).rejects.toMatchObject({
    reason,
    arrived,
  });
});

test('answers of 5xx are handed on, and open the breaker of their origin alone', async () => {
  const url = 'https://away.example/pay';
  replies = Array.from({ length: 5 }, () => answer(503, { errorCode: 'x' }));
  for (let count = 0; count < 5; count += 1) expect((await guarded.call(url, CALL)).status).toBe(503);
  await expect(guarded.call(url, CALL)).rejects.toMatchObject({ reason: 'breaker_open', arrived: 'no' });
  now = 4_000;
  expect([guarded.awayFor(url), guarded.awayFor('https://other.example')]).toEqual([6, null]);
  expect((await guarded.call('https://other.example/pay', CALL)).status).toBe(200);
});

const asking: TokenAsking = { account: 'a', method: 'GET', url: 'https://tokens.example/t', headers: {} };
const call = { method: 'GET', url: 'https://api.example/x' } as const;

test('a token is kept until it ends, and renewed when it is refused', async () => {
  const calls = new TokenCalls(http, () => now);
  const token = (text: string) => answer(200, { access_token: text, expires_in: '3599' });
  replies = [token('t1'), answer(200), answer(200), answer(401), token('t2'), answer(200)];
  await calls.json(asking, call);
  await calls.json(asking, call);
  expect((await calls.json(asking, call)).status).toBe(200);
  now = 3_599_000;
  replies = [token('t3'), answer(200)];
  await calls.json(asking, call);
  const used = sent.filter(({ url }) => url === call.url).map(({ authorization }) => authorization);
  expect(used).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t1', 'Bearer t2', 'Bearer t3']);
});

test('why no token was given is told in the company’s words', async () => {
  const calls = new TokenCalls(http, () => now);
  replies = [answer(400, { errorMessage: 'Invalid Authentication passed' }), answer(200, { access_token: 't' })];
  expect(await failureOfCheck(() => calls.check(asking))).toBe(
    'no token was given (400): Invalid Authentication passed',
  );
  expect(await failureOfCheck(() => calls.check(asking))).toBeNull();
});
