import {
  afterWrong,
  holds,
  isPinOf,
  newVerifierKey,
  ROUNDS,
  verifierOf,
  VERIFIER_DAYS,
  type OfflineTries,
} from './pin-verifier.js';

const ANNA = { personId: 'p1', name: 'Anna', permissions: ['orders:write'], pin: '4826', provenAt: 0 };
const DAY_MS = 86_400_000;

test('the right PIN opens, another does not, and neither does the right one under another device’s key', async () => {
  const key = await newVerifierKey();
  const verifier = await verifierOf(key, ANNA, 1_000, 1_000);
  expect(await isPinOf(key, verifier, '4826')).toBe(true);
  expect(await isPinOf(key, verifier, '4827')).toBe(false);
  expect(await isPinOf(await newVerifierKey(), verifier, '4826')).toBe(false);
});

test('nothing that is kept has the PIN in it, the key cannot be read, and two of the same PIN differ', async () => {
  const key = await newVerifierKey();
  const [first, second] = [await verifierOf(key, ANNA, 0, 1_000), await verifierOf(key, ANNA, 0, 1_000)];
  expect(JSON.stringify(first)).not.toContain('4826');
  expect(key.extractable).toBe(false);
  expect([...new Uint8Array(first.mac)]).not.toEqual([...new Uint8Array(second.mac)]);
  expect(ROUNDS).toBeGreaterThanOrEqual(600_000);
});

test('it holds for thirty days after the server has seen the person', async () => {
  const verifier = await verifierOf(await newVerifierKey(), ANNA, 0, 1_000);
  expect([holds(verifier, VERIFIER_DAYS * DAY_MS - 1), holds(verifier, VERIFIER_DAYS * DAY_MS)]).toEqual([true, false]);
});

test('five wrong tries, then the wait doubles from half a minute to an hour', () => {
  let tries: OfflineTries | undefined;
  const waits = Array.from({ length: 14 }, () => {
    tries = afterWrong(tries, 0);
    return tries.lockedUntil / 1_000;
  });
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
});
