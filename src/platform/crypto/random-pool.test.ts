import { createRandomPool } from './random-pool.js';

test('gives out no bytes twice, across refills', () => {
  const random = createRandomPool();
  const seen = new Set(Array.from({ length: 5_000 }, () => Buffer.from(random(8)).toString('hex')));
  expect(seen.size).toBe(5_000);
});

test('sizes that do not divide the pool are whole', () => {
  const random = createRandomPool();
  for (let size = 1; size < 200; size++) expect(random(size)).toHaveLength(size);
  expect(() => random(5_000)).toThrow(RangeError);
});
