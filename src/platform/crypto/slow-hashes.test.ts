import { peppersFrom, SlowHashes } from './slow-hashes.js';

const [OLD, NEW] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
const hashes = new SlowHashes({ peppers: peppersFrom(OLD) });

test('what was hashed matches, and nothing else does', async () => {
  const made = await hashes.make('4711');
  expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashes.matches('4711', made)).toBe(true);
  expect(await hashes.matches('4712', made)).toBe(false);
  expect(await hashes.matches('nobody has this', undefined)).toBe(false);
});

test('the same twice makes two hashes', async () => {
  expect(await hashes.make('4711')).not.toBe(await hashes.make('4711'));
});

test('composed and decomposed letters are the same password', async () => {
  expect(await hashes.matches('cafe\u0301', await hashes.make('caf\u00e9'))).toBe(true);
});

test('a hash is worth nothing without its pepper, and lives on while keys are rotated', async () => {
  const made = await hashes.make('4711');
  expect(await new SlowHashes({ peppers: peppersFrom(NEW) }).matches('4711', made)).toBe(false);
  expect(await new SlowHashes({ peppers: peppersFrom(`${NEW},${OLD}`) }).matches('4711', made)).toBe(true);
});

test('beyond the queue callers are refused, those in it are served', async () => {
  const lengths: number[] = [];
  const few = new SlowHashes({
    peppers: peppersFrom(OLD),
    concurrency: 1,
    waitingMax: 2,
    onQueue: (waiting) => lengths.push(waiting),
  });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => few.make('4711')));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'overloaded', facts: { retryAfterSeconds: 2 } } });
  expect(Math.max(...lengths)).toBe(2);
  expect(await few.make('4711')).toContain('argon2id'); // the queue has drained
});
